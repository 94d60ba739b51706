import { type Figure, overlaps, rawSpans, type SourceBlock, type Span } from '@briefbook/ast'
import { Claimants, type QuotedSentence } from '../claims/claimant.js'
import { isNoise, type Sentence } from '../grammar/clauses.js'
import { type FoundTime, findTimes } from '../timeline/expressions.js'
import type { DatedPlace } from '../timeline/read-times.js'
import { findQuantities, type Quantity } from './quantities.js'
import { unitNamed } from './quantity-pattern.js'

/** Words that end what a quantity counts. */
const ends = new Set(['VERB', 'AUX', 'SCONJ', 'PRON'])

/** The words of the clause in front of a place; the clause's subject where they hold no noun. */
function leadingUp({ words, clauses, clauseOf }: Sentence, block: SourceBlock, place: number): string {
  const clause = clauseOf[place] ?? -1
  const isEdge = (i: number) => /^(?:ADP|ADV|PUNCT|SCONJ|CCONJ|DET|PART)$/.test(words[i]?.pos ?? '')
  let from = place
  while (from > 0 && clauseOf[from - 1] === clause) from--
  let to = place
  while (to > from && isEdge(to - 1)) to--
  while (from < to && isEdge(from) && words[from]?.pos !== 'DET') from++
  const text = (a: number, b: number) => (b > a ? block.text.slice(words[a]?.start ?? 0, words[b - 1]?.end ?? 0) : '')
  if (words.slice(from, to).some(word => word.pos === 'NOUN' || word.pos === 'PROPN')) return text(from, to)
  const subject = clauses[clause]?.subject[0]
  return subject ? text(subject.start, subject.end) : text(from, to)
}

/** The words behind a quantity that tell what it counts; where none do, the noun phrase in front of it. */
function describe(sentence: Sentence, block: SourceBlock, [start, end]: Span): { what: string; unit: string } {
  const { words, phrases } = sentence
  const from = words.findIndex(word => word.start >= end)
  let to = from < 0 ? words.length : from
  const stop = (i: number) => {
    const word = words[i]
    if (!word || ends.has(word.pos) || /^[,;:.!?()"—]$/.test(word.text)) return true
    // A participle in front of its noun goes with it; `and` goes on only with another noun.
    return word.pos === 'CCONJ' && !(words[i + 1] && ['NOUN', 'PROPN', 'ADJ'].includes(words[i + 1]?.pos ?? ''))
  }
  while (from >= 0 && to < words.length && !stop(to)) to++
  while (to > from && /^(?:ADP|ADV|CCONJ|PART|DET)$/.test(words[to - 1]?.pos ?? '')) to--
  const counted = phrases.find(
    phrase => phrase.end > from && phrase.start <= to && words[phrase.head]?.pos !== 'NUM' && phrase.head >= from,
  )
  // What is counted follows at once, or behind `of`.
  const first = words[from]
  const counts = first?.pos !== 'ADP' || first.lower === 'of'
  const noun = counts && from >= 0 && to > from && counted && counted.head < to ? (words[counted.head]?.text ?? '') : ''
  if (from >= 0 && to > from)
    return { what: block.text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0), unit: noun }
  return {
    what: leadingUp(
      sentence,
      block,
      words.findIndex(word => word.end > start),
    ),
    unit: '',
  }
}

/** Whether a quantity is a claim: not a date, and not a small number in words that merely goes with its noun. */
function isClaim(quantity: Quantity, dates: readonly Span[]): boolean {
  if (quantity.plain) return false
  return !dates.some(date => overlaps(date, [quantity.start, quantity.end]))
}

/** The compound's own noun: `nation` of `15-nation`. */
const compoundNoun = (value: string) => /-(\p{L}+)/u.exec(value)?.[1] ?? ''

/** A length of time, which a date is told by: `the past 20 years`, `in two years`. */
const isLength = ({ time }: FoundTime) => time.kind === 'stretch' || (time.kind === 'relative' && time.ahead)

/** The date that a figure of a sentence holds for: that of its clause, or the only one of the sentence. */
function asOf(
  { words, clauseOf }: Sentence,
  times: readonly DatedPlace[],
  start: number,
  place: number,
): string | null {
  const clauseAt = (at: number) => clauseOf[words.findIndex(word => word.end > at)]
  const own = times.find(time => clauseAt(start + time.start) === clauseAt(place))
  const found = own ?? (times.length === 1 ? times[0] : undefined)
  if (!found) return null
  const { date, end } = found.resolved
  return end === undefined ? date : `${date}/${end}`
}

/**
 * The quantitative claims of a block. Dates, ordinals, numbered things and small numbers in words that only go with
 * their noun (`two countries`) are none.
 *
 * @param times  The dates of its sentences.
 * @param date   The source's own, if it is known.
 */
export function findFigures(
  source: string,
  block: SourceBlock,
  sentences: readonly QuotedSentence[],
  times: readonly (readonly DatedPlace[])[],
  date: string | null,
): Figure[] {
  if (block.type === 'heading') return []
  const claimants = new Claimants(block.text)
  return sentences.flatMap((sentence, s): Figure[] => {
    if (isNoise(sentence.words)) return []
    claimants.read(sentence)
    const span = block.sentences[s] as Span
    const text = block.text.slice(span[0], span[1])
    const dates = findTimes(text)
      .filter(found => !isLength(found))
      .map(({ start, end }): Span => [start, end])
    return findQuantities(text)
      .filter(quantity => isClaim(quantity, dates))
      .map(quantity => {
        const value = text.slice(quantity.start, quantity.end)
        const place = quantity.start + span[0]
        const { what, unit } = describe(sentence, block, [place, quantity.end + span[0]])
        const noun = unit === '' ? compoundNoun(value) : unit
        return {
          source,
          anchor: block.anchor,
          quote: text,
          value,
          low: quantity.low,
          high: quantity.high,
          unit: quantity.unit ?? unitNamed(noun) ?? noun,
          what,
          raw: rawSpans(block.runs, span),
          claimant: claimants.at(place),
          asOf: asOf(sentence, times[s] ?? [], span[0], place) ?? date,
          same: null,
          conflict: false,
        }
      })
  })
}
