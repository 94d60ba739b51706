import type { Pattern, TimeExpression, Unit } from '../time-expression.js'
import {
  count,
  countOf,
  day,
  dayOf,
  days,
  edge,
  group,
  month,
  monthNumber,
  shifts,
  stop,
  to,
  unit,
  unitOf,
  weekdayName,
  weekdayNumber,
  written,
  year,
} from './vocabulary.js'

const relative = (
  unit: Unit,
  shift: number,
  more: Partial<Pick<Extract<TimeExpression, { kind: 'relative' }>, 'to' | 'from' | 'ahead'>> = {},
): TimeExpression => ({ kind: 'relative', unit, shift, to: null, from: 'now', ahead: false, ...more })

/** So many units back or ahead; decades and centuries are told in years: a decade ago is a year, the last decade ten. */
function away(
  first: string,
  second: string | undefined,
  word: string,
  direction: -1 | 1,
  more: { from?: 'now' | 'then'; ahead?: boolean } = {},
): TimeExpression | null {
  const [a, b] = [countOf(first), second === undefined ? null : countOf(second)]
  const half = /^half a$/i.test(first)
  const named = unitOf(word)
  const scale = { decade: 10, century: 100 }[named as string] ?? 1
  if (named === 'weekend' || (a === null && !half) || (second !== undefined && b === null)) return null
  if (half && scale === 1) return null
  const [least, most] = half ? [scale / 2, scale / 2] : [(a?.least ?? 0) * scale, (b?.most ?? a?.most ?? 0) * scale]
  const unit = scale === 1 ? named : 'year'
  const [near, far] = [least * direction, most * direction]
  const range = least !== most
  return relative(unit, Math.min(near, far), { ...(range ? { to: Math.max(near, far) } : {}), ...more })
}

/** `the last ten years of the war`, `the last months before it` are not counted from now. */
const untilNow = '(?! (?:of|before|after|leading|preceding|when|in which|that)\\b)'

const weeks: { readonly [word: string]: number } = { last: -1, this: 0, next: 1 }
const notADay = '(?<!\\b(?:Bloody|Good|Black|Ash|Palm|Easter|Fat|Super|Cyber|a|every|each|any|most|some|one) )'
const paper = '(?! (?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|prayers?|sermon)\\b)'

/** Times that are told from the text's own date, or from the one told before. */
export const relativePatterns: readonly Pattern[] = [
  // the past three years, the next ten days, over the last year
  written(
    ['unit', 'shift'],
    `${edge}(?:the )?(last|past|previous|next|coming|following) ${count} ${unit}${stop}${untilNow}`,
    m => {
      const n = countOf(group(m, 2))
      const word = group(m, 1).toLowerCase()
      return n && n.least === n.most
        ? {
            kind: 'stretch',
            unit: unitOf(group(m, 3)),
            count: n.least,
            direction: /^(?:last|past|previous)$/.test(word) ? -1 : 1,
          }
        : null
    },
  ),
  written(
    ['unit', 'shift'],
    `${edge}(?:the )?${count} (past|previous|next|coming|upcoming) ${unit}${stop}${untilNow}`,
    m => {
      const n = countOf(group(m, 1))
      const direction = /^(?:past|previous)$/i.test(group(m, 2)) ? -1 : 1
      return n && n.least === n.most ? { kind: 'stretch', unit: unitOf(group(m, 3)), count: n.least, direction } : null
    },
  ),
  written(['unit', 'shift'], `${edge}(?:the )?past (day|week|month|quarter|year|decade|century)${stop}`, m => ({
    kind: 'stretch',
    unit: unitOf(group(m, 1)),
    count: 1,
    direction: -1,
  })),
  written(
    ['unit', 'shift'],
    `(?<=\\b(?:over|within|throughout|for|during|in)(?: (?:about|some|at least|more than|much of|most of))? the )(last|next|coming) (day|week|month|year|decade|century)${stop}`,
    m => ({
      kind: 'stretch',
      unit: unitOf(group(m, 2)),
      count: 1,
      direction: /^last$/i.test(group(m, 1)) ? -1 : 1,
    }),
  ),
  // last month, later this year, early next week; `in the last month` is a stretch
  written(
    ['unit', 'shift'],
    `${edge}(?:earlier |later |early |late |mid-|(?:the )?(?:beginning|start|middle|end|close) of )?(last|previous|this|this past|current|next|coming|this coming) (?:calendar |fiscal )?${unit}${stop}`,
    m => relative(unitOf(group(m, 2)), shifts[group(m, 1).toLowerCase()] ?? 0),
  ),
  // by the end of the year, later in the month
  written(
    ['unit', 'part'],
    `${edge}(?:the )?(?:(?:beginning|start|middle|end|close) of|earlier in|later in) (?:the )?(week|month|quarter|year|decade)${stop}(?! of)`,
    m => relative(unitOf(group(m, 1)), 0),
  ),
  // the following year, the next day, the same month, that year: from what was told before
  written(
    ['unit', 'shift'],
    `${edge}the (?:very )?(following|next|previous|preceding|same) (day|week|month|year)${stop}`,
    m => {
      const word = group(m, 1).toLowerCase()
      const shift = word === 'same' ? 0 : word === 'previous' || word === 'preceding' ? -1 : 1
      return relative(unitOf(group(m, 2)), shift, { from: 'then' })
    },
  ),
  written(
    ['unit', 'that'],
    `(?<=(?:^|[^\\p{L}])(?:later |earlier |early |late |in |on |of |)(?:))that (day|week|month|year)(?= |[.,;:)]|$)(?! \\p{L}+s? (?:is|are|was|were|has|have)\\b)`,
    m => relative(unitOf(group(m, 1)), 0, { from: 'then' }),
  ),
  // two to five years ago
  written(['unit', 'ago'], `${edge}${count}(?:${to}${count})? ${unit} ago${stop}`, m =>
    away(group(m, 1), m[2], group(m, 3), -1),
  ),
  // a few weeks earlier, two days later, a month before that
  written(
    ['unit', 'apart'],
    `${edge}${count}(?:${to}${count})? ${unit} (?:(earlier|previously|later|afterwards?|after that|before that)(?= ?[.,;:)]| (?:when|in|on|at|by|the|it|he|she|they|a)\\b|$)|(before)(?= ?[.,;:)]|$))`,
    m =>
      away(group(m, 1), m[2], group(m, 3), /^(?:earlier|before|previously)/i.test(m[4] ?? group(m, 5)) ? -1 : 1, {
        from: 'then',
      }),
  ),
  // in two weeks, three weeks from now, in ten years' time
  written(['unit', 'in'], `${edge}in ${count}(?:${to}${count})? ${unit}(?:'? time)?${stop}`, m =>
    away(group(m, 1), m[2], group(m, 3), 1, { ahead: true }),
  ),
  written(['unit', 'hence'], `${edge}${count} ${unit} (?:from (?:now|today)|hence)${stop}`, m =>
    away(group(m, 1), undefined, group(m, 2), 1),
  ),
  written(
    ['today'],
    `${edge}(yesterday|tomorrow|today|tonight|last night|this (?:morning|afternoon|evening))${stop}(?!'s)`,
    m => {
      const word = group(m, 1).toLowerCase()
      return relative('day', word === 'yesterday' || word === 'last night' ? -1 : word === 'tomorrow' ? 1 : 0)
    },
  ),
  written(['today'], `${edge}the day (before yesterday|after tomorrow)${stop}`, m =>
    relative('day', /^before/i.test(group(m, 1)) ? -2 : 2),
  ),
  written(['unit'], `${edge}(?:over|at) the weekend${stop}`, () => relative('weekend', 0)),
  // on Wednesday, last Tuesday; a bare name with its capital, as news agencies write it
  written(
    ['weekday', 'shift'],
    `${edge}(?:on )?(last|past|this past|previous|next|this|coming|this coming|following|upcoming|this upcoming) ${weekdayName}(?!s)${stop}`,
    m => {
      const word = group(m, 1).toLowerCase()
      const ahead = /coming$|^following$/.test(word)
      const shift = ahead || /past$/.test(word) ? null : (shifts[word] ?? null)
      return { kind: 'weekday', weekday: weekdayNumber(group(m, 2)), shift, ahead }
    },
  ),
  written(
    ['weekday'],
    `${edge}${notADay}(?:on )?${weekdayName}(?!'?s\\b \\p{Lu})${stop}(?!s)${paper}`,
    m => ({ kind: 'weekday', weekday: weekdayNumber(group(m, 1)), shift: null, ahead: false }),
    'gu',
  ),
  written(['weekday'], `${edge}on ${weekdayName}(?!s)${stop}${paper}`, m => ({
    kind: 'weekday',
    weekday: weekdayNumber(group(m, 1)),
    shift: null,
    ahead: false,
  })),
  // Tuesday of next week, last week on Tuesday
  written(['weekday', 'unit', 'shift'], `${edge}(?:on )?${weekdayName} (?:of )?(last|this|next) week${stop}`, m => ({
    kind: 'dayOfWeek',
    weekday: weekdayNumber(group(m, 1)),
    weeks: weeks[group(m, 2).toLowerCase()] ?? 0,
  })),
  written(['weekday', 'unit', 'shift'], `${edge}(last|this|next) week(?: on)? ${weekdayName}${stop}`, m => ({
    kind: 'dayOfWeek',
    weekday: weekdayNumber(group(m, 2)),
    weeks: weeks[group(m, 1).toLowerCase()] ?? 0,
  })),
  // the week of 18 May, the week of May 18 (, 2021)
  written(
    ['month', 'unit', 'day'],
    `${edge}the week (?:of|beginning|starting|commencing|ending)(?: on)? (?:${day} (?:of )?${month}|${month} (?:the )?${day})(?:,? ${year})?${stop}`,
    m => {
      const of = days(monthNumber(m[2] ?? group(m, 3)), dayOf(m[1] ?? group(m, 4)), null, m[5])
      return of && { kind: 'week', of, n: null }
    },
  ),
  // the last week of July, the first week of January 2021
  written(
    ['month', 'unit'],
    `${edge}(?:the )?(first|second|third|fourth|last|final) week of ${month}(?:(?:,| of)? ${year})?${stop}`,
    m => {
      const n = ['first', 'second', 'third', 'fourth'].indexOf(group(m, 1).toLowerCase()) + 1
      const of: TimeExpression =
        m[3] === undefined
          ? { kind: 'yearless', month: monthNumber(group(m, 2)), day: null, end: null, shift: null }
          : {
              kind: 'date',
              date: { year: Number(m[3]), month: monthNumber(group(m, 2)), day: null },
              end: null,
              precision: 'month',
            }
      return { kind: 'week', of, n: n === 0 ? 'last' : n }
    },
  ),
]
