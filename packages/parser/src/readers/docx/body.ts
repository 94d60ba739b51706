import { append } from '../../lists.js'
import type { Piece } from '../../traced.js'
import type { ReadContext } from './context.js'
import type { Pending } from './extract.js'
import { type Gathered, gathered, readInline } from './inline.js'
import { kindOf } from './kind.js'
import { child, elementsIn, isOn, value, type XmlElement } from './xml.js'

/** The table of contents that Word keeps is a copy of the headings. */
const isContents = (sdt: XmlElement) =>
  /^table of contents$/i.test(value(child(child(sdt, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery') ?? '')

/** Cells with more characters than this on average lay out a page: they are read as paragraphs. */
const longestCell = 600

/** Reads block content, in the order of the file. */
export function readBody(elements: readonly XmlElement[], context: ReadContext): Pending[] {
  const out: Pending[] = []
  let open: Gathered | null = null
  const walk = (nodes: readonly XmlElement[], contents: boolean): void => {
    for (const element of nodes) {
      switch (element.name) {
        case 'w:p': {
          const properties = child(element, 'w:pPr')
          const mark = child(properties, 'w:rPr')
          const into: Gathered = open ?? gathered(context.page)
          readInline(elementsIn(element), into, context, { linked: false, strong: false, hidden: false, raised: false })
          // A deleted paragraph mark joins the paragraph to the next one (ECMA-376 part 1, 17.13.5.15).
          if (child(mark, 'w:del')) {
            context.changes.deleted++
            open = into
            break
          }
          if (child(mark, 'w:ins')) context.changes.inserted++
          open = null
          out.push(...finishParagraph(into, properties, contents, context))
          for (const box of into.boxes) walk(elementsIn(box), contents)
          break
        }
        case 'w:tbl':
          append(out, readTable(element, context))
          break
        case 'w:sdt':
          walk(elementsIn(child(element, 'w:sdtContent') ?? element), contents || isContents(element))
          break
        case 'w:ins':
        case 'w:moveTo':
        case 'w:customXml':
          walk(elementsIn(element), contents)
          break
        case 'mc:AlternateContent':
          walk(elementsIn(elementsIn(element)[0] ?? element), contents)
          break
        default:
      }
    }
  }
  walk(elements, false)
  // The last mark of a file cannot be deleted; where it is all the same, nothing is lost.
  if (open) out.push(...finishParagraph(open, undefined, false, context))
  return out
}

function finishParagraph(
  from: Gathered,
  properties: XmlElement | undefined,
  contents: boolean,
  context: ReadContext,
): Pending[] {
  const end = context.extract.append('\n')
  const breaks: Pending[] = from.breaks.map(at => ({ kind: 'break', at }))
  if (isOn(properties, 'w:pageBreakBefore')) breaks.push({ kind: 'break', at: from.pieces[0]?.start ?? end })
  const kind = kindOf(properties, context)
  const style = context.styleOf(value(properties, 'w:pStyle'))
  const page = context.hasPages ? from.page : null
  const strong = from.length > 0 && from.strong >= from.length * 0.95
  return [
    ...breaks,
    {
      kind: 'block',
      pieces: from.pieces,
      fields: {
        ...(from.label === null ? kind : { type: 'footnote', label: from.label }),
        references: from.references,
        linked: from.length === 0 ? 0 : from.linked / from.length,
        direction: isOn(properties, 'w:bidi') || style.bidi ? 'rtl' : null,
        emphasised: strong || style.bold,
        page,
        ...(contents ? { furniture: 'table of contents' } : {}),
      },
    },
    { kind: 'block', pieces: from.hidden, fields: { type: 'paragraph', furniture: 'hidden text', page } },
  ]
}

/** All pieces of some blocks, whatever they are, one behind the other: what a cell or a note holds. */
export function piecesOf(blocks: readonly Pending[]): Piece[] {
  return blocks.flatMap(block => {
    if (block.kind === 'break') return []
    if (block.kind === 'table') return block.cells.flat(2)
    const last = block.pieces.at(-1)
    // The line end behind a paragraph is what parts it from the next one.
    return block.fields.furniture || !last ? [] : [...block.pieces, { start: last.end, end: last.end + 1 }]
  })
}

function readTable(table: XmlElement, context: ReadContext): Pending[] {
  const rows = rowsOf(table).filter(row => {
    const deleted = child(child(row, 'w:trPr'), 'w:del') !== undefined
    if (deleted) context.changes.deleted++
    return !deleted
  })
  const cells = rows.map(row => cellsOf(row).map(cell => readBody(elementsIn(cell), context)))
  const pieces = cells.map(row => row.map(piecesOf))
  const sizes = pieces.flat().map(cell => cell.reduce((sum, { start, end }) => sum + end - start, 0))
  const filled = sizes.filter(size => size > 0)
  const mean = filled.reduce((sum, size) => sum + size, 0) / Math.max(1, filled.length)
  // One cell is a frame around a text, and columns of prose are a page.
  if (sizes.length <= 1 || mean > longestCell) return cells.flat(2)

  const look = child(child(table, 'w:tblPr'), 'w:tblLook')
  const firstRow =
    look?.attributes['w:firstRow'] === '1' || (Number.parseInt(look?.attributes['w:val'] ?? '0', 16) & 0x20) !== 0
  const styled = value(child(table, 'w:tblPr'), 'w:tblStyle') !== undefined
  const declared = rows[0] !== undefined && isOn(child(rows[0], 'w:trPr'), 'w:tblHeader')
  const furniture = cells.flat(2).filter(item => item.kind === 'block' && item.fields.furniture !== undefined)
  const references = cells.flat(2).flatMap(item => (item.kind === 'block' ? (item.fields.references ?? []) : []))
  return [
    {
      kind: 'table',
      cells: pieces,
      fields: { head: rows.length > 1 && (declared || (styled && firstRow)), references },
    },
    ...furniture,
  ]
}

const wrappers: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

/** Elements of one name, also where a content control or a change is wrapped around them. */
function collect(element: XmlElement, name: string): XmlElement[] {
  return elementsIn(element).flatMap(inner =>
    inner.name === name ? [inner] : wrappers.has(inner.name) ? collect(inner, name) : [],
  )
}

const rowsOf = (table: XmlElement) => collect(table, 'w:tr')
const cellsOf = (row: XmlElement) => collect(row, 'w:tc')
