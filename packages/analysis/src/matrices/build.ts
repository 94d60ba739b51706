import type { AxisEntry, Codebook, Matrix, MatrixCell, Mention, Source, Stance, Statement } from '@briefbook/ast'
import type { Finding } from '../codings/schema.js'
import { rankStatements } from './rank.js'

type Axis = 'actor' | 'issue' | 'source'

interface Shape {
  id: string
  title: string
  rows: Axis
  columns: Axis
}

/** The matrices that every book has. */
const shapes: readonly Shape[] = [
  { id: 'actor-issue', title: 'Who holds what on which issue', rows: 'actor', columns: 'issue' },
  { id: 'source-issue', title: 'What each source says on which issue', rows: 'source', columns: 'issue' },
  { id: 'source-actor', title: 'What each source says of whom', rows: 'source', columns: 'actor' },
]

/** Whether one actor is given opposed stances on one issue: for it and against it, or for it and afraid of it. */
function hasDisagreement(statements: readonly Statement[]): boolean {
  const shown = new Map<string, Set<Stance>>()
  for (const { actor, issue, stance } of statements) {
    const key = `${actor} ${issue}`
    const stances = shown.get(key) ?? new Set()
    shown.set(key, stances.add(stance))
  }
  return [...shown.values()].some(
    stances => stances.has('favours') && (stances.has('opposes') || stances.has('concerned')),
  )
}

function countStances(statements: readonly Statement[]): MatrixCell['stances'] {
  const counts: MatrixCell['stances'] = {}
  for (const { stance } of statements) counts[stance] = (counts[stance] ?? 0) + 1
  return counts
}

/** All that a matrix is made of. */
export interface MatrixInput {
  sources: readonly Source[]
  codebook: Codebook
  statements: readonly Statement[]
  mentions: readonly Mention[]
  findings: readonly Finding[]
}

/** Groups entries by their row and column, so that each is looked at once. */
function byCell<T extends { [axis in Axis]: string }>(
  entries: readonly T[],
  { rows, columns }: Shape,
): Map<string, T[]> {
  const cells = new Map<string, T[]>()
  for (const entry of entries) {
    const key = `${entry[rows]} ${entry[columns]}`
    const cell = cells.get(key)
    if (cell) cell.push(entry)
    else cells.set(key, [entry])
  }
  return cells
}

function buildMatrix(shape: Shape, { sources, codebook, statements, mentions, findings }: MatrixInput): Matrix {
  const axes: { [axis in Axis]: AxisEntry[] } = {
    actor: codebook.actors.map(({ id, name }) => ({ id, name })),
    issue: codebook.issues.map(({ id, name }) => ({ id, name })),
    source: sources.map(({ id, meta }) => ({ id, name: meta.label })),
  }
  const found = byCell(statements, shape)
  const mentioned = byCell(mentions, shape)
  const cell = (row: string, column: string): MatrixCell => {
    const key = `${row} ${column}`
    const ranked = rankStatements(found.get(key) ?? [])
    const passing = mentioned.get(key) ?? []
    const shown = new Set([...ranked, ...passing].map(({ source }) => source))
    const position = ranked.some(({ stance }) => stance !== 'none')
    const finding = findings.findLast(f => f[shape.rows] === row && f[shape.columns] === column)
    return {
      state: position ? 'position' : ranked.length > 0 || passing.length > 0 ? 'mentioned' : 'absent',
      stances: countStances(ranked),
      disagreement: hasDisagreement(ranked),
      finding: finding?.finding ?? null,
      statements: ranked.map(({ id }) => id),
      sources: sources.filter(({ id }) => shown.has(id)).map(({ id }) => id),
    }
  }
  const rows = axes[shape.rows]
  const columns = axes[shape.columns]
  return {
    id: shape.id,
    title: shape.title,
    rows,
    columns,
    cells: rows.map(row => columns.map(column => cell(row.id, column.id))),
  }
}

/** The matrices of a book. Rows and columns are those of the codebook and the sources, in their order, empty ones too. */
export function buildMatrices(input: MatrixInput): Matrix[] {
  return shapes.map(shape => buildMatrix(shape, input))
}
