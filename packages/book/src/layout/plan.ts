import { mmPerPt } from '../config/lengths.js'
import type { Geometry } from './geometry.js'
import type { CellExtent } from './measure.js'
import { type ColumnExtent, columnExtents, ems, leastWidths, paddingMm, shareWidths } from './widths.js'

/** A table as the planner sees it. */
export interface TableExtent {
  /** Head rows first. Every row has as many cells as the first. */
  rows: readonly (readonly CellExtent[])[]
  /** How many of the rows are heads, which every page repeats. */
  heads: number
  fixedMm?: { readonly [column: number]: number }
}

export interface TableType {
  tablePt: number
  tableLeastPt: number
  /** A multiple of the size. */
  lineHeight: number
}

export interface PlanOptions {
  /** Whether columns after the first are as equal as their words allow, as those of a comparison should be. */
  even?: boolean
  /** Whether rows and columns may change places. */
  turnable?: boolean
}

/** A piece of a table: some of its columns, of which the first, the row heads, is always one. */
interface Piece {
  columns: number[]
  widthsMm: number[]
}

export interface TablePlan {
  orientation: 'portrait' | 'landscape'
  /** Whether rows stand as columns and columns as rows. */
  transposed: boolean
  fontSizePt: number
  pieces: Piece[]
}

/** White space above and below a cell's text, together. */
const paddingHeightMm = 2.4
/** Lines do not end at the very edge: words that no longer fit go to the next. */
const raggedness = 1.12
/** Chromium repeats a head that is no higher than a quarter of the page. */
const highestHead = 0.22
/** A piece with fewer columns beside the row heads compares nothing. */
const fewestCompared = 3
/** The part of the page that row heads take at most where a table is cut. */
const widestHead = 1 / 3

/** What readers put up with, in pages. */
const dislike = {
  /** For each time a page has to be turned while one reads a column. */
  pageBreak: 0.5,
  /** The book has to be turned to be read. */
  landscape: 0.6,
  /** Rows and columns have changed places: what the tables of a book have in common is not seen at once. */
  transposed: 0.5,
  small: 0.2,
  /** For each cut: what stands in two pieces is not seen side by side. */
  cut: 1.5,
} as const

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

function rowHeightMm(cells: readonly CellExtent[], piece: Piece, fontSizePt: number, lineHeight: number): number {
  const lines = piece.columns.map((column, i) => {
    const room = Math.max(1, (piece.widthsMm[i] as number) - paddingMm)
    const { linesEm } = cells[column] as CellExtent
    return sum(linesEm.map(em => Math.max(1, Math.ceil((ems(em, fontSizePt) * raggedness) / room))))
  })
  return Math.max(1, ...lines) * fontSizePt * mmPerPt * lineHeight + paddingHeightMm
}

/** Columns after the first in as few groups as fit beside it, of as equal number as possible. */
function group(least: readonly number[], totalMm: number): number[][] {
  const [head = 0, ...rest] = least
  const room = totalMm - head
  for (let groups = 2; groups <= rest.length; groups++) {
    const pieces: number[][] = Array.from({ length: groups }, () => [])
    rest.forEach((_, i) => {
      pieces[Math.floor((i * groups) / rest.length)]?.push(i + 1)
    })
    if (pieces.every(piece => sum(piece.map(i => least[i] as number)) <= room)) return pieces
  }
  return rest.map((_, i) => [i + 1])
}

function transpose({ rows, heads }: TableExtent): TableExtent {
  return { rows: (rows[0] ?? []).map((_, i) => rows.map(row => row[i] as CellExtent)), heads }
}

/** All columns of a table, which share a width out; null where they do not fit in it. */
function fit(extents: readonly ColumnExtent[], totalMm: number, fontSizePt: number, even: boolean): Piece | null {
  const least = leastWidths(extents, fontSizePt, totalMm)
  return sum(least) <= totalMm
    ? { columns: extents.map((_, i) => i), widthsMm: shareWidths(extents, least, fontSizePt, totalMm, even) }
    : null
}

/** Pieces of as equal number of columns as possible. Row heads and single columns that are too wide for the page break their words. */
function cut(extents: readonly ColumnExtent[], totalMm: number, fontSizePt: number, even: boolean): Piece[] {
  const least = leastWidths(extents, fontSizePt, totalMm)
  const headMm = Math.min(least[0] ?? 0, totalMm * widestHead)
  const capped = [headMm, ...least.slice(1).map(width => Math.min(width, totalMm - headMm))]
  return group(capped, totalMm).map(piece => {
    const columns = [0, ...piece]
    const pick = <T>(list: readonly T[]) => columns.map(i => list[i] as T)
    const contents = pick(extents).map((c, i) => (i === 0 ? { ...c, fixedMm: headMm } : c))
    return { columns, widthsMm: shareWidths(contents, pick(capped), fontSizePt, totalMm, even) }
  })
}

/** How much readers dislike a plan, in pages; infinite where its head would not be repeated. */
function costOf(plan: TablePlan, { rows, heads }: TableExtent, geometry: Geometry, type: TableType): number {
  const { heightMm } = geometry[plan.orientation]
  const pages = plan.pieces.map(piece => {
    const heights = rows.map(row => rowHeightMm(row, piece, plan.fontSizePt, type.lineHeight))
    const head = sum(heights.slice(0, heads))
    if (head > heightMm * highestHead) return Number.POSITIVE_INFINITY
    const body = sum(heights.slice(heads)) / (heightMm - head)
    return body + head / heightMm + dislike.pageBreak * Math.max(0, Math.ceil(body) - 1)
  })
  return (
    sum(pages) +
    (plan.orientation === 'landscape' ? dislike.landscape : 0) +
    (plan.transposed ? dislike.transposed : 0) +
    (plan.fontSizePt < type.tablePt ? dislike.small : 0) +
    dislike.cut * (plan.pieces.length - 1)
  )
}

/**
 * Decides how a table is set, once for PDF and DOCX: upright or turned, as it is or with rows and columns in each other's
 * place, smaller down to the least size, cut into pieces that repeat the row heads; and, where a piece would hold hardly
 * anything to compare, a table for each row. Of what fits, that which readers dislike least. No column is narrower than its
 * longest word but where a single one would not fit beside the row heads; then its words break.
 */
export function planTable(
  table: TableExtent,
  geometry: Geometry,
  type: TableType,
  { even = false, turnable = false }: PlanOptions = {},
): TablePlan {
  const sides = turnable ? [table, transpose(table)] : [table]
  const plans: { plan: TablePlan; cost: number }[] = []
  const add = (plan: TablePlan) => {
    const cost = costOf(plan, sides[plan.transposed ? 1 : 0] as TableExtent, geometry, type)
    plans.push({ plan, cost })
  }
  sides.forEach((side, i) => {
    const transposed = i === 1
    const extents = columnExtents(side.rows, side.fixedMm ?? {})
    for (const orientation of ['portrait', 'landscape'] as const) {
      const { widthMm } = geometry[orientation]
      for (const fontSizePt of new Set([type.tablePt, type.tableLeastPt])) {
        const piece = fit(extents, widthMm, fontSizePt, even)
        if (piece) add({ orientation, transposed, fontSizePt, pieces: [piece] })
      }
      if (extents.length <= 2) continue
      const pieces = cut(extents, widthMm, type.tablePt, even)
      const compares = pieces.every(({ columns }) => columns.length > Math.min(fewestCompared, extents.length - 1))
      if (compares || !turnable) add({ orientation, transposed, fontSizePt: type.tablePt, pieces })
    }
  })
  const best = plans.reduce<(typeof plans)[number] | null>((a, b) => (a !== null && a.cost <= b.cost ? a : b), null)
  if (best && (best.cost < Number.POSITIVE_INFINITY || !turnable)) return best.plan
  return onePerRow(table, geometry, type, turnable)
}

/** A table for each row, its columns below each other; where rows cannot stand as columns, the table as it is, whatever breaks. */
function onePerRow(table: TableExtent, geometry: Geometry, type: TableType, turnable: boolean): TablePlan {
  const side = turnable ? transpose(table) : table
  const { widthMm } = geometry.portrait
  const columns = (side.rows[0] ?? []).map((_, k) => k)
  const headMm = widthMm * widestHead
  return {
    orientation: 'portrait',
    transposed: turnable,
    fontSizePt: type.tablePt,
    pieces:
      columns.length < 2
        ? [{ columns, widthsMm: columns.map(() => widthMm) }]
        : columns.slice(1).map(column => ({ columns: [0, column], widthsMm: [headMm, widthMm - headMm] })),
  }
}
