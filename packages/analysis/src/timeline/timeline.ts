import { rawSpans, type SourceBlock, type Span, type TimelineEntry } from '@briefbook/ast'
import { type Claimants, isReporting, type QuotedSentence } from '../claims/claimant.js'
import { type CalendarDate, compareDates, parseDate } from './calendar.js'
import type { DateBase, DatedPlace, SentenceTimes } from './read-times.js'

/** Fewer words than this tell no event by themselves. */
const leastWords = 4
/** A sentence of more words than this is not given for its clause, even if that cannot stand alone. */
const mostWords = 60

/** Whether a clause cannot be read alone: `which took place in May`, `and failed in 2021`, `as they did in 2015`. */
function isFragment({ words, clauses }: QuotedSentence, c: number): boolean {
  const clause = clauses[c]
  if (!clause) return false
  const { kind, start, subject } = clause
  if (/^(?:as|because|so|than|until)$/.test(words[start]?.text ?? '')) return true
  return kind === 'relative' || kind === 'complement' || !subject.some(phrase => phrase.start >= start)
}

/** Whether a bracket or quotation mark is opened in a stretch and closed elsewhere. */
function isCut(text: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0
  return count(/[([]/g) !== count(/[)\]]/g) || count(/“/g) !== count(/”/g) || count(/"/g) % 2 === 1
}

/**
 * The clause that a place stands in, verbatim. The sentence where the clause only tells that somebody said something,
 * is too short to tell anything, or cannot be read alone.
 */
function eventAt(
  sentence: QuotedSentence,
  block: SourceBlock,
  span: Span,
  { word: index }: DatedPlace,
  others: readonly DatedPlace[],
): string {
  const { words, clauseOf } = sentence
  const clause = clauseOf[index] ?? -1
  let [from, to] = [index, index]
  while (from > 0 && clauseOf[from - 1] === clause) from--
  while (to + 1 < words.length && clauseOf[to + 1] === clause) to++
  // A time at the end that opens the next clause goes with that.
  const opening = others.find(other => other.word === to + 1 || other.word === to + 2)
  const start = (opening ?? { start: 0 }).start + span[0]
  let end = words[to]?.end ?? 0
  let begin = words[from]?.start ?? 0
  if (opening && start > begin && start < end) end = start
  const leading = others.find(other => other.word === index && other.start + span[0] < begin)
  if (leading) begin = leading.start + span[0]
  const own = block.text.slice(begin, end)
  const whole =
    isReporting(sentence, clause) ||
    to - from + 1 < leastWords ||
    (words.length <= mostWords && (isFragment(sentence, clause) || isCut(own) || /^it (?:is|was)\b/i.test(own)))
  const text = whole ? block.text.slice(...span) : own.replace(/^(?:and|but|or|that) /i, '')
  return text.replace(/^[\s,;:—–-]+|(?:[\s,;:—–-]+(?:and|but|or)?)+$/gu, '')
}

/** `the leader of 9/11`, in a clause that only says what is: a day that goes by its name is mentioned, not told. */
function isMention(sentence: QuotedSentence, { word }: DatedPlace, words: string): boolean {
  const clause = sentence.clauses[sentence.clauseOf[word] ?? -1]
  const verb = clause && sentence.words[clause.verb.head]
  return /^(?:9\/11|D-Day)$/.test(words) && verb?.lemma === 'be'
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
 * @param claimants  Who claims what in them.
 * @param times      Their times.
 * @param isOwnDate  Whether the source says itself when it was written.
 */
export function findEvents(
  source: string,
  block: SourceBlock,
  sentences: readonly QuotedSentence[],
  claimants: Claimants,
  times: readonly SentenceTimes[],
  base: DateBase,
  isOwnDate: boolean,
): TimelineEntry[] {
  if (block.type === 'heading') return []
  return sentences.flatMap((sentence, s): TimelineEntry[] => {
    const span = block.sentences[s] as Span
    const text = block.text.slice(span[0], span[1])
    // A place and a date over a text are no event. What ends as a sentence has a verb, though the tagger missed it.
    if (sentence.clauses.length === 0 && !/[.!?…]["”’)\]]*$/.test(text)) return []
    const seen = new Set<string>()
    const dated = times[s]?.dated ?? []
    return dated.flatMap((place): TimelineEntry[] => {
      const { date, end, precision } = place.resolved
      const key = `${date}/${end ?? ''}`
      const words = text.slice(place.start, place.end)
      if (place.unreal || seen.has(key) || isMention(sentence, place, words)) return []
      seen.add(key)
      const claimant = claimants.at(s, span[0] + place.start, false)
      const planned = place.planned || isToCome(place, base, isOwnDate)
      return [
        {
          source,
          anchor: block.anchor,
          quote: text,
          date,
          ...(end === undefined ? {} : { end }),
          precision,
          event: eventAt(sentence, block, span, place, dated),
          raw: rawSpans(block.runs, span),
          status: planned ? 'planned' : claimant === null ? 'past' : 'reported',
          claimant,
          same: null,
        },
      ]
    })
  })
}
