import type { Office } from './codebook.js'
import type { Span } from './span.js'

/** A person whom the sources name. */
export interface NamedPerson {
  /** As the codebook has it, else in the fullest form that a source gives. */
  name: string
  /** The actor for whom the person speaks, by the codebook or by a role that a source gives; null where neither tells. */
  actor: string | null
  /** What the codebook says that the person was when; empty where it does not have the person. */
  offices: Office[]
  /** Roles as the sources word them, each wording once. */
  roles: PersonRole[]
  /** Where the person is named, in the order of the sources. */
  anchors: string[]
}

/** What a source calls a person. */
export interface PersonRole {
  /** Verbatim, without an article in front: `deputy foreign minister`. */
  role: string
  source: string
  anchor: string
  /** Where the role stands in the block's text. */
  span: Span
}

/** A short form with the long form that a source gives for it. */
export interface Acronym {
  short: string
  /** Verbatim. */
  long: string
  /** Where the two stand beside each other, in the order of the sources. */
  anchors: string[]
}

/** Where an actor is named or a statement of it stands. */
export interface Appearances {
  actor: string
  /** In the order of the sources. */
  anchors: string[]
}
