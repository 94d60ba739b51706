import type { TimelineEntry } from '@briefbook/ast'
import { months, ordinals, shortWeekdays, weekdays } from '../../lexicons/calendar.js'
import { numberWord, numberWordPattern } from '../../text/numbers.js'
import { type CalendarDate, isDate } from '../calendar.js'
import type { Groups, Need, Pattern, TimeExpression, Unit } from '../time-expression.js'

/** The pieces that patterns are put together from. Each with round brackets is one group. */
const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')

const monthNames = longestFirst(
  months.flatMap(names => names.map((name, i) => (i === 0 ? `${name}\\b` : `${name}\\b\\.?`))),
)
export const month = `(${monthNames})`
const ordinalWords = longestFirst(ordinals.map(word => word.replace('-', '[- ]')))
export const day = `((?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?|${ordinalWords})`
/** A day in figures alone: where a word would be told from `the third of`. */
export const dayNumber = '((?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?)'
export const year = '((?:1[5-9]|20)\\d\\d)'
export const to = '\\s?(?:-|to|and|until|till|through|~)\\s?(?:the )?'
export const part =
  '(?:(?:the )?(?:very )?(?:early|mid|late|middle of|midst of|beginning of|start of|end of|turn of|close of|first half of|second half of|first days of|last days of)[- ](?:the )?)?'
export const season = '(spring|summer|autumn|fall|winter)'
/** A number of units; `a few` and `several` are read as a range. */
export const count = `(\\d{1,3}|an?|half a|a couple of|a few|several|some|a dozen|${numberWordPattern})`
export const unit = '(day|week|weekend|month|quarter|year|decade|centur(?:y|ie))s?'
/** A day of the week in front of a date. */
export const onDay = `(?:(?:${longestFirst([...weekdays, ...shortWeekdays.map(name => `${name}\\b\\.?`)])}),? (?:the )?)?`
export const weekdayName = `(${weekdays.join('|')})`
/** No letter or digit around. */
export const edge = '(?<![\\p{L}\\d])'
export const stop = '(?![\\p{L}\\d])'

export const monthNumber = (name: string): number =>
  months.findIndex(names => names.some(n => n.toLowerCase() === name.replace('.', '').toLowerCase())) + 1

export const weekdayNumber = (name: string): number =>
  weekdays.findIndex(word => word.toLowerCase() === name.toLowerCase()) + 1

/** `3`, `3rd` or `third` */
export const dayOf = (text: string): number =>
  /^\d/.test(text) ? Number.parseInt(text, 10) : ordinals.indexOf(text.toLowerCase().replace(' ', '-')) + 1

export const unitOf = (text: string): Unit => (/^centur/i.test(text) ? 'century' : (text.toLowerCase() as Unit))

/**
 * How many units a count says: `a couple of` is two, `a few` and `several` two to six, which is what writers and readers
 * take them for.
 */
export function countOf(text: string): { least: number; most: number } | null {
  const lower = text.toLowerCase()
  if (/^(?:a few|several|some)$/.test(lower)) return { least: 2, most: 6 }
  const n =
    lower === 'a couple of'
      ? 2
      : lower === 'a dozen'
        ? 12
        : /^an?$/.test(lower)
          ? 1
          : /^\d/.test(lower)
            ? Number(lower)
            : numberWord(lower)
  return n === null || !Number.isInteger(n) || n === 0 ? null : { least: n, most: n }
}

export const shifts: { readonly [word: string]: number } = {
  last: -1,
  past: -1,
  previous: -1,
  'this past': -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
  upcoming: 1,
  'this coming': 1,
}

export const group = (groups: Groups, i: number): string => groups[i] ?? ''

export const dated = (y: string | number, m: number | null = null, d: number | null = null): CalendarDate => ({
  year: Number(y),
  month: m,
  day: d,
})

export function absolute(
  date: CalendarDate,
  end: CalendarDate | null,
  precision: TimelineEntry['precision'],
): TimeExpression | null {
  return isDate(date) && (end === null || isDate(end)) ? { kind: 'date', date, end, precision } : null
}

/** A day or two of one month, with or without the year. */
export function days(m: number, first: number, last: number | null, y: string | undefined): TimeExpression | null {
  if (y !== undefined) return absolute(dated(y, m, first), last === null ? null : dated(y, m, last), 'day')
  return isDate(dated(2000, m, first)) && (last === null || isDate(dated(2000, m, last)))
    ? { kind: 'yearless', month: m, day: first, end: last === null ? null : { month: m, day: last }, shift: null }
    : null
}

export const written = (needs: readonly Need[], source: string, read: Pattern['read'], flags = 'giu'): Pattern => ({
  needs,
  pattern: new RegExp(source, flags),
  read,
})
