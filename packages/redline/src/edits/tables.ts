import type { WrittenBlock } from '@briefbook/ast'
import type { EditedDocument } from '../document/document.js'
import type { Match } from '../recognise/recognise.js'
import type { Grid } from './grid.js'

/** A table whose rows or columns an editor changed, or in whose empty cells they wrote. */
export interface ChangedTable {
  grid: Grid
  /** The columns as they stand now, by their number in the chapter; null for a new one. */
  columns: (number | null)[]
  /** The rows as they stand now, and the paragraphs in their cells, column by column. */
  rows: { row: number | null; cells: number[][] }[]
}

export interface TableEdits {
  changed: ChangedTable[]
  /** Tables that are not there any more. */
  gone: Grid[]
  /** What was taken out or edited with a table, and is no edit of its own. */
  blocks: ReadonlySet<WrittenBlock>
  paragraphs: ReadonlySet<number>
}

/** Which of the chapter's lines each of the document's is, by what stands in them; null where one is two. */
function linesOf(pairs: readonly (readonly [now: number, sent: number])[]): Map<number, number> | null {
  const found = new Map<number, number>()
  for (const [now, sent] of pairs) {
    if ((found.get(now) ?? sent) !== sent) return null
    found.set(now, sent)
  }
  return new Set(found.values()).size === found.size ? found : null
}

interface Ordered {
  line: number
  sent: number | null
}

/**
 * The lines of a table as they stand now: those that were sent by their number, new ones with words as null. A line without
 * words is the next of those that were sent without.
 */
function order(
  lines: readonly number[],
  known: ReadonlyMap<number, number>,
  isEmpty: { now(line: number): boolean; sent(line: number): boolean },
): Ordered[] {
  let last = -1
  return lines.flatMap((line): Ordered[] => {
    const sent = known.get(line)
    if (sent !== undefined) {
      last = sent
      return [{ line, sent }]
    }
    if (isEmpty.sent(last + 1)) return [{ line, sent: ++last }]
    return isEmpty.now(line) ? [] : [{ line, sent: null }]
  })
}

const inOrder = (lines: readonly Ordered[], count: number) =>
  lines.length === count && lines.every(({ sent }, i) => sent === i)

/** Lays a table of the chapters beside the one in the document; null where nothing but words changed, or too much. */
function changedTable(
  grid: Grid,
  document: EditedDocument,
  table: number,
  pairs: readonly (readonly [WrittenBlock, number])[],
): ChangedTable | null {
  const placed = document.paragraphs.flatMap(({ cell, words }, i) =>
    cell?.table === table && !cell.gone ? [{ ...cell, words, i }] : [],
  )
  const placeOf = new Map(grid.blocks.flatMap((row, r) => row.map((block, c) => [block, { row: r, column: c }])))
  const known = pairs.flatMap(([block, i]) => {
    const [sent, now] = [placeOf.get(block), placed.find(place => place.i === i)]
    return sent && now ? [{ sent, now }] : []
  })
  const rows = linesOf(known.map(({ sent, now }) => [now.row, sent.row]))
  const columns = linesOf(known.map(({ sent, now }) => [now.column, sent.column]))
  if (rows === null || columns === null) return null
  const width = grid.delimiter.cells.length
  const sorted = (lines: readonly number[]) => [...new Set(lines)].sort((a, b) => a - b)
  const rowsNow = order(sorted(placed.map(({ row }) => row)), rows, {
    now: row => placed.every(place => place.row !== row || place.words === ''),
    sent: row => grid.blocks[row]?.every(block => block === null) ?? false,
  })
  const columnsNow = order(sorted(placed.map(({ column }) => column)), columns, {
    now: column => placed.every(place => place.column !== column || place.words === ''),
    sent: column => column < width && grid.blocks.every(row => (row[column] ?? null) === null),
  })
  const cells = (row: number) =>
    columnsNow.map(({ line }) =>
      placed.filter(place => place.row === row && place.column === line && place.words !== '').map(({ i }) => i),
    )
  const made = rowsNow.map(({ line, sent }) => ({ row: sent, cells: cells(line) }))
  const filled = made.some(
    ({ row, cells }) =>
      row !== null &&
      cells.some((paragraphs, c) => {
        const column = columnsNow[c]?.sent ?? null
        return column !== null && paragraphs.length > 0 && (grid.blocks[row]?.[column] ?? null) === null
      }),
  )
  if (!filled && inOrder(rowsNow, grid.rows.length) && inOrder(columnsNow, width)) return null
  return { grid, columns: columnsNow.map(({ sent }) => sent), rows: made }
}

/** What editors did to the rows and columns of the chapters' tables. */
export function tableEdits(grids: readonly Grid[], document: EditedDocument, matches: readonly Match[]): TableEdits {
  const matchOf = new Map(matches.flatMap(match => match.blocks.map(block => [block as unknown, match])))
  const emptied = new Set(document.paragraphs.flatMap(({ emptied, cell }) => (cell?.gone ? [] : emptied)))
  const found = { changed: [] as ChangedTable[], gone: [] as Grid[] }
  const blocks = new Set<WrittenBlock>()
  const paragraphs = new Set<number>()
  for (const grid of grids) {
    const own = grid.blocks.flat().filter(block => block !== null)
    const pairs = own.flatMap(block => (matchOf.get(block)?.paragraphs ?? []).map(i => [block, i] as const))
    const left = own.filter(block => emptied.has(block.id))
    const tables = new Set(pairs.map(([, i]) => document.paragraphs[i]?.cell?.table))
    const [table] = tables
    if (pairs.length === 0 && left.length === 0) {
      found.gone.push(grid)
      for (const block of own) blocks.add(block)
      continue
    }
    // Cells that were joined, or a table in several pieces.
    if (tables.size !== 1 || table === undefined || own.some(block => (matchOf.get(block)?.blocks.length ?? 1) > 1))
      continue
    const emptyPairs = left.flatMap(block =>
      document.paragraphs.flatMap(({ emptied, cell }, i) =>
        emptied.includes(block.id) && cell?.table === table ? [[block, i] as const] : [],
      ),
    )
    const changed = changedTable(grid, document, table, [...pairs, ...emptyPairs])
    if (changed === null) continue
    found.changed.push(changed)
    for (const block of own) blocks.add(block)
    for (const [i, { cell }] of document.paragraphs.entries()) if (cell?.table === table) paragraphs.add(i)
  }
  return { ...found, blocks, paragraphs }
}
