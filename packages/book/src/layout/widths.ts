import { mmPerPt } from '../config/lengths.js'
import type { CellExtent } from './measure.js'

/** What a column holds, in ems of the size that it is set in. */
export interface ColumnExtent {
  /** The longest piece that does not break. */
  wordEm: number
  /** The longest line of a cell, were it not broken. */
  lineEm: number
  /** The width that the column has where the page is as wide as an upright A4 one. */
  fixedMm?: number
}

/** White space to the left and right of a cell's text, together, with the line between two cells. */
export const paddingMm = 2.6
/** What letters set with another font in its place, or by another program, may be wider. */
const safety = 1.04
/** Lines do not end at the very edge: words that no longer fit go to the next. */
export const raggedness = 1.12
/** Longer words break anyhow: a column is not widened for one address or chemical name. */
const longestUnbrokenEm = 11
/** A cell is not widened past this: it may take more lines. */
const comfortableEm = 32
/** The width of a page for which fixed widths are given: on a narrower one they shrink with it. */
const usualMm = 165

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const floor = (value: number) => Math.floor(value * 100) / 100

export const ems = (em: number, fontSizePt: number) => em * safety * fontSizePt * mmPerPt

export function columnExtents(
  rows: readonly (readonly CellExtent[])[],
  fixedMm: { readonly [column: number]: number },
): ColumnExtent[] {
  return (rows[0] ?? []).map((_, i) => {
    // No spreading: a table may have more rows than a call takes arguments.
    const longest = (of: (cell: CellExtent) => number) =>
      rows.reduce((most, row) => Math.max(most, of(row[i] as CellExtent)), 0)
    return {
      wordEm: longest(cell => cell.wordEm),
      lineEm: longest(cell => Math.max(0, ...cell.linesEm)),
      ...(fixedMm[i] === undefined ? {} : { fixedMm: fixedMm[i] }),
    }
  })
}

/** The least widths at which no word breaks but one that is too long for any column. */
export function leastWidths(columns: readonly ColumnExtent[], fontSizePt: number, totalMm: number): number[] {
  return columns.map(({ wordEm, fixedMm }) => {
    const least = ems(Math.min(wordEm, longestUnbrokenEm), fontSizePt) + paddingMm
    return fixedMm === undefined ? least : Math.max(least, fixedMm * Math.min(1, totalMm / usualMm))
  })
}

/** The width at which columns, none below its least, fill a total together: columns that can be are equally wide. */
function level(least: readonly number[], totalMm: number): number {
  const sorted = [...least].sort((a, b) => b - a)
  let left = totalMm
  let n = sorted.length
  // Whoever needs more than an equal share takes it, and the others share the rest.
  for (const width of sorted) {
    if (width <= left / n) break
    left -= width
    n--
  }
  return n === 0 ? 0 : left / n
}

/**
 * Least widths, and what is left shared out: by what each column could use, or so that all but the first are equal.
 */
export function shareWidths(
  columns: readonly ColumnExtent[],
  least: readonly number[],
  fontSizePt: number,
  totalMm: number,
  even: boolean,
): number[] {
  if (even) {
    const [head = 0, ...rest] = least
    const width = level(rest, totalMm - head)
    return [head, ...rest.map(own => Math.max(own, width))].map(floor)
  }
  const wish = columns.map(({ lineEm, fixedMm }, i) =>
    fixedMm === undefined
      ? Math.max(0, ems(Math.min(lineEm, comfortableEm), fontSizePt) + paddingMm - (least[i] as number))
      : 0,
  )
  const spare = totalMm - sum(least)
  const wished = sum(wish)
  const free = columns.filter(({ fixedMm }) => fixedMm === undefined).length
  const granted = wished > 0 ? Math.min(1, spare / wished) : 0
  // What nobody wishes for is shared evenly, so that the table is as wide as the page.
  const rest = free > 0 ? (spare - wished * granted) / free : 0
  return least.map((width, i) =>
    floor(width + (wish[i] as number) * granted + (columns[i]?.fixedMm === undefined ? rest : 0)),
  )
}

/** The part of the page that row heads take at most where they could be narrower. */
const widestHead = 0.28

/**
 * Widths for the row heads: the least, and those at which the longest takes three lines, two or one. Narrow row heads make
 * high rows.
 */
export function headWidths(head: ColumnExtent, leastMm: number, fontSizePt: number, totalMm: number): number[] {
  if (head.fixedMm !== undefined) return [leastMm]
  const wider = [3, 2, 1]
    .map(lines => Math.ceil(((ems(head.lineEm, fontSizePt) * raggedness) / lines + paddingMm) * 10) / 10)
    .filter(width => width > leastMm && width <= totalMm * widestHead)
  return [leastMm, ...wider]
}
