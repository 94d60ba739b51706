import type { Span } from './span.js'

/** The sentences of a source that have most in common with the rest of it. */
export interface Abstract {
  source: string
  /** The most central first. */
  sentences: CentralSentence[]
}

export interface CentralSentence {
  anchor: string
  /** Verbatim. */
  quote: string
  /** Where it stands in the block's text. */
  span: Span
}
