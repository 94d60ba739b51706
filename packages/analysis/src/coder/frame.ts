import type { Stance } from '@briefbook/ast'
import type { Lean } from '../lexicons/phrases.js'
import type { SentenceContext } from './context.js'

/** Where the way from an actor to an issue begins. Indices of clauses and words. */
type Anchor = { kind: 'clause'; clause: number } | { kind: 'noun'; word: number }

/** An actor, and the words in which an issue's term makes a statement of its. */
export interface Frame {
  actors: string[]
  anchor: Anchor
  /** Whether a word is among those. */
  scope(word: number): boolean
  /** The word that shows the attribution; null where only the grammar does. */
  cue: number | null
  /** Whether what the actor does itself, without a word for or against, speaks for the issue. */
  acts: boolean
  /** Where the rule itself tells the stance; null where the words on the way do. */
  stance: Stance | null
  /** What the word in `cue` adds to the words on the way. */
  leans?: Lean
}

/** The clause and those that it is part of, innermost first. */
export function ancestors(sentence: SentenceContext, clause: number): number[] {
  const chain: number[] = []
  for (
    let c: number | null = clause;
    c !== null && c >= 0 && !chain.includes(c);
    c = sentence.clauses[c]?.parent ?? null
  )
    chain.push(c)
  return chain
}
