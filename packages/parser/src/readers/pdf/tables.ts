import { append } from '../../lists.js'
import type { Fragment } from './fragment.js'
import { cellsOf, type Line, lineOf } from './lines.js'
import type { Measures } from './measure.js'
import { type Passage, passage } from './passage.js'

/** Between cells is more white than between words, as a multiple of the size. */
const leastGap = 0.75
/** So many rows make a table of two columns, where chance can put two gaps below each other; of more, two do. */
const leastRows = 3
const longestCell = 90
/** How many ends of a table are tried. */
const mostEnds = 12
/** Cells of a column begin, end or have their middle at one place, give or take this many points. */
const alignment = 3

/** What stands in front of an item, a note or a heading with white behind it is no cell. */
const lead = /^(?:[^\p{L}\p{N}]{1,3}|[([]?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivx]{1,5})[.):\]]?)$/u

interface Row {
  line: Line
  cells: Fragment[][]
}

const leftOf = (cell: readonly Fragment[]) => Math.min(...cell.map(({ left }) => left))
const rightOf = (cell: readonly Fragment[]) => Math.max(...cell.map(({ right }) => right))

function rowOf(line: Line): Row {
  const cells = cellsOf(line, line.size * leastGap)
  const [first] = cells
  if (cells.length === 2 && first && lead.test(lineOf(first, line.page).text)) return { line, cells: [cells.flat()] }
  return { line, cells }
}

/** The columns that the cells of some rows stand in; null where they do not stand below each other. */
function columnsOf(rows: readonly Row[]): [number, number][] | null {
  const count = Math.max(...rows.map(({ cells }) => cells.length))
  const full = rows.filter(({ cells }) => cells.length === count)
  if (count < 2 || full.length < (count === 2 ? leastRows : 2) || full.length < rows.length * 0.4) return null
  const columns = Array.from({ length: count }, (_, i): [number, number] => [
    Math.min(...full.map(({ cells }) => leftOf(cells[i] as Fragment[]))),
    Math.max(...full.map(({ cells }) => rightOf(cells[i] as Fragment[]))),
  ])
  const aligned = columns.every((_, i) =>
    [leftOf, rightOf, (cell: readonly Fragment[]) => (leftOf(cell) + rightOf(cell)) / 2].some(edge => {
      const edges = full.map(({ cells }) => edge(cells[i] as Fragment[])).sort((a, b) => a - b)
      const middle = edges[Math.floor(edges.length / 2)] as number
      return edges.filter(x => Math.abs(x - middle) < alignment).length >= edges.length * 0.7
    }),
  )
  if (!aligned) return null
  const apart = columns.every(([left], i) => i === 0 || left > (columns[i - 1] as [number, number])[1])
  return apart ? columns : null
}

/** The column that a cell stands in, by where most of it is; -1 where it reaches over several. */
function columnAt(cell: readonly Fragment[], columns: readonly (readonly [number, number])[]): number {
  const [left, right] = [leftOf(cell), rightOf(cell)]
  const touched = columns.flatMap(([from, to], i) => (left < to && right > from ? [i] : []))
  if (touched.length > 1) return -1
  if (touched.length === 1) return touched[0] as number
  const distances = columns.map(([from, to]) => Math.min(Math.abs(left - to), Math.abs(right - from)))
  return distances.indexOf(Math.min(...distances))
}

/** The parts of a row by the columns that they stand in; null where one reaches over several. */
function partsOf({ line }: Row, columns: readonly (readonly [number, number])[]): Map<number, Fragment[]> | null {
  const parts = new Map<number, Fragment[]>()
  for (const fragment of line.fragments) {
    const at = columnAt([fragment], columns)
    if (at < 0) return null
    const part = parts.get(at)
    if (part) part.push(fragment)
    else parts.set(at, [fragment])
  }
  return parts
}

function tableOf(rows: readonly Row[]): Passage | null {
  const columns = columnsOf(rows)
  if (!columns) return null
  const parts: Map<number, Fragment[]>[] = []
  for (const row of rows) {
    const found = partsOf(row, columns)
    if (!found) return null
    parts.push(found)
  }
  if (rows.some(({ cells, line }) => cells.some(cell => lineOf(cell, line.page).text.length > longestCell))) return null
  const steps = rows.slice(1).map(({ line }, i) => line.baseline - (rows[i] as Row).line.baseline)
  const tight = Math.min(...steps)
  // Where some lines are closer than others, those are the lines of one row.
  const loose = Math.max(...steps) > tight * 1.25
  const table: Line[][][] = []
  rows.forEach((row, i) => {
    const own = parts[i] as Map<number, Fragment[]>
    const close = i > 0 && (steps[i - 1] as number) < tight * 1.12
    // A row that has all its cells is a row; what goes on with the one above has some of them.
    const goesOn = close && own.size < columns.length && (loose || !own.has(0))
    if (!goesOn) table.push(columns.map(() => []))
    const target = table.at(-1) as Line[][]
    for (const [at, fragments] of own) target[at]?.push(lineOf(fragments, row.line.page))
  })
  if (table.length < 2) return null
  const bold = (row: readonly Line[][]) => row.flat().length > 0 && row.flat().every(line => line.bold)
  const head = bold(table[0] as Line[][]) && !bold(table[1] as Line[][])
  return passage(
    'table',
    rows.map(({ line }) => line),
    { cells: table, head },
  )
}

/** So far apart, two stretches on one line are no sentence: names of authors, a place and a date. */
const wideGap = 2.5
const loneNumber = /^\S*\d\S*$/

/**
 * A line whose parts are far from each other, as a line each. What ends in the number of a page stays whole, and so does
 * what reaches from one margin to the other, as a justified line does.
 */
function apart({ line, cells }: Row, left: number, right: number): Line[] {
  if (cells.length < 2 || (line.left - left < line.size && right - line.right < line.size)) return [line]
  const parts = cellsOf(line, line.size * wideGap).map(part => lineOf(part, line.page))
  return parts.some(part => loneNumber.test(part.text)) ? [line] : parts
}

/**
 * Finds tables among the lines of a column: lines in a row whose parts stand below each other. What stands between is
 * left as it is.
 */
export function findTables(lines: readonly Line[], measures: Measures): (Line[] | Passage)[] {
  const rows = lines.map(rowOf)
  const left = lines.reduce((x, line) => Math.min(x, line.left), Number.POSITIVE_INFINITY)
  const right = lines.reduce((x, line) => Math.max(x, line.right), Number.NEGATIVE_INFINITY)
  const out: (Line[] | Passage)[] = []
  let open: Line[] = []
  const near = (i: number) =>
    (rows[i] as Row).line.baseline - (rows[i - 1] as Row).line.baseline <
    measures.leading((rows[i] as Row).line.size) * 2.6
  for (let i = 0; i < rows.length; ) {
    // Where the table ends can be told only by trying: behind each stretch of rows with cells, the farthest first.
    const ends: number[] = []
    if ((rows[i] as Row).cells.length > 1)
      for (let at = i + 1, gaps = 0; at <= rows.length && gaps < 3; at++) {
        const goesOn = at < rows.length && near(at)
        const hasCells = goesOn && (rows[at] as Row).cells.length > 1
        if (!hasCells && (rows[at - 1] as Row).cells.length > 1) ends.push(at)
        if (!goesOn) break
        gaps = hasCells ? 0 : gaps + 1
      }
    let table: Passage | null = null
    for (const end of ends.slice(0, mostEnds).reverse()) {
      // A last line that does not belong to it would spoil the whole.
      for (const till of [end, end - 1]) if (!table && till - i >= 2) table = tableOf(rows.slice(i, till))
      if (table) break
    }
    if (!table) {
      append(open, apart(rows[i] as Row, left, right))
      i++
      continue
    }
    if (open.length > 0) out.push(open)
    open = []
    out.push(table)
    i += table.lines.length
  }
  if (open.length > 0) out.push(open)
  return out
}
