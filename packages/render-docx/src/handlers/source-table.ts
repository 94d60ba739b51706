import { type FileChild, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { numberMm } from '../styles/passages.js'
import { twips } from '../units.js'
import { foreignWords } from '../words.js'

/** Word refuses a table with more. */
const mostColumns = 63
/** A column is not made wider for a cell with more characters than this, nor narrower for one with fewer. */
const shortestCell = 6
const longestCell = 40

/** Widths in proportion to the longest cells, so that a column of figures leaves its room to the words. */
function columnWidths(rows: readonly (readonly string[])[], columns: number, total: number): number[] {
  const longest = Array.from({ length: columns }, (_, i) =>
    Math.min(
      longestCell,
      rows.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), shortestCell),
    ),
  )
  const sum = longest.reduce((a, b) => a + b, 0)
  return longest.map(length => Math.round((length / sum) * total))
}

/** A table of a source, its cells word for word. One that is too wide for Word is set row by row. */
export function sourceTable(rows: readonly (readonly string[])[], state: State): FileChild[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (columns === 0) return []
  if (columns > mostColumns) return rows.map(row => paragraph(state, 'BodyText', foreignWords(state, row.join(' | '))))
  const room = state.document.geometry.textMm - numberMm
  const widths = columnWidths(rows, columns, twips(room))
  const table = new Table({
    style: 'SourceTable',
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    indent: { size: twips(numberMm), type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      row =>
        new TableRow({
          children: widths.map(
            (size, i) =>
              new TableCell({
                width: { size, type: WidthType.DXA },
                children: [paragraph(state, 'TableText', foreignWords(state, row[i] ?? ''))],
              }),
          ),
        }),
    ),
    ...(state.rightToLeft ? { visuallyRightToLeft: true } : {}),
  })
  return [table, paragraph(state, 'Spacer', [])]
}
