import type { TimelineEntry } from '@briefbook/ast'
import { addDays, addMonths, type CalendarDate, formatDate, isDate, weekday } from './calendar.js'
import type { TimeExpression } from './patterns.js'

/** When a text was written, as far as it is known, and when what it tells of last took place. */
export interface Reference {
  date: CalendarDate
}

/** Whether the clause of an expression tells what has been or what is to come. */
export type Tense = 'past' | 'future'

type Resolved = Pick<TimelineEntry, 'date' | 'end' | 'precision'>

/** The year of a month without one: the nearest that agrees with the tense. */
function yearOf(month: number, { date }: Reference, tense: Tense, shift: number | null): number {
  const { year, month: now } = date
  // Where the text's own month is not known, nothing but its year can be meant.
  if (now === null) return year + (shift === 1 ? 1 : 0)
  const future = shift === 1 || (shift === null && tense === 'future')
  const past = shift === -1 || (shift === null && tense === 'past')
  if (future) return month < now || (month === now && shift === 1) ? year + 1 : year
  if (past) return month > now || (month === now && shift === -1) ? year - 1 : year
  return year
}

const span = (first: CalendarDate, last: CalendarDate | null, precision: Resolved['precision']): Resolved => ({
  date: formatDate(first),
  ...(last === null ? {} : { end: formatDate(last) }),
  precision,
})

const at = (year: number, month: number | null = null, day: number | null = null): CalendarDate => ({
  year,
  month,
  day,
})

function relative(
  unit: 'day' | 'week' | 'month' | 'year' | 'decade',
  shift: number,
  to: number | null,
  { date }: Reference,
): Resolved | null {
  const { year, month, day } = date
  if (unit === 'year') return span(at(year + shift), to === null ? null : at(year + to), 'year')
  if (unit === 'decade') {
    const first = Math.floor(year / 10) * 10 + shift * 10
    return span(at(first), at(first + 9), 'decade')
  }
  if (month === null) return null
  if (unit === 'month') {
    const first = addMonths(year, month, shift)
    const last = to === null ? null : addMonths(year, month, to)
    return span(at(first.year, first.month), last && at(last.year, last.month), 'month')
  }
  if (day === null) return null
  const moved = (n: number) => addDays({ year, month, day }, n)
  const point = (d: { year: number; month: number; day: number }) => at(d.year, d.month, d.day)
  if (unit === 'day') return span(point(moved(shift)), to === null ? null : point(moved(to)), 'day')
  const monday = addDays({ year, month, day }, 1 - weekday({ year, month, day }))
  return span(point(addDays(monday, shift * 7)), point(addDays(monday, (to ?? shift) * 7 + 6)), 'day')
}

/** The latest such weekday up to the text's date, or the next one where the future is told of. */
function dayOfWeek(wanted: number, shift: number | null, { date }: Reference, tense: Tense): Resolved | null {
  const { year, month, day } = date
  if (month === null || day === null) return null
  const now = { year, month, day }
  const ahead = (wanted - weekday(now) + 7) % 7
  const future = shift === 1 || (shift === null && tense === 'future')
  const days = future ? (ahead === 0 ? 7 : ahead) : shift === -1 && ahead === 0 ? -7 : ahead === 0 ? 0 : ahead - 7
  const found = addDays(now, days)
  return span(at(found.year, found.month, found.day), null, 'day')
}

/**
 * The date that an expression means; null where the text's own date is not known well enough to tell.
 *
 * @param reference  When the text was written; null where that is not known at all.
 * @param context    The year of the sentence before, where that tells of the past; a month without a year is of that.
 */
export function resolveTime(
  time: TimeExpression,
  reference: Reference | null,
  tense: Tense,
  context: number | null,
): Resolved | null {
  if (time.kind === 'date') return span(time.date, time.end, time.precision)
  if (time.kind === 'yearless') {
    if (context === null && reference === null) return null
    const year =
      context !== null && time.shift === null
        ? context
        : reference
          ? yearOf(time.month, reference, tense, time.shift)
          : null
    if (year === null) return null
    if (!isDate(at(year, time.month, time.day))) return null
    const last = time.end && at(year + (time.end.month < time.month ? 1 : 0), time.end.month, time.end.day)
    return span(at(year, time.month, time.day), last, time.day === null ? 'month' : 'day')
  }
  if (reference === null) return null
  if (time.kind === 'season') {
    const year = yearOf(time.month, reference, tense, time.shift)
    const last = addMonths(year, time.month, 2)
    return span(at(year, time.month), at(last.year, last.month), 'season')
  }
  if (time.kind === 'weekday') return dayOfWeek(time.weekday, time.shift, reference, tense)
  return relative(time.unit, time.shift, time.to, reference)
}
