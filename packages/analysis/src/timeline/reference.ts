import type { Source } from '@briefbook/ast'
import { offices } from '../lexicons/offices.js'
import { fold } from '../text/fold.js'
import { addMonths, type CalendarDate, compareDates, parseDate } from './calendar.js'
import { findTimes } from './expressions.js'
import type { Reference } from './resolve.js'

const tenures = offices.map(({ title, name, from }) => ({
  // `then-President`, `former President`: the office is over.
  pattern: new RegExp(`(?<!(?:[Ff]ormer|[Tt]hen|[Ee]x|[Ll]ate)[- ])\\b${title} ${name}(?!\\p{L})`, 'u'),
  from: parseDate(from) as CalendarDate,
}))

const future = /\b(?:by|until|till|before|will|shall|would|plan|plans|planned|next)\b[^.;]*$/i

const later = (a: CalendarDate | null, b: CalendarDate): CalendarDate => (a !== null && compareDates(a, b) >= 0 ? a : b)

/**
 * When a source was written: its own date; else the latest date that its text makes certain.
 *
 * The text makes certain that it is no older than the latest day or year it tells of as past, and no older than the
 * beginning of an office that it says somebody holds. A month that it names without a year, as past, is then the first
 * such month from there on, and the text is at least a month younger: of its own month a writer says `this month`.
 * Null where nothing is certain; then relative dates are left out rather than guessed.
 */
export function findReference(source: Source): Reference | null {
  const own = source.meta.date === null ? null : parseDate(source.meta.date)
  if (own) return { date: own }
  let latest: CalendarDate | null = null
  const monthsNamed: number[] = []
  for (const block of source.children) {
    for (const [start, end] of block.sentences) {
      const text = fold(block.text.slice(start, end))
      for (const { pattern, from } of tenures) if (pattern.test(text)) latest = later(latest, from)
      for (const { time, start: at } of findTimes(text)) {
        if (future.test(text.slice(0, at))) continue
        if (time.kind === 'date' && time.precision !== 'decade') latest = later(latest, time.end ?? time.date)
        if (time.kind === 'yearless' && time.shift === null) monthsNamed.push(time.end?.month ?? time.month)
      }
    }
  }
  if (latest === null) return null
  for (const month of monthsNamed) {
    const { year, month: known } = latest as CalendarDate
    const after = addMonths(known !== null && month < known ? year + 1 : year, month, 1)
    const named: CalendarDate = { ...after, day: null }
    // Within a year of what is certain only: a text names months of its own time.
    if (known !== null && compareDates(named, { year: year + 1, month: known, day: null }) <= 0)
      latest = later(latest, named)
  }
  return { date: latest }
}
