import type { Source, SourceBlock } from '@briefbook/ast'
import { isNoCountry } from '../codebook/not-the-country.js'
import { longestOnly, PhraseIndex, type PhraseOptions } from '../text/phrases.js'
import { readPieces } from '../text/pieces.js'

/** A place in a source where something was found. */
export interface Sighting {
  source: Source
  block: SourceBlock
  start: number
  end: number
}

/** How often something was found, in which sources, and in which words. */
export interface Tally {
  count: number
  sources: Set<string>
  /** Each wording with how often it stands. */
  words: Map<string, number>
  /** The first sighting in each source. */
  examples: Sighting[]
}

const emptyTally = (): Tally => ({ count: 0, sources: new Set(), words: new Map(), examples: [] })

/** Adds a sighting to what is known of a key. */
export function tally(tallies: Map<string, Tally>, key: string, sighting: Sighting): void {
  const { source, block, start, end } = sighting
  const entry = tallies.get(key) ?? emptyTally()
  tallies.set(key, entry)
  entry.count++
  if (!entry.sources.has(source.id)) entry.examples.push(sighting)
  entry.sources.add(source.id)
  const word = block.text.slice(start, end)
  entry.words.set(word, (entry.words.get(word) ?? 0) + 1)
}

/** Adds all that is known of one key to another. */
export function addTally(into: Tally, from: Tally): void {
  into.count += from.count
  into.examples.push(...from.examples.filter(({ source }) => !into.sources.has(source.id)))
  for (const source of from.sources) into.sources.add(source)
  for (const [word, count] of from.words) into.words.set(word, (into.words.get(word) ?? 0) + count)
}

/** The sum of several tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = emptyTally()
  for (const one of tallies) addTally(sum, one)
  return sum
}

/** The most frequent wordings, at most a number of them. */
export function commonWords({ words }: Tally, most: number): [string, number][] {
  return [...words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most)
}

/** In how many sources, times how often. */
const weightOf = ({ sources, count }: Tally) => sources.size * count

/** By weight, then by key, so that the order never depends on chance. */
export function byWeight(tallies: ReadonlyMap<string, Tally>): [string, Tally][] {
  return [...tallies].sort((a, b) => weightOf(b[1]) - weightOf(a[1]) || (a[0] < b[0] ? -1 : 1))
}

/** Phrases filed to be counted; a null key counts for nobody. */
export function filePhrases(
  phrases: Iterable<readonly [phrase: string, key: string | null]>,
  options: PhraseOptions = {},
): PhraseIndex<string | null> {
  const index = new PhraseIndex<string | null>()
  for (const [phrase, key] of phrases) index.add(phrase, key, options)
  return index
}

/** Where phrases stand in a text; of those that overlap the longest. */
export function findPhrases(
  index: PhraseIndex<string | null>,
  text: string,
): { key: string | null; start: number; end: number }[] {
  const pieces = readPieces(text)
  return longestOnly(index.find(pieces).filter(({ at, length }) => length > 1 || !isNoCountry(pieces, at))).map(
    ({ value, start, end }) => ({ key: value, start, end }),
  )
}

/** How often a text must have something for it to be proposed: in a short text twice is often. */
export const leastCount = (sources: readonly Source[]): number =>
  sources.reduce((sum, { children }) => sum + children.reduce((n, { text }) => n + text.length, 0), 0) < 9000 ? 2 : 3

/** Of so many sources, what only one of them has must stand in it twice as often: books compare. */
const manySources = 4

/** Whether something stands in the texts often enough to be proposed. */
export const isFrequent = ({ count, sources }: Tally, all: readonly Source[], least: number): boolean =>
  count >= (sources.size === 1 && all.length >= manySources ? least * 2 : least)
