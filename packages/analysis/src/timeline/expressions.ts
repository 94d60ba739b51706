import { decades, months, weekdays } from '../lexicons/calendar.js'
import { fold } from '../text/fold.js'
import { longestOnly } from '../text/phrases.js'
import { patterns, type TimeExpression } from './patterns.js'

/** A time expression and where it stands. */
export interface FoundTime {
  time: TimeExpression
  start: number
  end: number
}

/** Words in front of a four-digit number that make it a quantity, and behind it that make it one. */
const quantityBefore =
  /(?:\b(?:about|almost|approximately|around|at least|exceeding|fewer than|less than|more than|nearly|over|roughly|some|than|to|under|up to|US)\s|[$£€])$/i
const quantityAfter =
  /^\s?(?:%|per ?cent|(?:square )?(?:kilo)?met(?:re|er)s?|km|miles?|dollars?|euros?|people|men|women|children|troops|soldiers|tons?|tonnes)\b/i

/** Whether a bare year is a number of something. */
function isQuantity(text: string, { time, start, end }: FoundTime): boolean {
  if (time.kind !== 'date' || time.precision !== 'year' || time.end !== null) return false
  const before = text.slice(Math.max(0, start - 16), start)
  return (
    quantityAfter.test(text.slice(end)) ||
    (quantityBefore.test(before) && !/\b(?:up|due|prior|back|from \d{4}) to\s$/.test(before))
  )
}

/** A text without a digit or one of these words has no time expression: most sentences are passed over by this. */
const trigger = new RegExp(
  `\\d|\\b(?:ago|yesterday|tomorrow|last|next|this|previous|coming|following|D-Day|${[...months.flat(), ...weekdays, ...Object.keys(decades)].join('|')})\\b`,
  'i',
)

/** The time expressions of a text, in order; of those that overlap the longest. */
export function findTimes(text: string): FoundTime[] {
  if (!trigger.test(text)) return []
  const folded = fold(text)
  const found = patterns.flatMap(({ pattern, read }) =>
    Array.from(folded.matchAll(pattern), m => {
      const time = read([...m])
      return time === null ? [] : [{ value: time, start: m.index, end: m.index + m[0].length, length: 1 }]
    }).flat(),
  )
  return longestOnly(found)
    .map(({ value, start, end }) => ({ time: value, start, end }))
    .filter(one => !isQuantity(folded, one))
}
