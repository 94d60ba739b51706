import type { Node } from 'unist'
import type { Stance } from './statement.js'

/** A picture that Briefbook draws from its data. What it shows is settled here, lengths and lines of labels too; `charts` draws it. */
export interface Chart extends Node {
  type: 'chart'
  id: string
  kind: 'coverage' | 'stances' | 'agreement' | 'timeline'
  /** Through the whole book. A picture in several pieces has one number. */
  number: number | null
  caption: string
  /** Which piece of how many it is; null where it is whole. */
  piece: { number: number; of: number } | null
  /** What the picture shows, in words made from its data, for those who cannot see it. */
  alternative: string
  drawing: GridDrawing | TimelineDrawing
}

/** A label as it is set: broken into lines, and shortened where it has no room. */
export interface ChartLabel {
  lines: string[]
  /** The id that it leads to; null where it leads nowhere. */
  target: string | null
}

/** How a mark is painted. Each has a pattern or a sign besides its colour. */
export type ChartPaint = Stance | 'amount' | 'together' | 'apart'

/** Marks in rows and columns. Lengths in millimetres, sizes of type in points. */
export interface GridDrawing {
  type: 'grid'
  fontPt: number
  /** The width of the row heads and the height of the column heads. */
  rowHeadMm: number
  columnHeadMm: number
  /** Beside the last column: room for the heads of the last columns, where they are slanted. */
  overhangMm: number
  cellWidthMm: number
  cellHeightMm: number
  /** The angle of the column heads: across, slanted or upright. */
  headAngle: 0 | 45 | 90
  rows: (ChartLabel & { sign: string | null })[]
  columns: ChartLabel[]
  marks: GridMark[]
  key: ChartKey[]
}

export interface GridMark {
  row: number
  column: number
  /** The area of the mark, as a part of the cell's: 0 to 1. */
  area: number
  paint: ChartPaint | null
  text: string
  /** The id that it leads to; null where it leads nowhere. */
  target: string | null
}

/** Events down a line of time, those that have room with a label beside it. */
export interface TimelineDrawing {
  type: 'timeline'
  fontPt: number
  widthMm: number
  heightMm: number
  /** Where the line of time, the dates and the events stand, from the left. */
  axisMm: number
  datesMm: number
  eventsMm: number
  /** In order of their dates. */
  events: TimelineMark[]
  key: ChartKey[]
}

export interface TimelineMark {
  /** The first day, ISO 8601. */
  from: string
  /** The last day, where the event or what is known of its date is longer than a day. */
  to: string | null
  status: 'past' | 'reported' | 'planned'
  /** The date as it is printed, and the event in a line; null where there is no room for them. */
  label: { date: string; event: string } | null
  target: string | null
}

/** What a paint, a sign or a shape stands for. */
export interface ChartKey {
  paint: ChartPaint | TimelineMark['status'] | null
  /** Printed on the paint, or in its place. */
  sign: string | null
  label: string
}

/** A picture as it is drawn: an SVG document in points, and its size on the page. */
export interface DrawnChart {
  svg: string
  widthMm: number
  heightMm: number
}
