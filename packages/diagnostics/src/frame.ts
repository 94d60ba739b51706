import type { Place } from './diagnostic.js'

/** How much of a line is shown: sources may have a paragraph on one. */
const mostColumns = 100

/** What stands before the place on its line, where the line is cut. */
const lead = 40

// What would move the cursor, colour the terminal or turn the text around is shown as a dot: files are hostile.
const visible = (text: string) => text.replaceAll('\t', ' ').replace(/[\p{Cc}\p{Cf}]/gu, '·')

/** A stretch of a line, with an ellipsis where it is cut; and how far its characters have moved. */
function cut(line: string, from: number): { text: string; moved: number } {
  const end = from + mostColumns
  const text = `${from > 0 ? '…' : ''}${line.slice(from, end)}${end < line.length ? '…' : ''}`
  return { text: visible(text), moved: from > 0 ? from - 1 : 0 }
}

/**
 * The lines of a file around a place, with the place marked below its line:
 *
 *     1 │ title: Book
 *     2 │ papr: A4
 *       │ ^^^^
 *
 * A place that ends on another line is marked to the end of its first. Empty where the text has no such line.
 */
export function frameOf(text: string, { start, end }: Place): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const line = lines[start.line - 1]
  if (line === undefined || line.trim() === '') return []
  const from = start.column > mostColumns - lead ? start.column - 1 - lead : 0
  const { text: shown, moved } = cut(line, from)
  const column = start.column - 1 - moved
  const until = end && end.line === start.line ? end.column - 1 - moved : end ? shown.length : column + 1
  const width = String(start.line).length
  const gutter = (number: string) => `${number.padStart(width)} │ `
  const before = start.line > 1 ? lines[start.line - 2] : undefined
  return [
    ...(before === undefined || before.trim() === '' ? [] : [gutter(String(start.line - 1)) + cut(before, from).text]),
    gutter(String(start.line)) + shown,
    gutter('') + ' '.repeat(column) + '^'.repeat(Math.max(1, Math.min(until, shown.length) - column)),
  ]
}
