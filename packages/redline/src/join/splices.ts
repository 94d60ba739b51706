import type { Span } from '@briefbook/ast'
import { diffArrays } from 'diff'
import { likeness, pairAlike } from '../recognise/likeness.js'

/** A stretch of a text, and what stands in its place. */
export interface Splice {
  start: number
  end: number
  text: string
}

const words = (text: string) => text.match(/[\p{L}\p{M}\p{N}'’]+|\r\n|\s|./gsu) ?? []
const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? []

/** The hunks in which two lists of tokens differ, as splices of the first text. */
function hunks(from: string[], to: string[], at: number): Splice[] {
  const found: Splice[] = []
  let place = at
  let open: Splice | null = null
  for (const { added, removed, value } of diffArrays(from, to)) {
    const text = value.join('')
    if (!added && !removed) {
      if (open) found.push(open)
      open = null
      place += text.length
      continue
    }
    open ??= { start: place, end: place, text: '' }
    if (added) open.text += text
    else {
      place += text.length
      open.end = place
    }
  }
  if (open) found.push(open)
  return found
}

/** A change, and the one form by which it is told from others: as far to the front as it can stand. */
export interface Change extends Splice {
  form: Splice
  /** Where the words begin that its edit is of: of two that put something at one place, the first of these comes first. */
  origin?: number
}

/** A splice without what stays at its ends. */
function trimmed(base: string, { start, end, text }: Splice): Splice {
  let [from, to, put] = [start, end, text]
  while (from < to && put !== '' && base[from] === put[0]) {
    from++
    put = put.slice(1)
  }
  while (from < to && put !== '' && base[to - 1] === put.at(-1)) {
    to--
    put = put.slice(0, -1)
  }
  return { start: from, end: to, text: put }
}

/** The same text comes out where an insertion or deletion stands further to the front, as long as it begins as it ends. */
function foremost(base: string, { start, end, text }: Splice, least: number): Splice {
  let [from, to, put] = [start, end, text]
  while (from > least && put === '' && to > from && base[from - 1] === base[to - 1]) {
    from--
    to--
  }
  while (from > least && from === to && put !== '' && base[from - 1] === put.at(-1)) {
    put = base[from - 1] + put.slice(0, -1)
    from--
    to--
  }
  return { start: from, end: to, text: put }
}

/** A hunk of lines as changes of words: line beside line, so that a new line does not lend its words to its neighbour. */
function wordHunks(base: string, hunk: Splice): Splice[] {
  interface Line {
    text: string
    at: number
  }
  const placed = (text: string, from: number): Line[] => {
    let at = from
    return lines(text).map(line => {
      at += line.length
      return { text: line, at: at - line.length }
    })
  }
  const [old, fresh] = [placed(base.slice(hunk.start, hunk.end), hunk.start), placed(hunk.text, 0)]
  const pairs: [Line, Line][] =
    old.length === 1 && fresh.length === 1
      ? [[old[0] as Line, fresh[0] as Line]]
      : pairAlike(old, fresh, (a, b) => (a.text.trim() === '' || b.text.trim() === '' ? 0 : likeness(a.text, b.text)))
  const splices: Splice[] = []
  let [from, put] = [hunk.start, 0]
  for (const [a, b] of pairs) {
    if (a.at > from || b.at > put) splices.push({ start: from, end: a.at, text: hunk.text.slice(put, b.at) })
    splices.push(...hunks(words(a.text), words(b.text), a.at))
    from = a.at + a.text.length
    put = b.at + b.text.length
  }
  if (from < hunk.end || put < hunk.text.length)
    splices.push({ start: from, end: hunk.end, text: hunk.text.slice(put) })
  return splices
}

/** The lines in which two texts differ. */
export const lineChanges = (base: string, changed: string): Splice[] => hunks(lines(base), lines(changed), 0)

/** What must be done to a stretch of a text so that it reads as another: line by line, then word by word. */
export function changesOf(base: string, [start, end]: Span, changed: string): Change[] {
  const from = base.slice(start, end)
  if (from === changed) return []
  let least = 0
  return hunks(lines(from), lines(changed), start)
    .flatMap(hunk => wordHunks(base, hunk))
    .map(splice => trimmed(base, splice))
    .filter(splice => splice.start < splice.end || splice.text !== '')
    .map(splice => {
      const form = foremost(base, splice, least)
      least = splice.end
      return { ...splice, form }
    })
}

/** A text with splices done, which must be in order and apart. */
export function spliced(base: string, splices: readonly Splice[]): string {
  let text = ''
  let at = 0
  for (const splice of splices) {
    text += base.slice(at, splice.start) + splice.text
    at = splice.end
  }
  return text + base.slice(at)
}

export const isSame = ({ form: a }: Change, { form: b }: Change) =>
  a.start === b.start && a.end === b.end && a.text === b.text

const meet = (a: Splice, b: Splice) => a.start <= b.end && b.start <= a.end

/** Whether two changes touch, so that no program can say in which order or form both hold. */
export const touch = (a: Change, b: Change) => meet(a, b) || meet(a.form, b.form) || meet(a, b.form) || meet(a.form, b)

/** Whether two changes are of the same characters. */
export const overlap = (a: Splice, b: Splice) => a.start < b.end && b.start < a.end

/** Where a place of the base stands once splices are done: before or behind what they put there. */
export function placeAfter(splices: readonly Splice[], at: number, side: 'before' | 'behind'): number {
  let shift = 0
  for (const { start, end, text } of splices) {
    if (start > at || (side === 'before' && start === at)) break
    if (end > at) return start + shift + (side === 'before' ? 0 : text.length)
    shift += text.length - (end - start)
  }
  return at + shift
}

/** Where a place of the text with splices done stood in the base; what they put there stood where they begin. */
export function placeBefore(splices: readonly Splice[], at: number): number {
  let shift = 0
  for (const { start, end, text } of splices) {
    if (start + shift > at) break
    if (start + shift + text.length > at) return start
    shift += text.length - (end - start)
  }
  return at - shift
}
