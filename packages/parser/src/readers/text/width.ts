import { endsTerminal } from '../../shape.js'
import type { Line } from './lines.js'

/** Nobody wraps lines by hand beyond this; a longer line is a whole paragraph. */
export const longestWrapped = 160

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** How wide the lines of a text run before they are wrapped; 80 where too few are to tell. */
export function measureWidth(lines: readonly Line[]): number {
  const lengths = lines
    .filter((_, i) => lines[i + 1]?.gap === 0)
    .map(line => line.text.length)
    .filter(length => length >= 40 && length <= longestWrapped)
    .sort((a, b) => a - b)
  return lengths.length < 3 ? 80 : percentile(lengths, 0.9)
}

/** In wrapped text one line in ten ends where a sentence does; where most do, each line is a paragraph. */
const wholeLines = 0.7
/** Fewer lines, each of ordinary width, can end with sentences by chance. */
const leastLines = 4
const ordinaryWidth = 100

/** Whether the lines of a text are wrapped: they break off in the middle of sentences. */
export function isWrapped(lines: readonly Line[]): boolean {
  const inner = lines.filter((line, i) => lines[i + 1]?.gap === 0 && line.text.length >= 40)
  if (inner.length < leastLines && inner.every(line => line.text.length <= ordinaryWidth)) return true
  return inner.filter(line => endsTerminal(line.text)).length <= inner.length * wholeLines
}

/**
 * Whether a text is set with an empty line behind every line: most lines stand alone, reach the margin, and break off
 * in the middle of a sentence.
 */
export function isDoubleSpaced(lines: readonly Line[]): boolean {
  const alone = lines.filter((line, i) => i > 0 && line.gap === 1 && line.text.length <= longestWrapped)
  if (lines.length < 12 || alone.length < lines.length * 0.6) return false
  const lengths = alone.map(line => line.text.length).sort((a, b) => a - b)
  const width = percentile(lengths, 0.9)
  const broken = alone.filter(line => line.text.length > width * 0.75 && !/[.!?:;"”’)]$/.test(line.text))
  return width >= 40 && broken.length > alone.length * 0.4
}
