import {
  type BookCell,
  type BookTable,
  type CellLine,
  cell,
  crossReference,
  line,
  type Matrix,
  type MatrixCell,
  type Statement,
  text,
} from '@briefbook/ast'
import { list } from '../strings/en.js'
import { type Context, table } from './context.js'
import { anchorReference } from './references.js'
import { differMark, prevailing, stanceLegend, stanceMarks } from './stances.js'

/** How many references a cell shows before it says how many more there are. */
const referencesShown = 3

/** What the axes of a matrix are. */
interface MatrixView {
  matrix: Matrix
  /** Where all evidence of a cell stands, for a cell with more than it shows. */
  moreTarget?: (row: string, column: string) => string | null
}

function referenceLine(context: Context, statements: readonly Statement[], more: string | null): CellLine | null {
  // Two statements of one paragraph are one place to look.
  const anchors = [...new Map(statements.map(s => [s.anchor, s])).values()]
  const shown = anchors.slice(0, referencesShown)
  const nodes = shown.flatMap((statement, i) => {
    const source = context.sourceById.get(statement.source)
    return source ? [...(i === 0 ? [] : [text(', ')]), anchorReference(source, statement.anchor)] : []
  })
  if (nodes.length === 0) return null
  const left = anchors.length - shown.length
  if (left > 0)
    nodes.push(text(', '), more === null ? text(`${left}\u00a0more`) : crossReference(more, `${left}\u00a0more`))
  return line('evidence', ...nodes)
}

function matrixCell(context: Context, content: MatrixCell, more: string | null): BookCell {
  const lines: CellLine[] = []
  const statements = content.statements
    .map(id => context.statementById.get(id))
    .filter((s): s is Statement => s !== undefined)
  if (content.state === 'absent') lines.push(line('text', '–'))
  if (statements.length > 0) {
    const marks = stanceMarks(content.stances)
    lines.push(line('stance', ...marks, ...(content.disagreement ? differMark : [])))
  } else if (content.state === 'mentioned') {
    lines.push(line('text', 'mentioned'))
  }
  if (content.finding !== null) lines.push(line('finding', content.finding))
  const references = referenceLine(context, statements, more)
  if (references) lines.push(references)
  return cell(lines, {
    state: content.state,
    stance: content.state === 'position' ? prevailing(content.stances) : null,
  })
}

/** A matrix as the tables of the book show it; none where it has no rows or no columns. */
function composeMatrix(context: Context, { matrix, moreTarget }: MatrixView): BookTable[] {
  if (matrix.rows.length === 0 || matrix.columns.length === 0) return []
  const disagreements = matrix.cells.flat().filter(c => c.disagreement).length
  const positions = matrix.cells.flat().filter(c => c.state === 'position').length
  return table(context, {
    id: matrix.id,
    kind: 'matrix',
    caption: matrix.title,
    alternative: `${matrix.title}: ${matrix.rows.length} rows (${list(matrix.rows.map(r => r.name))}) by ${matrix.columns.length} columns (${list(matrix.columns.map(c => c.name))}); ${positions} cells with a position, ${disagreements} in which the sources differ.`,
    head: [cell([], { header: 'column' }), ...matrix.columns.map(c => cell([c.name], { header: 'column' }))],
    rows: matrix.rows.map((row, i) => [
      cell([row.name], { header: 'row' }),
      ...matrix.columns.map((column, k) =>
        matrixCell(context, matrix.cells[i]?.[k] as MatrixCell, moreTarget?.(row.id, column.id) ?? null),
      ),
    ]),
    legend: stanceLegend(context.strings, [
      `   differ: the sources give opposed stances   mentioned: ${context.strings.states.mentioned}   –: ${context.strings.states.absent}`,
    ]),
  })
}

/** The matrix that a chapter asks for by its id. */
export function matrixById(context: Context, id: string): BookTable[] | null {
  const matrix = context.analysis.matrices.find(m => m.id === id)
  if (!matrix) return null
  return composeMatrix(context, {
    matrix,
    ...(id === 'actor-issue' ? { moreTarget: (row, column) => evidenceSection(context, row, column) } : {}),
  })
}

/** The id of the section with all evidence for an actor on an issue; null where there is none. */
function evidenceSection(context: Context, actor: string, issue: string): string | null {
  const id = `actor-${actor}-${issue}`
  return context.ids.has(id) ? id : null
}
