import {
  type CellChange,
  type CellChangeKind,
  type Changes,
  type Edition,
  type EditionCell,
  type EditionJudgement,
  type EditionStatement,
  type JudgementChange,
  normaliseQuotation,
  parseAnchor,
  sideOf,
} from '@briefbook/ast'
import { compareWords, likeness } from './words.js'

type CellView = CellChange['before']

const absent: CellView = { state: 'absent', stance: null, finding: null }
const keyOf = ({ actor, issue }: Pick<EditionCell, 'actor' | 'issue'>) => `${actor} ${issue}`

function compareSources(before: Edition, after: Edition): Changes['sources'] {
  const then = new Map(before.sources.map(source => [source.id, source]))
  const now = new Set(after.sources.map(({ id }) => id))
  return {
    new: after.sources.filter(({ id }) => !then.has(id)),
    gone: before.sources.filter(({ id }) => !now.has(id)),
    altered: after.sources.filter(({ id, sha256 }) => then.has(id) && then.get(id)?.sha256 !== sha256),
  }
}

/** By source and place. */
function inOrder<T>(items: readonly T[], statement: (item: T) => EditionStatement): T[] {
  const place = (item: T) => parseAnchor(statement(item).anchor)?.n ?? 0
  const source = (item: T) => statement(item).source
  return items.toSorted((a, b) => (source(a) < source(b) ? -1 : source(a) > source(b) ? 1 : place(a) - place(b)))
}

/** The same words of one source. */
const passageOf = ({ source, quote }: EditionStatement) => `${source} ${normaliseQuotation(quote)}`

function compareStatements(before: Edition, after: Edition): Changes['statements'] {
  const then = new Map(before.statements.map(s => [s.id, s]))
  const now = new Map(after.statements.map(s => [s.id, s]))
  const recoded = after.statements.flatMap(s => {
    const old = then.get(s.id)
    return old && old.stance !== s.stance ? [{ before: old, after: s }] : []
  })
  // Of another actor or issue it has another id: what it was is found by its words.
  const lost = new Map<string, EditionStatement[]>()
  for (const s of before.statements) {
    if (now.has(s.id)) continue
    const own = lost.get(passageOf(s))
    if (own) own.push(s)
    else lost.set(passageOf(s), [s])
  }
  const gained: EditionStatement[] = []
  for (const s of after.statements) {
    if (then.has(s.id)) continue
    const same = lost.get(passageOf(s)) ?? []
    const index = same.findIndex(old => old.actor === s.actor || old.issue === s.issue)
    const [old] = index < 0 ? [] : same.splice(index, 1)
    if (old) recoded.push({ before: old, after: s })
    else gained.push(s)
  }
  return {
    gained: inOrder(gained, s => s),
    lost: inOrder([...lost.values()].flat(), s => s),
    recoded: inOrder(recoded, ({ after: s }) => s),
  }
}

function kindOf(before: CellView, after: CellView, evidence: boolean): CellChangeKind | null {
  if (before.state !== 'position' && after.state === 'position') return 'appeared'
  if (before.state === 'position' && after.state !== 'position') return 'vanished'
  if (before.stance !== after.stance) {
    const [then, now] = [before.stance && sideOf(before.stance), after.stance && sideOf(after.stance)]
    return then && now && then !== now ? 'flipped' : 'shifted'
  }
  if (evidence) return 'evidence'
  return before.finding === after.finding ? null : 'finding'
}

function compareCells(before: Edition, after: Edition): CellChange[] {
  const then = new Map(before.cells.map(cell => [keyOf(cell), cell]))
  const now = new Map(after.cells.map(cell => [keyOf(cell), cell]))
  const idsThen = new Set(before.statements.map(({ id }) => id))
  const idsNow = new Set(after.statements.map(({ id }) => id))
  const count = (statements: readonly EditionStatement[], but: ReadonlySet<string>) => {
    const counts = new Map<string, number>()
    for (const s of statements) if (!but.has(s.id)) counts.set(keyOf(s), (counts.get(keyOf(s)) ?? 0) + 1)
    return counts
  }
  const gained = count(after.statements, idsThen)
  const lost = count(before.statements, idsNow)
  const keys = new Map([...after.cells, ...before.cells].map(cell => [keyOf(cell), cell]))
  return [...keys].flatMap(([key, { actor, issue }]): CellChange[] => {
    const view = (cell: EditionCell | undefined): CellView =>
      cell ? { state: cell.state, stance: cell.stance, finding: cell.finding } : absent
    const [old, own] = [view(then.get(key)), view(now.get(key))]
    const [more, fewer] = [gained.get(key) ?? 0, lost.get(key) ?? 0]
    const kind = kindOf(old, own, more + fewer > 0)
    return kind === null ? [] : [{ actor, issue, kind, before: old, after: own, gained: more, lost: fewer }]
  })
}

/** Two judgements that have less in common are two, not one that was rewritten. */
const leastLikeness = 0.4

export const sameJudgement = (a: EditionJudgement, b: EditionJudgement) =>
  a.words === b.words && a.likelihood === b.likelihood && a.confidence === b.confidence

/** Judgements that are new, gone or rewritten: the likest two are one. Those that stayed are left out. */
export function compareJudgements(
  before: readonly EditionJudgement[],
  after: readonly EditionJudgement[],
): JudgementChange[] {
  const then = before.filter(a => !after.some(b => sameJudgement(a, b)))
  const now = after.filter(b => !before.some(a => sameJudgement(a, b)))
  // The likest first, so that each finds its own.
  const pairs = then
    .flatMap((old, i) => now.map((own, k) => ({ i, k, likeness: likeness(old.words, own.words) })))
    .filter(pair => pair.likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness || a.i - b.i || a.k - b.k)
  const oldOf = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, k } of pairs) {
    if (oldOf.has(k) || taken.has(i)) continue
    oldOf.set(k, i)
    taken.add(i)
  }
  const changes = now.map((own, k): JudgementChange => {
    const old = then[oldOf.get(k) ?? -1]
    return old
      ? { kind: 'rewritten', before: old, after: own, words: compareWords(old.words, own.words) }
      : { kind: 'new', before: null, after: own, words: [] }
  })
  const gone = then.filter((_, i) => !taken.has(i))
  return [...changes, ...gone.map((old): JudgementChange => ({ kind: 'gone', before: old, after: null, words: [] }))]
}

/** What a later edition has that an earlier one has not, and the other way round. */
export function compareEditions(before: Edition, after: Edition): Changes {
  return {
    since: { name: before.name, date: before.date },
    sources: compareSources(before, after),
    cells: compareCells(before, after),
    statements: compareStatements(before, after),
    judgements: compareJudgements(before.judgements, after.judgements),
  }
}
