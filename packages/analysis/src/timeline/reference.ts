import type { Source } from '@briefbook/ast'
import { offices } from '../lexicons/offices.js'
import { fold } from '../text/fold.js'
import { addMonths, type CalendarDate, compareDates, parseDate } from './calendar.js'
import { findTimes } from './expressions.js'
import type { Reference } from './resolve.js'

const tenures = offices.map(({ title, name, from }) => ({
  // A former president has been one too: the text is no older than the beginning of the office.
  pattern: new RegExp(`\\b(?:${title} ${name}|${name} [Aa]dministration|${name} [Gg]overnment)(?!\\p{L})`, 'u'),
  from: parseDate(from) as CalendarDate,
}))

const future = /\b(?:by|until|till|before|will|shall|would|plan|plans|planned|next)\b[^.;]*$/i

const later = (a: CalendarDate | null, b: CalendarDate): CalendarDate => (a !== null && compareDates(a, b) >= 0 ? a : b)

/**
 * When a source was written: its own date; else the latest date that its text makes certain.
 *
 * The text makes certain that it is no older than the latest day or month with a year that it tells of as past, and no
 * older than the beginning of an office that it says somebody holds or held. A month that it names without a year, as past, is then the first
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
        // A bare year may be long past; a month or day that is told with its year is as a rule near.
        if (time.kind === 'date' && time.date.month !== null && time.precision !== 'season')
          latest = later(latest, time.end ?? time.date)
        if (time.kind === 'yearless' && time.shift === null) monthsNamed.push(time.end?.month ?? time.month)
      }
    }
  }
  if (latest === null) return null
  const base: CalendarDate = latest
  // Counted from what is certain, each on its own: one month that is guessed must not carry the next one away.
  const named = monthsNamed.map((month): CalendarDate => {
    const year = base.month !== null && month < base.month ? base.year + 1 : base.year
    return { ...addMonths(year, month, 1), day: null }
  })
  return { date: named.reduce(later, base) }
}
