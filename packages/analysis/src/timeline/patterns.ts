import { decades, months, namedDays, seasons, weekdays } from '../lexicons/calendar.js'
import { numberWord, numberWordPattern } from '../text/numbers.js'
import { type CalendarDate, isDate, parseDate } from './calendar.js'

/** What a time expression says, before anything around it is known. */
export type TimeExpression =
  /** A date with its year, or an interval of two. */
  | {
      kind: 'date'
      date: CalendarDate
      end: CalendarDate | null
      precision: 'day' | 'month' | 'season' | 'year' | 'decade'
    }
  /** A day or month without its year. `shift` where `last`, `this` or `next` stands in front. */
  | {
      kind: 'yearless'
      month: number
      day: number | null
      end: { month: number; day: number | null } | null
      shift: number | null
    }
  | { kind: 'season'; month: number; shift: number | null }
  /** So many units before or after the text's own date; `to` for a range. */
  | { kind: 'relative'; unit: 'day' | 'week' | 'month' | 'year' | 'decade'; shift: number; to: number | null }
  | { kind: 'weekday'; weekday: number; shift: number | null }

const month = `(${months
  .flatMap(names => [...names])
  .sort((a, b) => b.length - a.length)
  .map(name => `${name}\\.?`)
  .join('|')})`
const day = '(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'
const year = '((?:1[5-9]|20)\\d\\d)'
const to = '\\s?(?:-|to|and|until|till|through)\\s?(?:the )?'
const part =
  '(?:(?:the )?(?:early|mid|late|middle of|beginning of|start of|end of|first half of|second half of)[- ](?:the )?)?'
const season = '(spring|summer|autumn|fall|winter)'
const count = `(\\d{1,3}|an?|${numberWordPattern})`
const unit = '(day|week|month|year|decade)s?'

const monthNumber = (name: string): number =>
  months.findIndex(names => names.some(n => n.toLowerCase() === name.replace('.', '').toLowerCase())) + 1

const dated = (y: string | number, m: number | null = null, d: number | null = null): CalendarDate => ({
  year: Number(y),
  month: m,
  day: d,
})

function absolute(
  date: CalendarDate,
  end: CalendarDate | null,
  precision: 'day' | 'month' | 'season' | 'year' | 'decade',
): TimeExpression | null {
  return isDate(date) && (end === null || isDate(end)) ? { kind: 'date', date, end, precision } : null
}

const countOf = (text: string): number =>
  /^an?$/i.test(text) ? 1 : /^\d/.test(text) ? Number(text) : (numberWord(text) ?? Number.NaN)

const shifts: { readonly [word: string]: number } = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
  upcoming: 1,
}

type Groups = (string | undefined)[]
/** A way of writing a time. */
interface Pattern {
  pattern: RegExp
  read(groups: Groups): TimeExpression | null
}

const g = (groups: Groups, i: number) => groups[i] ?? ''

/** A day or two of one month, with or without the year. */
function days(m: number, first: number, last: number | null, y: string | undefined): TimeExpression | null {
  if (y !== undefined) return absolute(dated(y, m, first), last === null ? null : dated(y, m, last), 'day')
  return isDate(dated(2000, m, first))
    ? { kind: 'yearless', month: m, day: first, end: last === null ? null : { month: m, day: last }, shift: null }
    : null
}

/** Every way of writing a time that is known; of equally long readings the first is taken. */
export const patterns: readonly Pattern[] = [
  ...namedDays.map(
    ([pattern, date]): Pattern => ({
      pattern: new RegExp(`(?<![\\d\\p{L}])${pattern}(?![\\d])`, 'gu'),
      read: () => ({ kind: 'date', date: parseDate(date) as CalendarDate, end: null, precision: 'day' }),
    }),
  ),
  // 29/10/2021, 10/29/2021: only where one of the two cannot be a month
  {
    pattern: new RegExp(`(?<![\\d/.])(\\d\\d?)[/.](\\d\\d?)[/.]${year}(?![\\d/])`, 'gu'),
    read: m => {
      const [a, b] = [Number(m[1]), Number(m[2])]
      if (a <= 12 && b <= 12 && a !== b) return null
      return a > 12 ? absolute(dated(g(m, 3), b, a), null, 'day') : absolute(dated(g(m, 3), a, b), null, 'day')
    },
  },
  // the third quarter of 2021, Q3 2021, the first half of 2021
  {
    pattern: new RegExp(
      `\\b(?:(first|second|third|fourth|last|final) (quarter|half) of|(?:Q([1-4])|H([12])),?) ${year}`,
      'giu',
    ),
    read: m => {
      const half = /half/i.test(g(m, 2)) || m[4] !== undefined
      const count = half ? 2 : 4
      const named = ['first', 'second', 'third', 'fourth'].indexOf(g(m, 1).toLowerCase()) + 1
      const n = Number(m[3] ?? m[4] ?? (named || count))
      if (n > count) return null
      const length = 12 / count
      return absolute(dated(g(m, 5), (n - 1) * length + 1), dated(g(m, 5), n * length), 'month')
    },
  },
  {
    pattern: new RegExp(`\\b${year}-(\\d\\d)-(\\d\\d)\\b`, 'gu'),
    read: m => absolute(dated(g(m, 1), Number(m[2]), Number(m[3])), null, 'day'),
  },
  // 18-20 August (2021)
  {
    pattern: new RegExp(`\\b${day}${to}${day} (?:of )?${month}(?:,? ${year})?(?![\\p{L}\\d])`, 'gu'),
    read: m => days(monthNumber(g(m, 3)), Number(m[1]), Number(m[2]), m[4]),
  },
  // August 18-20 (, 2021)
  {
    pattern: new RegExp(`\\b${month} ${day}${to}${day}(?!\\d|s\\b|,\\d)(?:,? ${year})?`, 'gu'),
    read: m => days(monthNumber(g(m, 1)), Number(m[2]), Number(m[3]), m[4]),
  },
  // 29 October (2020) to 3 November (2021)
  {
    pattern: new RegExp(`\\b${day} ${month}(?:,? ${year})?${to}${day} ${month},? ${year}`, 'gu'),
    read: m =>
      absolute(
        dated(m[3] ?? g(m, 6), monthNumber(g(m, 2)), Number(m[1])),
        dated(g(m, 6), monthNumber(g(m, 5)), Number(m[4])),
        'day',
      ),
  },
  {
    pattern: new RegExp(`\\b${day} (?:of )?${month}(?:,? ${year})?(?![\\p{L}\\d])`, 'gu'),
    read: m => days(monthNumber(g(m, 2)), Number(m[1]), null, m[3]),
  },
  {
    pattern: new RegExp(`\\b${month} (?:the )?${day}(?!\\d|s\\b|,\\d)(?:,? ${year})?`, 'gu'),
    read: m => days(monthNumber(g(m, 1)), Number(m[2]), null, m[3]),
  },
  // March to May 2021
  {
    pattern: new RegExp(`\\b${month}(?:,? ${year})?${to}${month},? ${year}`, 'gu'),
    read: m => {
      const [first, last] = [monthNumber(g(m, 1)), monthNumber(g(m, 3))]
      // `November to February 2017` begins in the year before.
      const from = m[2] ?? Number(m[4]) - (first > last ? 1 : 0)
      return absolute(dated(from, first), dated(g(m, 4), last), 'month')
    },
  },
  {
    pattern: new RegExp(`\\b${part}${month}(?: of)?,? ${year}(?!s)`, 'gu'),
    read: m => absolute(dated(g(m, 2), monthNumber(g(m, 1))), null, 'month'),
  },
  // in August, early August, last December
  {
    pattern: new RegExp(
      `(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Ll]ast|[Tt]his|[Nn]ext|[Oo]f|[Ss]everal|[Tt]hroughout|[Aa]round) )(?<![\\p{L}\\d] (?:of) )(?:(?:early|mid|late)[- ])?${month}(?![\\p{L}-]|\\.? ?\\d)`,
      'gu',
    ),
    read: m => ({ kind: 'yearless', month: monthNumber(g(m, 1)), day: null, end: null, shift: null }),
  },
  {
    pattern: new RegExp(
      `\\b(?:[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he )?(?:[Mm]iddle of|[Bb]eginning of|[Ss]tart of|[Ee]nd of))[- ]${month}(?![\\p{L}-]|\\.? ?\\d)`,
      'gu',
    ),
    read: m => ({ kind: 'yearless', month: monthNumber(g(m, 1)), day: null, end: null, shift: null }),
  },
  {
    pattern: new RegExp(`\\b([Ll]ast|[Tt]his|[Nn]ext) ${month}(?![\\p{L}-]|\\.? ?\\d)`, 'gu'),
    read: m => ({
      kind: 'yearless',
      month: monthNumber(g(m, 2)),
      day: null,
      end: null,
      shift: shifts[g(m, 1).toLowerCase()] ?? null,
    }),
  },
  // the summer of 2021, in winter 2020, last spring
  {
    pattern: new RegExp(`\\b${part}${season}(?: of)? ${year}`, 'giu'),
    read: m => {
      const first = seasons[g(m, 1).toLowerCase()] as number
      const last = first === 12 ? dated(Number(m[2]) + 1, 2) : dated(g(m, 2), first + 2)
      return absolute(dated(g(m, 2), first), last, 'season')
    },
  },
  {
    pattern: new RegExp(`\\b(last|this|next) ${season}\\b`, 'giu'),
    read: m => ({
      kind: 'season',
      month: seasons[g(m, 2).toLowerCase()] as number,
      shift: shifts[g(m, 1).toLowerCase()] ?? null,
    }),
  },
  // 2001-2014, between 2001 and 2014, 2020/21
  {
    pattern: new RegExp(
      `(?<![\\d.,$£€-])${year}(?:\\s?(?:-|to|through|until)\\s?${year}|(?<=[Bb]etween \\d{4}) and ${year}|/(\\d\\d))(?![\\d%-]|,\\d)`,
      'gu',
    ),
    read: m => {
      const first = Number(m[1])
      const last = m[4] === undefined ? Number(m[2] ?? m[3]) : Math.floor(first / 100) * 100 + Number(m[4])
      return last > first ? absolute(dated(first), dated(last), 'year') : null
    },
  },
  // the late 1990s
  {
    pattern: new RegExp(`\\b${part}((?:1[5-9]|20)\\d)0'?s\\b`, 'giu'),
    read: m => absolute(dated(Number(m[1]) * 10), dated(Number(m[1]) * 10 + 9), 'decade'),
  },
  {
    pattern: new RegExp(`\\bthe ${part}(?:nineteen[- ])?(${Object.keys(decades).join('|')})\\b`, 'giu'),
    read: m => {
      const first = decades[g(m, 1).toLowerCase()] as number
      return absolute(dated(first), dated(first + 9), 'decade')
    },
  },
  {
    pattern: new RegExp(`(?<![\\d.,$£€/-])\\b${year}(?![\\d%]|[-/]\\d|[,.]\\d|'?s\\b)`, 'gu'),
    read: m => absolute(dated(g(m, 1)), null, 'year'),
  },
  // last month, later this year
  {
    pattern: new RegExp(
      `\\b(?:earlier |later |early |late )?(last|previous|this|next|coming|the following) ${unit}\\b`,
      'giu',
    ),
    read: m => ({
      kind: 'relative',
      unit: g(m, 2).toLowerCase() as 'day',
      shift: shifts[g(m, 1).toLowerCase().replace('the ', '')] ?? 0,
      to: null,
    }),
  },
  // two to five years ago
  {
    pattern: new RegExp(`\\b${count}(?:${to}${count})? ${unit} ago\\b`, 'giu'),
    read: m => {
      // A decade ago is a year; the last decade is ten of them.
      const decade = /^decade/i.test(g(m, 3))
      const scale = decade ? 10 : 1
      const [a, b] = [countOf(g(m, 1)) * scale, m[2] === undefined ? null : countOf(m[2]) * scale]
      if (!Number.isFinite(a) || (b !== null && !Number.isFinite(b))) return null
      const unit = decade ? 'year' : (g(m, 3).toLowerCase() as 'day')
      return { kind: 'relative', unit, shift: -(b ?? a), to: b === null ? null : -a }
    },
  },
  {
    pattern: /\b(yesterday|tomorrow)\b/giu,
    read: m => ({ kind: 'relative', unit: 'day', shift: /^y/i.test(g(m, 1)) ? -1 : 1, to: null }),
  },
  {
    pattern: new RegExp(
      `\\b(?:on |(?:on |this )?(?:(last|past|previous|next|this|coming|following|upcoming) ))(${weekdays.join('|')})\\b`,
      'gu',
    ),
    read: m => ({
      kind: 'weekday',
      weekday: weekdays.indexOf(g(m, 2)) + 1,
      shift: m[1] ? (shifts[m[1].toLowerCase()] ?? null) : null,
    }),
  },
]
