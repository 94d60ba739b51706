import type { Source } from '@briefbook/ast'
import { fold } from '../text/fold.js'
import { longestOnly, PhraseIndex, type PhraseOptions } from '../text/phrases.js'
import { toPieces } from '../text/pieces.js'

/** How often something was found, in which sources, and in which words. */
export interface Tally {
  count: number
  sources: Set<string>
  /** Each wording with how often it stands. */
  words: Map<string, number>
}

export const emptyTally = (): Tally => ({ count: 0, sources: new Set(), words: new Map() })

export function tally(tallies: Map<string, Tally>, key: string, source: string, word: string): void {
  const entry = tallies.get(key) ?? emptyTally()
  tallies.set(key, entry)
  entry.count++
  entry.sources.add(source)
  entry.words.set(word, (entry.words.get(word) ?? 0) + 1)
}

/** The most frequent wordings, at most a number of them. */
export function commonWords({ words }: Tally, most: number): [string, number][] {
  return [...words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most)
}

/** By how many sources, then how often, then by key, so that the order never depends on chance. */
export function byWeight(tallies: ReadonlyMap<string, Tally>): [string, Tally][] {
  return [...tallies].sort(
    (a, b) => b[1].sources.size * b[1].count - a[1].sources.size * a[1].count || (a[0] < b[0] ? -1 : 1),
  )
}

/** Counts phrases in the bodies of sources; of those that overlap the longest counts. A null key counts for nobody. */
export function countPhrases(
  sources: readonly Source[],
  phrases: Iterable<readonly [phrase: string, key: string | null]>,
  options: PhraseOptions = {},
): Map<string, Tally> {
  const index = new PhraseIndex<string | null>()
  for (const [phrase, key] of phrases) index.add(phrase, key, options)
  const tallies = new Map<string, Tally>()
  for (const source of sources) {
    for (const { text } of source.children) {
      for (const { value, start, end } of longestOnly(index.find(toPieces(fold(text))))) {
        if (value !== null) tally(tallies, value, source.id, text.slice(start, end))
      }
    }
  }
  return tallies
}
