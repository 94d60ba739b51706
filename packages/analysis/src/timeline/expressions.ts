import { numbered } from '../lexicons/units.js'
import { fold } from '../text/fold.js'
import { longestOnly } from '../text/phrases.js'
import { patternsFor } from './patterns/index.js'
import { wordsOf } from './patterns/needs.js'
import type { DateOrder, TimeExpression } from './time-expression.js'

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

/** What stands in front of a year that goes with a noun, as in `the 2000 elections`. */
const yearBefore =
  /(?:^|\b(?:after|and|at|before|by|during|for|from|in|its|of|since|the|their|this|to|until)|'s|[,(]) $/i

/** Whether a bare year is a number of something. */
function isQuantity(text: string, { time, start, end }: FoundTime): boolean {
  if (time.kind !== 'date' || time.precision !== 'year' || time.end !== null) return false
  // `the end of 2014` is no amount, nor is what has a word of the calendar in front.
  if (/^\D/.test(text.slice(start, end))) return false
  const before = text.slice(Math.max(0, start - 16), start)
  const word = /([\p{L}.]+) $/u.exec(before)?.[1]
  if (word !== undefined && numbered.has(word.toLowerCase().replace('.', ''))) return true
  if (Number(text.slice(start, end)) % 50 === 0 && /^ \p{Ll}+s\b/u.test(text.slice(end)) && !yearBefore.test(before))
    return true
  return (
    quantityAfter.test(text.slice(end)) ||
    (quantityBefore.test(before) && !/\b(?:up|due|prior|back|from \d{4}) to\s$/.test(before))
  )
}

/**
 * The time expressions of a text, in order; of those that overlap the longest.
 *
 * @param order  Whether figures with strokes tell the day or the month first.
 * @param words  The words of the text in small letters, where they are known.
 */
export function findTimes(
  text: string,
  order: DateOrder = null,
  words: readonly string[] = wordsOf(text),
): FoundTime[] {
  const folded = fold(text)
  const patterns = patternsFor(folded, words)
  if (patterns.length === 0) return []
  const found: FoundTime[] = []
  for (const { pattern, read } of patterns) {
    pattern.lastIndex = 0
    for (let m = pattern.exec(folded); m !== null; m = pattern.exec(folded)) {
      const time = read(m, order)
      if (time !== null) found.push({ time, start: m.index, end: m.index + m[0].length })
    }
  }
  return longestOnly(found).filter(one => !isQuantity(folded, one))
}
