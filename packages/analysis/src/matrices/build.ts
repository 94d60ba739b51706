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
import { axes, datesOf, entriesOf, type Placed } from './axes.js'
import { rankStatements, takeTurns } from './rank.js'
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

/** Files things by two keys each, so that each is looked at once. */
function fileBy<T, K>(
  things: readonly T[],
  rowOf: (thing: T) => K,
  columnOf: (thing: T) => K,
): (row: K, column: K) => readonly T[] {
  const filed = new Map<K, Map<K, T[]>>()
  for (const thing of things) {
    const row = rowOf(thing)
    const cells = filed.get(row) ?? new Map<K, T[]>()
    filed.set(row, cells)
    const column = columnOf(thing)
    const cell = cells.get(column)
    if (cell) cell.push(thing)
    else cells.set(column, [thing])
  }
  return (row, column) => filed.get(row)?.get(column) ?? []
}

/** An analyst's sentence for a cell is for all of it: where a filter takes part of the cell away, it is not shown. */
function findingOf(
  { rows, columns, only }: MatrixRequest,
  findings: readonly Finding[],
): (row: string, column: string) => string | null {
  const [rowField, columnField] = [fieldOf[rows], fieldOf[columns]]
  const cut = Object.entries(only).some(([key, value]) => value !== null && key !== rows && key !== columns)
  if (rowField === null || columnField === null || cut) return () => null
  const filed = fileBy(
    findings,
    finding => finding[rowField],
    finding => finding[columnField],
  )
  return (row, column) => filed(row, column).at(-1)?.finding ?? null
}

/** A cell, and the sources that have a statement in it. */
interface Built {
  cell: MatrixCell
  sources: readonly string[]
}

function marginOf(built: readonly Built[]): Margin {
  const sources = new Set(built.flatMap(one => one.sources))
  return { statements: built.reduce((sum, { cell }) => sum + cell.statements.length, 0), sources: sources.size }
}

/** @param ranked  The statements with the best evidence first. */
function buildMatrix(
  request: MatrixRequest,
  { sources, codebook, statements, mentions, findings }: MatrixInput,
  ranked: readonly Statement[],
): Matrix {
  const { id, only } = request
  const about = isAbout(only, sources)
  const ofKind = isOfKind(only)
  const counts = (statement: Statement) => about(statement) && ofKind(statement)
  // What is said of the matter and is not of the kind asked for shows that the matter is not passed over.
  const aside = [...statements.filter(s => about(s) && !ofKind(s)), ...mentions.filter(about)]
  const dates = datesOf(sources)
  const [rowAxis, columnAxis] = [axes[request.rows], axes[request.columns]]
  const inCells = <T extends Placed>(placed: readonly T[]) =>
    fileBy(
      placed,
      one => rowAxis.of(one, dates),
      one => columnAxis.of(one, dates),
    )
  const found = inCells(ranked.filter(counts))
  const passing = inCells<Placed>(aside)
  const finding = findingOf(request, findings)
  const axisInput = { sources, dates, codebook, statements: statements.filter(counts) }
  const rows = entriesOf(request.rows, request, axisInput)
  const columns = entriesOf(request.columns, request, axisInput)
  const order = new Map(sources.map((source, i) => [source.id, i]))
  const build = (row: string, column: string): Built => {
    const rounds = takeTurns(found(row, column))
    const own = rounds.flat()
    const others = passing(row, column)
    const [eachOnce = []] = rounds
    const shown = new Set([...eachOnce, ...others].map(({ source }) => source))
    const position = own.some(({ stance }) => stance !== 'none')
    return {
      cell: {
        state: position ? 'position' : own.length > 0 || others.length > 0 ? 'mentioned' : 'absent',
        stances: countStances(own),
        disagreement: opposedSides(own) !== null,
        finding: finding(row, column),
        statements: own.map(s => s.id),
        sources: [...shown].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      },
      sources: eachOnce.map(({ source }) => source),
    }
  }
  const built = rows.map(row => columns.map(column => build(row.id, column.id)))
  return {
    id,
    title: titleOf(request),
    request: { id, title: request.title, rows: request.rows, columns: request.columns, only },
    rows,
    columns,
    cells: built.map(row => row.map(({ cell }) => cell)),
    margins: {
      rows: built.map(marginOf),
      columns: columns.map((_, k) => marginOf(built.flatMap(row => row[k] ?? []))),
    },
  }
}

/**
 * The matrices of a book: the three that every book has, then those it asks for. Actors, issues and sources stand in the order
 * of the codebook and the book, empty ones too, unless a request names them; speakers and dates are those that are found.
 */
export function buildMatrices(input: MatrixInput, requests: readonly MatrixRequest[] = []): Matrix[] {
  const ranked = rankStatements(input.statements)
  return [...standard, ...requests].map(request => buildMatrix(request, input, ranked))
}
