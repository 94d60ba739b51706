import {
  type Advances,
  type BookCell,
  type BookColumn,
  type BookPhrasing,
  type BookRow,
  type BookTable,
  row,
} from '@briefbook/ast'
import type { Geometry } from './geometry.js'
import { type CellExtent, measurer, words } from './measure.js'
import { planTable, type TablePlan, type TableType } from './plan.js'

/** A table before it is laid out. Every row has as many cells as the head. */
export interface TableContent {
  id: string
  kind: BookTable['kind']
  /** Empty for a table without caption, which gets no number. */
  caption: string
  alternative: string
  head: BookCell[]
  rows: BookCell[][]
  /** The ids of rows that something leads to, by their place. */
  rowIds?: (string | null)[]
  legend?: BookPhrasing[]
  /** Widths that do not depend on the content, by column, as on an upright A4 page. */
  fixedMm?: { [column: number]: number }
  /** How columns are set, where somebody said so. Default: figures below each other, words from the start of the line. */
  align?: readonly ('center' | 'end' | null | undefined)[]
}

/** What the layout of every table and picture of a book depends on. */
export interface LayoutSettings {
  geometry: Geometry
  type: TableType
  measure: (cell: BookCell) => CellExtent
  advances: Advances
}

export function layoutSettings(geometry: Geometry, type: TableType, advances: Advances): LayoutSettings {
  return { geometry, type, measure: measurer(advances), advances }
}

/** A row head as further pieces repeat it: a note stands once, where the row head stood first. */
function withoutNotes(cell: BookCell): BookCell {
  return {
    ...cell,
    children: cell.children.map(line => ({ ...line, children: line.children.filter(node => node.type !== 'note') })),
  }
}

const otherHeader = { row: 'column', column: 'row' } as const

/** Rows as columns and columns as rows: the heads change places with them. */
function turned(rows: readonly BookCell[][]): BookCell[][] {
  return (rows[0] ?? []).map((_, column) =>
    rows.map((cells, r) => {
      const cell = cells[column] as BookCell
      // The corner heads whatever stands below it.
      return cell.header === null || (r === 0 && column === 0) ? cell : { ...cell, header: otherHeader[cell.header] }
    }),
  )
}

/** What compares two lists can be read either way; a list of rows can not. */
const isComparison = ({ kind }: TableContent) => kind === 'matrix' || kind === 'coverage'

/** The kinds that are looked at as a whole: they begin a page rather than break, if they are shorter than one. */
const looks: readonly BookTable['kind'][] = ['matrix', 'coverage', 'summary']
/** The part of a page that is left to a table below a heading and a sentence, with its caption and its key. */
const roomOfPage = 0.8

/** Figures with nothing beside them, or a sign that there is none. */
const figures = /^(?:\d[\d.,\u00a0 ]*|[–·])$/

/** Whether the cells of a column are figures, to be compared digit below digit. */
function ofFigures(rows: readonly BookCell[][], column: number): boolean {
  const cells = rows.map(cells => cells[column] as BookCell)
  const plain = cells.every(({ header, children }) => header === null && children.length === 1)
  const said = plain ? cells.map(({ children }) => words(children[0]?.children ?? [])) : []
  return said.some(one => /\d/.test(one)) && said.every(one => figures.test(one))
}

/**
 * Lays a table out: one BookTable, or one for each piece that it must be set in. Further pieces take an id of their
 * own, so that a link finds the first, and say where the table goes on.
 */
export function layTable(content: TableContent, { geometry, type, measure }: LayoutSettings): BookTable[] {
  const rows = [content.head, ...content.rows]
  const comparison = isComparison(content)
  const plan: TablePlan = planTable(
    {
      rows: rows.map(cells => cells.map(measure)),
      heads: 1,
      ...(content.fixedMm ? { fixedMm: content.fixedMm } : {}),
    },
    geometry,
    type,
    { even: comparison, turnable: comparison },
  )
  const [head = [], ...body] = plan.transposed ? turned(rows) : rows
  const aligned = (i: number): Pick<BookColumn, 'align'> => {
    if (comparison) return {}
    const asked = content.align?.[i]
    const align = asked === undefined && ofFigures(content.rows, i) ? 'end' : asked
    return align ? { align } : {}
  }
  const idOf = (n: number) => (n === 0 ? content.id : `${content.id}--${n + 1}`)
  return plan.pieces.map((piece, n): BookTable => {
    const pick = (cells: readonly BookCell[], id: string | null = null): BookRow => ({
      ...row(
        ...piece.columns.map(i => (n > 0 && i === 0 ? withoutNotes(cells[i] as BookCell) : (cells[i] as BookCell))),
      ),
      ...(id === null || n > 0 ? {} : { id }),
    })
    const last = n === plan.pieces.length - 1
    return {
      type: 'bookTable',
      id: idOf(n),
      kind: content.kind,
      number: null,
      caption: content.caption,
      continuedFrom: n === 0 ? null : idOf(n - 1),
      continuedOn: last ? null : idOf(n + 1),
      alternative: content.alternative,
      orientation: plan.orientation,
      fontSizePt: plan.fontSizePt,
      together: looks.includes(content.kind) && piece.heightMm <= geometry[plan.orientation].heightMm * roomOfPage,
      columns: piece.widthsMm.map((widthMm, k) => ({ widthMm, ...aligned(piece.columns[k] as number) })),
      head: [pick(head)],
      children: body.map((cells, i) => pick(cells, content.rowIds?.[i] ?? null)),
      legend: last ? (content.legend ?? []) : [],
    }
  })
}
