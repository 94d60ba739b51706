import type { DraftBlock } from '../draft.js'
import { countWords, fold, isProse } from '../shape.js'

/** So many words at the beginning of a text show what it is about. */
const wordsOfBeginning = 400
/** Shorter words stand in every text. */
const shortestWord = 4
/** Words that begin alike are forms of one. */
const stem = 6
/** So many words that a line shares with the text are no chance. */
const leastShared = 4

/** How much of a line a text is about, 0 to 1. */
export type Shared = (line: string) => number

const stems = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter(word => word.length >= shortestWord)
    .map(word => word.slice(0, stem))

/** Tells how much a text, from its first block on, has to do with a line: its title has most of its words from there. */
export function sharedWords(text: readonly DraftBlock[]): Shared {
  const words = new Set<string>()
  let count = 0
  for (const { text: passage } of text) {
    if (!isProse(passage)) continue
    for (const word of stems(passage)) words.add(word)
    count += countWords(passage)
    if (count >= wordsOfBeginning) break
  }
  return line => {
    const own = [...new Set(stems(line))]
    const shared = own.filter(word => words.has(word)).length
    return own.length === 0 ? 0 : (shared / own.length) * Math.min(1, shared / leastShared)
  }
}
