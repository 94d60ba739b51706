import type { Stance } from './statement.js'

/** Rows × columns of cells. `actor-issue`, `source-issue` and `source-actor` are always there. */
export interface Matrix {
  id: string
  title: string
  rows: AxisEntry[]
  columns: AxisEntry[]
  /** `cells[row][column]`. */
  cells: MatrixCell[][]
}

export interface AxisEntry {
  /** Of the actor, the issue or the source. */
  id: string
  name: string
}

/** `absent`: no source addresses it. `mentioned`: addressed, no attitude shown. `position`: an attitude is shown. */
export type CellState = 'position' | 'mentioned' | 'absent'

export interface MatrixCell {
  state: CellState
  /** How many statements show each stance; a stance that none shows has no key. */
  stances: { [stance in Stance]?: number }
  /** Whether one actor is given opposed stances on one issue, by two sources or within one. */
  disagreement: boolean
  /** The analyst's own sentence for the cell. */
  finding: string | null
  /** Ids, the best evidence first. */
  statements: string[]
  /** Ids of the sources of the statements and mentions, in the book's order. */
  sources: string[]
}
