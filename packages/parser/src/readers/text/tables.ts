import type { Span } from '@briefbook/ast'
import { countWords } from '../../shape.js'
import { type TracedTable, traceTable } from '../../table.js'
import { type Traced, trace } from '../../traced.js'
import type { Line } from './lines.js'
import type { Marker } from './markers.js'

/** A table that is set with tabs, bars or spaces: its lines, and its cells. */
export interface TextTable extends TracedTable {
  lines: readonly Line[]
  head: boolean
}

type Cells = readonly Span[]
type Splitter = (line: Line, source: string) => Cells | null

/** What a line of a box or a rule between rows consists of. */
const ruleLine = /^[\s+|=:─━═┄│┃┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬-]*[-=─━═]{3}[\s+|=:─━═┄│┃┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬-]*$/u

/** The cells between separators, as ranges of the file. */
function split(line: Line, separator: RegExp): Span[] {
  const cells: Span[] = []
  let at = 0
  for (const match of line.text.matchAll(separator)) {
    cells.push([line.start + at, line.start + match.index])
    at = match.index + match[0].length
  }
  cells.push([line.start + at, line.end])
  return cells
}

const framed: Splitter = line => (/^[|│┃║].*[|│┃║]$/u.test(line.text) ? split(line, /[|│┃║]/g).slice(1, -1) : null)
const bars: Splitter = line => (/[^|]\|[^|]/.test(line.text) ? split(line, /\|/g) : null)
const tabs: Splitter = line => (line.text.includes('\t') ? split(line, / *\t */g) : null)
const wideTabs: Splitter = line => (line.text.includes('\t') ? split(line, / *\t[ \t]*/g) : null)
const spaces: Splitter = line => {
  const cells = split(line, / {2,}/g)
  return cells.length > 1 ? cells : null
}

interface Kind {
  split: Splitter
  leastRows: number
  leastColumns: number
  /** What stands in longer cells on average is text in columns, or text that is set to both margins. */
  mostWords: number
  aligned: boolean
}

const kinds: readonly Kind[] = [
  { split: framed, leastRows: 2, leastColumns: 2, mostWords: 14, aligned: false },
  { split: bars, leastRows: 3, leastColumns: 2, mostWords: 14, aligned: false },
  { split: tabs, leastRows: 2, leastColumns: 2, mostWords: 14, aligned: false },
  { split: wideTabs, leastRows: 2, leastColumns: 2, mostWords: 14, aligned: false },
  { split: spaces, leastRows: 3, leastColumns: 2, mostWords: 4, aligned: true },
]

/** Whether cells of one column begin, or end, at nearly one place in every row: what wide spaces in prose do not. */
function isAligned(rows: readonly Cells[], lines: readonly Line[]): boolean {
  const place = (row: number, column: number, edge: 0 | 1) => {
    const line = lines[row] as Line
    return (rows[row]?.[column]?.[edge] as number) - line.start + line.indent
  }
  return (rows[0] as Cells).every((_, column) => {
    if (column === 0) return true
    return ([0, 1] as const).some(edge => {
      const places = rows.map((_, row) => place(row, column, edge))
      return Math.max(...places) - Math.min(...places) <= 1
    })
  })
}

const isNumeric = (text: string) => /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,3})?$/u.test(text)

/** Whether the first row names the columns: it has no figures, and those below it have. */
const namesColumns = (rows: readonly (readonly Traced[])[]): boolean => {
  const [first = [], ...rest] = rows
  return first.every(({ text }) => !isNumeric(text)) && rest.some(row => row.some(({ text }) => isNumeric(text)))
}

/** The table that begins with a line, of one kind; null where none does. */
function readTable(
  lines: readonly Line[],
  from: number,
  kind: Kind,
  source: string,
  markers: ReadonlyMap<Line, Marker>,
): TextTable | null {
  const taken: Line[] = []
  const rowLines: Line[] = []
  const rows: Cells[] = []
  let ruleBelowFirst = false
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] as Line
    if (taken.length > 0 && (line.gap > 0 || line.page)) break
    if (line.furniture !== null || line.loneBullet || markers.has(line)) break
    if (ruleLine.test(line.text)) {
      ruleBelowFirst ||= rows.length === 1
      taken.push(line)
      continue
    }
    const cells = kind.split(line, source)
    if (!cells || cells.length < kind.leastColumns || (rows[0] && cells.length !== rows[0].length)) break
    rows.push(cells)
    rowLines.push(line)
    taken.push(line)
  }
  if (rows.length < kind.leastRows || (kind.aligned && !isAligned(rows, rowLines))) return null
  const cells = rows.map(row => row.map(([start, end]) => trace(source, [{ start, end }])))
  // `Author:` and a name are no row.
  if (cells.every(row => /:$/.test(row[0]?.text ?? ''))) return null
  const words = cells.flat().map(({ text }) => countWords(text))
  if (words.reduce((sum, n) => sum + n, 0) > words.length * kind.mostWords) return null
  const table = traceTable(cells)
  return table && { ...table, lines: taken, head: ruleBelowFirst || namesColumns(cells) }
}

/** A table can begin a line or two below where its columns seem to; more starts would take quadratic time. */
const mostStarts = 3

/** Finds the tables of a plain text. */
export function findTables(lines: readonly Line[], source: string, markers: ReadonlyMap<Line, Marker>): TextTable[] {
  const tables: TextTable[] = []
  let starts = 0
  for (let i = 0; i < lines.length; i++) {
    // Most lines have none of the three.
    const line = lines[i] as Line
    const begins = /[\t|│┃║]| {2}|^\+[-=]/u.test(line.text) || ruleLine.test(line.text)
    starts = !begins || line.gap > 0 ? 0 : starts + 1
    if (!begins || starts > mostStarts) continue
    for (const kind of kinds) {
      const table = readTable(lines, i, kind, source, markers)
      if (!table) continue
      tables.push(table)
      starts = 0
      i += table.lines.length - 1
      break
    }
  }
  return tables
}
