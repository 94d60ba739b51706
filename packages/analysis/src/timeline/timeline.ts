import { rawSpans, type SourceBlock, type Span, type TimelineEntry } from '@briefbook/ast'
import { Claimants, isReporting, type QuotedSentence } from '../claims/claimant.js'
import { type CalendarDate, compareDates, parseDate } from './calendar.js'
import type { DateBase, DatedPlace } from './read-times.js'

/** Fewer words than this tell no event by themselves. */
const leastWords = 4

/**
 * The clause that a place stands in, verbatim; the sentence where the clause only tells that somebody said something, or
 * is too short to tell anything.
 */
function eventAt(sentence: QuotedSentence, block: SourceBlock, span: Span, place: number): string {
  const { words, clauseOf } = sentence
  const index = words.findIndex(word => word.end > place)
  const clause = clauseOf[index] ?? -1
  let [from, to] = [index, index]
  while (from > 0 && clauseOf[from - 1] === clause) from--
  while (to + 1 < words.length && clauseOf[to + 1] === clause) to++
  const whole = isReporting(sentence, clause) || to - from + 1 < leastWords
  const text = whole ? block.text.slice(...span) : block.text.slice(words[from]?.start ?? 0, words[to]?.end ?? 0)
  return text.replace(/^[\s,;:—–-]+|[\s,;:—–-]+$/gu, '')
}

/** Whether a date lies wholly behind the day on which the source was written. */
function isToCome({ resolved: { date } }: DatedPlace, { reference }: DateBase, isOwnDate: boolean): boolean {
  if (!reference || !isOwnDate) return false
  const { year, month, day } = reference.date
  const first = parseDate(date) as CalendarDate
  // As precise as the less precise of the two.
  const own = { year, month: first.month === null ? null : month, day: first.day === null ? null : day }
  return compareDates(own.month === null ? { ...first, month: null, day: null } : first, own) > 0
}

/**
 * The dated events of a block: each sentence that has a date that can be told.
 *
 * @param sentences  The block's sentences, taken apart, in the order of `block.sentences`.
 * @param times      Their dates.
 * @param isOwnDate  Whether the source says itself when it was written.
 */
export function findEvents(
  source: string,
  block: SourceBlock,
  sentences: readonly QuotedSentence[],
  times: readonly (readonly DatedPlace[])[],
  base: DateBase,
  isOwnDate: boolean,
): TimelineEntry[] {
  if (block.type === 'heading') return []
  const claimants = new Claimants(block.text)
  return sentences.flatMap((sentence, s): TimelineEntry[] => {
    claimants.read(sentence)
    const span = block.sentences[s] as Span
    const text = block.text.slice(span[0], span[1])
    // A place and a date over a text are no event. What ends as a sentence has a verb, though the tagger missed it.
    if (sentence.clauses.length === 0 && !/[.!?…]["”’)\]]*$/.test(text)) return []
    const seen = new Set<string>()
    return (times[s] ?? []).flatMap((place): TimelineEntry[] => {
      const { date, end, precision } = place.resolved
      const key = `${date}/${end ?? ''}`
      if (seen.has(key)) return []
      seen.add(key)
      const claimant = claimants.at(span[0] + place.start)
      const planned = place.planned || isToCome(place, base, isOwnDate)
      return [
        {
          source,
          anchor: block.anchor,
          quote: text,
          date,
          ...(end === undefined ? {} : { end }),
          precision,
          event: eventAt(sentence, block, span, span[0] + place.start),
          raw: rawSpans(block.runs, span),
          status: planned ? 'planned' : claimant === null ? 'past' : 'reported',
          claimant,
          same: null,
        },
      ]
    })
  })
}
