/** The actors and the issues that a book compares, in the order in which its tables show them. */
export interface Codebook {
  actors: Actor[]
  issues: Issue[]
  /** Phrases in which a name is not the actor's: `Moscow Conservatory`. */
  discard: string[]
}

/** Somebody who can hold a position: a state, an organisation, a group. */
export interface Actor {
  id: string
  name: string
  /** ISO 3166-1 alpha-2: adds the country's names, demonyms and capital. */
  country: string | null
  /** Further names and metonyms, as written. */
  aliases: string[]
  /** Persons who speak for the actor. */
  people: Person[]
}

export interface Person {
  name: string
  /** What the person was when: a text of that time that says `the Russian foreign minister` means him or her. */
  offices: Office[]
}

/** An office of a person. Dates are ISO 8601, as precise as is known, and belong to the time in office. */
export interface Office {
  role: string
  from: string | null
  until: string | null
}

/** A question on which positions are compared. */
export interface Issue {
  id: string
  name: string
  /** The wording that a stance is for or against. */
  towards: string
  /** What brings a sentence under the issue. */
  terms: Term[]
  /** Terms whose support is opposition to `towards`. */
  against: Term[]
}

/**
 * Phrases that must all stand in one sentence. A `*` at the end of a word stands for any ending.
 * A phrase with a capital letter is matched as written, any other without regard to case.
 */
export type Term = string[]
