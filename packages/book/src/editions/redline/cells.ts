import {
  type BookCell,
  type BookPhrasing,
  type BookTable,
  type CellKey,
  type CellLine,
  countStances,
  type Edition,
  type EditionCell,
  type EditionStatement,
  type Finding,
  line,
  opposedSides,
  type Part,
  stanceSigns,
  stances,
  text,
} from '@briefbook/ast'
import { wordsOf } from '../words.js'
import { chaptersOf, insert, lose } from './marks.js'
import { replace, revise } from './revise.js'

const keyOf = ({ actor, issue }: CellKey) => `${actor} ${issue}`

/** What an edition says of the cells of actors and issues. */
export class EditionCells {
  readonly #cells: ReadonlyMap<string, EditionCell>
  readonly #statements = new Map<string, EditionStatement[]>()

  constructor({ cells, statements }: Edition) {
    this.#cells = new Map(cells.map(cell => [keyOf(cell), cell]))
    for (const statement of statements) {
      const own = this.statements(statement)
      this.#statements.set(keyOf(statement), [...own, statement])
    }
  }

  statements(key: CellKey): readonly EditionStatement[] {
    return this.#statements.get(keyOf(key)) ?? []
  }

  finding(key: CellKey): string | null {
    return this.#cells.get(keyOf(key))?.finding ?? null
  }

  /** The signs of the stances, else the state, as the matrix shows them. */
  state(key: CellKey): string {
    const own = this.statements(key)
    if (own.length === 0) return this.#cells.get(keyOf(key))?.state === 'mentioned' ? 'mentioned' : '–'
    const counts = countStances(own)
    const signs = stances.flatMap(stance => (counts[stance] ? [`${stanceSigns[stance]}${counts[stance]}`] : []))
    return [...signs, ...(opposedSides(own) ? ['differ'] : [])].join(' ')
  }
}

const isOfActorAndIssue = (key: CellKey | undefined): key is Required<Pick<CellKey, Side>> =>
  key?.actor !== undefined && key.issue !== undefined

/** Words as they are read: signs for the stances. */
const shown = (node: BookPhrasing): string =>
  node.type === 'stanceMark'
    ? `${stanceSigns[node.stance]}${node.count ?? ''}`
    : 'children' in node
      ? node.children.map(child => shown(child as BookPhrasing)).join('')
      : wordsOf(node)

/** The sentence of an analyst is the last of what stands there. */
function markFinding(node: CellLine | Finding, then: string | null): void {
  if (then === null) insert(node)
  else revise([node.children.slice(-1)], then)
}

function markCell(cell: BookCell, key: CellKey, before: EditionCells): void {
  const state = cell.children.find(({ role }) => role === 'stance') ?? cell.children[0]
  const then = before.state(key)
  if (state && state.role !== 'finding' && state.children.map(shown).join('') !== then) replace(state.children, then)
  const finding = cell.children.find(({ role }) => role === 'finding')
  const words = before.finding(key)
  if (finding) markFinding(finding, words)
  else if (words !== null) lose(cell, line('finding', words))
}

type Side = 'actor' | 'issue'

const keysOf = (cells: readonly (BookCell | undefined)[]) =>
  cells.flatMap(cell => (isOfActorAndIssue(cell?.cell) ? [cell.cell] : []))

/** Which of both all cells have in common; null where that is both or none. */
function inCommon(cells: readonly (BookCell | undefined)[]): Side | null {
  const keys = keysOf(cells)
  const [side, ...others] = (['actor', 'issue'] as const).filter(of => new Set(keys.map(key => key[of])).size === 1)
  return side === undefined || others.length > 0 ? null : side
}

const other: { readonly [side in Side]: Side } = { actor: 'issue', issue: 'actor' }

/** The cells at the edges of a table that name an actor or issue, told by the cells beside or below them. */
function headsOf({ head, children }: BookTable): { cell: BookCell; of: Side; id: string }[] {
  const rows = children.map(row => row.children)
  const column = (c: number) => rows.map(cells => cells[c])
  const down = rows.map(inCommon).find(side => side !== null)
  const across = (rows[0] ?? []).map((_, c) => inCommon(column(c))).find(side => side !== null)
  const ofRows = down ?? (across && other[across])
  if (!ofRows) return []
  const named = (cell: BookCell | undefined, of: Side, cells: readonly (BookCell | undefined)[]) => {
    const id = keysOf(cells)[0]?.[of]
    return cell?.header && id !== undefined ? [{ cell, of, id }] : []
  }
  return [
    ...head.flatMap(row => row.children.flatMap((cell, c) => named(cell, other[ofRows], column(c)))),
    ...rows.flatMap(cells => named(cells[0], ofRows, cells)),
  ]
}

/** Cells of actors and issues, the names at their edges, and findings wherever they stand. */
export function markCells(parts: readonly Part[], edition: Edition, before: EditionCells): void {
  const names = {
    actor: new Map(edition.actors.map(({ id, name }) => [id, name])),
    issue: new Map(edition.issues.map(({ id, name }) => [id, name])),
  }
  for (const block of chaptersOf(parts).flatMap(chapter => chapter.children)) {
    if (block.type === 'finding' && isOfActorAndIssue(block.cell)) markFinding(block, before.finding(block.cell))
    if (block.type !== 'bookTable') continue
    for (const cell of block.children.flatMap(row => row.children))
      if (isOfActorAndIssue(cell.cell)) markCell(cell, cell.cell, before)
    for (const { cell, of, id } of headsOf(block)) {
      const [name] = cell.children
      if (name) revise([name.children], names[of].get(id) ?? '')
    }
  }
}

/** A finding that went, where the book has those of its cell. */
export const findingGone = (cell: CellKey, words: string): Finding => ({
  type: 'finding',
  cell,
  children: [text(words)],
})
