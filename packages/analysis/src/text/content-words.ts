import { months, weekdays } from '../lexicons/calendar.js'
import { readTokens } from './tokens.js'

/** Words that say what a passage is about, by their dictionary forms, each with its weight. */
export type ContentWords = ReadonlyMap<string, number>

/** A name tells more of what is meant than a word of the language. */
const weightOfName = 2

const calendar = new Set([...months.flat(), ...weekdays].map(name => name.toLowerCase()))
const light = new Set([
  'be',
  'have',
  'do',
  'make',
  'take',
  'say',
  'tell',
  'get',
  'year',
  'month',
  'week',
  'day',
  'time',
  'many',
  'more',
  'other',
  'same',
  'such',
  'late',
  'early',
  'last',
  'next',
])

/** The content words of a passage: nouns, names, verbs and adjectives, without numbers, dates and the light ones of each kind. */
export function contentWords(text: string, leftOut: ReadonlySet<string> = new Set()): ContentWords {
  const found = new Map<string, number>()
  for (const { lower, lemma, pos } of readTokens(text, [0, text.length])) {
    if (
      !/^(?:NOUN|PROPN|VERB|ADJ)$/.test(pos) ||
      /\d/.test(lower) ||
      calendar.has(lower) ||
      light.has(lemma) ||
      leftOut.has(lemma)
    )
      continue
    found.set(pos === 'PROPN' ? lower : lemma, pos === 'PROPN' ? weightOfName : 1)
  }
  return found
}

/**
 * How much of the content of two passages is common to both: the weight of the words they share over that of all their
 * words (the index of Jaccard, The distribution of the flora in the alpine zone, 1912, weighted after Ruzicka, 1958).
 *
 * @returns The share, how many words are common, and how many of those are no names.
 */
export function similarity(a: ContentWords, b: ContentWords): { share: number; words: number; common: number } {
  let [both, all, words, common] = [0, 0, 0, 0]
  for (const [word, weight] of a) {
    const other = b.get(word) ?? 0
    both += Math.min(weight, other)
    all += Math.max(weight, other)
    if (other > 0) words++
    if (weight < weightOfName && other > 0) common++
  }
  for (const [word, weight] of b) if (!a.has(word)) all += weight
  return { share: all === 0 ? 0 : both / all, words, common }
}
