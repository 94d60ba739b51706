import type { Span, WrittenBlock } from '@briefbook/ast'

/** A row of a table of GFM: what stands before it in its line, and its cells with the white space in them. */
interface Row {
  prefix: string
  /** Whether bars stand at its ends as well. */
  opens: boolean
  closes: boolean
  cells: Span[]
}

/** A table of GFM in its file. */
export interface Grid {
  file: string
  /** From the first row's first bar to the end of the last one. */
  span: Span
  lineEnd: string
  delimiter: Row
  /** The head first. */
  rows: Row[]
  /** What stands in the cells, row by row; null for a cell without words. */
  blocks: (WrittenBlock | null)[][]
}

const delimiterLine = /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

function lineAt(text: string, at: number): Span {
  const end = text.indexOf('\n', at)
  return [text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end]
}

function rowOf(text: string, [start, end]: Span): Row {
  const prefix = /^[\s>]*/.exec(text.slice(start, end))?.[0] ?? ''
  const bars: number[] = []
  for (let i = start + prefix.length; i < end; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '|') bars.push(i)
  }
  const last = start + text.slice(start, end).trimEnd().length
  const opens = bars[0] === start + prefix.length
  const closes = bars.length > (opens ? 1 : 0) && bars.at(-1) === last - 1
  const edges = [...(opens ? [] : [start + prefix.length - 1]), ...bars, ...(closes ? [] : [last])]
  return { prefix, opens, closes, cells: edges.slice(1).map((edge, i) => [(edges[i] as number) + 1, edge]) }
}

/** The table that some cells are of, which stand one after another; null where its lines are not to be read. */
function gridOf(file: string, text: string, cells: readonly WrittenBlock[]): Grid | null {
  const [first, last] = [cells[0], cells.at(-1)]
  if (!first || !last) return null
  const lines: Span[] = []
  let at: Span = lineAt(text, first.span[0])
  const next = (line: Span): Span | null => {
    const from = text.indexOf('\n', line[1]) + 1
    return from === 0 || from >= text.length ? null : lineAt(text, from)
  }
  const isDelimiter = (line: Span | null) => line !== null && delimiterLine.test(text.slice(...line))
  // The head may have no words.
  while (!isDelimiter(at) && !isDelimiter(next(at)) && at[0] > 0) at = lineAt(text, at[0] - 1)
  if (isDelimiter(at)) at = lineAt(text, at[0] - 1)
  const end = lineAt(text, last.span[0])[0]
  for (let line: Span | null = at; line !== null; line = next(line)) {
    if (line[0] > end && !/^[\s>]*[^\s>].*\|/.test(text.slice(...line))) break
    lines.push(line)
  }
  const [head, delimiter, ...body] = lines.map(line => rowOf(text, line))
  if (!head || !delimiter || !isDelimiter(lines[1] ?? null)) return null
  const rows = [head, ...body]
  const inside = ([from, to]: Span, { span }: WrittenBlock) => {
    const words = text.slice(...span)
    const begin = span[0] + (/^[\s|]*/.exec(words)?.[0].length ?? 0)
    return from <= begin && begin <= to
  }
  const blocks = rows.map(row => row.cells.map(cell => cells.find(block => inside(cell, block)) ?? null))
  const found = new Set(blocks.flat())
  if (cells.some(block => !found.has(block))) return null
  return {
    file,
    span: [(lines[0] as Span)[0] + head.prefix.length, (lines.at(-1) as Span)[1]],
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    delimiter,
    rows,
    blocks,
  }
}

/** The tables of the chapters. */
export function gridsOf(written: readonly WrittenBlock[], textOf: (file: string) => string): Grid[] {
  const groups: WrittenBlock[][] = []
  let before: WrittenBlock | null = null
  for (const block of written) {
    const goesOn =
      before !== null &&
      before.type === 'cell' &&
      before.file === block.file &&
      before.span[1] <= block.span[0] &&
      !/\n[\s>]*\n/.test(textOf(block.file).slice(before.span[1], block.span[0]))
    if (block.type === 'cell') {
      if (goesOn) groups.at(-1)?.push(block)
      else groups.push([block])
    }
    before = block
  }
  return groups.flatMap(cells => {
    const file = cells[0]?.file ?? ''
    const grid = gridOf(file, textOf(file), cells)
    return grid === null ? [] : [grid]
  })
}

/** A row as it is to stand: of those that were sent, or a new one; what is between its bars. */
export interface NewRow {
  row: Row | null
  cells: readonly string[]
}

/** The rows of a table as lines, the first its head, as they stand in the file: columns in their new order. */
export function writeGrid({ delimiter, lineEnd }: Grid, rules: readonly string[], rows: readonly NewRow[]): string {
  const line = ({ row, cells }: NewRow) => {
    const { prefix, opens, closes } = row ?? { ...delimiter, opens: true, closes: true }
    return { prefix, text: `${opens ? '|' : ''}${cells.join('|')}${closes ? '|' : ''}` }
  }
  const [head, ...body] = rows.map(line)
  if (!head) return ''
  const all = [head, line({ row: delimiter, cells: [...rules] }), ...body]
  return all.map(({ prefix, text }, i) => (i === 0 ? text : prefix + text.trimEnd())).join(lineEnd)
}
