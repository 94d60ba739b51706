import type { Span } from './span.js'

/**
 * How a source tells of an event. `past`: in its own words, as what has been or still is. `reported`: as what somebody
 * says has been. `planned`: as what is to come or is meant to, whoever says so.
 */
export type EventStatus = 'past' | 'reported' | 'planned'

/** A dated event that a source tells. */
export interface TimelineEntry {
  source: string
  anchor: string
  /** The sentence, verbatim. */
  quote: string
  /** ISO 8601, as precise as `precision` says; for a season or decade its first day's month or year. */
  date: string
  /** Last day, month or year of an interval, inclusive. */
  end?: string
  precision: 'day' | 'month' | 'season' | 'year' | 'decade'
  /** The clause that the date belongs to, verbatim. */
  event: string
  raw: Span[]
  status: EventStatus
  /** Who is given as saying so, as the source names them; null where the source says so itself. */
  claimant: string | null
  /** Passages that tell of one event share this id; null where no other passage was found to. */
  same: string | null
}

/** A quantity that a source claims. */
export interface Figure {
  source: string
  anchor: string
  /** The sentence, verbatim. */
  quote: string
  /** As written: `around 10,000`, `5,000-7,000`, `30%`. */
  value: string
  /** The least and the most that the value says; null where words give no number (`billions`). */
  low: number | null
  high: number | null
  /** `%`, `USD`, `km`, `years`, or the noun that is counted. */
  unit: string
  /** The words around the value that tell what it counts, verbatim. */
  what: string
  raw: Span[]
  /** Who claims it, as the source names them; null where the source says so itself. */
  claimant: string | null
  /** The date or interval (`2010/2014`) that it holds for: told in the sentence, else the source's own; ISO 8601. */
  asOf: string | null
  /** Claims of one thing share this id; null where no other claim of it was found. */
  same: string | null
  /** Whether another claim of the same thing for the same time says a number that this one rules out. */
  conflict: boolean
}
