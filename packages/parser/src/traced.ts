import { type Run, type Span, sliceRuns } from '@briefbook/ast'
import { stretches, uneven } from './characters.js'

/** Cleaned text and the runs of raw text that it came from. */
export interface Traced {
  readonly text: string
  readonly runs: readonly Run[]
}

/** A stretch of the raw text, in order; `text` where it does not read as it is written: an entity, an escape. */
export interface Piece {
  start: number
  end: number
  text?: string
}

const wide = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef'
const endsWide = new RegExp(`[${wide}]$`, 'u')
const startsWide = new RegExp(`^[${wide}]`, 'u')
const lineBreak = /[\n\r\u2028\u2029]/

const isDirect = (run: Run) => run.text[1] - run.text[0] === run.raw[1] - run.raw[0]

function appendRun(runs: Run[], at: number, length: number, start: number, end: number): void {
  const last = runs.at(-1)
  if (last && length === end - start && isDirect(last) && last.raw[1] === start)
    runs[runs.length - 1] = { text: [last.text[0], at + length], raw: [last.raw[0], end] }
  else runs.push({ text: [at, at + length], raw: [start, end] })
}

/**
 * Cleans raw text by the stated normalisation and remembers where every character came from: white space becomes one
 * space, or nothing at the ends and around a line end between two Chinese or Japanese characters; characters that
 * are not text are left out (see characters.ts); a piece with a `text` of its own reads as that.
 */
export function trace(source: string, pieces: Iterable<Piece>): Traced {
  let text = ''
  const runs: Run[] = []
  let space: { start: number; end: number; line: boolean } | null = null
  // Looking at the end of a growing string makes the engine copy it; the last word is kept instead.
  let last = ''

  const word = (value: string, start: number, end: number) => {
    if (space && last !== '' && !(space.line && startsWide.test(value) && endsWide.test(last))) {
      appendRun(runs, text.length, 1, space.start, space.end)
      text += ' '
    }
    space = null
    appendRun(runs, text.length, value.length, start, end)
    text += value
    last = value
  }
  const gap = (value: string, start: number, end: number) => {
    const line = lineBreak.test(value)
    // White space on both sides of markup is one space; its place is the first side.
    if (!space) space = { start, end, line }
    else space = { start: space.start, end: space.end === start ? end : space.end, line: space.line || line }
  }

  for (const piece of pieces) {
    if (piece.text === undefined) {
      const raw = source.slice(piece.start, piece.end)
      if (!uneven.test(raw)) {
        const start = raw.startsWith(' ') ? 1 : 0
        const end = raw.length > start && raw.endsWith(' ') ? raw.length - 1 : raw.length
        if (start > 0) gap(' ', piece.start, piece.start + 1)
        if (end > start) word(raw.slice(start, end), piece.start + start, piece.start + end)
        if (end < raw.length) gap(' ', piece.start + end, piece.end)
        continue
      }
      for (const match of raw.matchAll(stretches)) {
        const start = piece.start + match.index
        const end = start + match[0].length
        if (match[1] !== undefined) gap(match[0], start, end)
        else if (match[2] === undefined) word(match[0], start, end)
      }
      continue
    }
    let kept = ''
    let white = false
    for (const match of piece.text.matchAll(stretches)) {
      if (match[1] !== undefined) white = true
      else if (match[2] === undefined) kept += (white && kept !== '' ? ' ' : '') + match[0]
    }
    if (kept !== '') word(kept, piece.start, piece.end)
    else if (white) gap(piece.text, piece.start, piece.end)
  }
  return { text, runs }
}

/** A stretch of cleaned text as a text of its own, without white space at its ends. */
export function sliceTraced(traced: Traced, [from, to]: Span): Traced {
  let start = from
  let end = Math.min(to, traced.text.length)
  while (start < end && traced.text[start] === ' ') start++
  while (end > start && traced.text[end - 1] === ' ') end--
  return { text: traced.text.slice(start, end), runs: sliceRuns(traced.runs, [start, end]) }
}

/** Where a text begins and ends in the raw text; null for an empty one. */
export function rawExtent(traced: Traced): Span | null {
  const first = traced.runs[0]
  const last = traced.runs.at(-1)
  return first && last ? [first.raw[0], last.raw[1]] : null
}

/** Puts texts one behind another, with a space that came from the first white space between them in the raw text. */
export function joinTraced(source: string, parts: readonly Traced[]): Traced {
  let text = ''
  const runs: Run[] = []
  for (const part of parts) {
    const first = part.runs[0]
    if (!first) continue
    const last = runs.at(-1)
    if (last) {
      const behind = last.raw[1]
      const white = /\s+/.exec(source.slice(behind, Math.max(behind, first.raw[0])))
      const start = behind + (white?.index ?? 0)
      appendRun(runs, text.length, 1, start, start + (white?.[0].length ?? 0))
      text += ' '
    }
    for (const run of part.runs)
      appendRun(runs, text.length + run.text[0], run.text[1] - run.text[0], run.raw[0], run.raw[1])
    text += part.text
  }
  return { text, runs }
}

/** A text without some stretches of it, given in order and apart; white space on both sides of one becomes one space. */
export function cutTraced(traced: Traced, cuts: readonly Span[]): Traced {
  let text = ''
  const runs: Run[] = []
  /** Whether what is there ends in a space, or nothing is there. */
  let spaced = true
  let cut = 0
  const keep = (run: Run, from: number, to: number) => {
    let start = from
    if (traced.text[start] === ' ' && spaced) start++
    if (start >= to) return
    const direct = isDirect(run)
    const raw: Span = direct ? [run.raw[0] + start - run.text[0], run.raw[1] - (run.text[1] - to)] : run.raw
    appendRun(runs, text.length, to - start, raw[0], raw[1])
    text += traced.text.slice(start, to)
    spaced = traced.text[to - 1] === ' '
  }
  for (const run of traced.runs) {
    let at = run.text[0]
    while (at < run.text[1]) {
      while (cut < cuts.length && (cuts[cut] as Span)[1] <= at) cut++
      const [start, end] = cuts[cut] ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
      if (start > at) keep(run, at, Math.min(start, run.text[1]))
      at = start > at ? Math.min(start, run.text[1]) : Math.min(end, run.text[1])
    }
  }
  return text.endsWith(' ') ? sliceTraced({ text, runs }, [0, text.length]) : { text, runs }
}
