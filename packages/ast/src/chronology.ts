import type { Span } from './span.js'

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
}
