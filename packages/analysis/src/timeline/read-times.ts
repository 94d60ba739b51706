import type { SourceBlock, Span } from '@briefbook/ast'
import type { Sentence } from '../grammar/clauses.js'
import { type CalendarDate, parseDate } from './calendar.js'
import { type FoundTime, findTimes } from './expressions.js'
import { type Reference, type Resolved, resolveTime, type Tense, type Told } from './resolve.js'
import { type Telling, tellingAt, wordOfTime } from './tense.js'
import type { DateOrder } from './time-expression.js'

/** A time expression of a sentence with the date it means. Places count in the sentence. */
export interface DatedPlace extends FoundTime, Telling {
  /** The word of the sentence that it hangs on. */
  word: number
  resolved: Resolved
}

/** The times of a sentence: all that are written in it, and those of them that can be placed. */
export interface SentenceTimes {
  found: readonly FoundTime[]
  dated: readonly DatedPlace[]
}

/** What is known of a source when its dates are read. */
export interface DateBase {
  reference: Reference | null
  order: DateOrder
}

/**
 * Words that date nothing: a length of time up to now that has no count (`over the last year`), and `today` in the
 * present, which means nowadays.
 */
function isUndated({ time, tense }: FoundTime & Telling, text: string): boolean {
  if (time.kind === 'stretch') return time.count === 1
  return tense === 'open' && /^today$/i.test(text)
}

const dateOf = (iso: string) => parseDate(iso) as CalendarDate

const isTold = ({ time }: FoundTime) => time.kind === 'relative' || time.kind === 'dayOfMonth'
const isApposed = (text: string, a: FoundTime, b: FoundTime) =>
  b.time.kind !== 'relative' && /^,(?: (?:in|on|at|by))? $/i.test(text.slice(a.end, b.start))

/** A year that holds for the months without one behind it: one that is told for itself, not as a bound. */
const setsYear = ({ time }: FoundTime, { end }: Resolved, before: string) =>
  time.kind === 'date' && end === undefined && !/\b(?:since|until|till)(?: the)? $/i.test(before)

/** A weekday that something is planned for is to come, where of a month it may be the one just past. */
const tenseOf = ({ time }: FoundTime, { tense, planned }: Telling): Tense =>
  planned && time.kind === 'weekday' ? 'future' : tense

/** `since January` reaches back from now, whatever year was told before. */
const toldBefore = (before: string, told: Told): Told =>
  /\bsince (?:early |mid-|late )?$/i.test(before) ? { ...told, year: null } : told

/** The times of each sentence of a block, in order. What a sentence tells of carries on into the next. */
export function readTimes(block: SourceBlock, sentences: readonly Sentence[], base: DateBase): SentenceTimes[] {
  let carriedYear: number | null = null
  let last: Told['last'] = null
  return sentences.map((sentence, s) => {
    const [from, to] = block.sentences[s] as Span
    const text = block.text.slice(from, to)
    const places: DatedPlace[] = []
    let year = carriedYear
    carriedYear = null
    const all = findTimes(
      text,
      base.order,
      sentence.words.map(word => word.lower),
    )
    for (const found of all) {
      const before = text.slice(0, found.start)
      const word = wordOfTime(sentence, from + found.start, from + found.end)
      const telling = tellingAt(sentence, word, before)
      if (isUndated({ ...found, ...telling }, text.slice(found.start, found.end))) continue
      const resolved = resolveTime(
        found.time,
        base.reference,
        tenseOf(found, telling),
        toldBefore(before, { year, last }),
      )
      if (!resolved) continue
      const next = { ...found, ...telling, word, resolved }
      const previous = places.at(-1)
      // `A month later, in May 2021, …`: one says what the other means.
      if (previous && isTold(previous) && isApposed(text, previous, next)) places.pop()
      places.push(next)
      if (found.time.kind !== 'stretch')
        last = { first: dateOf(resolved.date), last: dateOf(resolved.end ?? resolved.date) }
      if (!setsYear(found, resolved, before)) continue
      year = Number(resolved.date.slice(0, 4))
      // `In 2014, …`: a year at the head of a sentence holds for the next one too.
      if (/^\W*In (?:early |late )?$/.test(before)) carriedYear = year
    }
    // Two sentences on, `a month later` may be counted from something else.
    if (places.length === 0) last = null
    return { found: all, dated: places }
  })
}
