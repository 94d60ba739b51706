import type { Span } from './span.js'

/** What an actor holds towards an issue as its `towards` words it. */
export const stances = ['favours', 'opposes', 'concerned', 'mixed', 'none'] as const
export type Stance = (typeof stances)[number]

/**
 * One passage that says what one actor holds on one issue, after the statement of Discourse Network Analyzer
 * (Leifeld 2017: the unit of analysis is a text portion, a person or organisation, a concept, and agreement with it).
 */
export interface Statement {
  /** Made of the source, the normalised quote, the actor and the issue, so that edits elsewhere do not change it. */
  id: string
  /** The source's id. */
  source: string
  /** The block's anchor. */
  anchor: string
  /** A sentence or a clause, verbatim. */
  quote: string
  /** Where the quote stands in the block's text. */
  span: Span
  /** Where the quote stands in the source's raw text. */
  raw: Span[]
  /** The actor whose position it is. */
  actor: string
  issue: string
  stance: Stance
  /** Who is quoted as saying so, as the source names them. */
  speaker: string | null
  /** The words that showed the stance or the attribution; null where nothing but the proposition did. */
  cue: string | null
  /** The id of the rule that found it; `analyst` for one that an analyst added. */
  rule: string
  coder: 'rule' | 'analyst'
  /** What an analyst said of it; null while nobody has looked at it. */
  review: Review | null
}

/** An analyst's word over a rule's. */
export interface Review {
  action: 'accept' | 'reject' | 'change' | 'add'
  by: string
  note: string | null
  /** What the rule had found, where `change` replaced it. */
  was: Partial<Pick<Statement, 'actor' | 'issue' | 'stance' | 'speaker'>> | null
}

/** A sentence where an actor and an issue meet and no position is stated. */
export interface Mention {
  source: string
  anchor: string
  actor: string
  issue: string
}
