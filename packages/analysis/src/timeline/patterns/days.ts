import { feasts, namedDays } from '../../lexicons/calendar.js'
import { type CalendarDate, parseDate } from '../calendar.js'
import type { Pattern, TimeExpression } from '../time-expression.js'
import {
  absolute,
  dated,
  day,
  dayNumber,
  dayOf,
  days,
  edge,
  group,
  month,
  monthNumber,
  onDay,
  shifts,
  stop,
  to,
  written,
  year,
} from './vocabulary.js'

const inYear = `(?:(?:,| ,| of| in)? ${year})?`

/** Days and runs of days, with and without the year. */
export const dayPatterns: readonly Pattern[] = [
  ...namedDays.map(([pattern, date]) =>
    written(
      ['name'],
      `${edge}${pattern}(?![\\d])`,
      () => ({ kind: 'date', date: parseDate(date) as CalendarDate, end: null, precision: 'day' }),
      'gu',
    ),
  ),
  // 29/10/2021, 10/29/2021: which of two small numbers is the month, something else must show
  written(['stroke'], `(?<![\\d/.-])(\\d\\d?)([/.-])(\\d\\d?)\\2${year}(?![\\d/]|[.-]\\d)`, (m, order) => {
    const [a, b] = [Number(m[1]), Number(m[3])]
    if (a <= 12 && b <= 12 && a !== b && order === null) return null
    const dayFirst = a > 12 || (b <= 12 && order === 'day first')
    return dayFirst ? absolute(dated(group(m, 4), b, a), null, 'day') : absolute(dated(group(m, 4), a, b), null, 'day')
  }),
  // on 22/4, by 11/20: without a year, where one of the two cannot be a month
  written(
    ['stroke'],
    `(?<=\\b(?:on|by|until|since|before|after|from) )(\\d\\d?)/(\\d\\d?)(?![\\d/%]|[.,]\\d)`,
    (m, order) => {
      const [a, b] = [Number(m[1]), Number(m[2])]
      if (a <= 12 && b <= 12 && order === null) return null
      const dayFirst = a > 12 || (b <= 12 && order === 'day first')
      return dayFirst ? days(b, a, null, undefined) : days(a, b, null, undefined)
    },
  ),
  // 2021-10-29, 2021/10/29
  written(['stroke'], `(?<![\\d/.-])${onDay}${year}([-/.])(\\d\\d?)\\2(\\d\\d?)(?![\\d/]|[.-]\\d)`, m =>
    absolute(dated(group(m, 1), Number(m[3]), Number(m[4])), null, 'day'),
  ),
  // 18-20 August (2021)
  written(['month', 'number'], `${edge}${onDay}${dayNumber}${to}${dayNumber} (?:of )?${month}${inYear}${stop}`, m =>
    days(monthNumber(group(m, 3)), dayOf(group(m, 1)), dayOf(group(m, 2)), m[4]),
  ),
  // August 18-20 (, 2021)
  written(
    ['month', 'number'],
    `${edge}${onDay}${month} (?:the )?${dayNumber}${to}${dayNumber}(?!\\d|s\\b|[,.:]\\d|-| [ap]\\.?m)${inYear}`,
    m => days(monthNumber(group(m, 1)), dayOf(group(m, 2)), dayOf(group(m, 3)), m[4]),
  ),
  // 29 October (2020) to 3 November 2021
  written(
    ['months', 'number', 'year'],
    `${edge}${dayNumber} ${month}${inYear}${to}${dayNumber} ${month}(?:,| ,| of| in)? ${year}`,
    m =>
      absolute(
        dated(m[3] ?? group(m, 6), monthNumber(group(m, 2)), dayOf(group(m, 1))),
        dated(group(m, 6), monthNumber(group(m, 5)), dayOf(group(m, 4))),
        'day',
      ),
  ),
  // October 29 (, 2020) to November 3, 2021
  written(
    ['months', 'number', 'year'],
    `${edge}${month} ${dayNumber}${inYear}${to}${month} ${dayNumber}(?:,| ,| of| in)? ${year}`,
    m =>
      absolute(
        dated(m[3] ?? group(m, 6), monthNumber(group(m, 1)), dayOf(group(m, 2))),
        dated(group(m, 6), monthNumber(group(m, 4)), dayOf(group(m, 5))),
        'day',
      ),
  ),
  // from 29 October to 3 November, from October 29 to November 3
  written(
    ['months', 'number'],
    `${edge}(?:${dayNumber} ${month}${to}${dayNumber} ${month}|${month} ${dayNumber}${to}${month} ${dayNumber})(?! ${year})(?!\\d|s\\b|,\\d)`,
    (m): TimeExpression | null => {
      const [m1, d1] = [monthNumber(m[2] ?? group(m, 5)), dayOf(m[1] ?? group(m, 6))]
      const [m2, d2] = [monthNumber(m[4] ?? group(m, 7)), dayOf(m[3] ?? group(m, 8))]
      const last = days(m2, d2, null, undefined)
      const first = days(m1, d1, null, undefined)
      return first?.kind === 'yearless' && last ? { ...first, end: { month: m2, day: d2 } } : null
    },
  ),
  written(
    ['month', 'day'],
    `(?<![\\p{L}\\d]|[$€£] ?)${onDay}${day}(?:(?: day)? (?:of )?|-)${month}(?:-${year}|${inYear})${stop}`,
    m => days(monthNumber(group(m, 2)), dayOf(group(m, 1)), null, m[3] ?? m[4]),
  ),
  written(
    ['month', 'day'],
    `${edge}${onDay}${month} (?:the )?${day}(?!\\d|s\\b|[,.:]\\d|-\\p{L}|%| (?:percent|per cent|million|billion|people))${inYear}`,
    m => days(monthNumber(group(m, 1)), dayOf(group(m, 2)), null, m[3]),
  ),
  // last 9 May
  written(['month', 'number', 'shift'], `${edge}(last|this|next) ${dayNumber} (?:of )?${month}${stop}`, m => {
    const found = days(monthNumber(group(m, 3)), dayOf(group(m, 2)), null, undefined)
    return found?.kind === 'yearless' ? { ...found, shift: shifts[group(m, 1).toLowerCase()] ?? null } : null
  }),
  // the 18th; `the 18th century` and `the 18th meeting` are none
  written(
    ['ordinal'],
    `(?<=\\b(?:on|by|until|till|since|from|before|after|of) )the ${dayNumber}(?<=st|nd|rd|th)(?: of (this|last|next) month| this month)?(?=\\s*(?:[.,;:)?!]|$)| (?:and|but|or|to|when|after|before|at|in)\\b)`,
    m => ({ kind: 'dayOfMonth', day: dayOf(group(m, 1)), shift: m[2] ? (shifts[m[2].toLowerCase()] ?? null) : null }),
  ),
  ...Object.entries(feasts).map(([name, [m, d]]) =>
    written(
      ['name'],
      `${edge}${name.replace("'", "'?")}(?:,? (?:of |in )?${year})?${stop}`,
      groups => days(m, d, null, groups[1]),
      'gu',
    ),
  ),
]
