import type { BookCell, BookColumn, BookRow, BookTable } from '@briefbook/ast'
import { pageNumber, type RenderState } from '../state.js'
import { rendered } from '../template.js'

function cellClasses({ state, stance, level }: BookCell): string {
  return [
    state === null ? '' : `state-${state}`,
    stance === null ? '' : `stance-${stance}`,
    level === null ? '' : `level-${level}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function cellView(state: RenderState, cell: BookCell, column: BookColumn | undefined) {
  return {
    header: cell.header !== null,
    // The corner above the row heads is a head of nothing.
    empty: cell.children.length === 0,
    scope: cell.header === 'row' ? 'row' : 'col',
    classes: cellClasses(cell),
    align: column?.align ?? '',
    lines: cell.children.map(line => ({ role: line.role, html: rendered(state.inline(line.children)) })),
  }
}

/** `part.table` sees: id, kind, label (`Table 3`), caption, continuedFrom, continuedOn, together, columns, head, rows, legend. */
export function tableView(state: RenderState, node: BookTable): object {
  const { strings } = state.book
  const continuation = (words: string, id: string | null) =>
    id === null ? '' : { words, id, page: pageNumber(state, id) }
  const cells = (row: BookRow) => row.children.map((cell, i) => cellView(state, cell, node.columns[i]))
  const total = node.columns.reduce((sum, column) => sum + column.widthMm, 0)
  return {
    id: node.id,
    kind: node.kind,
    label: node.number === null ? '' : `${strings.table} ${node.number}`,
    caption: node.caption,
    continuedFrom: continuation(strings.continuedFrom, node.continuedFrom),
    continuedOn: continuation(strings.continuedOn, node.continuedOn),
    alternative: node.alternative,
    fontSizePt: node.fontSizePt,
    together: node.together,
    columns: node.columns.map(column => ({ percent: Math.round((column.widthMm / total) * 10000) / 100 })),
    head: node.head.map(row => ({ cells: cells(row) })),
    rows: node.children.map(row => ({
      id: row.id ?? '',
      changed: row.data?.changed === true,
      cells: cells(row),
    })),
    legend: node.legend.length === 0 ? '' : rendered(state.inline(node.legend)),
  }
}
