import { type LedgerMark, noteSign, type Span } from '@briefbook/ast'
import { type Item, type Marks, unmarked } from '../document/document.js'
import { compareWords } from './compare.js'
import { type BaseItem, paragraphEnd } from './items.js'
import { saysSame } from './probe.js'

/** A mark around characters, one that the file has or a new one. */
interface Ref {
  kind: LedgerMark['mark']
  url: string | null
  open: string
  close: string
}

/** A character as it is to be written. */
interface Out {
  text: string
  /** What it is in the document, where it is a note. */
  note: Item | null
  /** Its index among the items that were sent; null for what is new. */
  base: number | null
  refs: Ref[]
  /** Whether its marks are those that it has in the file. */
  pure: boolean
}

export interface Writing {
  /** The file as it was sent. */
  file: string
  /** What is written anew: from the first block's words to the last one's. */
  region: Span
  /** What is put between two paragraphs that were one, by how many ends of paragraphs stand before. */
  separator(index: number): string
  /** The Markdown of a note that is not one of the block's: a copy, or a new one. */
  note(item: Item): string
  /** The address that a link of the document leads to, as Markdown has it; null for one that Markdown cannot have. */
  link(target: string): string | null
  inTable: boolean
  /** Whether the words must stay in one line: of a heading, of a table's cell. */
  oneLine: boolean
  /** Whether the words take no marks: of a title. */
  plain: boolean
}

/** Words as Markdown. `formatting` says whether every mark could be written. */
export interface Written {
  text: string
  formatting: boolean
}

const delimiters = { emphasis: ['*', '*'], strong: ['**', '**'], delete: ['~~', '~~'], code: ['`', '`'] } as const

const own = new WeakMap<LedgerMark, Ref>()

/** The mark that the file has, as one and the same object wherever it is met. */
function refOf(mark: LedgerMark, file: string): Ref {
  const known = own.get(mark)
  if (known) return known
  const ref: Ref = {
    kind: mark.mark,
    url: mark.url ?? null,
    open: file.slice(mark.span[0], mark.inner[0]),
    close: file.slice(mark.inner[1], mark.span[1]),
  }
  own.set(mark, ref)
  return ref
}

function newRef(kind: Ref['kind'], url: string | null): Ref {
  if (kind === 'link') return { kind, url, open: '[', close: `](${/[\s()]/.test(url ?? '') ? `<${url}>` : url})` }
  const [open, close] = delimiters[kind]
  return { kind, url: null, open, close }
}

type Wanted = readonly { kind: Ref['kind']; url: string | null }[]

function wantedOf(marks: Marks, writing: Writing): Wanted {
  const target = marks.link === null ? null : writing.link(marks.link)
  const kinds = (['strong', 'emphasis', 'delete', 'code'] as const).filter(kind => marks[kind])
  return [
    ...(target === null ? [] : [{ kind: 'link' as const, url: target }]),
    ...kinds.map(kind => ({ kind, url: null })),
  ]
}

const fits = (ref: Ref, { kind, url }: Wanted[number]) => ref.kind === kind && (kind !== 'link' || ref.url === url)

/** Characters that were sent as a whole stay one, or are written as the words that are left of them. */
function keepUnits(base: readonly BaseItem[], matches: (number | null)[]): void {
  const places = new Map<number, number>()
  matches.forEach((match, i) => {
    if (match !== null) places.set(match, i)
  })
  for (let from = 0; from < base.length; from++) {
    const unit = base[from]?.unit ?? null
    if (unit === null || unit === base[from - 1]?.unit) continue
    let to = from
    while (base[to]?.unit === unit) to++
    const first = places.get(from)
    const whole =
      first !== undefined &&
      Array.from({ length: to - from }, (_, n) => places.get(from + n)).every((place, n) => place === first + n)
    if (whole) continue
    for (let n = from; n < to; n++) {
      const place = places.get(n)
      if (place !== undefined) matches[place] = null
    }
  }
}

/** Whether nothing but white space stands between an item and the end of a paragraph that is new. */
function isAtNewEnd(edited: readonly Item[], matches: readonly (number | null)[], i: number): boolean {
  for (const step of [1, -1]) {
    let k = i + step
    while (edited[k] && edited[k]?.text !== paragraphEnd && /\s/.test(edited[k]?.text ?? '')) k += step
    if (edited[k]?.text === paragraphEnd && matches[k] === null) return true
  }
  return false
}

/** Nobody sees how the end of a line is marked: as what stands on both sides of it. */
function withLineEnds(items: readonly Item[]): readonly Item[] {
  return items.map((item, i) => {
    if (item.text !== '\n') return item
    const [a, b] = [items[i - 1]?.marks ?? unmarked, items[i + 1]?.marks ?? unmarked]
    const marks: Marks = {
      emphasis: a.emphasis && b.emphasis,
      strong: a.strong && b.strong,
      delete: a.delete && b.delete,
      code: a.code && b.code,
      link: a.link === b.link ? a.link : null,
    }
    return { ...item, marks }
  })
}

/**
 * Which marks are written: those that editors put there as well, those that the file has, carried on over what is new
 * beside them or not, or none.
 */
type Formats = 'all' | 'known' | 'sent' | 'none'

function outsOf(base: readonly BaseItem[], came: readonly Item[], writing: Writing, formats: Formats): Out[] {
  const edited = withLineEnds(came)
  const matches = compareWords(base, edited)
  keepUnits(base, matches)
  const outs: Out[] = []
  edited.forEach((item, i) => {
    // White space beside the end of a paragraph that is new, or beside new white space, says nothing.
    if (/\s/.test(item.text) && item.text !== paragraphEnd && isAtNewEnd(edited, matches, i)) return
    const match = matches[i] ?? null
    const found = match === null ? undefined : base[match]
    const before = outs.at(-1)?.refs ?? []
    const common = { text: item.text, note: item.note === undefined ? null : item, base: match }
    const native = (found?.stack ?? []).map(mark => refOf(mark, writing.file))
    if (found && (found.unit !== null || item.text === paragraphEnd)) {
      // A note within words that are marked anew is marked with them, as is a name of a source.
      const behind = item.note === undefined ? item : edited.slice(i + 1).find(other => other.note === undefined)
      const all = behind === undefined || item.text === paragraphEnd ? [] : wantedOf(behind.marks, writing)
      const on = item.note === undefined ? all.filter(({ kind }) => kind !== 'code' && kind !== 'link') : all
      const around = before.filter(ref => !native.includes(ref) && on.some(want => fits(ref, want)))
      outs.push({ ...common, refs: [...around, ...native], pure: around.length === 0 })
      return
    }
    if (item.text === paragraphEnd) {
      outs.push({ ...common, refs: [], pure: false })
      return
    }
    // A note is marked as what it stands behind.
    const wanted = item.note === undefined ? wantedOf(item.marks, writing) : before
    const next = matches.slice(i + 1).find(m => m !== null)
    const ahead = found || next == null ? [] : (base[next]?.stack ?? []).map(mark => refOf(mark, writing.file))
    // A mark that an editor drew over others goes on over them.
    const over = before.filter(ref => !native.includes(ref) && wanted.some(want => fits(ref, want)))
    const kept = native.filter(
      ref => formats !== 'none' && wanted.some(want => fits(ref, want)) && !over.some(other => other.kind === ref.kind),
    )
    const others = wanted.filter(want => !kept.some(ref => fits(ref, want)))
    const added = others.flatMap(want => {
      if (formats === 'sent' || formats === 'none') return []
      const ref = [...before, ...ahead].find(known => fits(known, want))
      if (ref) return [ref]
      return formats === 'all' ? [newRef(want.kind, want.url)] : []
    })
    const refs = [...kept, ...added]
    outs.push({
      ...common,
      refs,
      pure: found !== undefined && refs.length === native.length && refs.every((ref, n) => ref === native[n]),
    })
  })
  return trimMarks(outs)
}

const follows = (a: Out | undefined, b: Out | undefined) =>
  a?.base != null && b?.base != null && b.base === a.base + 1 && a.pure && b.pure

/** White space at the edge of marked words is not marked: Markdown would not read it (CommonMark 0.31, 6.2). */
function trimMarks(outs: Out[]): Out[] {
  const trim = (i: number, neighbour: Out | undefined, verbatim: boolean) => {
    const out = outs[i] as Out
    if (!/\s/.test(out.text) || verbatim) return
    const refs = out.refs.filter(ref => ref.kind === 'code' || neighbour?.refs.includes(ref))
    if (refs.length < out.refs.length) outs[i] = { ...out, refs, pure: false }
  }
  for (let i = 0; i < outs.length; i++) trim(i, outs[i - 1], follows(outs[i - 1], outs[i]))
  for (let i = outs.length - 1; i >= 0; i--) trim(i, outs[i + 1], follows(outs[i], outs[i + 1]))
  return outs
}

const citation = /\[[^[\]]*?@[\p{L}\p{N}][^[\]]*\]/gu
const special = /[\\`*_[\]<>&~#]/
const blockStart = /^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|=+\s*$|-{3,}|:{2,})/

/** Which characters that are new need a backslash: none where they stand in a citation, as chapters write it. */
function escapes(outs: readonly Out[], inTable: boolean, thorough: boolean): Set<number> {
  const text = outs.map(out => (out.note === null ? out.text : noteSign))
  const offsets: number[] = []
  let length = 0
  for (const character of text) {
    offsets.push(length)
    length += character.length
  }
  const spared = [...text.join('').matchAll(citation)].map(m => [m.index, m.index + m[0].length] as const)
  const escaped = new Set<number>()
  outs.forEach(({ base, text: character }, i) => {
    if (base !== null) return
    const at = offsets[i] as number
    if (inTable && character === '|') escaped.add(i)
    if (!thorough || spared.some(([from, to]) => at >= from && at < to)) return
    if (special.test(character)) escaped.add(i)
    // New white space at the beginning is not written.
    let first = i
    while (first > 0 && outs[first - 1]?.base === null && /[^\S\n\u2029]/.test(outs[first - 1]?.text ?? '')) first--
    const begins = first === 0 || outs[first - 1]?.text === paragraphEnd || outs[first - 1]?.text === '\n'
    if (!begins) return
    const line =
      text
        .slice(i)
        .join('')
        .split(/[\n\u2029]/)[0] ?? ''
    if (blockStart.test(line)) escaped.add(i)
    const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(line)?.[0].length
    if (number !== undefined) escaped.add(i + number)
  })
  return escaped
}

interface Attempt {
  text: string
  /** Each paragraph with what it should say, units and notes as characters that mean nothing. */
  paragraphs: { probe: string; expected: { text: string; marks: string[] }[] }[]
}

const probeOf = (ref: Ref, side: 'open' | 'close') =>
  ref.kind === 'link' ? (side === 'open' ? '[' : '](x)') : ref[side]

function attempt(base: readonly BaseItem[], outs: readonly Out[], writing: Writing, thorough: boolean): Attempt {
  const { file, region } = writing
  const escaped = escapes(outs, writing.inTable, thorough)
  let text = ''
  let stack: Ref[] = []
  let ends = 0
  let sign = 0xe000
  const paragraphs: Attempt['paragraphs'] = [{ probe: '', expected: [] }]
  const probe = (words: string) => {
    const last = paragraphs.at(-1)
    if (last) last.probe += words
  }
  const startOf = (index: number) => base[index]?.span[0] ?? region[1]
  const endOf = (index: number) => (index < 0 ? region[0] : (base[index]?.span[1] ?? region[1]))
  const step = (before: Out, next: Out) => {
    const staying = stack.findIndex(ref => !next.refs.includes(ref))
    const closing = staying < 0 ? [] : stack.slice(staying).reverse()
    const left = staying < 0 ? stack : stack.slice(0, staying)
    const opening = next.refs.filter(ref => !left.includes(ref))
    probe([...closing.map(ref => probeOf(ref, 'close')), ...opening.map(ref => probeOf(ref, 'open'))].join(''))
    text += follows(before, next)
      ? file.slice(endOf(before.base as number), startOf(next.base as number))
      : [...closing.map(ref => ref.close), ...opening.map(ref => ref.open)].join('')
    stack = [...left, ...opening]
  }
  const edge = (index: number): Out => ({ text: '', note: null, base: index, refs: [], pure: true })
  let before = edge(-1)
  outs.forEach((out, i) => {
    step(before, out)
    before = out
    const found = out.base === null ? undefined : base[out.base]
    const own = found === undefined ? null : file.slice(...found.span)
    // A line that begins with other words could begin a list with them.
    const isLine = own !== null && out.text === ' ' && /[\r\n]/.test(own)
    const raw = isLine && (writing.oneLine || !follows(out, outs[i + 1])) ? ' ' : own
    const begins = paragraphs.at(-1)?.expected.length === 0
    if (out.text === paragraphEnd) {
      text += raw ?? writing.separator(ends)
      ends++
      paragraphs.push({ probe: '', expected: [] })
      return
    }
    // What a line begins or ends with Markdown does not see.
    if (raw === null && begins && /\s/.test(out.text)) return
    const marks = out.refs.map(ref => ref.kind)
    if (found?.unit || out.note !== null) {
      text += raw ?? (out.note === null ? '' : writing.note(out.note))
      const isFirst = found?.unit == null || base[(out.base as number) - 1]?.unit !== found.unit
      if (!isFirst) return
      const character = String.fromCharCode(sign++)
      probe(character)
      paragraphs.at(-1)?.expected.push({ text: character, marks })
      return
    }
    const isBreak = out.text === '\n'
    const written =
      raw ??
      (isBreak
        ? writing.inTable
          ? ' '
          : '\\\n'
        : `${escaped.has(i) ? '\\' : ''}${out.text === '\t' ? ' ' : out.text}`)
    text += written
    probe(raw === null ? written : written.replace(/\n[ \t>]*/g, '\n'))
    paragraphs.at(-1)?.expected.push({ text: isBreak && writing.oneLine ? ' ' : out.text, marks })
  })
  step(before, edge(base.length))
  return { text, paragraphs }
}

/**
 * The words of an editor as Markdown: what was sent and is still there is taken over as it is written, so that only what
 * changed changes. What comes out is read again, and escaped or refused where it would say something else.
 *
 * @returns null where Markdown cannot say it.
 */
export function writeWords(base: readonly BaseItem[], edited: readonly Item[], writing: Writing): Written | null {
  const isMarked = edited.some(({ marks }) => wantedOf(marks, writing).length > 0)
  for (const formats of writing.plain ? (['none'] as const) : (['all', 'known', 'sent', 'none'] as const)) {
    const outs = outsOf(base, edited, writing, formats)
    for (const thorough of [false, true]) {
      const { text, paragraphs } = attempt(base, outs, writing, thorough)
      if (paragraphs.every(({ probe, expected }) => saysSame(probe, expected)))
        return { text, formatting: formats === 'all' || !isMarked }
    }
  }
  return null
}
