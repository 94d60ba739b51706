import type { Issue, Source } from '@briefbook/ast'
import { createUniqueIds, toId } from '../codebook/ids.js'
import { type Topic, topics } from '../lexicons/topics.js'
import { fold } from '../text/fold.js'
import { addTally, byWeight, filePhrases, findPhrases, leastCount, sumOf, type Tally, tally } from './count.js'
import { findKeyPhrases, groupPhrases, type PhraseGroup } from './phrases.js'

/** An issue that the texts suggest, and what was seen of it. */
export interface ProposedIssue {
  issue: Issue
  tally: Tally
}

const mostIssues = 20
const mostTopics = 16
const mostPhrases = 10
/** From so many topics on, the texts are on politics at large. */
const manyTopics = 6
/** Of how many sentences a term may be: one in more of them tells nothing apart. */
const mostShare = 0.4
const manySentences = 20
/** A phrase that makes out so much of a topic says better than the topic what the texts speak of. */
const ownShare = 0.15

/** A lower-case term inside a proper name (`Social Democrats`) is not spoken of. */
const isInName = (text: string, start: number) =>
  /^\p{Lu}\p{Ll}/u.test(text.slice(start)) && !/(?:^|[.!?:"“(]\s*)$/u.test(text.slice(0, start))

/** How often each term of each topic stands in the texts, by `<topic> <term>`. */
function countTopics(sources: readonly Source[]): Map<string, Tally> {
  const index = filePhrases(
    topics.flatMap(topic =>
      [...topic.terms, ...(topic.against ?? [])].map(term => [term, `${topic.id} ${term}`] as const),
    ),
  )
  const tallies = new Map<string, Tally>()
  for (const source of sources) {
    for (const block of source.children) {
      for (const { key, start, end } of findPhrases(index, block.text)) {
        if (key === null) continue
        const term = key.slice(key.indexOf(' ') + 1)
        if (block.type !== 'heading' && !/\p{Lu}/u.test(term) && isInName(block.text, start)) continue
        tally(tallies, key, { source, block, start, end })
      }
    }
  }
  return tallies
}

/** A topic with those of its terms that the texts have. */
function fromTopic(topic: Topic, byTerm: ReadonlyMap<string, Tally>, sum: Tally): ProposedIssue {
  const present = (terms: readonly string[] = []) => terms.filter(term => byTerm.has(`${topic.id} ${term}`))
  const terms = present(topic.terms)
  const issue = {
    id: topic.id,
    name: topic.name,
    towards: topic.towards,
    terms: (terms.length > 0 ? terms : [...topic.terms]).map(term => [term]),
    against: present(topic.against).map(term => [term]),
  }
  return { issue, tally: sum }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A phrase with any ending, where that finds all its wordings; else these. */
function termsOf({ phrases: [phrase = ''], tally: { words } }: PhraseGroup): string[] {
  const wordings = [...new Set([...words.keys()].map(word => fold(word).toLowerCase()))].sort()
  return wordings.every(word => word.startsWith(phrase)) ? [`${phrase}*`] : wordings
}

function fromPhrases(group: PhraseGroup): ProposedIssue {
  const name =
    [...group.tally.words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? group.phrases[0] ?? ''
  const towards = name.toLowerCase().replace(/\s+/g, ' ')
  return {
    issue: {
      id: toId(group.phrases[0] as string, 'issue'),
      name: capital(towards),
      towards,
      terms: termsOf(group).map(term => [term]),
      against: [],
    },
    tally: group.tally,
  }
}

/** The topic of which a phrase makes out a part, and how large a part. */
function shareOf(
  group: PhraseGroup,
  byTopic: ReadonlyMap<string, Tally>,
  index: ReturnType<typeof filePhrases>,
): { topics: string[]; share: number } {
  const found = group.phrases.flatMap(phrase =>
    findPhrases(index, phrase).map(({ key }) => (key ?? '').split(' ')[0] as string),
  )
  const own = [...new Set(found)].filter(id => byTopic.has(id))
  const share = own.length === 0 ? 1 : Math.min(...own.map(id => group.tally.count / (byTopic.get(id)?.count ?? 1)))
  return { topics: own, share }
}

/**
 * The issues that the texts suggest, those of most weight first: topics of policy by their terms, and phrases that stand
 * out (C-value) and belong to no topic or make out most of one.
 */
export function proposeIssues(sources: readonly Source[]): ProposedIssue[] {
  const least = leastCount(sources)
  const sentences = sources.reduce(
    (n, { children }) => n + children.reduce((m, block) => m + block.sentences.length, 0),
    0,
  )
  const byTerm = countTopics(sources)
  const byTopic = new Map<string, Tally>()
  for (const [key, found] of byTerm) {
    const id = key.slice(0, key.indexOf(' '))
    const sum = byTopic.get(id)
    if (sum) addTally(sum, found)
    else byTopic.set(id, sumOf([found]))
  }
  const index = filePhrases(
    topics.flatMap(({ id, terms, against = [] }) =>
      [...terms, ...against].map(term => [term, `${id} ${term}`] as const),
    ),
  )
  const left = new Map([...byTopic].map(([id, { count }]) => [id, count]))
  /** Whether a topic has a term of these words already. */
  const isTopics = (words: ReadonlyMap<string, number>) =>
    [...words.keys()].some(word =>
      findPhrases(index, word).some(({ start, end }) => start === 0 && end === word.length),
    )
  const isRich = [...byTopic.values()].filter(({ count }) => count > least).length >= manyTopics
  const groups = groupPhrases(findKeyPhrases(sources, least))
    .filter(({ phrases: [phrase = ''], tally: { count, words } }) => {
      // A single word says little where there are topics enough, and nothing where it is one's term.
      const single = !phrase.includes(' ')
      if (single && (isRich || findPhrases(index, phrase).length > 0)) return false
      return !isTopics(words) && (sentences < manySentences || count <= sentences * mostShare)
    })
    .filter(group => {
      const { topics: own, share } = shareOf(group, byTopic, index)
      if (share < ownShare) return false
      for (const id of own) left.set(id, (left.get(id) ?? 0) - group.tally.count)
      return true
    })
    .slice(0, mostPhrases)
  const found = byWeight(byTopic)
    .filter(([id]) => (left.get(id) ?? 0) > least)
    .slice(0, mostTopics)
    .flatMap(([id, sum]) => {
      const topic = topics.find(one => one.id === id)
      return topic ? [fromTopic(topic, byTerm, sum)] : []
    })
  const unique = createUniqueIds()
  const all = [...found, ...groups.map(fromPhrases)].map(one => ({
    ...one,
    issue: { ...one.issue, id: unique(one.issue.id) },
  }))
  const byId = new Map(all.map(one => [one.issue.id, one]))
  return byWeight(new Map(all.map(one => [one.issue.id, one.tally])))
    .slice(0, mostIssues)
    .flatMap(([id]) => byId.get(id) ?? [])
}
