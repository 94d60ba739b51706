import {
  type AxisEntry,
  type Codebook,
  type MatrixAxis,
  type MatrixRequest,
  type Source,
  type Statement,
  sourceDate,
} from '@briefbook/ast'
import { months } from '../lexicons/calendar.js'

/** What an entry of an axis is told by: of a statement, or of a passage that shows no position. */
export type Placed = Pick<Statement, 'actor' | 'issue' | 'source'> & Partial<Pick<Statement, 'speaker'>>

/** What the axes are made of. */
export interface AxisInput {
  sources: readonly Source[]
  dates: SourceDates
  codebook: Codebook
  /** The statements that count. */
  statements: readonly Statement[]
}

/** The entry for what has no speaker or no date. */
const unknown = '-'

/** The date of each source, by its id. */
export type SourceDates = ReadonlyMap<string, string | null>

export const datesOf = (sources: readonly Source[]): SourceDates =>
  new Map(sources.map(source => [source.id, sourceDate(source.meta)]))

const year = (date: string | null) => date?.slice(0, 4) ?? unknown
const month = (date: string | null) => date?.slice(0, 7) ?? unknown

function printMonth(id: string): string {
  const [y = '', m] = id.split('-')
  const name = m === undefined ? undefined : months[Number(m) - 1]?.[0]
  return name === undefined ? y : `${name} ${y}`
}

/** Dates that statements have, in their order; what has none stands last. */
function dateEntries(
  { dates, statements }: AxisInput,
  cut: (date: string | null) => string,
  print: (id: string) => string,
): AxisEntry[] {
  const ids = new Set(statements.map(({ source }) => cut(dates.get(source) ?? null)))
  return [...ids]
    .sort((a, b) => (a === unknown ? 1 : b === unknown ? -1 : a < b ? -1 : 1))
    .map(id => ({ id, name: id === unknown ? 'No date' : print(id) }))
}

/** Whoever is quoted most stands first; of equal ones, who comes first in the sources. */
function speakerEntries({ statements }: AxisInput): AxisEntry[] {
  const counts = new Map<string, number>()
  for (const { speaker } of statements) counts.set(speaker ?? unknown, (counts.get(speaker ?? unknown) ?? 0) + 1)
  return [...counts]
    .sort(([a, n], [b, m]) => (a === unknown ? 1 : b === unknown ? -1 : m - n))
    .map(([id]) => ({ id, name: id === unknown ? 'Nobody named' : id }))
}

interface Axis {
  /** Every entry there is, empty ones of the codebook and the book too. */
  entries(input: AxisInput): AxisEntry[]
  of(placed: Placed, dates: SourceDates): string
}

export const axes = {
  actors: {
    entries: ({ codebook }) => codebook.actors.map(({ id, name }) => ({ id, name })),
    of: ({ actor }) => actor,
  },
  issues: {
    entries: ({ codebook }) => codebook.issues.map(({ id, name }) => ({ id, name })),
    of: ({ issue }) => issue,
  },
  sources: {
    entries: ({ sources }) => sources.map(({ id, meta }) => ({ id, name: meta.label })),
    of: ({ source }) => source,
  },
  speakers: { entries: speakerEntries, of: ({ speaker }) => speaker ?? unknown },
  years: {
    entries: input => dateEntries(input, year, id => id),
    of: ({ source }, dates) => year(dates.get(source) ?? null),
  },
  months: {
    entries: input => dateEntries(input, month, printMonth),
    of: ({ source }, dates) => month(dates.get(source) ?? null),
  },
} satisfies { [axis in MatrixAxis]: Axis }

/** The entries of an axis that a request lets through; in its order, where it names them. */
export function entriesOf(axis: MatrixAxis, { only }: MatrixRequest, input: AxisInput): AxisEntry[] {
  const all = axes[axis].entries(input)
  const wanted = axis === 'years' || axis === 'months' ? null : only[axis]
  return wanted === null ? all : wanted.flatMap(id => all.find(entry => entry.id === id) ?? [])
}
