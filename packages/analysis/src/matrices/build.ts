import {
  type Codebook,
  countStances,
  type Margin,
  type Matrix,
  type MatrixAxis,
  type MatrixCell,
  type MatrixFilter,
  type MatrixRequest,
  type Mention,
  opposedSides,
  type Source,
  type Statement,
} from '@briefbook/ast'
import type { Finding } from '../codings/schema.js'
import { axes, datesOf, entriesOf, type Placed, type SourceDates } from './axes.js'
import { rankStatements } from './rank.js'
import { isAbout, isOfKind } from './select.js'

const everything: MatrixFilter = {
  actors: null,
  issues: null,
  sources: null,
  speakers: null,
  stances: null,
  coder: null,
  from: null,
  until: null,
}

/** The matrices that every book has. */
const standard: readonly MatrixRequest[] = [
  { id: 'actor-issue', title: 'Who holds what on which issue', rows: 'actors', columns: 'issues', only: everything },
  {
    id: 'source-issue',
    title: 'What each source says on which issue',
    rows: 'sources',
    columns: 'issues',
    only: everything,
  },
  { id: 'source-actor', title: 'What each source says of whom', rows: 'sources', columns: 'actors', only: everything },
]

/** Their ids, which no other matrix can have. */
export const standardMatrices: readonly string[] = standard.map(({ id }) => id)

/** All that a matrix is made of. */
export interface MatrixInput {
  sources: readonly Source[]
  codebook: Codebook
  statements: readonly Statement[]
  mentions: readonly Mention[]
  findings: readonly Finding[]
}

const titles: { readonly [axis in MatrixAxis]: string } = {
  actors: 'Actors',
  issues: 'Issues',
  sources: 'Sources',
  speakers: 'Speakers',
  years: 'Years',
  months: 'Months',
}

const titleOf = ({ title, rows, columns }: MatrixRequest) =>
  title ?? `${titles[rows]} by ${titles[columns].toLowerCase().replace(/s$/, '')}`

const fieldOf: { readonly [axis in MatrixAxis]: 'actor' | 'issue' | 'source' | null } = {
  actors: 'actor',
  issues: 'issue',
  sources: 'source',
  speakers: null,
  years: null,
  months: null,
}

/** An analyst's sentence for a cell is for all of it: where a filter takes part of the cell away, it is not shown. */
function findingOf(
  { rows, columns, only }: MatrixRequest,
  findings: readonly Finding[],
): (row: string, column: string) => string | null {
  const [rowField, columnField] = [fieldOf[rows], fieldOf[columns]]
  const cut = Object.entries(only).some(([key, value]) => value !== null && key !== rows && key !== columns)
  if (rowField === null || columnField === null || cut) return () => null
  return (row, column) => findings.findLast(f => f[rowField] === row && f[columnField] === column)?.finding ?? null
}

/** Groups entries by their row and column, so that each is looked at once. */
function byCell<T extends Placed>(
  entries: readonly T[],
  { rows, columns }: MatrixRequest,
  dates: SourceDates,
): Map<string, T[]> {
  const cells = new Map<string, T[]>()
  for (const entry of entries) {
    const key = JSON.stringify([axes[rows].of(entry, dates), axes[columns].of(entry, dates)])
    const cell = cells.get(key)
    if (cell) cell.push(entry)
    else cells.set(key, [entry])
  }
  return cells
}

function marginOf(cells: readonly (MatrixCell | undefined)[], byId: ReadonlyMap<string, Statement>): Margin {
  const ids = cells.flatMap(cell => cell?.statements ?? [])
  return { statements: ids.length, sources: new Set(ids.map(id => byId.get(id)?.source)).size }
}

function buildMatrix(
  request: MatrixRequest,
  { sources, codebook, statements, mentions, findings }: MatrixInput,
): Matrix {
  const { id, only } = request
  const about = statements.filter(isAbout(only, sources))
  const ofKind = isOfKind(only)
  const counted = about.filter(ofKind)
  // What is said of the matter and is not of the kind asked for shows that the matter is not passed over.
  const aside = [...about.filter(s => !ofKind(s)), ...mentions.filter(isAbout(only, sources))]
  const dates = datesOf(sources)
  const found = byCell(counted, request, dates)
  const passing = byCell(
    aside.map((passage): Placed => ({ speaker: null, ...passage })),
    request,
    dates,
  )
  const finding = findingOf(request, findings)
  const axisInput = { sources, dates, codebook, statements: counted }
  const rows = entriesOf(request.rows, request, axisInput)
  const columns = entriesOf(request.columns, request, axisInput)
  const order = new Map(sources.map((source, i) => [source.id, i]))
  const cell = (row: string, column: string): MatrixCell => {
    const key = JSON.stringify([row, column])
    const ranked = rankStatements(found.get(key) ?? [])
    const others = passing.get(key) ?? []
    const shown = [...new Set([...ranked, ...others].map(({ source }) => source))]
    const position = ranked.some(({ stance }) => stance !== 'none')
    return {
      state: position ? 'position' : ranked.length > 0 || others.length > 0 ? 'mentioned' : 'absent',
      stances: countStances(ranked),
      disagreement: opposedSides(ranked) !== null,
      finding: finding(row, column),
      statements: ranked.map(s => s.id),
      sources: shown.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    }
  }
  const cells = rows.map(row => columns.map(column => cell(row.id, column.id)))
  const byId = new Map(counted.map(statement => [statement.id, statement]))
  return {
    id,
    title: titleOf(request),
    request: { id, title: request.title, rows: request.rows, columns: request.columns, only },
    rows,
    columns,
    cells,
    margins: {
      rows: cells.map(row => marginOf(row, byId)),
      columns: columns.map((_, k) =>
        marginOf(
          cells.map(row => row[k]),
          byId,
        ),
      ),
    },
  }
}

/**
 * The matrices of a book: the three that every book has, then those it asks for. Actors, issues and sources stand in the order
 * of the codebook and the book, empty ones too, unless a request names them; speakers and dates are those that are found.
 */
export function buildMatrices(input: MatrixInput, requests: readonly MatrixRequest[] = []): Matrix[] {
  return [...standard, ...requests].map(request => buildMatrix(request, input))
}
