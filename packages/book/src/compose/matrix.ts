import {
  type BookCell,
  type BookPhrasing,
  type BookTable,
  type CellKey,
  type CellLine,
  cell,
  crossReference,
  line,
  type Margin,
  type Matrix,
  type MatrixAxis,
  type MatrixCell,
  type MatrixFilter,
  opposedSides,
  pageReference,
  parseAnchor,
  prevailingStance,
  type Statement,
  stanceMark,
  text,
} from '@briefbook/ast'
import { list, printDate } from '../strings/en.js'
import { type Context, table } from './context.js'
import { anchorWithPageInCell } from './references.js'
import { differMark, stanceLegend, stanceMarks } from './stances.js'

/** How many references a cell shows before it says how many more there are. */
const referencesShown = 3
/** And how many for each side, where the sources differ. */
const referencesOfSide = 2

/** References to statements, the best first, as far as a line shows them. */
function references(
  context: Context,
  statements: readonly Statement[],
  most: number,
): { nodes: BookPhrasing[]; left: number } {
  // Two statements of one paragraph are one place to look.
  const anchors = [...new Map(statements.map(s => [s.anchor, s])).values()]
  const nodes = anchors.slice(0, most).flatMap((statement, i) => {
    const source = context.sourceById.get(statement.source)
    return source ? [...(i === 0 ? [] : [text(', ')]), ...anchorWithPageInCell(source, statement.anchor)] : []
  })
  return { nodes, left: anchors.length - Math.min(most, anchors.length) }
}

function referenceLine(
  context: Context,
  statements: readonly Statement[],
  more: string | null,
  sign: BookPhrasing[] = [],
  most = referencesShown,
): CellLine[] {
  const { nodes, left } = references(context, statements, most)
  if (nodes.length === 0) return []
  const rest = `${left}\u00a0more`
  const further = left > 0 ? [text(', '), more === null ? text(rest) : crossReference(more, rest)] : []
  return [line('evidence', ...sign, ...nodes, ...further)]
}

/** The places to look for a cell: of one in which the sources differ, those of each side behind its sign. */
function evidenceLines(context: Context, statements: readonly Statement[], more: string | null): CellLine[] {
  const sides = opposedSides(statements)
  if (sides === null) return referenceLine(context, statements, more)
  return sides.flatMap(side => {
    const { stance } = side[0] as Statement
    // One sign stands for its side: opposed and afraid are told apart by their own.
    const alike = side.filter(s => s.stance === stance)
    return referenceLine(context, alike, more, [stanceMark(stance), text('\u00a0')], referencesOfSide)
  })
}

const keys: { readonly [axis in MatrixAxis]?: keyof CellKey } = { actors: 'actor', issues: 'issue', sources: 'source' }

/** How codings.yaml names a cell; null for one that can have no finding. */
function keyOf({ request }: Matrix, row: string, column: string): CellKey | null {
  const [down, across] = [keys[request.rows], keys[request.columns]]
  return down && across && down !== across ? { [down]: row, [across]: column } : null
}

function matrixCell(context: Context, content: MatrixCell, more: string | null, key: CellKey | null): BookCell {
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
  lines.push(...evidenceLines(context, statements, more))
  return cell(lines, {
    state: content.state,
    stance: content.state === 'position' ? prevailingStance(content.stances) : null,
    ...(key === null ? {} : { cell: key }),
  })
}

/** `12 in 4`: so many statements in so many sources; of a source itself, the first number alone. */
function marginLine({ statements, sources }: Margin, axis: MatrixAxis): CellLine {
  return line('evidence', axis === 'sources' || statements === 0 ? String(statements) : `${statements} in ${sources}`)
}

/** What a matrix leaves out, to stand below it; empty where it leaves out nothing. */
function filterNote(context: Context, { rows, columns, only }: Matrix['request']): string {
  const names = {
    actors: new Map(context.codebook.actors.map(({ id, name }) => [id, name])),
    issues: new Map(context.codebook.issues.map(({ id, name }) => [id, name])),
    sources: new Map(context.sources.map(({ id, meta }) => [id, meta.label])),
    speakers: new Map<string, string>(),
    stances: new Map<string, string>(Object.entries(context.strings.stances)),
  }
  const told = (Object.keys(names) as (keyof typeof names)[]).flatMap(key => {
    const wanted: MatrixFilter[typeof key] = only[key]
    // What stands on an axis is seen.
    return wanted === null || key === rows || key === columns
      ? []
      : [`${key}: ${list(wanted.map(id => names[key].get(id) ?? id))}`]
  })
  if (only.coder !== null) told.push(only.coder === 'rule' ? 'found by rules' : 'added by an analyst')
  if (only.from !== null) told.push(`sources from ${printDate(only.from)}`)
  if (only.until !== null) told.push(`sources until ${printDate(only.until)}`)
  return told.length === 0 ? '' : `   counted only: ${told.join('; ')}`
}

/** What a reference in a cell says, shown by the first there is. */
function referenceKey(context: Context, matrix: Matrix): BookPhrasing[] {
  const statement = context.statementById.get(matrix.cells.flat().flatMap(({ statements }) => statements)[0] ?? '')
  const source = context.sourceById.get(statement?.source ?? '')
  if (!statement || !source) return []
  const { n } = parseAnchor(statement.anchor) ?? {}
  return [
    text('   '),
    ...anchorWithPageInCell(source, statement.anchor),
    text(`: paragraph ${n} of ${source.meta.label}, on page\u00a0`),
    pageReference(statement.anchor),
  ]
}

/** The id of the section with all evidence for a cell; null where there is none. */
function evidenceSection(context: Context, { request }: Matrix, row: string, column: string): string | null {
  const axes = `${request.rows} ${request.columns}`
  const id =
    axes === 'actors issues' ? `actor-${row}-${column}` : axes === 'issues actors' ? `actor-${column}-${row}` : ''
  return context.ids.has(id) ? id : null
}

/** The matrix with an id as the tables of the book show it, none where it has no rows or columns; null where no matrix has the id. */
export function matrixById(context: Context, id: string): BookTable[] | null {
  const matrix = context.analysis.matrices.find(m => m.id === id)
  if (!matrix) return null
  const { rows, columns, margins, request } = matrix
  if (rows.length === 0 || columns.length === 0) return []
  const disagreements = matrix.cells.flat().filter(c => c.disagreement).length
  const positions = matrix.cells.flat().filter(c => c.state === 'position').length
  return table(context, {
    id: matrix.id,
    kind: 'matrix',
    caption: matrix.title,
    alternative: `${matrix.title}: ${rows.length} rows (${list(rows.map(r => r.name))}) by ${columns.length} columns (${list(columns.map(c => c.name))}); ${positions} cells with a position, ${disagreements} in which the sources differ.`,
    head: [
      cell([], { header: 'column' }),
      ...columns.map((column, k) =>
        cell([column.name, marginLine(margins.columns[k] as Margin, request.columns)], { header: 'column' }),
      ),
    ],
    rows: rows.map((row, i) => [
      cell([row.name, marginLine(margins.rows[i] as Margin, request.rows)], { header: 'row' }),
      ...columns.map((column, k) =>
        matrixCell(
          context,
          matrix.cells[i]?.[k] as MatrixCell,
          evidenceSection(context, matrix, row.id, column.id),
          keyOf(matrix, row.id, column.id),
        ),
      ),
    ]),
    legend: stanceLegend(context.strings, [
      `   differ: the sources give opposed stances   mentioned: no position is stated   –: ${context.strings.states.absent}`,
      '   5 in 2: five statements in two sources',
      ...referenceKey(context, matrix),
      filterNote(context, request),
    ]),
  })
}
