import { rawSpans, type SourceBlock, type TimelineEntry } from '@briefbook/ast'
import type { Sentence } from '../grammar/clauses.js'
import { type FoundTime, findTimes } from './expressions.js'
import { type Reference, resolveTime, type Tense } from './resolve.js'

/** Words that make what follows a stretch of time and no date: `over the last year`. */
const stretch = /\b(?:over|within|throughout|for|in|during)(?: (?:about|some|the|at least|more than))* $/i
const isStretch = (before: string, { time }: FoundTime, text: string) =>
  (time.kind === 'relative' &&
    /^(?:the )?(?:last|past|next)\b/i.test(text) &&
    /\bthe $/i.test(before) &&
    stretch.test(before)) ||
  (time.kind === 'relative' && time.unit === 'week' && time.shift === 0) ||
  (time.kind === 'relative' && time.unit === 'day' && /^this/i.test(text))

/** Whether what stands around a place is told as to come. */
function tenseAt(sentence: Sentence, place: number): Tense {
  const index = sentence.words.findIndex(word => word.end > place)
  const clause = sentence.clauses[sentence.clauseOf[index] ?? -1]
  if (!clause) return 'past'
  const { start, end, head } = clause.verb
  const group = sentence.words.slice(start, end)
  if (group.some(word => /^(?:will|'ll|shall)$/.test(word.lower))) return 'future'
  const verb = sentence.words[head]
  const next = sentence.words[end]
  const going = verb?.lower === 'going' && next?.lower === 'to'
  const planned =
    /^(?:plan|intend|expect|schedule|aim|hope|set|due)$/.test(verb?.lemma ?? '') &&
    sentence.words.slice(end, end + 3).some(w => w.lower === 'to')
  return going || planned ? 'future' : 'past'
}

/** The clause that a place stands in, verbatim; the sentence where it has but one. */
function eventAt(sentence: Sentence, block: SourceBlock, place: number): string {
  const { words, clauseOf } = sentence
  const index = words.findIndex(word => word.end > place)
  const clause = clauseOf[index] ?? -1
  let from = index
  let to = index
  while (from > 0 && clauseOf[from - 1] === clause) from--
  while (to + 1 < words.length && clauseOf[to + 1] === clause) to++
  const text = block.text.slice(words[from]?.start ?? 0, words[to]?.end ?? 0)
  return text.replace(/^[\s,;:—–-]+|[\s,;:—–-]+$/gu, '')
}

/**
 * The dated events of a block: each sentence that has a date that can be told.
 *
 * @param sentences  The block's sentences, taken apart, in the order of `block.sentences`.
 */
export function findEvents(
  source: string,
  block: SourceBlock,
  sentences: readonly Sentence[],
  reference: Reference | null,
): TimelineEntry[] {
  if (block.type === 'heading') return []
  const entries: TimelineEntry[] = []
  let context: number | null = null
  sentences.forEach((sentence, s) => {
    const span = block.sentences[s] as readonly [number, number]
    const text = block.text.slice(span[0], span[1])
    // A place and a date over a text are no event. What ends as a sentence has a verb, though the tagger missed it.
    if (sentence.clauses.length === 0 && !/[.!?…]["”’)\]]*$/.test(text)) return
    const times = findTimes(text)
    const seen = new Set<string>()
    let year: number | null = null
    let carried: number | null = null
    for (const found of times) {
      const before = text.slice(0, found.start)
      if (isStretch(before, found, text.slice(found.start, found.end))) continue
      const place = span[0] + found.start
      const resolved = resolveTime(found.time, reference, tenseAt(sentence, place), year ?? context)
      if (!resolved) continue
      const key = `${resolved.date}/${resolved.end ?? ''}`
      if (
        found.time.kind === 'date' &&
        resolved.end === undefined &&
        !/\b(?:since|until|till)(?: the)? $/i.test(before)
      ) {
        year = Number(resolved.date.slice(0, 4))
        // `In 2014, …`: a year at the head of a sentence holds for the next one too.
        if (/^\W*In (?:early |late )?$/.test(before)) carried = year
      }
      if (seen.has(key)) continue
      seen.add(key)
      entries.push({
        source,
        anchor: block.anchor,
        quote: text,
        ...resolved,
        event: eventAt(sentence, block, place),
        raw: rawSpans(block.runs, span),
      })
    }
    context = carried
  })
  return entries
}
