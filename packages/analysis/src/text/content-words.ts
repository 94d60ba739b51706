import { months, weekdays } from '../lexicons/calendar.js'
import { readTokens } from './tokens.js'

/**
 * Words that say what a passage is about, by their dictionary forms, each once with its weight, in the order of their
 * letters: plain data.
 */
export type ContentWords = readonly (readonly [word: string, weight: number])[]

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
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * How much of the content of two passages is common to both: the weight of the words they share over that of all their
 * words (the index of Jaccard, The distribution of the flora in the alpine zone, 1912, weighted after Ruzicka, 1958).
 *
 * @returns The share, how many words are common, and how many of those are no names.
 */
export function similarity(a: ContentWords, b: ContentWords): { share: number; words: number; common: number } {
  let [both, all, words, common] = [0, 0, 0, 0]
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x, y] = [a[i], b[j]]
    if (x && y && x[0] === y[0]) {
      both += Math.min(x[1], y[1])
      all += Math.max(x[1], y[1])
      words++
      if (x[1] < weightOfName) common++
      i++
      j++
    } else if (x && (!y || x[0] < y[0])) {
      all += x[1]
      i++
    } else {
      all += y?.[1] ?? 0
      j++
    }
  }
  return { share: all === 0 ? 0 : both / all, words, common }
}
