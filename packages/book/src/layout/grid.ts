import type { Chart, ChartKey, ChartLabel, GridDrawing, GridMark } from '@briefbook/ast'
import { mmPerPt } from '../config/lengths.js'
import { type LabelWidth, labelWidth, wrap } from './labels.js'
import type { LayoutSettings } from './table.js'

/** A picture of marks in rows and columns before it is laid out. */
export interface GridContent extends Pick<Chart, 'id' | 'kind' | 'caption' | 'alternative'> {
  rows: { label: string; sign?: string; target?: string | null }[]
  columns: { label: string; target?: string | null }[]
  marks: GridMark[]
  key: ChartKey[]
}

const gapMm = 1.2
const leading = 1.16
/** The part of the width that row heads take at most. */
const widestHead = 0.34
/** What row heads are not narrowed below for the columns' sake. */
const leastHeadMm = 32
/** What turned column heads are cut to. */
const longestTurnedMm = 36
/** What stands on the page beside the grid: heading, caption, a sentence, the key. */
const besideGridMm = 48
const cellWidth = { leastMm: 4.8, slantedMm: 6, mostMm: 15 }
const cellHeight = { leastMm: 3.7, mostMm: 5.4 }
const cos45 = Math.SQRT1_2

interface Heads {
  angle: GridDrawing['headAngle']
  lines: string[][]
  heightMm: number
  cellWidthMm: number
  overhangMm: number
}

const longest = (lines: readonly string[][], width: LabelWidth) => Math.max(0, ...lines.flat().map(width))
const most = (lines: readonly string[][]) => Math.max(1, ...lines.map(own => own.length))

/** Column heads across where they fit so; slanted where there is room for that beside the last one; else upright. */
function columnHeads(labels: readonly string[], roomMm: number, stepMm: number, width: LabelWidth): Heads {
  const count = labels.length
  const even = Math.min(cellWidth.mostMm, roomMm / count)
  const across = labels.map(label => wrap(label, even - gapMm, 4, width))
  const fits = across.every(
    (lines, i) => lines.join('').replace(/\s/g, '') === (labels[i] as string).replace(/\s/g, ''),
  )
  if (fits) {
    return { angle: 0, lines: across, heightMm: most(across) * stepMm + gapMm + 0.6, cellWidthMm: even, overhangMm: 0 }
  }
  const turned = labels.map(label => wrap(label, longestTurnedMm, 1, width))
  const lengthMm = longest(turned, width)
  const slanted = Math.min(cellWidth.mostMm * 0.6, (roomMm - lengthMm * cos45) / count)
  if (slanted >= cellWidth.slantedMm) {
    return {
      angle: 45,
      lines: turned,
      heightMm: (lengthMm + stepMm) * cos45 + gapMm,
      cellWidthMm: slanted,
      overhangMm: Math.max(0, (lengthMm + stepMm) * cos45 - slanted / 2),
    }
  }
  return {
    angle: 90,
    lines: turned,
    heightMm: lengthMm + gapMm,
    cellWidthMm: Math.min(cellWidth.mostMm * 0.6, even),
    overhangMm: 0,
  }
}

/** Places in as few groups as hold no more than so many each, of as equal number as possible. */
function groups(count: number, mostInEach: number): number[][] {
  const n = Math.max(1, Math.ceil(count / Math.max(1, mostInEach)))
  return Array.from({ length: n }, (_, g) =>
    Array.from({ length: count }, (_, i) => i).filter(i => Math.floor((i * n) / count) === g),
  )
}

/** Row heads on two lines where they are long and there is the height for it, else on one. */
function rowHeads(
  rows: GridContent['rows'],
  roomMm: number,
  stepMm: number,
  widestMm: number,
  width: LabelWidth,
): { lines: string[][]; heightMm: number; inEach: number } {
  const wrapped = (mostLines: number) =>
    rows.map(({ label, sign }) =>
      wrap(label, widestMm - (sign === undefined ? 0 : width(`${sign} `)), mostLines, width),
    )
  const onTwo = wrapped(2)
  const highMm = Math.max(cellHeight.mostMm, most(onTwo) * stepMm + 0.6)
  if (rows.length * highMm <= roomMm) return { lines: onTwo, heightMm: highMm, inEach: rows.length }
  const inEach = Math.max(1, Math.floor(roomMm / cellHeight.leastMm))
  const pieces = Math.ceil(rows.length / inEach)
  const heightMm = Math.min(cellHeight.mostMm, roomMm / Math.ceil(rows.length / pieces))
  return { lines: wrapped(1), heightMm, inEach }
}

/**
 * Lays a grid out upright: one picture, or pieces where its rows or columns are more than a page has room for. Labels are
 * broken and cut here; whole names stand in the alternative or in the table that goes with the picture.
 */
export function layGrid(content: GridContent, { geometry, type, advances }: LayoutSettings): Chart[] {
  const { widthMm, heightMm } = geometry.portrait
  const fontPt = type.tableLeastPt
  const width = labelWidth(advances, fontPt, 'bold')
  const stepMm = fontPt * leading * mmPerPt
  const mostMm = widthMm * widestHead
  // Where all columns have room beside narrower row heads, these are narrower.
  const besideAllMm = widthMm - content.columns.length * cellWidth.leastMm
  const widestMm = besideAllMm >= leastHeadMm ? Math.min(mostMm, besideAllMm) : mostMm
  const columnGroups = groups(content.columns.length, Math.floor((widthMm - widestMm) / cellWidth.leastMm))
  const first = columnGroups[0] ?? []
  const headRoomMm = longestTurnedMm
  const heads = rowHeads(content.rows, heightMm - besideGridMm - headRoomMm, stepMm, widestMm - gapMm, width)
  const signed = heads.lines.map((lines, i) => {
    const { sign } = content.rows[i] as GridContent['rows'][number]
    return sign === undefined ? lines : lines.map((words, k) => (k === 0 ? `${sign} ${words}` : words))
  })
  const rowHeadMm = longest(signed, width) + gapMm + 0.5
  const pieces = groups(content.rows.length, heads.inEach).flatMap(rows =>
    columnGroups.map(columns => ({ rows, columns })),
  )
  const label = (lines: string[], target: string | null | undefined): ChartLabel => ({ lines, target: target ?? null })
  return pieces.map(({ rows, columns }, n): Chart => {
    const across = columnHeads(
      columns.map(i => content.columns[i]?.label ?? ''),
      // Pieces of one picture have cells of one width.
      ((widthMm - rowHeadMm) * columns.length) / Math.max(1, first.length),
      stepMm,
      width,
    )
    return {
      type: 'chart',
      id: n === 0 ? content.id : `${content.id}--${n + 1}`,
      kind: content.kind,
      number: null,
      caption: content.caption,
      piece: pieces.length === 1 ? null : { number: n + 1, of: pieces.length },
      alternative: content.alternative,
      drawing: {
        type: 'grid',
        fontPt,
        rowHeadMm,
        columnHeadMm: across.heightMm,
        overhangMm: across.overhangMm,
        cellWidthMm: across.cellWidthMm,
        cellHeightMm: heads.heightMm,
        headAngle: across.angle,
        rows: rows.map(i => ({
          ...label(heads.lines[i] as string[], content.rows[i]?.target),
          sign: content.rows[i]?.sign ?? null,
        })),
        columns: columns.map((i, k) => label(across.lines[k] as string[], content.columns[i]?.target)),
        marks: content.marks.flatMap(mark => {
          const [row, column] = [rows.indexOf(mark.row), columns.indexOf(mark.column)]
          return row < 0 || column < 0 ? [] : [{ ...mark, row, column }]
        }),
        key: content.key,
      },
    }
  })
}
