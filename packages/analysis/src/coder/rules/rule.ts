import type { SentenceContext } from '../context.js'
import type { Frame } from '../frame.js'
import type { Holder, Pointers } from '../holders.js'
import type { SentenceSpeech } from '../speakers.js'

/** A list of an actor's aims or concerns that was announced: `has two aims`. */
export interface Series {
  actors: string[]
  /** Whether they are things feared. */
  feared: boolean
  /** The word behind the announcement, in its own sentence. */
  end: number
}

/** What a rule looks at. */
export interface RuleContext {
  sentence: SentenceContext
  pointers: Pointers
  speech: SentenceSpeech
  /** For each clause, whom its subject stands for. */
  subjects: (Holder | null)[]
  /** The actors whose point of view the heading above sets; empty where it sets none. */
  heading: string[]
  /** The actors whose view the paragraph gave last; empty where it gave none. */
  view: string[]
  /** The list that the sentence itself announces; null where it announces none. */
  announced: Series | null
  /** The list that a sentence before announced; null where none did. */
  series: Series | null
}

/** A way in which prose gives an actor's position. */
export interface CoderRule {
  /** What is so where the rule fires, in one sentence. */
  promise: string
  find(context: RuleContext): Frame[]
}
