import { rawSpans, type Source, type SourceBlock } from '@briefbook/ast'
import { parseFragment } from 'parse5'
import { expect } from 'vitest'

const white = /^[\s\u0085]+$/u

/** What no text of a block may hold. */
const leftOut = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\u00ad\u200b\ufeff]/u

/** Raw text under the stated normalisation: line breaks, escapes and references decoded, white space collapsed. */
function normalise(raw: string): string {
  const plain = raw
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/\\(?=[\r\n])/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
  const [node] = parseFragment(plain).childNodes
  const decoded = node && 'value' in node ? node.value : plain
  return white.test(decoded) || decoded === '' ? ' ' : decoded
}

function checkRuns(source: Source, block: SourceBlock): void {
  let at = 0
  let raw = -1
  for (const run of block.runs) {
    expect(run.text[0], `${block.anchor}: runs cover the text`).toBe(at)
    expect(run.text[1]).toBeGreaterThan(run.text[0])
    expect(run.raw[0], `${block.anchor}: runs are in order`).toBeGreaterThanOrEqual(raw)
    expect(run.raw[1]).toBeLessThanOrEqual(source.text.length)
    at = run.text[1]
    raw = run.raw[1]
    const clean = block.text.slice(...run.text)
    const from = source.text.slice(...run.raw)
    // The separators of a table stand for whatever is between two cells.
    if (block.type === 'table' && (clean === ' | ' || clean === ' / ')) continue
    if (clean.length === from.length) expect(from.replace(/[\s\u0085]/gu, ' ')).toBe(clean)
    else expect(normalise(from)).toBe(clean)
  }
  expect(at, `${block.anchor}: runs cover the text`).toBe(block.text.length)
}

function checkSentences(block: SourceBlock): void {
  let at = 0
  for (const [start, end] of block.sentences) {
    expect(start).toBeGreaterThanOrEqual(at)
    expect(end).toBeGreaterThan(start)
    if (block.type !== 'table') expect(block.text.slice(at, start).trim(), 'only space between sentences').toBe('')
    expect(block.text.slice(start, end)).toBe(block.text.slice(start, end).trim())
    at = end
  }
  if (block.type !== 'table') expect(block.text.slice(at).trim()).toBe('')
}

/** What every source promises, whatever file it came from. */
export function checkSource(source: Source): void {
  source.children.forEach((block, i) => {
    expect(block.anchor).toBe(`${source.id}.${i + 1}`)
    expect(block.text).not.toBe('')
    if (block.type !== 'table') expect(block.text).toBe(block.text.replace(/[\s\u0085]+/gu, ' ').trim())
    expect(block.text).not.toMatch(leftOut)
    checkRuns(source, block)
    checkSentences(block)
    const spans = rawSpans(block.runs)
    expect(block.position?.start.offset).toBe(block.runs[0]?.raw[0])
    if (spans.length > 0) expect(block.position?.end.offset).toBeGreaterThanOrEqual(spans[0]?.[0] ?? 0)
  })
  for (const item of source.furniture) {
    expect(item.reason).not.toBe('')
    expect(item.text).not.toBe('')
    for (const [start, end] of item.raw) expect(end).toBeGreaterThan(start)
  }
}

/** How often each character of the text is in a block or in furniture. */
export function coverage(source: Source): Uint8Array {
  const counts = new Uint8Array(source.text.length)
  const spans = [
    ...source.children.flatMap(block => rawSpans(block.runs)),
    ...source.furniture.flatMap(item => item.raw),
  ]
  for (const [start, end] of spans) for (let i = start; i < end; i++) counts[i] = (counts[i] as number) + 1
  return counts
}

/** Words of the text that no block and no furniture has, and words that two have. */
export function uncovered(
  source: Source,
  isMarkup: (word: string) => boolean = () => false,
): { lost: string[]; twice: string[] } {
  const counts = coverage(source)
  const lost: string[] = []
  const twice: string[] = []
  for (const match of source.text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const of = counts.subarray(match.index, match.index + match[0].length)
    if (isMarkup(match[0])) continue
    if (of.includes(0)) lost.push(match[0])
    if (of.some(n => n > 1)) twice.push(match[0])
  }
  return { lost, twice }
}
