import { mmPerPt } from '../config/lengths.js'
import type { Geometry } from './geometry.js'
import type { CellExtent } from './measure.js'
import {
  type ColumnExtent,
  columnExtents,
  ems,
  headWidths,
  leastWidths,
  paddingMm,
  raggedness,
  shareWidths,
} from './widths.js'

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

interface Layout {
  orientation: 'portrait' | 'landscape'
  /** Whether rows stand as columns and columns as rows. */
  transposed: boolean
  fontSizePt: number
  pieces: Piece[]
}

export interface TablePlan extends Layout {
  /** Each with its height, by a count of its lines. */
  pieces: (Piece & { heightMm: number })[]
}

/** White space above and below a cell's text, together. */
const paddingHeightMm = 2.4
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

function linesOf({ linesEm }: CellExtent, widthMm: number, fontSizePt: number): number {
  const room = Math.max(1, widthMm - paddingMm)
  let lines = 0
  for (const em of linesEm) {
    const lengthMm = ems(em, fontSizePt)
    lines += lengthMm <= room ? 1 : Math.ceil((lengthMm * raggedness) / room)
  }
  return lines
}

function rowHeightMm(cells: readonly CellExtent[], piece: Piece, fontSizePt: number, lineHeight: number): number {
  let lines = 1
  piece.columns.forEach((column, i) => {
    lines = Math.max(lines, linesOf(cells[column] as CellExtent, piece.widthsMm[i] as number, fontSizePt))
  })
  return lines * fontSizePt * mmPerPt * lineHeight + paddingHeightMm
}

/** Steps in which room is moved between columns, in millimetres, and how often at most for each. */
const stepsMm = [32, 16, 8, 4, 2] as const
const mostMoves = 12
/** So many rows tell how a longer table runs. */
const enoughRows = 120

/** Moves room from column to column as long as that makes the table lower. */
function lowered(piece: Piece, least: readonly number[], fixed: readonly boolean[], { rows }: TableExtent, pt: number) {
  const step = Math.ceil(rows.length / enoughRows)
  const some = rows.filter((_, i) => i % step === 0)
  // A move changes two columns, and to widths that come again: the lines of each row are counted once for each.
  const counted = least.map(() => new Map<number, number[]>())
  const linesAt = (column: number, widthMm: number) => {
    const known = counted[column]?.get(widthMm) ?? some.map(row => linesOf(row[column] as CellExtent, widthMm, pt))
    counted[column]?.set(widthMm, known)
    return known
  }
  const lines = (widthsMm: readonly number[]) => {
    const columns = widthsMm.map((widthMm, column) => linesAt(column, widthMm))
    return sum(some.map((_, i) => columns.reduce((most, own) => Math.max(most, own[i] as number), 1)))
  }
  let best = { widthsMm: piece.widthsMm, lines: lines(piece.widthsMm) }
  for (const stepMm of stepsMm) {
    for (let n = 0; n < mostMoves; n++) {
      let next = best
      for (let from = 0; from < least.length; from++) {
        for (let to = 0; to < least.length; to++) {
          const left = (best.widthsMm[from] as number) - stepMm
          if (from === to || fixed[from] || fixed[to] || left < (least[from] as number)) continue
          const widthsMm = best.widthsMm.map((width, i) => (i === from ? left : i === to ? width + stepMm : width))
          const count = lines(widthsMm)
          if (count < next.lines) next = { widthsMm, lines: count }
        }
      }
      if (next === best) break
      best = next
    }
  }
  return { ...piece, widthsMm: best.widthsMm }
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

/** All columns of a table, which share a width out, with narrower and wider row heads; none where they do not fit in it. */
function fit(table: TableExtent, totalMm: number, fontSizePt: number, even: boolean): Piece[] {
  const extents = columnExtents(table.rows, table.fixedMm ?? {})
  const least = leastWidths(extents, fontSizePt, totalMm)
  if (sum(least) > totalMm) return []
  const columns = extents.map((_, i) => i)
  const shared = (widths: readonly number[]) => ({
    columns,
    widthsMm: shareWidths(extents, widths, fontSizePt, totalMm, even),
  })
  if (!even) {
    const fixed = extents.map(({ fixedMm }) => fixedMm !== undefined)
    return [lowered(shared(least), least, fixed, table, fontSizePt)]
  }
  const [head, ...others] = least
  return headWidths(extents[0] as ColumnExtent, head as number, fontSizePt, totalMm)
    .map(headMm => [headMm, ...others])
    .filter(widths => sum(widths) <= totalMm)
    .map(shared)
}

/**
 * Pieces of as equal number of columns as possible, with narrower and wider row heads. Row heads and single columns that are
 * too wide for the page break their words.
 */
function cut(table: TableExtent, totalMm: number, fontSizePt: number, even: boolean): Piece[][] {
  const extents = columnExtents(table.rows, table.fixedMm ?? {})
  const least = leastWidths(extents, fontSizePt, totalMm)
  const leastHeadMm = Math.min(least[0] ?? 0, totalMm * widestHead)
  return headWidths(extents[0] as ColumnExtent, leastHeadMm, fontSizePt, totalMm).map(headMm => {
    const capped = [headMm, ...least.slice(1).map(width => Math.min(width, totalMm - headMm))]
    return group(capped, totalMm).map(piece => {
      const columns = [0, ...piece]
      const pick = <T>(list: readonly T[]) => columns.map(i => list[i] as T)
      const contents = pick(extents).map((c, i) => (i === 0 ? { ...c, fixedMm: headMm } : c))
      return { columns, widthsMm: shareWidths(contents, pick(capped), fontSizePt, totalMm, even) }
    })
  })
}

/** The height of each piece, and of its head. */
function heightsOf({ pieces, fontSizePt }: Layout, { rows, heads }: TableExtent, { lineHeight }: TableType) {
  return pieces.map(piece => {
    const heights = rows.map(row => rowHeightMm(row, piece, fontSizePt, lineHeight))
    return { head: sum(heights.slice(0, heads)), body: sum(heights.slice(heads)) }
  })
}

/** How much readers dislike a layout, in pages; infinite where its head would not be repeated. */
function costOf(layout: Layout, table: TableExtent, geometry: Geometry, type: TableType): number {
  const { heightMm } = geometry[layout.orientation]
  let pages = 0
  let breaks = 0
  for (const { head, body } of heightsOf(layout, table, type)) {
    if (head > heightMm * highestHead) return Number.POSITIVE_INFINITY
    const filled = body / (heightMm - head)
    pages += filled + head / heightMm
    breaks += Math.max(0, Math.ceil(filled) - 1)
  }
  const turned = layout.orientation === 'landscape'
  return (
    // A turned page has nothing else on it, however short the table.
    (turned ? Math.max(1, pages) + dislike.landscape : pages) +
    dislike.pageBreak * breaks +
    (layout.transposed ? dislike.transposed : 0) +
    (layout.fontSizePt < type.tablePt ? dislike.small : 0) +
    dislike.cut * (layout.pieces.length - 1)
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
  const layouts: { layout: Layout; cost: number }[] = []
  const add = (layout: Layout) => {
    const cost = costOf(layout, sides[layout.transposed ? 1 : 0] as TableExtent, geometry, type)
    layouts.push({ layout, cost })
  }
  sides.forEach((side, i) => {
    const transposed = i === 1
    const columns = side.rows[0]?.length ?? 0
    for (const orientation of ['portrait', 'landscape'] as const) {
      const { widthMm } = geometry[orientation]
      for (const fontSizePt of new Set([type.tablePt, type.tableLeastPt]))
        for (const piece of fit(side, widthMm, fontSizePt, even))
          add({ orientation, transposed, fontSizePt, pieces: [piece] })
      if (columns <= 2) continue
      for (const pieces of cut(side, widthMm, type.tablePt, even)) {
        const compares = pieces.every(piece => piece.columns.length > Math.min(fewestCompared, columns - 1))
        if (compares || !turnable) add({ orientation, transposed, fontSizePt: type.tablePt, pieces })
      }
    }
  })
  const best = layouts.reduce<(typeof layouts)[number] | null>((a, b) => (a !== null && a.cost <= b.cost ? a : b), null)
  const chosen =
    best && (best.cost < Number.POSITIVE_INFINITY || !turnable)
      ? best.layout
      : onePerRow(table, geometry, type, turnable)
  const heights = heightsOf(chosen, sides[chosen.transposed ? 1 : 0] as TableExtent, type)
  return {
    ...chosen,
    pieces: chosen.pieces.map((piece, i) => ({
      ...piece,
      heightMm: (heights[i]?.head ?? 0) + (heights[i]?.body ?? 0),
    })),
  }
}

/** A table for each row, its columns below each other; where rows cannot stand as columns, the table as it is, whatever breaks. */
function onePerRow(table: TableExtent, geometry: Geometry, type: TableType, turnable: boolean): Layout {
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
