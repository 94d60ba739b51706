import type { TimelineEntry } from '@briefbook/ast'
import type { CalendarDate } from './calendar.js'

export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade' | 'century'

/** What a time expression says, before anything around it is known. */
export type TimeExpression =
  /** A date with its year, or an interval of two. */
  | {
      kind: 'date'
      date: CalendarDate
      end: CalendarDate | null
      precision: TimelineEntry['precision']
    }
  /** A day or month without its year. `shift` where `last`, `this` or `next` stands in front. */
  | {
      kind: 'yearless'
      month: number
      day: number | null
      end: { month: number; day: number | null } | null
      shift: number | null
    }
  /** `the 18th`: of the month that is told of, else of the nearest one. */
  | { kind: 'dayOfMonth'; day: number; shift: number | null }
  | { kind: 'season'; month: number; shift: number | null }
  /**
   * So many units before or after the text's own date (`now`), or after the date that was told of last (`then`); `to`
   * for a range. `ahead`: only where the clause tells of what is to come, as `in ten years` may be a length as well.
   */
  | { kind: 'relative'; unit: Unit; shift: number; to: number | null; from: 'now' | 'then'; ahead: boolean }
  /** Part of a year that is told from the text's own: `the second half of last year`, by its first and last month. */
  | { kind: 'partOfYear'; shift: number; first: number; last: number }
  /** `the past three years`, `the next ten days`: from so far back until now, or from now on. */
  | { kind: 'stretch'; unit: Unit; count: number; direction: -1 | 1 }
  /** `ahead` for `the coming Friday`: the next one, whatever the tense. */
  | { kind: 'weekday'; weekday: number; shift: number | null; ahead: boolean }
  /** A day of the week that is so many weeks from now: `Tuesday of next week`. */
  | { kind: 'dayOfWeek'; weekday: number; weeks: number }
  /** `the week of 18 May`; with `n`, the n-th week of a month, or the last one. */
  | { kind: 'week'; of: TimeExpression; n: number | 'last' | null }

/** Groups of a match, by their number. */
export type Groups = readonly (string | undefined)[]

/** Whether figures with strokes tell the day or the month first; null where nothing shows it. */
export type DateOrder = 'day first' | 'month first' | null

/**
 * What a text must hold for a pattern to fit: a word of a kind (`patterns/needs.ts` has them), two months, or figures. It
 * spares most texts most patterns.
 */
export type Need =
  | 'month'
  | 'months'
  | 'weekday'
  | 'season'
  | 'unit'
  | 'fraction'
  | 'decade'
  | 'century'
  | 'today'
  | 'name'
  | 'shift'
  | 'ago'
  | 'apart'
  | 'hence'
  | 'in'
  | 'part'
  | 'that'
  | 'day'
  | 'number'
  | 'figures'
  | 'year'
  | 'tens'
  | 'stroke'
  | 'ordinal'

/** A way of writing a time. */
export interface Pattern {
  /** All of them. */
  needs: readonly Need[]
  pattern: RegExp
  read(groups: Groups, order: DateOrder): TimeExpression | null
}
