import { startsLower } from '../../shape.js'
import type { Marker } from '../text/markers.js'
import type { Line } from './lines.js'
import type { Measures } from './measure.js'
import { endsEarly, endsWithHyphen, isFinished, type Passage, passage } from './passage.js'
import type { Region } from './region.js'

/** An indentation, as a share of the size; less is the play of a margin. */
const leastIndent = 0.7
/** Lines further apart than this, as a multiple of what is usual, are two passages. */
const apart = 1.2

const isLarge = (line: Line, measures: Measures) => line.size > measures.size * 1.12

/** Whether a line belongs to another passage than the one above it by what both look like. */
function isSetApart(above: Line, line: Line, measures: Measures): boolean {
  const step = line.baseline - above.baseline
  if (step < line.size * 0.3) return true
  const larger = Math.max(above.size, line.size)
  if (Math.abs(above.size - line.size) > larger * 0.06) return true
  const usual = measures.leading(line.size)
  // A raised mark or a formula pushes lines apart; where the sentence goes on, so does the passage.
  const goesOn = startsLower(line.text) && !isFinished(above) && Math.abs(line.left - above.left) < line.size * 4
  if (goesOn && above.bold === line.bold && step <= usual * 1.55) return false
  if (isLarge(line, measures) ? step > Math.max(line.size * 1.65, usual * apart) : step > usual * apart + 0.5)
    return true
  return above.bold !== line.bold && !startsLower(line.text)
}

/** How far lines reach around a line: beside a picture they are shorter than in the rest of the column. */
const localRight = (lines: readonly Line[], i: number) =>
  lines.slice(Math.max(0, i - 4), i + 5).reduce((x, { right }) => Math.max(x, right), Number.NEGATIVE_INFINITY)

const isCentred = (line: Line, region: Region) => {
  const [left, right] = [line.left - region.left, region.right - line.right]
  return left > line.size && right > line.size && Math.abs(left - right) < line.size * 1.5
}

/** Whether a line is set in against the one below it. */
const setsIn = (line: Line, below: Line | undefined) =>
  below !== undefined && line.left - below.left > line.size * leastIndent

/** Where, in lines that look alike, a new passage begins: the indices. */
function findStarts(
  lines: readonly Line[],
  region: Region,
  markers: ReadonlyMap<Line, Marker>,
  large: boolean,
  measures: Measures,
): number[] {
  const starts = [0]
  const indent = (line: Line) => line.left - region.left
  let item = markers.has(lines[0] as Line) ? (lines[0] as Line) : null
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1] as Line
    const line = lines[i] as Line
    const em = line.size
    const begin = () => {
      starts.push(i)
      item = markers.has(line) ? line : null
    }
    if (markers.has(line) || (line.item === null && above.item !== null)) {
      begin()
      continue
    }
    if (large || (isCentred(above, region) && isCentred(line, region))) continue
    const right = lines.length < 3 ? region.right : localRight(lines, i - 1)
    const early = endsEarly(above, line, right) && !endsWithHyphen(above)
    const short = right - above.right > (right - region.left) * 0.3
    const first = starts.at(-1) === i - 1
    const step = indent(line) - indent(above)
    if (item) {
      if (line.left < item.left - em * leastIndent) begin()
      else if (first ? false : step < -em * leastIndent) begin()
      else if (early && isFinished(above) && line.left <= item.left + em * 0.3) begin()
      continue
    }
    if (step > em * leastIndent) {
      // Where the line above breaks off in the middle of a sentence, this one hangs below it.
      const hangs =
        !early &&
        !isFinished(above) &&
        (first || i + 1 >= lines.length || (lines[i + 1] as Line).left > above.left + em * leastIndent)
      const hanging = first && (lines[i + 1]?.left ?? 0) > above.left + em * leastIndent && !early
      if (!hangs && !hanging) begin()
    } else if (step < -em * leastIndent) {
      if (!first) begin()
    } else if (early && isFinished(above)) begin()
    // Two lines in a row that are set in as first lines are: the upper is a paragraph of one line.
    else if (
      first &&
      measures.indent > 0 &&
      Math.abs(indent(above) - measures.indent) < em * 0.3 &&
      (setsIn(line, lines[i + 1]) || (early && (short || !startsLower(line.text))))
    )
      begin()
    else if (early && short && !startsLower(line.text)) begin()
  }
  return starts
}

/** Puts the lines of a column together to passages by what is between them: white, indentation, the end of a line. */
export function groupLines(
  lines: readonly Line[],
  region: Region,
  measures: Measures,
  markers: ReadonlyMap<Line, Marker>,
): Passage[] {
  const chunks: Line[][] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    if (!above || isSetApart(above, line, measures)) chunks.push([line])
    else chunks.at(-1)?.push(line)
  })
  return chunks.flatMap(chunk => {
    const first = chunk[0] as Line
    const large = isLarge(first, measures) || (chunk.every(({ bold }) => bold) && !measures.bold && chunk.length <= 4)
    const starts = findStarts(chunk, region, markers, large, measures)
    return starts.map((start, n) => {
      const own = chunk.slice(start, starts[n + 1] ?? chunk.length)
      const [head, second] = own as [Line, Line | undefined]
      const last = own.at(-1) as Line
      const marker = markers.get(head)
      const rest = second ? own.slice(1) : own
      const left = Math.min(...rest.map(line => line.left))
      const right =
        chunk.length < 3 ? region.right : localRight(chunk, Math.min(start + own.length - 1, chunk.length - 1))
      return passage(marker ? 'listItem' : 'paragraph', own, {
        lead: marker?.length ?? 0,
        marker: marker?.printed ?? null,
        indented: head.left - (second ? second.left : region.left) > head.size * leastIndent,
        slack: right - last.right,
        inset: {
          left: Math.min(left, head.left) - region.left,
          right: region.right - Math.max(...own.map(line => line.right)),
        },
        apart: n === 0,
      })
    })
  })
}
