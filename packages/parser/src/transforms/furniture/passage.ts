import type { DraftBlock } from '../../draft.js'
import { countWords, endsSentence, isProse } from '../../shape.js'
import { matchPhrase } from './match.js'
import type { Phrase } from './phrases.js'

/** A passage of prose as long as this, not cut short, reads like the document's own. */
const leastOwnWords = 30

/** A block and what can be said of it by itself; looked at once, for the patterns are many. */
export interface Passage {
  block: DraftBlock
  /** The line that pages are known to have, where it is one. */
  phrase: Phrase | null
  words: number
  /** Running prose, and no line that pages are known to have. */
  prose: boolean
  /** Prose that is long and whole: the document's rather than a teaser's. */
  own: boolean
}

export function describe(block: DraftBlock): Passage {
  const phrase = matchPhrase(block.text)
  const words = countWords(block.text)
  const prose = phrase === null && isProse(block.text, words)
  const whole = endsSentence(block.text) && !/(?:\.{3}|…)$/.test(block.text)
  return { block, phrase, words, prose, own: prose && words >= leastOwnWords && block.linked < 0.5 && whole }
}
