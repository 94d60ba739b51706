import type { StanceCounts } from './stances.js'
import type { Stance, Statement } from './statement.js'

/** Rows × columns of cells. `actor-issue`, `source-issue` and `source-actor` are always there. */
export interface Matrix {
  id: string
  title: string
  /** What its rows and columns are, and which statements it counts. */
  request: MatrixRequest
  rows: AxisEntry[]
  columns: AxisEntry[]
  /** `cells[row][column]`. */
  cells: MatrixCell[][]
  margins: { rows: Margin[]; columns: Margin[] }
}

/** What a row or column can stand for. Years and months are those of the source: of the document that it reports on, if any. */
export const matrixAxes = ['actors', 'issues', 'sources', 'speakers', 'years', 'months'] as const
export type MatrixAxis = (typeof matrixAxes)[number]

/** A matrix as a book asks for it. */
export interface MatrixRequest {
  id: string
  /** Null for one made of what the rows and columns are. */
  title: string | null
  rows: MatrixAxis
  columns: MatrixAxis
  only: MatrixFilter
}

/** Which statements count; null lets all through. A list of actors, issues, sources or speakers sets their order too. */
export interface MatrixFilter {
  actors: string[] | null
  issues: string[] | null
  sources: string[] | null
  speakers: string[] | null
  stances: Stance[] | null
  coder: Statement['coder'] | null
  /** ISO 8601, as precise as wanted; a source without a date does not pass. */
  from: string | null
  /** The last day, month or year, inclusive. */
  until: string | null
}

/** How much stands in a row or column. */
export interface Margin {
  statements: number
  /** In how many sources these statements stand. */
  sources: number
}

export interface AxisEntry {
  /** Of the actor, the issue or the source; a speaker's name; `2021`, `2021-08`. */
  id: string
  name: string
}

/** `absent`: no source addresses it. `mentioned`: addressed, no attitude shown. `position`: an attitude is shown. */
export type CellState = 'position' | 'mentioned' | 'absent'

export interface MatrixCell {
  state: CellState
  /** How many statements show each stance; a stance that none shows has no key. */
  stances: StanceCounts
  /** Whether one actor is given opposed stances on one issue, by two sources or within one. */
  disagreement: boolean
  /** The analyst's own sentence for the cell. */
  finding: string | null
  /** Ids, the best evidence first. */
  statements: string[]
  /** Ids of the sources of the statements and mentions, in the book's order. */
  sources: string[]
}
