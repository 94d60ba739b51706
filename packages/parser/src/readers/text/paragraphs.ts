import { endsTerminal, startsLower } from '../../shape.js'
import type { Line } from './lines.js'
import { type Marker, markerOf } from './markers.js'
import { lengthWithNext, longestWrapped, measureSetting, type Setting } from './width.js'

/** Lines that belong together, and what stands in front of the first of them. */
export interface TextParagraph {
  lines: Line[]
  marker: Marker | null
}

/** Where a chunk without empty lines shows by indentation alone that a paragraph begins: the indices of its lines. */
function indentedStarts(chunk: readonly Line[], setting: Setting): Set<number> {
  const starts = new Set<number>()
  const [first, ...rest] = chunk
  if (!first || rest.length === 0) return starts
  const counts = new Map<number, number>()
  for (const line of rest) counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1)
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] as [number, number]
  chunk.forEach((line, i) => {
    const above = chunk[i - 1]
    if (!above) return
    // The whole text begins its paragraphs so.
    if (line.indent === setting.firstIndent && endsTerminal(above.text)) starts.add(i)
    // Hanging: the first line stands out to the left of those that follow it.
    if (first.indent < usual && line.indent <= first.indent && above.indent >= usual) starts.add(i)
    // Set in: the first line stands to the right of the others.
    if (first.indent >= usual && line.indent >= usual + 2 && above.indent <= usual && endsTerminal(above.text))
      starts.add(i)
  })
  return starts
}

/** Whether a line was wrapped and goes on in the next one, which follows without an empty line. */
function continues(line: Line, next: Line, { width, leastFull, sure, firstIndent }: Setting): boolean {
  const { length } = line.text
  if (length > longestWrapped) return false
  if (startsLower(next.text)) return true
  // In a text that begins its paragraphs by indentation a short line alone ends none.
  const full = lengthWithNext(line, next) >= (firstIndent === null ? leastFull : Math.min(leastFull, width * 0.8))
  return full || (!sure && !endsTerminal(line.text) && length >= width * 0.5)
}

/** Whether a line goes on in the next one although a page ends between them. */
function continuesOnNextPage(line: Line, next: Line, { leastFull, firstIndent }: Setting): boolean {
  if (line.text.length > longestWrapped || next.indent === firstIndent) return false
  if (lengthWithNext(line, next) < leastFull * 0.9) return false
  return !endsTerminal(line.text) || startsLower(next.text) || firstIndent !== null
}

/** Puts the lines of a plain text together to paragraphs: by empty lines, bullets and numbers, indentation, width. */
export function groupLines(lines: readonly Line[], markers: ReadonlyMap<Line, Marker>): TextParagraph[] {
  const setting = measureSetting(lines)
  const leastGap = setting.doubleSpaced ? 2 : 1
  const chunks: Line[][] = []
  for (const line of lines) {
    const chunk = chunks.at(-1)
    if (!chunk || (line.gap >= leastGap && !line.page) || line.loneBullet) chunks.push([line])
    else chunk.push(line)
  }
  return chunks.flatMap(chunk => {
    const starts = indentedStarts(chunk, setting)
    const paragraphs: TextParagraph[] = []
    chunk.forEach((line, i) => {
      const marker = markerOf(line, markers)
      const above = chunk[i - 1]
      const open = paragraphs.at(-1)
      const goesOn =
        setting.wrapped &&
        above !== undefined &&
        marker === null &&
        !starts.has(i) &&
        (line.page ? continuesOnNextPage : continues)(above, line, setting)
      if (open && goesOn) open.lines.push(line)
      else paragraphs.push({ lines: [line], marker })
    })
    return paragraphs
  })
}
