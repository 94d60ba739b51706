import type { Run, Span } from '@briefbook/ast'
import type { Traced } from './traced.js'

const betweenCells = ' | '
const betweenRows = ' / '

/** A table's text as `SourceTable` has it, and where its cells are in it. */
export interface TracedTable {
  traced: Traced
  rows: Span[][]
}

/**
 * Puts cells together: ` | ` between cells, ` / ` between rows. A separator came from whatever stands between the two
 * cells in the raw text. A place that a merged cell covers is an empty cell without a separator.
 *
 * @param tight  Whether something that is not of the table can stand between two cells: a separator is then the one
 *               character behind the first of them.
 * @returns null where no cell has words.
 */
export function traceTable(cells: readonly (readonly (Traced | null)[])[], tight = false): TracedTable | null {
  if (!cells.some(row => row.some(cell => cell && cell.text !== ''))) return null
  let text = ''
  const runs: Run[] = []
  const rows: Span[][] = []
  const first = cells.flat().find(cell => cell && cell.runs.length > 0)
  let at = first?.runs[0]?.raw[0] ?? 0
  for (const row of cells.filter(line => line.some(cell => cell !== null))) {
    const spans: Span[] = []
    let begun = false
    for (const cell of row) {
      if (cell === null) {
        spans.push([text.length, text.length])
        continue
      }
      const separator = begun ? betweenCells : rows.length > 0 ? betweenRows : ''
      begun = true
      if (separator !== '') {
        const till = cell.runs[0]?.raw[0] ?? at
        const end = tight ? Math.min(till, at + 1) : till
        runs.push({ text: [text.length, text.length + separator.length], raw: [at, end] })
        at = till
        text += separator
      }
      const start = text.length
      for (const run of cell.runs) runs.push({ text: [run.text[0] + start, run.text[1] + start], raw: run.raw })
      text += cell.text
      at = cell.runs.at(-1)?.raw[1] ?? at
      spans.push([start, text.length])
    }
    rows.push(spans)
  }
  return { traced: { text, runs }, rows }
}
