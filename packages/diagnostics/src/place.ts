import type { Point } from 'unist'
import type { Place } from './diagnostic.js'

/** Turns offsets in a text into lines and columns. Lines end at LF, CRLF or CR. */
export function createLocator(text: string): {
  pointAt(offset: number): Point
  placeOf(start: number, end?: number): Place
} {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  const pointAt = (offset: number): Point => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1, offset }
  }
  return {
    pointAt,
    placeOf: (start, end) =>
      end === undefined ? { start: pointAt(start) } : { start: pointAt(start), end: pointAt(end) },
  }
}
