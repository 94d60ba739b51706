import type { Source, SourceBlock } from './source.js'
import { rawSpans, type Span } from './span.js'

/**
 * What a look-up of a quotation found: the very characters; the same words under the stated normalisation; or neither.
 */
export type Verdict = 'exact' | 'normalised' | 'missing'

/** Where a quotation, or one of the parts between its ellipses, stands. */
export interface QuotationPart {
  anchor: string
  /** In the block's text. */
  span: Span
  raw: Span[]
}

export interface QuotationMatch {
  verdict: Verdict
  /** In order; empty when missing. */
  parts: QuotationPart[]
  /** Where missing: the passage of the source that shares most words with the quotation, to show beside it. */
  nearest: { anchor: string; text: string } | null
}

const folded: ReadonlyMap<string, string> = new Map([
  ...[...'‘’‚‛′´`'].map(c => [c, "'"] as const),
  ...[...'“”„‟″«»'].map(c => [c, '"'] as const),
  ...[...'‐‑‒–—―−'].map(c => [c, '-'] as const),
  ['…', '...'],
  ['\u00ad', ''],
  ['\u200b', ''],
  ['\u2060', ''],
  ['\ufeff', ''],
])

/** A text under the normalisation, and for each of its characters the place in the text it was made of. */
interface Normalised {
  text: string
  /** `at[i]` is where character i came from; one entry more than characters, the last is the text's length. */
  at: number[]
}

/** Whether a character stands for itself: most do, and need not be looked up. */
const isPlain = (char: string) => char > ' ' && char <= '~' && char !== '`'

function normalise(text: string): Normalised {
  let out = ''
  const at: number[] = []
  let i = 0
  for (const char of text) {
    let folding = isPlain(char) ? char : folded.get(char)
    if (folding === undefined) {
      if (/\s/u.test(char)) folding = out === '' || out.endsWith(' ') ? '' : ' '
      else folding = char.normalize('NFKD')
    }
    for (let k = 0; k < folding.length; k++) at.push(i)
    out += folding
    i += char.length
  }
  at.push(i)
  return { text: out, at }
}

/**
 * A text under the normalisation that quotations are compared by: NFKD (which opens ligatures and accents), one kind of
 * quotation mark, apostrophe and dash, white space collapsed, soft hyphens and zero-width characters left out. Case, words and
 * punctuation stay.
 */
export function normaliseQuotation(text: string): string {
  return normalise(text).text.trimEnd()
}

/** Parts of a quotation: an ellipsis in brackets joins them. */
function splitEllipsis(quote: string): string[] {
  return quote
    .split(/\s*(?:\[\s*(?:\.\s*\.\s*\.|…)\s*\]|\(\s*(?:\.\s*\.\s*\.|…)\s*\))\s*/u)
    .map(part => part.trim())
    .filter(part => part !== '')
}

interface Place {
  block: number
  span: Span
  verdict: 'exact' | 'normalised'
}

function findPart(blocks: readonly SourceBlock[], part: string, from: Place | null): Place | null {
  const startBlock = from?.block ?? 0
  const offset = (i: number) => (from && i === from.block ? from.span[1] : 0)
  for (let i = startBlock; i < blocks.length; i++) {
    const start = (blocks[i] as SourceBlock).text.indexOf(part, offset(i))
    if (start >= 0) return { block: i, span: [start, start + part.length], verdict: 'exact' }
  }
  const wanted = normaliseQuotation(part)
  if (wanted === '') return null
  for (let i = startBlock; i < blocks.length; i++) {
    const { text, at } = normalise((blocks[i] as SourceBlock).text)
    for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
      let end = start + wanted.length
      while (at[end] === at[end - 1]) end++ // a ligature is quoted whole
      const span: Span = [at[start] as number, at[end] as number]
      if (span[0] >= offset(i)) return { block: i, span, verdict: 'normalised' }
    }
  }
  return null
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function findNearest(blocks: readonly SourceBlock[], quote: string): QuotationMatch['nearest'] {
  const wanted = new Set(words(normaliseQuotation(quote)))
  let best: QuotationMatch['nearest'] = null
  let most = 0
  for (const block of blocks) {
    for (const [start, end] of block.sentences) {
      const text = block.text.slice(start, end)
      const found = new Set(words(normaliseQuotation(text)))
      let shared = 0
      for (const word of found) if (wanted.has(word)) shared++
      const score = shared / (wanted.size + found.size - shared || 1)
      if (score > most) {
        most = score
        best = { anchor: block.anchor, text }
      }
    }
  }
  return best
}

/**
 * Looks a quotation up in a source. An ellipsis in brackets joins parts that stand in this order; each part stands
 * within one block.
 *
 * @param anchor  Where given, only that block is searched.
 */
export function findQuotation(source: Source, quote: string, anchor?: string): QuotationMatch {
  const blocks = anchor === undefined ? source.children : source.children.filter(block => block.anchor === anchor)
  const parts: QuotationPart[] = []
  let verdict: 'exact' | 'normalised' = 'exact'
  let last: Place | null = null
  for (const part of splitEllipsis(quote)) {
    const place = findPart(blocks, part, last)
    if (!place) return { verdict: 'missing', parts: [], nearest: findNearest(source.children, quote) }
    if (place.verdict === 'normalised') verdict = 'normalised'
    const block = blocks[place.block] as SourceBlock
    parts.push({ anchor: block.anchor, span: place.span, raw: rawSpans(block.runs, place.span) })
    last = place
  }
  if (parts.length === 0) return { verdict: 'missing', parts, nearest: null }
  return { verdict, parts, nearest: null }
}
