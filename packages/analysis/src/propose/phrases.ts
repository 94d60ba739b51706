import type { Source } from '@briefbook/ast'
import { generalNouns } from '../lexicons/general-nouns.js'
import { bodyNouns } from '../lexicons/organisations.js'
import { experts, officials, voices } from '../lexicons/people.js'
import { readTokens, type Token } from '../text/tokens.js'
import { isFrequent, type Tally, tally } from './count.js'

/** A phrase that stands out, with its inflections. */
export interface KeyPhrase {
  phrase: string
  tally: Tally
  /** C-value: how much it is a term of the texts. */
  value: number
}

const longest = 4

const isWord = ({ lower }: Token) => /^\p{Ll}[\p{L}-]{2,}$/u.test(lower)
const isNoun = (token: Token) => token.pos === 'NOUN' && isWord(token)
const isModifier = (token: Token) => isNoun(token) || (token.pos === 'ADJ' && isWord(token))

/** Adjectives that say which one, not what. */
const vague = new Set(
  `actual additional another available bad best better big certain clear close common current different difficult due earlier
  entire even existing few final first former full further future general good great hard high higher important key large larger last late
  latest least less likely little local long low lower main major many more most much necessary new next old other own particular past
  possible present previous real recent same second senior serious several short significant similar single small so-called
  special strong such third total two various very whole wide`.split(/\s+/),
)

/** Adjectives that only say whose or where: with a general noun they are general too (`foreign policy`). */
const relational = new Set(
  `bilateral domestic economic european external federal foreign global internal international joint legal local military
  multilateral mutual national political public regional social strategic western`.split(/\s+/),
)

const tooGeneral = ({ lemma }: Token) =>
  relational.has(lemma) ||
  generalNouns.has(lemma) ||
  officials.has(lemma) ||
  experts.has(lemma) ||
  voices.has(lemma) ||
  bodyNouns.has(lemma)

/** Whether words make a term: a noun at the end, nouns and adjectives before it; one of them says something. */
function isTerm(words: readonly Token[]): boolean {
  const last = words.at(-1) as Token
  const first = words[0] as Token
  if (!isNoun(last) || vague.has(first.lower) || (generalNouns.has(first.lemma) && words.length === 1)) return false
  if (words.length === 1) return !tooGeneral(last)
  if (words.some(({ lemma }) => relational.has(lemma)) && words.every(tooGeneral)) return false
  // `leaders fear terrorism`: people in the plural stand in front of a verb rather than in a term.
  if (words.slice(1).some(({ lower }) => vague.has(lower))) return false
  const people = words
    .slice(0, -1)
    .some(({ lemma, lower }) => lemma !== lower && (officials.has(lemma) || experts.has(lemma)))
  return !people && !officials.has(last.lemma) && !experts.has(last.lemma)
}

/** Of words that say nothing alone, a term must make out so much of the rarer one: `market share`, not `council member`. */
const collocation = 0.7

/** Inflections of one term share a key: `parking charge` for `parking charges`. */
const keyOf = (words: readonly Token[]) =>
  [...words.slice(0, -1).map(word => word.lower), (words.at(-1) as Token).lemma].join(' ')

/** Stretches of words that may hold terms. A capital that does not open the sentence is a name's. */
function* stretches(tokens: readonly Token[]): Generator<readonly Token[]> {
  const fits = (i: number) => {
    const token = tokens[i]
    return token !== undefined && isModifier(token) && (i === 0 || token.text === token.lower)
  }
  for (let i = 0; i < tokens.length; i++) {
    if (!fits(i)) continue
    let end = i
    while (fits(end)) end++
    // `loss and damage fund`
    const joined =
      tokens[end]?.lower === 'and' && end === i + 1 && fits(end + 1) && fits(end + 2) && isNoun(tokens[i] as Token)
    // The parts are looked at too.
    if (joined) yield tokens.slice(i, end + 3)
    yield tokens.slice(i, end)
    i = end
  }
}

/**
 * The terms of texts by their C-value (Frantzi, Ananiadou and Mima 2000; with length + 1, so that single words count,
 * after Barrón-Cedeño and others 2009): how often a phrase stands, less how often it is only part of longer ones, the more
 * the longer it is. Phrases are told by parts of speech: (adjective | noun)* noun.
 */
export function findKeyPhrases(sources: readonly Source[], least: number): KeyPhrase[] {
  const tallies = new Map<string, Tally>()
  const lengths = new Map<string, number>()
  const lemmas = new Map<string, number>()
  /** The lemmas of terms all of whose words are general. */
  const general = new Map<string, string[]>()
  for (const source of sources) {
    for (const block of source.children) {
      if (block.type === 'heading' || block.type === 'table') continue
      for (const span of block.sentences) {
        const tokens = readTokens(block.text, span)
        for (const { lemma } of tokens) lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1)
        for (const words of stretches(tokens)) {
          for (let from = 0; from < words.length; from++) {
            for (let to = from + 1; to <= Math.min(words.length, from + longest); to++) {
              const part = words.slice(from, to)
              if (!isTerm(part) || part[0]?.lower === 'and') continue
              // Of joined words only the whole is new.
              if (words.some(word => word.lower === 'and') && part.length < words.length) continue
              const key = keyOf(part)
              lengths.set(key, part.length)
              if (part.every(tooGeneral))
                general.set(
                  key,
                  part.map(word => word.lemma),
                )
              tally(tallies, key, { source, block, start: (part[0] as Token).start, end: (part.at(-1) as Token).end })
            }
          }
        }
      }
    }
  }
  const frequent = [...tallies].filter(([key, { count }]) => {
    const rarest = Math.min(...(general.get(key) ?? []).map(lemma => lemmas.get(lemma) ?? 0))
    return count >= least && count >= (general.has(key) ? rarest * collocation : 0)
  })
  /** For each term how often it stands inside longer ones, and inside how many of them. */
  const nested = new Map<string, { count: number; of: number }>()
  for (const [key, { count }] of frequent) {
    const words = key.split(' ')
    const inside = new Set<string>()
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= words.length; to++)
        if (to - from < words.length) inside.add(words.slice(from, to).join(' '))
    for (const part of inside) {
      const known = nested.get(part) ?? { count: 0, of: 0 }
      nested.set(part, { count: known.count + count, of: known.of + 1 })
    }
  }
  return frequent
    .filter(([, found]) => isFrequent(found, sources, least))
    .flatMap(([phrase, found]): KeyPhrase[] => {
      const longer = nested.get(phrase)
      const length = lengths.get(phrase) ?? 1
      // Of a single word all that stands inside longer terms is theirs.
      const inside = longer ? longer.count / (length === 1 ? 1 : longer.of) : 0
      const own = found.count - inside
      // A word that stands mostly inside longer terms is named by them; a single one must be frequent.
      if (own < (length === 1 ? least * 2 - 1 : least)) return []
      return [{ phrase, tally: found, value: Math.log2(length + 1) * own }]
    })
    .sort((a, b) => b.value * b.tally.sources.size - a.value * a.tally.sources.size || (a.phrase < b.phrase ? -1 : 1))
}

/** Terms that speak of one thing, the one of most weight first. */
export interface PhraseGroup {
  phrases: string[]
  tally: Tally
}

/** Groups terms that hold one another: `council tax` and `council tax band`. */
export function groupPhrases(found: readonly KeyPhrase[]): PhraseGroup[] {
  const holds = (a: string, b: string) => ` ${a} `.includes(` ${b} `)
  const groups: KeyPhrase[][] = []
  for (const one of found) {
    const group = groups.find(([head]) => head && holds(one.phrase, head.phrase))
    if (group) group.push(one)
    else groups.push([one])
  }
  // The first is the shortest, and its count holds the others'.
  return groups.flatMap(members => {
    const [head] = members
    return head ? [{ phrases: members.map(({ phrase }) => phrase), tally: head.tally }] : []
  })
}
