import type { Span } from '@briefbook/ast'
import { type Item, unmarked } from '../document/document.js'
import { itemsOf } from '../words/items.js'
import { writeWords } from '../words/write.js'
import { type Grid, type NewRow, writeGrid } from './grid.js'
import { removalOf } from './lines.js'
import type { ChangedTable } from './tables.js'
import { innerOf, type Writer } from './writer.js'

/** A table that is not there any more, with the lines that it stood in. */
export function deleteTable(writer: Writer, { file, span }: Grid): void {
  const text = writer.text(file)
  const place = {
    heading: '',
    words:
      text
        .slice(...span)
        .split('\n')[0]
        ?.trim() ?? '',
  }
  const parts = [{ file, region: removalOf(text, { span }), text: '' }]
  writer.edits.push({ kind: 'deleted', parts, place, authors: [], formatting: true })
}

/** A table with other rows or columns, or with words in cells that had none. */
export function changeTable(writer: Writer, { grid, columns, rows }: ChangedTable): void {
  const { file, span } = grid
  const text = writer.text(file)
  const paragraphs = rows.flatMap(({ cells }) => cells.flat())
  let formatting = true
  const cellOf = (row: number | null, column: number | null, at: readonly number[]): string | null => {
    const raw = row === null || column === null ? undefined : grid.rows[row]?.cells[column]
    const block = row === null || column === null ? null : (grid.blocks[row]?.[column] ?? null)
    if (block === null && at.length === 0) return raw ? text.slice(...raw) : '  '
    const region: Span = block === null ? [0, 0] : innerOf(block)
    const base = block === null ? [] : itemsOf(block.pieces, text)
    const edited = at.flatMap((paragraph, i): Item[] => [
      ...(i === 0 ? [] : [{ text: ' ', marks: unmarked }]),
      ...writer.paragraph(paragraph).items,
    ])
    if (block !== null) writer.sameNotes(base, edited, at, block)
    const written = writeWords(
      base,
      edited,
      writer.writing(file, region, 'cell', () => ' '),
    )
    if (written === null) return null
    formatting &&= written.formatting
    if (block === null || !raw) return ` ${written.text.trim()} `
    return text.slice(raw[0], region[0]) + written.text + text.slice(region[1], raw[1])
  }
  const parts = writer.with(() => {
    const lines: NewRow[] = []
    for (const { row, cells } of rows) {
      const own = cells.map((at, c) => cellOf(row, columns[c] ?? null, at))
      if (!own.every(cell => cell !== null)) return null
      // Cells beyond the head's are in the file and nowhere else.
      const beyond = row === null ? [] : (grid.rows[row]?.cells.slice(grid.delimiter.cells.length) ?? [])
      lines.push({
        row: row === null ? null : (grid.rows[row] ?? null),
        cells: [...own, ...beyond.map(cell => text.slice(...cell))],
      })
    }
    const rules = columns.map(column => {
      const raw = column === null ? undefined : grid.delimiter.cells[column]
      return raw ? text.slice(...raw) : ' --- '
    })
    return [{ file, region: span, text: writeGrid(grid, rules, lines) }]
  })
  if (parts === null) {
    writer.refuse('unwritable', paragraphs, text.slice(...span), { file, span })
    return
  }
  const isNew = rows.find(({ row }) => row === null)?.cells.flat()[0]
  writer.edits.push({
    kind: 'changed',
    parts,
    place: writer.content.placeOf(isNew ?? paragraphs[0] ?? null),
    authors: writer.authors(paragraphs),
    formatting,
  })
}
