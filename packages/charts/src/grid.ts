import type { ChartLabel, DrawnChart, GridDrawing, GridMark, Tokens } from '@briefbook/ast'
import { type ScaleBand, scaleBand } from 'd3-scale'
import type { ElementContent } from 'hast'
import { s } from 'hastscript'
import { drawKey, keyLineMm, keyLines } from './key.js'
import { painted } from './paint.js'
import { document, leading, line, linked, ptPerMm, round } from './svg.js'

const gapMm = 1.2
const aboveKeyMm = 2.5

interface Place {
  left: number
  top: number
  columns: ScaleBand<number>
  rows: ScaleBand<number>
  fontPt: number
}

/** Where the bands of rows or columns begin, in points. */
function bands(count: number, eachMm: number, fromMm: number): ScaleBand<number> {
  return scaleBand<number>()
    .domain(Array.from({ length: count }, (_, i) => i))
    .range([fromMm * ptPerMm, (fromMm + count * eachMm) * ptPerMm])
}

function lattice({ left, top, columns, rows }: Place, colour: string): ElementContent {
  const [, right] = columns.range()
  const [, bottom] = rows.range()
  const edges = (scale: ScaleBand<number>) => [...scale.domain().map(i => scale(i) as number), scale.range()[1]]
  const d = [
    ...edges(rows).map(y => `M${round(left)} ${round(y)}H${round(right)}`),
    ...edges(columns).map(x => `M${round(x)} ${round(top)}V${round(bottom)}`),
  ]
  return s('path', { d: d.join(''), stroke: colour, strokeWidth: 0.4, fill: 'none' })
}

function rowHead({ lines, target, sign }: GridDrawing['rows'][number], i: number, place: Place): ElementContent[] {
  const { rows, fontPt, left } = place
  const middle = (rows(i) as number) + rows.bandwidth() / 2
  const step = fontPt * leading
  const x = left - gapMm * ptPerMm
  return linked(
    target,
    ...lines.map((words, k) =>
      line(sign !== null && k === 0 ? `${sign} ${words}` : words, {
        x,
        y: middle + fontPt * 0.35 + (k - (lines.length - 1) / 2) * step,
        anchor: 'end',
        bold: true,
      }),
    ),
  )
}

function columnHead(
  { lines, target }: ChartLabel,
  i: number,
  angle: GridDrawing['headAngle'],
  place: Place,
): ElementContent[] {
  const { columns, fontPt, top } = place
  const middle = (columns(i) as number) + columns.bandwidth() / 2
  const step = fontPt * leading
  const bottom = top - gapMm * ptPerMm
  return linked(
    target,
    ...lines.map((words, k) => {
      if (angle === 0)
        return line(words, { x: middle, y: bottom - (lines.length - 1 - k) * step - 1, anchor: 'middle', bold: true })
      // Lines of a turned head stand beside each other, the first to the left.
      const across = (k - (lines.length - 1) / 2) * step + fontPt * 0.35
      const [x, y] = angle === 90 ? [middle + across, bottom] : [middle + across * Math.SQRT2, bottom]
      return line(words, { x, y, bold: true, turn: angle })
    }),
  )
}

function drawMark(
  { row, column, area, paint, text, target }: GridMark,
  place: Place,
  tokens: Tokens,
): ElementContent[] {
  const { rows, columns, fontPt } = place
  const x = (columns(column) as number) + columns.bandwidth() / 2
  const y = (rows(row) as number) + rows.bandwidth() / 2
  // The area of a mark goes with how much it stands for, so its sides go with the root; but it holds its number.
  const scale = Math.sqrt(Math.min(1, Math.max(0, area)))
  const side = (room: number, least: number) => Math.max((room - 1.6) * scale, Math.min(room - 1.6, least))
  const width = side(columns.bandwidth(), fontPt * (0.5 + 0.56 * text.length))
  const height = side(rows.bandwidth(), fontPt * 1.08)
  return linked(
    target,
    ...(paint === null ? [] : painted({ x: x - width / 2, y: y - height / 2, width, height }, paint, area, tokens)),
    line(text, { x, y: y + fontPt * 0.35, anchor: 'middle' }),
  )
}

/** Draws marks in rows and columns, heads above and to the left, the key below. */
export function drawGrid(drawing: GridDrawing, tokens: Tokens): DrawnChart {
  const { rowHeadMm, columnHeadMm, overhangMm, cellWidthMm, cellHeightMm, fontPt, key } = drawing
  const widthMm = rowHeadMm + drawing.columns.length * cellWidthMm + overhangMm
  const gridMm = columnHeadMm + drawing.rows.length * cellHeightMm
  const lines = keyLines(key, widthMm, fontPt).length
  const heightMm = gridMm + (lines === 0 ? 1 : aboveKeyMm + lines * keyLineMm)
  const place: Place = {
    left: rowHeadMm * ptPerMm,
    top: columnHeadMm * ptPerMm,
    columns: bands(drawing.columns.length, cellWidthMm, rowHeadMm),
    rows: bands(drawing.rows.length, cellHeightMm, columnHeadMm),
    fontPt,
  }
  const svg = document(widthMm * ptPerMm, heightMm * ptPerMm, fontPt, tokens, [
    lattice(place, tokens.colours.rule),
    ...drawing.columns.flatMap((head, i) => columnHead(head, i, drawing.headAngle, place)),
    ...drawing.rows.flatMap((head, i) => rowHead(head, i, place)),
    ...drawing.marks.flatMap(mark => drawMark(mark, place, tokens)),
    ...drawKey(key, { topMm: gridMm + aboveKeyMm, widthMm, fontPt }, tokens),
  ])
  return { svg, widthMm, heightMm }
}
