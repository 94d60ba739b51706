import type { Source } from '@briefbook/ast'
import { type Topic, topics } from '../lexicons/topics.js'
import { readTokens } from '../text/tokens.js'
import { byWeight, countPhrases, type Tally, tally } from './count.js'

/** An issue that the texts suggest, with those of its terms that stand in them. */
export interface ProposedIssue {
  id: string
  name: string
  towards: string
  terms: string[]
  against: string[]
  tally: Tally
}

const leastCount = 3
const mostIssues = 16
const mostPhrases = 4

/** Nouns that say too little to be an issue. */
const general = new Set(
  `approach area aspect basis case challenge change concern context country course day decade development direction
  effort event example fact force form goal government group history idea interest issue kind leader level matter
  member month number official order part party people perspective plan point policy position power problem process
  program programme question reason region relation relationship report result risk role situation source state step
  support system term thing time view war way week world year`.split(/\s+/),
)

/** A topic, and which of its terms the texts have. */
function fromTopic(topic: Topic, tallies: ReadonlyMap<string, Tally>, all: Tally): ProposedIssue {
  const present = (terms: readonly string[] = []) => terms.filter(term => tallies.has(`${topic.id} ${term}`))
  const terms = present(topic.terms)
  return {
    id: topic.id,
    name: topic.name,
    towards: topic.towards,
    terms: terms.length > 0 ? terms : [...topic.terms],
    against: present(topic.against),
    tally: all,
  }
}

/** Pairs of words that stand together often and belong to no topic: `press freedom`, `supply chain`. */
function countPairs(sources: readonly Source[], covered: ReadonlySet<string>): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const source of sources) {
    for (const block of source.children) {
      if (block.type === 'heading' || block.type === 'table') continue
      for (const span of block.sentences) {
        const tokens = readTokens(block.text, span)
        for (let i = 0; i + 1 < tokens.length; i++) {
          const [a, b] = [tokens[i], tokens[i + 1]]
          if (!a || !b || b.pos !== 'NOUN' || (a.pos !== 'NOUN' && a.pos !== 'ADJ')) continue
          if (!/^\p{Ll}{4,}/u.test(a.text) || !/^\p{Ll}{4,}/u.test(b.text)) continue
          if (general.has(a.lemma) || general.has(b.lemma) || covered.has(a.lower) || covered.has(b.lower)) continue
          tally(tallies, `${a.lower} ${b.lemma}`, source.id, `${a.lower} ${b.lower}`)
        }
      }
    }
  }
  return tallies
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The issues that the texts suggest, the most frequent first: topics of policy, then phrases that stand out. */
export function proposeIssues(sources: readonly Source[]): ProposedIssue[] {
  const phrases = topics.flatMap(topic =>
    [...topic.terms, ...(topic.against ?? [])].map(term => [term, `${topic.id} ${term}`] as const),
  )
  const byTerm = countPhrases(sources, phrases)
  const byTopic = new Map<string, Tally>()
  for (const [key, { words, sources: where, count }] of byTerm) {
    const id = key.slice(0, key.indexOf(' '))
    const sum = byTopic.get(id) ?? { count: 0, sources: new Set<string>(), words: new Map<string, number>() }
    byTopic.set(id, sum)
    sum.count += count
    for (const source of where) sum.sources.add(source)
    for (const [word, n] of words) sum.words.set(word.toLowerCase(), (sum.words.get(word.toLowerCase()) ?? 0) + n)
  }
  const found = byWeight(byTopic)
    .filter(([, { count }]) => count >= leastCount)
    .slice(0, mostIssues)
    .flatMap(([id, sum]) => {
      const topic = topics.find(one => one.id === id)
      return topic ? [fromTopic(topic, byTerm, sum)] : []
    })
  const covered = new Set(
    [...byTerm.values()].flatMap(({ words }) => [...words.keys()].flatMap(word => word.toLowerCase().split(/[\s-]/))),
  )
  const pairs = byWeight(countPairs(sources, covered))
    .filter(([, { count }]) => count > leastCount)
    .slice(0, mostPhrases)
    .map(
      ([phrase, sum]): ProposedIssue => ({
        id: phrase.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''),
        name: capital(phrase),
        towards: phrase,
        terms: [...sum.words.keys()].sort(),
        against: [],
        tally: sum,
      }),
    )
  const taken = new Set(found.map(({ id }) => id))
  return [...found, ...pairs.filter(({ id }) => id !== '' && !taken.has(id) && taken.add(id))]
}
