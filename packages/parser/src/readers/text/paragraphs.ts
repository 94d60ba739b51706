import { endsTerminal, startsLower } from '../../shape.js'
import type { Line } from './lines.js'
import { type Marker, markerOf } from './markers.js'
import { isDoubleSpaced, isWrapped, longestWrapped, measureWidth } from './width.js'

/** Lines that belong together, and what stands in front of the first of them. */
export interface TextParagraph {
  lines: Line[]
  marker: Marker | null
}

const firstWord = (text: string) => /^\S*/.exec(text)?.[0].length ?? 0

/** Where a chunk without empty lines shows by indentation alone that a paragraph begins: the indices of its lines. */
function indentedStarts(chunk: readonly Line[]): Set<number> {
  const starts = new Set<number>()
  const [first, ...rest] = chunk
  if (!first || rest.length === 0) return starts
  const counts = new Map<number, number>()
  for (const line of rest) counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1)
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] as [number, number]
  chunk.forEach((line, i) => {
    const above = chunk[i - 1]
    if (!above) return
    // Hanging: the first line stands out to the left of those that follow it.
    if (first.indent < usual && line.indent <= first.indent && above.indent >= usual) starts.add(i)
    // Set in: the first line stands to the right of the others.
    if (first.indent >= usual && line.indent >= usual + 2 && above.indent <= usual && endsTerminal(above.text))
      starts.add(i)
  })
  return starts
}

/** Whether a line was wrapped and goes on in the next one, which follows without an empty line. */
function continues(line: Line, next: Line, width: number): boolean {
  const { length } = line.text
  if (length > longestWrapped) return false
  const nextFits = length + 1 + firstWord(next.text) <= width * 0.8
  if (!nextFits) return true
  if (startsLower(next.text)) return true
  return !endsTerminal(line.text) && length >= width * 0.5
}

/** Puts the lines of a plain text together to paragraphs: by empty lines, bullets and numbers, indentation, width. */
export function groupLines(lines: readonly Line[], markers: ReadonlyMap<Line, Marker>): TextParagraph[] {
  const width = measureWidth(lines)
  const wrapped = isWrapped(lines)
  const leastGap = isDoubleSpaced(lines) ? 2 : 1
  const chunks: Line[][] = []
  for (const line of lines) {
    const chunk = chunks.at(-1)
    if (!chunk || line.gap >= leastGap || line.loneBullet || line.page) chunks.push([line])
    else chunk.push(line)
  }
  return chunks.flatMap(chunk => {
    const starts = indentedStarts(chunk)
    const paragraphs: TextParagraph[] = []
    chunk.forEach((line, i) => {
      const marker = markerOf(line, markers)
      const above = chunk[i - 1]
      const open = paragraphs.at(-1)
      if (wrapped && open && above && !marker && !starts.has(i) && continues(above, line, width)) open.lines.push(line)
      else paragraphs.push({ lines: [line], marker })
    })
    return paragraphs
  })
}
