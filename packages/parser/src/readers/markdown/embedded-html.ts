import type { SourceBlockType } from '@briefbook/ast'
import { block, type DraftBlock } from '../../draft.js'
import { append } from '../../lists.js'
import { traceTable } from '../../table.js'
import { type Piece, type Traced, trace } from '../../traced.js'
import { decodeReferences } from './character-reference.js'
import { noteLabels } from './notes.js'

/** A comment; a script or style with all that is in it; a superscript; any other tag. */
const token =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<sup\b[^>]*>([^<]{1,12})<\/sup>|<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi

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
 */
export function readEmbeddedHtml(source: string, start: number, end: number): DraftBlock[] {
  const out: DraftBlock[] = []
  let pieces: Piece[] = []
  let references: string[] = []
  let type: SourceBlockType = 'paragraph'
  let depth = 1
  let table: { cells: Traced[][]; head: boolean } | null = null

  const take = (): Traced => {
    const traced = trace(source, pieces)
    pieces = []
    return traced
  }
  const flush = () => {
    const traced = take()
    if (traced.text !== '') out.push(block(type, traced, { depth, references }))
    references = []
  }
  const closeTable = () => {
    const found = table && traceTable(table.cells)
    if (found) out.push(block('table', found.traced, { rows: found.rows, head: table?.head ?? false }))
    table = null
  }

  let at = start
  for (const match of source.slice(start, end).matchAll(token)) {
    const from = start + match.index
    append(pieces, decodeReferences(source, at, from))
    at = from + match[0].length
    const [, , superscript, slash, name] = match
    if (superscript !== undefined) {
      const labels = noteLabels(superscript.trim())
      if (labels.length > 0) references.push(...labels)
      else append(pieces, decodeReferences(source, from + match[0].indexOf('>') + 1, at - '</sup>'.length))
      continue
    }
    const tag = name?.toLowerCase()
    if (tag === undefined || inlineTags.has(tag)) continue
    const opens = slash === ''
    if (tag === 'br') pieces.push({ start: from, end: at, text: '\n' })
    else if (tag === 'table' && opens && !table) {
      flush()
      table = { cells: [], head: false }
    } else if (table) {
      if (tag === 'tr' && opens) table.cells.push([])
      if (tag === 'th' && opens && table.cells.length <= 1) table.head = true
      if ((tag === 'td' || tag === 'th') && opens) pieces = []
      if ((tag === 'td' || tag === 'th') && !opens) (table.cells.at(-1) ?? []).push(take())
      if (tag === 'table' && !opens) closeTable()
    } else {
      flush()
      type = opens ? (types[tag] ?? 'paragraph') : 'paragraph'
      depth = /^h[1-6]$/.test(tag) ? Number(tag[1]) : 1
    }
  }
  append(pieces, decodeReferences(source, at, end))
  if (table) closeTable()
  flush()
  return out
}
