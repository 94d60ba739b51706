import { mmPerPt } from '../config/lengths.js'
import type { Geometry } from './geometry.js'

/** What the planner knows of a column. */
export interface ColumnContent {
  /** Characters of the longest word, which should not break. */
  longestWord: number
  /** Characters of the cell that has most, which should not make the row high. */
  longestCell: number
  /** Where set, the column has this width and no other. */
  fixedMm?: number
}

export interface TablePlan {
  orientation: 'portrait' | 'landscape'
  fontSizePt: number
  /** The pieces that the table is set in. Each begins with the first column, the row heads. */
  pieces: { columns: number[]; widthsMm: number[] }[]
}

/** Mean advance of a character of a sans-serif text face, in ems, with a fifth added for bold, capitals and words of wide letters. */
const emPerCharacter = 0.6
/** White space to the left and right of a cell's text, together. */
const paddingMm = 2.4
/** Longer words break anyhow: a column is not widened for one address or chemical name. */
const longestUnbroken = 24
/** A cell is not widened past this many characters: it may take more lines. */
const comfortable = 60

const widthMm = (characters: number, fontSizePt: number) =>
  characters * emPerCharacter * fontSizePt * mmPerPt + paddingMm

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const floor = (value: number) => Math.floor(value * 100) / 100

function leastWidths(columns: readonly ColumnContent[], fontSizePt: number): number[] {
  return columns.map(c => c.fixedMm ?? widthMm(Math.min(c.longestWord, longestUnbroken), fontSizePt))
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

/** Least widths, and what is left shared out: by what each column could use, or so that all but the first are equal. */
function share(
  columns: readonly ColumnContent[],
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
  const wish = columns.map((c, i) =>
    c.fixedMm === undefined
      ? Math.max(0, widthMm(Math.min(c.longestCell, comfortable), fontSizePt) - (least[i] as number))
      : 0,
  )
  const spare = totalMm - sum(least)
  const wished = sum(wish)
  // Where nobody wishes for more, columns share evenly what is left, so that the table is as wide as the page.
  return least.map((width, i) => {
    const part = wished > 0 ? (wish[i] as number) / wished : columns[i]?.fixedMm === undefined ? 1 / columns.length : 0
    return floor(width + spare * part)
  })
}

/** Columns after the first in as few groups as fit beside it, of as equal number as possible. */
function group(least: readonly number[], totalMm: number): number[][] {
  const [head = 0, ...rest] = least
  const room = totalMm - head
  for (let groups = 2; groups <= rest.length; groups++) {
    const size = Math.ceil(rest.length / groups)
    const pieces: number[][] = []
    for (let i = 0; i < rest.length; i += size) pieces.push(rest.slice(i, i + size).map((_, k) => i + k + 1))
    if (pieces.every(piece => sum(piece.map(i => least[i] as number)) <= room)) return pieces
  }
  return rest.map((_, i) => [i + 1])
}

/**
 * Decides how a table is set, once for PDF and DOCX: upright where it fits, turned where it fits so, smaller down to
 * the least size, and at last in pieces that repeat the row heads. No column is narrower than its longest word but
 * where a single one would not fit beside the row heads; then its words break.
 *
 * @param even  Whether columns after the first are as equal as their words allow, as those of a comparison should be.
 */
export function planTable(
  columns: readonly ColumnContent[],
  geometry: Geometry,
  sizes: { tablePt: number; tableLeastPt: number },
  { even = false }: { even?: boolean } = {},
): TablePlan {
  const all = columns.map((_, i) => i)
  const tries = [
    ['portrait', sizes.tablePt],
    ['landscape', sizes.tablePt],
    ['landscape', sizes.tableLeastPt],
  ] as const
  for (const [orientation, fontSizePt] of tries) {
    const totalMm = orientation === 'portrait' ? geometry.portraitMm : geometry.landscapeMm
    const least = leastWidths(columns, fontSizePt)
    if (sum(least) <= totalMm) {
      return {
        orientation,
        fontSizePt,
        pieces: [{ columns: all, widthsMm: share(columns, least, fontSizePt, totalMm, even) }],
      }
    }
  }
  const fontSizePt = sizes.tablePt
  const least = leastWidths(columns, fontSizePt)
  const headMm = Math.min(least[0] ?? 0, geometry.landscapeMm / 3)
  const capped = [headMm, ...least.slice(1).map(width => Math.min(width, geometry.landscapeMm - headMm))]
  return {
    orientation: 'landscape',
    fontSizePt,
    pieces: group(capped, geometry.landscapeMm).map(piece => {
      const indices = [0, ...piece]
      const pick = <T>(list: readonly T[]) => indices.map(i => list[i] as T)
      const contents = pick(columns).map((c, i) => (i === 0 ? { ...c, fixedMm: headMm } : c))
      return { columns: indices, widthsMm: share(contents, pick(capped), fontSizePt, geometry.landscapeMm, even) }
    }),
  }
}
