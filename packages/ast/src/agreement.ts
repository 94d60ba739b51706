import type { Stance } from './statement.js'

/** Who stands with whom, and where the sources contradict each other. Ids throughout. */
export interface Agreements {
  /** For each issue on which a source shows somebody's attitude, in the order of the codebook. */
  camps: IssueCamps[]
  /** Every two actors who both take a side on at least one issue, in the order of the codebook. */
  pairs: ActorPair[]
  /** In the order of the codebook, by actor and issue. */
  contradictions: Contradiction[]
}

/** Who stands where on one issue. */
export interface IssueCamps {
  issue: string
  /** Whether one actor is for it and another against it or afraid of it. */
  contested: boolean
  /** In the order of the stances, `none` left out; none of them empty. */
  camps: { stance: Stance; members: CampMember[] }[]
}

export interface CampMember {
  actor: string
  /** Those that show the stance of the camp, the best evidence first; all that show an attitude where that is `mixed`. */
  statements: string[]
}

/**
 * How two actors stand to each other, after Leifeld (2017): congruence counts the issues on which both take the same side,
 * conflict those on which they take opposed ones.
 */
export interface ActorPair {
  actors: [string, string]
  /** The issues on which both are on one side. */
  together: string[]
  /** The issues on which they are on opposed sides. */
  apart: string[]
  /** Both counts, divided by the mean number of issues on which the two take a side: who is told of often is not near to everybody for that. */
  normalised: { together: number; apart: number }
}

/** One actor who is given opposed stances on one issue. */
export interface Contradiction {
  actor: string
  issue: string
  /** `sources`: two sources differ. `times`: two that are of different years differ. `passages`: one source shows both. */
  between: 'sources' | 'times' | 'passages'
  /** Those for the issue and those against it or afraid of it; the first of each are what is best set side by side. */
  sides: [string[], string[]]
}
