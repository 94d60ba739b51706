import { type Figure, overlaps, rawSpans, type SourceBlock, type Span } from '@briefbook/ast'
import type { Claimants, QuotedSentence } from '../claims/claimant.js'
import { isNoise, type Sentence } from '../grammar/clauses.js'
import type { FoundTime } from '../timeline/expressions.js'
import type { DatedPlace, SentenceTimes } from '../timeline/read-times.js'
import { findQuantities, type Quantity } from './quantities.js'
import { unitNamed } from './quantity-pattern.js'

/** Words that end what a quantity counts. */
const ends = new Set(['VERB', 'AUX', 'SCONJ', 'PRON'])

/** A description of more words than this tells nothing. */
const mostWords = 15

/** The words of the clause in front of a place; the clause's subject where they hold no noun. */
function leadingUp({ words, phrases, clauses, clauseOf }: Sentence, block: SourceBlock, place: number): string {
  const clause = clauseOf[place] ?? -1
  const isEdge = (i: number) => /^(?:ADP|ADV|PUNCT|SCONJ|CCONJ|DET|PART)$/.test(words[i]?.pos ?? '')
  let from = place
  while (from > 0 && clauseOf[from - 1] === clause) from--
  let to = place
  while (to > from && isEdge(to - 1)) to--
  while (from < to && isEdge(from) && words[from]?.pos !== 'DET') from++
  const text = (a: number, b: number) => (b > a ? block.text.slice(words[a]?.start ?? 0, words[b - 1]?.end ?? 0) : '')
  // `the border (which is`: what a relative clause stands on goes without it.
  const relative = words.findIndex((word, i) => i > from && i < to && /^(?:which|who|that)$/.test(word.lower))
  if (relative > from) to = words[relative - 1]?.pos === 'PUNCT' ? relative - 1 : relative
  // Of a long clause that was not taken apart, the phrase next to the value.
  const near = to - from > mostWords ? phrases.findLast(phrase => phrase.end <= to && phrase.start >= from) : undefined
  if (near) return text(near.start, near.end)
  if (words.slice(from, to).some(word => word.pos === 'NOUN' || word.pos === 'PROPN')) return text(from, to)
  const subject = clauses[clause]?.subject[0]
  return subject ? text(subject.start, subject.end) : text(from, to)
}

/** What a number in front of its value counts: `the number of fighters in the north was 8,000`. */
function countedBefore({ words, phrases, clauseOf }: Sentence, block: SourceBlock, place: number) {
  for (let i = place - 1; i > 1 && clauseOf[i] === clauseOf[place]; i--) {
    if (words[i]?.lower !== 'of' || !/^(?:number|count|total)$/.test(words[i - 1]?.lemma ?? '')) continue
    const phrase = phrases.find(p => p.start === i + 1)
    const head = phrase && words[phrase.head]
    if (!head || phrase.end > place) return null
    return { what: block.text.slice(words[phrase.start]?.start ?? 0, words[phrase.end - 1]?.end ?? 0), unit: head.text }
  }
  return null
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
  // `put the number of fighters at 8,000`
  const place = words.findIndex(word => word.end > start)
  const told = first?.pos === 'NOUN' || first?.pos === 'PROPN' ? null : countedBefore(sentence, block, place)
  if (told) return told
  if (from >= 0 && to > from)
    return { what: block.text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0), unit: noun }
  return {
    what: leadingUp(sentence, block, place),
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

/** A date in front of all else holds for the whole sentence: `In 2019, …`. */
const isAtHead = ({ start }: FoundTime) => start < 20

/**
 * The date that a figure holds for: that of its clause, or the one at the head of the sentence; else `otherwise`. Null
 * where several dates of the clause leave it open.
 */
function asOf(
  { words, clauseOf }: Sentence,
  times: readonly DatedPlace[],
  start: number,
  place: number,
  otherwise: string | null,
): string | null {
  const clauseAt = (at: number) => clauseOf[words.findIndex(word => word.end > at)]
  const own = times.filter(time => clauseAt(start + time.start) === clauseAt(place))
  if (own.length > 1) return null
  const found = own[0] ?? times.find(isAtHead)
  if (!found) return otherwise
  const { date, end } = found.resolved
  return end === undefined ? date : `${date}/${end}`
}

/**
 * The quantitative claims of a block. Dates, ordinals, numbered things and small numbers in words that only go with
 * their noun (`two countries`) are none.
 *
 * @param claimants  Who claims what in its sentences.
 * @param times      Their times.
 * @param date       When the source was written, or what it retells, if that is known.
 */
export function findFigures(
  source: string,
  block: SourceBlock,
  sentences: readonly QuotedSentence[],
  claimants: Claimants,
  times: readonly SentenceTimes[],
  date: string | null,
): Figure[] {
  if (block.type === 'heading') return []
  return sentences.flatMap((sentence, s): Figure[] => {
    if (isNoise(sentence.words)) return []
    const span = block.sentences[s] as Span
    const text = block.text.slice(span[0], span[1])
    const { found, dated } = times[s] ?? { found: [], dated: [] }
    const dates = found.filter(found => !isLength(found)).map(({ start, end }): Span => [start, end])
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
          claimant: claimants.at(s, place, true),
          asOf: asOf(sentence, dated, span[0], place, date),
          same: null,
          conflict: false,
        }
      })
  })
}
