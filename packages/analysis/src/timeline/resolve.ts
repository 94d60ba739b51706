import type { TimelineEntry } from '@briefbook/ast'
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysInMonth,
  formatDate,
  isDate,
  parseDate,
  weekday,
} from './calendar.js'
import type { TimeExpression, Unit } from './time-expression.js'

/** When a text was written, as far as it is known. */
export interface Reference {
  date: CalendarDate
}

/** Whether the clause of an expression tells what has been or what is to come; `open` where it may be either. */
export type Tense = 'past' | 'future' | 'open'

/** What the text told of before an expression. */
export interface Told {
  /** The year of the sentence before, where that holds on: a month without a year is of that. */
  year: number | null
  /** The date that was told of last: `two days later` is counted from it. */
  last: { first: CalendarDate; last: CalendarDate } | null
}

const nothingTold: Told = { year: null, last: null }

/** A date as the timeline has it. */
export type Resolved = Pick<TimelineEntry, 'date' | 'end' | 'precision'>

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

interface Day {
  year: number
  month: number
  day: number
}
const fullDay = ({ year, month, day }: CalendarDate): Day | null =>
  month === null || day === null ? null : { year, month, day }

/** The year of a month, or a day of a month, without one: the nearest that agrees with the tense. */
function yearOf(
  month: number,
  day: number | null,
  { date }: Reference,
  tense: Tense,
  shift: number | null,
  lastMonth = month,
): number {
  const { year, month: now } = date
  // Where the text's own month is not known, nothing but its year can be meant.
  if (now === null) return year + (shift === 1 ? 1 : 0)
  if (shift === 0) return year
  const order =
    month !== now ? month - now : day === null || date.day === null || shift !== null ? 0 : Math.sign(day - date.day)
  if (shift === 1 || (shift === null && tense === 'future'))
    return order < 0 || (order === 0 && shift === 1) ? year + 1 : year
  if (shift === -1 || tense === 'past') return order > 0 || (order === 0 && shift === -1) ? year - 1 : year
  // Neither: the nearest. Half a year away on both sides, the past one, of which more is written.
  const ahead = (lastMonth - now + 12) % 12
  if (order === 0) return year
  return ahead < 6 ? (order > 0 ? year : year + 1) : order > 0 ? year - 1 : year
}

const scales: { readonly [unit in Unit]?: number } = { year: 1, decade: 10, century: 100 }

/** So many units from a date, as precise as the unit; null where the date is less precise than that. */
function away(unit: Unit, shift: number, to: number | null, { year, month, day }: CalendarDate): Resolved | null {
  if (unit === 'year') return span(at(year + shift), to === null ? null : at(year + to), 'year')
  if (unit === 'decade') {
    const first = Math.floor(year / 10) * 10 + shift * 10
    return span(at(first), at(first + 9), 'decade')
  }
  if (unit === 'century') {
    const first = (Math.ceil(year / 100) - 1 + shift) * 100 + 1
    return span(at(first), at(first + 99), 'year')
  }
  if (month === null) return null
  if (unit === 'month') {
    const first = addMonths(year, month, shift)
    const last = to === null ? null : addMonths(year, month, to)
    return span(at(first.year, first.month), last && at(last.year, last.month), 'month')
  }
  if (unit === 'quarter') {
    const begins = month - ((month - 1) % 3)
    const first = addMonths(year, begins, shift * 3)
    const last = addMonths(year, begins, (to ?? shift) * 3 + 2)
    return span(at(first.year, first.month), at(last.year, last.month), 'month')
  }
  if (day === null) return null
  const moved = (n: number) => addDays({ year, month, day }, n)
  const point = (d: Day) => at(d.year, d.month, d.day)
  if (unit === 'day') return span(point(moved(shift)), to === null ? null : point(moved(to)), 'day')
  const monday = moved(1 - weekday({ year, month, day }))
  const [first, last] = unit === 'weekend' ? [5, 6] : [0, 6]
  return span(point(addDays(monday, shift * 7 + first)), point(addDays(monday, (to ?? shift) * 7 + last)), 'day')
}

/** The whole stretch from so many units back until the date, or from the date on. */
function stretch(unit: Unit, count: number, direction: -1 | 1, date: CalendarDate): Resolved | null {
  const [first, last] = direction < 0 ? [-count, 0] : [0, count]
  const scale = scales[unit]
  if (scale !== undefined) return span(at(date.year + first * scale), at(date.year + last * scale), 'year')
  if (unit === 'month') return away('month', first, last, date)
  if (unit === 'quarter') return away('month', first * 3, last * 3, date)
  const days = unit === 'day' ? 1 : 7
  const today = unit === 'weekend' ? null : fullDay(date)
  if (!today) return null
  const [from, until] = direction < 0 ? [-count * days, -1] : [1, count * days]
  const [a, b] = [addDays(today, from), addDays(today, until)]
  return span(
    at(a.year, a.month, a.day),
    b.day === a.day && count * days === 1 ? null : at(b.year, b.month, b.day),
    'day',
  )
}

/**
 * The latest such weekday up to the text's date, or the next one where the future is told of; `last Friday` and `next
 * Friday` are those of the week before and of the week to come.
 */
function dayOfWeek(wanted: number, shift: number | null, { date }: Reference, tense: Tense): Resolved | null {
  const now = fullDay(date)
  if (!now) return null
  const own = weekday(now)
  const ahead = (wanted - own + 7) % 7
  const days =
    shift !== null
      ? wanted - own + 7 * shift
      : tense === 'future'
        ? ahead === 0
          ? 7
          : ahead
        : ahead === 0
          ? 0
          : ahead - 7
  const found = addDays(now, days)
  return span(at(found.year, found.month, found.day), null, 'day')
}

/** `over the weekend`: on a weekday the one behind, where the past is told of. */
function weekend(date: CalendarDate, tense: Tense): Resolved | null {
  const today = fullDay(date)
  return today && away('weekend', tense !== 'future' && weekday(today) < 6 ? -1 : 0, null, date)
}

/** The n-th week of a month counts from its first Monday, or the one before where that week is mostly of the month. */
function weekIn({ year, month, day }: CalendarDate, n: number | 'last' | null): Resolved | null {
  if (month === null) return null
  const inside = n === null ? day : n === 'last' ? daysInMonth(year, month) : 4 + (n - 1) * 7
  return inside === null ? null : away('week', 0, null, at(year, month, inside))
}

/** Weeks from a day; from a month, the months that they may fall in. */
function weeksFrom({ first, last }: NonNullable<Told['last']>, shift: number, to: number): Resolved | null {
  const day = fullDay(shift > 0 ? last : first)
  if (day) return away('week', shift, to, at(day.year, day.month, day.day))
  if (first.month === null || last.month === null) return null
  const from = addDays({ year: first.year, month: first.month, day: 1 }, shift * 7)
  const until = addDays({ year: last.year, month: last.month, day: daysInMonth(last.year, last.month) }, to * 7)
  return span(at(from.year, from.month), at(until.year, until.month), 'month')
}

function dayOfMonth(
  day: number,
  shift: number | null,
  reference: Reference,
  tense: Tense,
  told: Told,
): Resolved | null {
  const { year, month } = told.last?.first.month != null ? told.last.first : reference.date
  if (month === null) return null
  const known = told.last?.first.month != null || shift !== null
  const now = reference.date.day
  const move = known || now === null ? (shift ?? 0) : tense === 'future' ? (day < now ? 1 : 0) : day > now ? -1 : 0
  const found = { ...addMonths(year, month, move), day }
  return isDate(found) ? span(found, null, 'day') : null
}

/**
 * The date that an expression means; null where the text's own date is not known well enough to tell.
 *
 * @param reference  When the text was written; null where that is not known at all.
 * @param told       What the text told of before.
 */
export function resolveTime(
  time: TimeExpression,
  reference: Reference | null,
  tense: Tense,
  told: Told = nothingTold,
): Resolved | null {
  if (time.kind === 'date') return span(time.date, time.end, time.precision)
  if (time.kind === 'relative' && time.from === 'then') {
    if (told.last === null) return null
    const { unit, shift, to } = time
    if (unit === 'week') return weeksFrom(told.last, shift, to ?? shift)
    return away(unit, shift, to, shift > 0 ? told.last.last : told.last.first)
  }
  if (time.kind === 'yearless') {
    const own = reference && yearOf(time.month, time.day, reference, tense, time.shift, time.end?.month)
    const year = told.year !== null && time.shift === null ? told.year : own
    if (year === null || !isDate(at(year, time.month, time.day))) return null
    const last = time.end && at(year + (time.end.month < time.month ? 1 : 0), time.end.month, time.end.day)
    return span(at(year, time.month, time.day), last, time.day === null ? 'month' : 'day')
  }
  if (time.kind === 'week') {
    const of = resolveTime(time.of, reference, tense, told)
    const date = of && parseDate(of.date)
    return date && weekIn(date, time.n)
  }
  if (reference === null) return null
  switch (time.kind) {
    case 'season': {
      const year = yearOf(time.month, null, reference, tense, time.shift)
      const last = addMonths(year, time.month, 2)
      return span(at(year, time.month), at(last.year, last.month), 'season')
    }
    case 'weekday':
      return dayOfWeek(time.weekday, time.shift, reference, time.ahead ? 'future' : tense)
    case 'dayOfWeek': {
      const week = away('week', time.weeks, null, reference.date)
      const date = week && parseDate(week.date)
      const monday = date && fullDay(date)
      return monday && span({ ...addDays(monday, time.weekday - 1) }, null, 'day')
    }
    case 'dayOfMonth':
      return dayOfMonth(time.day, time.shift, reference, tense, told)
    case 'partOfYear': {
      const year = reference.date.year + time.shift
      return span(at(year, time.first), at(year, time.last), 'month')
    }
    case 'stretch':
      return stretch(time.unit, time.count, time.direction, reference.date)
    case 'relative':
      if (time.unit === 'weekend' && time.shift === 0) return weekend(reference.date, tense)
      return time.ahead && tense === 'past' ? null : away(time.unit, time.shift, time.to, reference.date)
  }
}
