import { possessivePronouns, relatives, timeNouns } from '../lexicons/grammar.js'
import type { Word } from './words.js'

/** A noun with what stands in front of it. Places are indices of words. */
export interface NounPhrase {
  start: number
  /** Behind the last word. */
  end: number
  /** The noun or pronoun itself, the last word as a rule. */
  head: number
  /** The preposition in front; null for a phrase that can be a subject or object. */
  preposition: number | null
  /** Phrases that `and`, `or` or commas join have one number. */
  group: number
}

/** Whether `'s` or `'` behind a word makes a possessive, and not the short form of `is`. */
function isPossessive(words: readonly Word[], i: number): boolean {
  const word = words[i]
  const before = words[i - 1]
  if (!word || !before || word.start !== before.end) return false
  if (word.text === "'s") return word.pos === 'PART'
  return word.text === "'" && /s$/i.test(before.text) && (before.pos === 'NOUN' || before.pos === 'PROPN')
}

/** `That seems unlikely`: at the head of a sentence `that` is a pronoun. */
function pointsBack(words: readonly Word[], i: number): boolean {
  return (words[i] as Word).lower === 'that' && (i === 0 || words[i - 1]?.text === '"')
}

const nominal = new Set(['NOUN', 'PROPN', 'NUM'])

function endOfPhrase(words: readonly Word[], start: number): { end: number; head: number } | null {
  let head: number | null = null
  let i = start
  for (; i < words.length; i++) {
    const word = words[i] as Word
    const next = words[i + 1]
    if (word.pos === 'PRON' && !possessivePronouns.has(word.lower)) {
      if ((relatives.has(word.lower) && !pointsBack(words, i)) || /^wh/.test(word.lower)) break
      return i === start ? { end: i + 1, head: i } : head === null ? null : { end: i, head }
    }
    if (nominal.has(word.pos) || word.pos === 'SYM') {
      // `a large part Danish crews played`: a name behind a common noun begins a phrase of its own, a person's name
      // behind a title does not.
      const opensName = word.name !== null && word.name.kind !== 'person' && word.start <= word.name.start
      if (head !== null && opensName && (words[i - 1] as Word).pos === 'NOUN') break
      head = i
      continue
    }
    if (word.pos === 'DET' || possessivePronouns.has(word.lower)) {
      if (head !== null && !isPossessive(words, i - 1)) break
      continue
    }
    if (isPossessive(words, i)) continue
    if (word.pos === 'ADJ') {
      if (head !== null && !(next && (nominal.has(next.pos) || next.pos === 'ADJ')) && !isPossessive(words, i - 1))
        break
      continue
    }
    // `most prominent`, `governing institutions`, `so-called "brain drain"`
    const inside = i > start && head === null
    if (
      word.pos === 'ADV' &&
      next &&
      (next.pos === 'ADJ' || next.pos === 'VERB') &&
      (inside || isPossessive(words, i - 1))
    )
      continue
    if (
      word.pos === 'VERB' &&
      /(?:ing|ed|en)$/.test(word.lower) &&
      next &&
      (nominal.has(next.pos) || next.pos === 'ADJ') &&
      (inside || isPossessive(words, i - 1))
    )
      continue
    if ((word.text === '"' || word.text === '[' || word.text === ']') && i > start && next && head === null) continue
    if (word.text === ']' && head !== null && nominal.has(next?.pos ?? '')) continue
    break
  }
  if (head === null) {
    // An adjective behind an article stands for people: `the Chinese`; a bare article or `both` points back.
    const last = words[i - 1]
    if (i > start && last && (last.pos === 'DET' || (last.pos === 'ADJ' && (words[start] as Word).pos === 'DET')))
      return { end: i, head: i - 1 }
    return null
  }
  return { end: head + 1, head }
}

const startsPhrase = (word: Word) =>
  ['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM'].includes(word.pos) ||
  possessivePronouns.has(word.lower) ||
  (word.pos === 'PRON' && !/^wh/.test(word.lower))

const listConjunctions = new Set(['and', 'or', 'nor', '&'])

/** Whether nothing but commas, conjunctions and their adverbs stands between two places: a list goes on. */
function isJoint(words: readonly Word[], from: number, to: number): 'comma' | 'conjunction' | null {
  let conjunction = false
  let comma = false
  for (let i = from; i < to; i++) {
    const word = words[i] as Word
    if (listConjunctions.has(word.lower)) conjunction = true
    else if (word.text === ',') comma = true
    else if (!['both', 'either', 'even', 'also', 'then', 'principally', 'especially', 'notably'].includes(word.lower))
      return null
  }
  return conjunction ? 'conjunction' : comma ? 'comma' : null
}

const nominative = new Set(['i', 'we', 'they', 'he', 'she', 'it'])

function isFollowedByVerb(words: readonly Word[], phrases: readonly NounPhrase[], group: number): boolean {
  const last = phrases.findLast(phrase => phrase.group === group) as NounPhrase
  const next = words.slice(last.end).find(word => word.pos !== 'ADV')
  return next?.pos === 'VERB' || next?.pos === 'AUX'
}

/** The noun phrases of a sentence, in order. */
export function findNounPhrases(words: readonly Word[]): NounPhrase[] {
  const phrases: NounPhrase[] = []
  for (let i = 0; i < words.length; ) {
    const found = startsPhrase(words[i] as Word) ? endOfPhrase(words, i) : null
    if (!found) {
      i++
      continue
    }
    const before = words[i - 1]
    const governed = before?.pos === 'ADP' || (before?.pos === 'SCONJ' && before.lower === 'for')
    phrases.push({ start: i, ...found, preposition: governed ? i - 1 : null, group: phrases.length })
    i = Math.max(found.end, i + 1)
  }
  // Lists: what `and` joins is one group, and commas in front of that belong to it.
  for (let k = phrases.length - 1; k > 0; k--) {
    const phrase = phrases[k] as NounPhrase
    const previous = phrases[k - 1] as NounPhrase
    if (phrase.preposition !== null) continue
    const joint = isJoint(words, previous.end, phrase.start)
    const listGoesOn = joint === 'comma' && phrases[k + 1]?.group === phrase.group
    if (joint !== 'conjunction' && !listGoesOn) continue
    if (nominative.has((words[phrase.start] as Word).lower)) continue
    // `At the summit, China and Russia have …`: the list is a subject, and what the preposition governs is not in it.
    if (joint === 'comma' && previous.preposition !== null && isFollowedByVerb(words, phrases, phrase.group)) continue
    const merged = phrase.group
    for (const other of phrases) if (other.group === merged) other.group = previous.group
  }
  for (const phrase of phrases) {
    if (phrase.preposition !== null) continue
    const first = phrases.find(other => other.group === phrase.group) as NounPhrase
    if (first !== phrase) phrase.preposition = first.preposition
  }
  return phrases
}

/** `last month`, `this week`: a time that stands where a subject could. */
export function isTime(words: readonly Word[], { head }: NounPhrase): boolean {
  return timeNouns.has((words[head] as Word).lemma)
}

export { isPossessive }
