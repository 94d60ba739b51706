import { countBy } from './count.js'
import type { Fragment } from './fragment.js'
import { type Line, lineOf, rowsOf } from './lines.js'

/** A column of a page, or what stands across the columns: lines that follow each other from top to foot. */
export interface Region {
  page: number
  lines: Line[]
  /** Where most lines begin. */
  left: number
  /** How far the longest lines reach. */
  right: number
}

export function regionOf(fragments: readonly Fragment[], page: number): Region {
  const lines = rowsOf(fragments).map(row => lineOf(row, page))
  const edges = [...countBy(lines, line => Math.round(line.left / 2) * 2)].sort((a, b) => a[0] - b[0])
  // The outermost place where some lines begin: others are set in.
  const edge = edges.find(([, n]) => n >= Math.max(1, lines.length * 0.12))?.[0] ?? 0
  const left = lines.reduce((x, line) => (Math.abs(line.left - edge) <= 1.5 ? Math.min(x, line.left) : x), edge + 1)
  return { page, lines, left, right: lines.reduce((x, line) => Math.max(x, line.right), left) }
}
