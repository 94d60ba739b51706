import type { SourceBlockType } from '@briefbook/ast'
import { block, type DraftBlock } from '../../draft.js'
import { append } from '../../lists.js'
import { traceTable } from '../../table.js'
import { type Piece, type Traced, trace } from '../../traced.js'
import { decodeReferences } from './character-reference.js'
import { noteLabels } from './notes.js'

/**
 * A comment, processing instruction, CDATA section or declaration; a script or style with all that is in it; a
 * superscript; any other tag.
 */
const token =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<![a-z][^>]*(?:>|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<sup\b[^<>]*>([^<]{1,12})<\/sup>|<(\/?)([a-z][a-z0-9]*)\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi

const inlineTags: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

const types: { readonly [tag: string]: SourceBlockType } = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'listItem',
  blockquote: 'quotation',
}

/**
 * The blocks of HTML that stands in Markdown: what converters leave of tables and centred lines. Tags are markup; what
 * stands between them is text.
 *
 * @param lines  Where it stands in the file, without what a list or a quotation puts in front of its lines.
 */
export function readEmbeddedHtml(source: string, lines: readonly Piece[]): DraftBlock[] {
  const html = lines.map(({ start, end }) => source.slice(start, end)).join('')
  const out: DraftBlock[] = []
  let pieces: Piece[] = []
  let references: string[] = []
  let type: SourceBlockType = 'paragraph'
  let depth = 1
  let role: DraftBlock['role'] = null
  let table: { cells: Traced[][]; head: boolean } | null = null

  let line = 0
  /** Where that line begins in `html`. */
  let before = 0
  /** A stretch of `html`, line by line, as places of the file. What is asked for is asked for in order. */
  const places = (from: number, to: number): Piece[] => {
    const found: Piece[] = []
    for (let at = from; at < to; ) {
      const { start, end } = lines[line] as Piece
      if (at >= before + end - start) {
        before += end - start
        line++
        continue
      }
      const till = Math.min(to, before + end - start)
      found.push({ start: start + at - before, end: start + till - before })
      at = till
    }
    return found
  }
  const words = (from: number, to: number) => {
    for (const { start, end } of places(from, to)) append(pieces, decodeReferences(source, start, end))
  }

  const take = (): Traced => {
    const traced = trace(source, pieces)
    pieces = []
    return traced
  }
  const flush = () => {
    const traced = take()
    if (traced.text !== '') out.push(block(type, traced, { depth, references, role }))
    references = []
  }
  const closeTable = () => {
    const found = table && traceTable(table.cells)
    if (found) out.push(block('table', found.traced, { rows: found.rows, head: table?.head ?? false }))
    table = null
  }

  let at = 0
  for (const match of html.matchAll(token)) {
    const from = match.index
    words(at, from)
    at = from + match[0].length
    const [, , superscript, slash, name] = match
    if (superscript !== undefined) {
      const labels = noteLabels(superscript.trim())
      if (labels.length > 0) references.push(...labels)
      else words(from + match[0].indexOf('>') + 1, at - '</sup>'.length)
      continue
    }
    const tag = name?.toLowerCase()
    if (tag === undefined || inlineTags.has(tag)) continue
    const opens = slash === ''
    if (tag === 'br') for (const place of places(from, at)) pieces.push({ ...place, text: '\n' })
    else if (tag === 'table' && opens && !table) {
      flush()
      table = { cells: [], head: false }
    } else if (table) {
      if (tag === 'tr' && opens) table.cells.push([])
      if (tag === 'th' && opens && table.cells.length <= 1) table.head = true
      if (tag === 'td' || tag === 'th') {
        const cell = take()
        if (table.cells.length === 0) table.cells.push([])
        // Between two cells there may be words that belong to none.
        if (!opens || cell.text !== '') table.cells.at(-1)?.push(cell)
      }
      if (tag === 'table' && !opens) closeTable()
    } else {
      flush()
      type = opens ? (types[tag] ?? 'paragraph') : 'paragraph'
      role = opens && tag === 'pre' ? 'code' : null
      depth = /^h[1-6]$/.test(tag) ? Number(tag[1]) : 1
    }
  }
  words(at, html.length)
  if (table) closeTable()
  flush()
  return out
}
