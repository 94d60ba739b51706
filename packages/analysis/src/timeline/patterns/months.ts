import { seasons } from '../../lexicons/calendar.js'
import type { Pattern, TimeExpression } from '../time-expression.js'
import {
  absolute,
  dated,
  edge,
  group,
  month,
  monthNumber,
  part,
  season,
  shifts,
  stop,
  to,
  written,
  year,
} from './vocabulary.js'

const ordinal = '(first|second|third|fourth|last|final)'

/** First and last month of `third quarter`, `Q3`, `second half`, `H2`. */
function partOfYear(named: string, sign: string | undefined, half: boolean): { first: number; last: number } | null {
  const parts = half ? 2 : 4
  const n = Number(sign ?? (['first', 'second', 'third', 'fourth'].indexOf(named.toLowerCase()) + 1 || parts))
  if (n < 1 || n > parts) return null
  const length = 12 / parts
  return { first: (n - 1) * length + 1, last: n * length }
}

function inYear(y: string, found: { first: number; last: number } | null): TimeExpression | null {
  return found && absolute(dated(y, found.first), dated(y, found.last), 'month')
}

const named = (text: string, shift: number | null = null): TimeExpression => ({
  kind: 'yearless',
  month: monthNumber(text),
  day: null,
  end: null,
  shift,
})

/** In small letters a verb, a modal or no word at all, but behind a preposition. */
const isOther = (name: string, before = '') =>
  /^(?:may|march|mar|jan|dec)$/.test(name) && !/^(?:in|of|since|until|by|during|last|next)$/i.test(before)
const afterMonth = "(?![\\p{L}-]|\\.? ?\\d|'?s\\b \\p{Lu})"

/** Months, quarters, halves and seasons, with and without the year. */
export const monthPatterns: readonly Pattern[] = [
  // the third quarter of 2021, Q3 2021, the first half of 2021
  written(['year', 'fraction'], `${edge}(?:the )?${ordinal}[- ](quarter|half)(?: of(?: the year)?)? ${year}`, m =>
    inYear(group(m, 3), partOfYear(group(m, 1), undefined, /half/i.test(group(m, 2)))),
  ),
  written(['year', 'fraction'], `${edge}(?:Q([1-4])|H([12]))(?:,| of)? ${year}`, m =>
    inYear(group(m, 3), partOfYear('', m[1] ?? m[2], m[2] !== undefined)),
  ),
  written(['year', 'fraction'], `${edge}${year}[- ](?:Q([1-4])|H([12]))${stop}`, m =>
    inYear(group(m, 1), partOfYear('', m[2] ?? m[3], m[3] !== undefined)),
  ),
  // the second half of last year
  written(['unit', 'fraction'], `${edge}(?:the )?${ordinal} (quarter|half) of (last|this|next|the) year`, m => {
    const found = partOfYear(group(m, 1), undefined, /half/i.test(group(m, 2)))
    return found && { kind: 'partOfYear', shift: shifts[group(m, 3).toLowerCase()] ?? 0, ...found }
  }),
  // in the third quarter
  written(
    ['fraction'],
    `(?<=\\b(?:in|for|during|since|by) the )(first|second|third|fourth) quarter(?! of)${stop}`,
    m => {
      const found = partOfYear(group(m, 1), undefined, false)
      return (
        found && { kind: 'yearless', month: found.first, day: null, end: { month: found.last, day: null }, shift: null }
      )
    },
  ),
  // from March 2020 to May 2021, between March and May 2021
  written(
    ['months', 'year'],
    `${edge}${part}${month}(?:(?:,| of| in)? ${year})?${to}${part}${month}(?:,| of| in)? ${year}`,
    m => {
      const [first, last] = [monthNumber(group(m, 1)), monthNumber(group(m, 3))]
      // `November to February 2017` begins in the year before.
      const from = m[2] ?? Number(m[4]) - (first > last ? 1 : 0)
      return absolute(dated(from, first), dated(group(m, 4), last), 'month')
    },
  ),
  // between March and May, from March to May
  written(
    ['months'],
    `(?<=\\b(?:between|from) )${month}${to}${month}${afterMonth}`,
    (m): TimeExpression => ({
      kind: 'yearless',
      month: monthNumber(group(m, 1)),
      day: null,
      end: { month: monthNumber(group(m, 2)), day: null },
      shift: null,
    }),
  ),
  written(['month', 'year'], `${edge}${part}${month}(?:,| ,| of| in|/|-)? ?${year}(?!s)(?![\\d]|-\\d)`, m =>
    absolute(dated(group(m, 2), monthNumber(group(m, 1))), null, 'month'),
  ),
  written(['month', 'year'], `${edge}${year} ${month}${afterMonth}`, m =>
    isOther(group(m, 2)) ? null : absolute(dated(group(m, 1), monthNumber(group(m, 2))), null, 'month'),
  ),
  // 2021-10
  written(['stroke'], `(?<![\\d/.-])(20\\d\\d)-(0[1-9]|1[0-2])(?![\\d/-])`, m =>
    absolute(dated(group(m, 1), Number(m[2])), null, 'month'),
  ),
  // in August, early August
  written(
    ['month'],
    `(?<=\\b(in|since|until|till|by|during|from|before|after|of|several|throughout|around|between|and|to) )(?:early |mid[- ]|late )?${month}${afterMonth}`,
    m => (isOther(group(m, 2), m[1]) ? null : named(group(m, 2))),
  ),
  written(
    ['month'],
    `${edge}(?:early|mid|late|(?:the )?(?:middle of|beginning of|start of|end of))[- ]${month}${afterMonth}`,
    m => named(group(m, 1)),
  ),
  written(['month', 'shift'], `${edge}(last|this|this past|this coming|next) ${month}${afterMonth}`, m =>
    isOther(group(m, 2), m[1]) ? null : named(group(m, 2), shifts[group(m, 1).toLowerCase()] ?? null),
  ),
  // by the summer, in early spring; `since the fall of the town` is none
  written(
    ['season'],
    `(?<=\\b(?:in|by|during|until|till|since|over|through|before|after) )(?:the )?(?:early |mid-|late |coming )?${season}${stop}(?! (?:of|\\p{Ll}+s)\\b|-)`,
    m => ({ kind: 'season', month: seasons[group(m, 1).toLowerCase()] as number, shift: null }),
  ),
  // the summer of 2021, in winter 2020, last spring
  written(['season', 'year'], `${edge}${part}${season}(?: of|,)? ${year}`, m => {
    const first = seasons[group(m, 1).toLowerCase()] as number
    const last = first === 12 ? dated(Number(m[2]) + 1, 2) : dated(group(m, 2), first + 2)
    return absolute(dated(group(m, 2), first), last, 'season')
  }),
  written(['season', 'shift'], `${edge}(last|this|this past|this coming|next) ${season}${stop}`, m => ({
    kind: 'season',
    month: seasons[group(m, 2).toLowerCase()] as number,
    shift: shifts[group(m, 1).toLowerCase()] ?? null,
  })),
]
