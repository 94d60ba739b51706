import { type BookCell, type BookPhrasing, type BookRow, type BookTable, row } from '@briefbook/ast'
import type { Geometry } from './geometry.js'
import { type ColumnContent, planTable } from './plan.js'

/** A table before it is laid out. Every row has as many cells as the head. */
export interface TableContent {
  id: string
  kind: BookTable['kind']
  /** Empty for a table without caption, which gets no number. */
  caption: string
  alternative: string
  head: BookCell[]
  rows: BookCell[][]
  legend?: BookPhrasing[]
  /** Widths that do not depend on the content, by column. */
  fixedMm?: { [column: number]: number }
}

function words(phrasing: readonly BookPhrasing[]): string {
  return phrasing
    .map((node): string => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value
        case 'break':
          return ' '
        case 'stanceMark':
          return `+${node.count ?? ''}`
        case 'pageReference':
          return '000'
        case 'note':
          return ''
        default:
          return words(node.children as BookPhrasing[])
      }
    })
    .join('')
}

const cellText = (cell: BookCell) => cell.children.map(line => words(line.children)).join('\n')
// Not \s: a no-break space holds a reference together.
const longestWord = (text: string) => Math.max(0, ...text.split(/[ \t\r\n/-]+/).map(word => word.length))
const longestLine = (text: string) => Math.max(0, ...text.split('\n').map(line => line.length))

function contentOf(cells: readonly BookCell[], fixedMm: number | undefined): ColumnContent {
  const texts = cells.map(cellText)
  return {
    longestWord: Math.max(...texts.map(longestWord)),
    longestCell: Math.max(...texts.map(longestLine)),
    ...(fixedMm === undefined ? {} : { fixedMm }),
  }
}

/** A row head as further pieces repeat it: a note stands once, where the row head stood first. */
function withoutNotes(cell: BookCell): BookCell {
  return {
    ...cell,
    children: cell.children.map(line => ({ ...line, children: line.children.filter(node => node.type !== 'note') })),
  }
}

/**
 * Lays a table out: one BookTable, or one for each piece that it must be set in. Further pieces take an id of their
 * own, so that a link finds the first.
 */
export function layTable(
  content: TableContent,
  geometry: Geometry,
  sizes: { tablePt: number; tableLeastPt: number },
): BookTable[] {
  const all = [content.head, ...content.rows]
  const columns = content.head.map((_, i) =>
    contentOf(
      all.map(cells => cells[i] as BookCell),
      content.fixedMm?.[i],
    ),
  )
  const plan = planTable(columns, geometry, sizes, { even: content.kind === 'matrix' || content.kind === 'coverage' })
  return plan.pieces.map((piece, n): BookTable => {
    const pick = (cells: readonly BookCell[]): BookRow =>
      row(...piece.columns.map(i => (n > 0 && i === 0 ? withoutNotes(cells[i] as BookCell) : (cells[i] as BookCell))))
    return {
      type: 'bookTable',
      id: n === 0 ? content.id : `${content.id}--${n + 1}`,
      kind: content.kind,
      number: null,
      caption: content.caption,
      continued: n > 0,
      alternative: content.alternative,
      orientation: plan.orientation,
      fontSizePt: plan.fontSizePt,
      columns: piece.widthsMm.map(widthMm => ({ widthMm })),
      head: [pick(content.head)],
      children: content.rows.map(pick),
      legend: n === plan.pieces.length - 1 ? (content.legend ?? []) : [],
    }
  })
}
