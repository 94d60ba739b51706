import {
  type ActorPair,
  type Agreements,
  type CampMember,
  type Codebook,
  type Contradiction,
  countStances,
  type IssueCamps,
  opposedSides,
  prevailingStance,
  type Source,
  type Stance,
  type Statement,
  sideOf,
  sourceDate,
  stances,
} from '@briefbook/ast'
import { rankStatements, takeTurns } from '../matrices/rank.js'

/** What the sources say that one actor holds on one issue. */
interface Position {
  actor: string
  issue: string
  /** The best evidence first. */
  statements: Statement[]
  /** The one that most statements show. */
  stance: Stance
}

/** Every actor with an attitude, issue by issue in the order of the codebook. */
function positionsOf(statements: readonly Statement[], { actors, issues }: Codebook): Position[] {
  const grouped = new Map<string, Statement[]>()
  for (const statement of rankStatements(statements)) {
    const key = `${statement.actor} ${statement.issue}`
    const group = grouped.get(key)
    if (group) group.push(statement)
    else grouped.set(key, [statement])
  }
  return issues.flatMap(({ id: issue }) =>
    actors.flatMap(({ id: actor }) => {
      const own = grouped.get(`${actor} ${issue}`) ?? []
      const stance = prevailingStance(countStances(own))
      return stance === null ? [] : [{ actor, issue, statements: takeTurns(own).flat(), stance }]
    }),
  )
}

function memberOf({ actor, statements, stance }: Position): CampMember {
  const showing = statements.filter(s => (stance === 'mixed' ? s.stance !== 'none' : s.stance === stance))
  return { actor, statements: showing.map(({ id }) => id) }
}

function campsOf(issue: string, positions: readonly Position[]): IssueCamps[] {
  if (positions.length === 0) return []
  const sides = new Set(positions.map(({ stance }) => sideOf(stance)))
  return [
    {
      issue,
      contested: sides.has('for') && sides.has('against'),
      camps: stances.flatMap(stance => {
        const members = positions.filter(p => p.stance === stance).map(memberOf)
        return members.length === 0 ? [] : [{ stance, members }]
      }),
    },
  ]
}

const round = (value: number) => Math.round(value * 1000) / 1000

function pairsOf(positions: readonly Position[], { actors }: Codebook): ActorPair[] {
  const sides = new Map(actors.map(({ id }) => [id, new Map<string, 'for' | 'against'>()]))
  for (const { actor, issue, stance } of positions) {
    const side = sideOf(stance)
    if (side !== null) sides.get(actor)?.set(issue, side)
  }
  const list = [...sides]
  return list.flatMap(([first, own], i) =>
    list.slice(i + 1).flatMap(([second, others]): ActorPair[] => {
      const shared = [...own].filter(([issue]) => others.has(issue))
      if (shared.length === 0) return []
      const together = shared.filter(([issue, side]) => others.get(issue) === side).map(([issue]) => issue)
      const apart = shared.filter(([issue, side]) => others.get(issue) !== side).map(([issue]) => issue)
      const activity = (own.size + others.size) / 2
      return [
        {
          actors: [first, second],
          together,
          apart,
          normalised: { together: round(together.length / activity), apart: round(apart.length / activity) },
        },
      ]
    }),
  )
}

const first = <T>(chosen: T, list: readonly T[]): T[] => [chosen, ...list.filter(one => one !== chosen)]

function contradictionOf(
  { actor, issue, statements }: Position,
  yearOf: (source: string) => string | null,
): Contradiction[] {
  const sides = opposedSides(statements)
  if (sides === null) return []
  const [ayes, noes] = sides
  const [best] = noes
  const other = noes.find(no => no.source !== best?.source)
  const elsewhere = (aye: Statement) => (best?.source === aye.source ? other : best)
  // Two sources that differ weigh more than one that shows both.
  const aye = ayes.find(elsewhere) ?? (ayes[0] as Statement)
  const no = elsewhere(aye) ?? (noes[0] as Statement)
  const years = [yearOf(aye.source), yearOf(no.source)]
  const times = years[0] !== years[1] && !years.includes(null)
  return [
    {
      actor,
      issue,
      between: aye.source === no.source ? 'passages' : times ? 'times' : 'sources',
      sides: [first(aye, ayes).map(s => s.id), first(no, noes).map(s => s.id)],
    },
  ]
}

/** Who stands where on each issue, who stands with whom, and where the sources contradict each other. */
export function findAgreements(
  statements: readonly Statement[],
  codebook: Codebook,
  sources: readonly Source[],
): Agreements {
  const positions = positionsOf(statements, codebook)
  const dates = new Map(sources.map(({ id, meta }) => [id, sourceDate(meta)]))
  const yearOf = (source: string) => dates.get(source)?.slice(0, 4) ?? null
  return {
    camps: codebook.issues.flatMap(({ id }) =>
      campsOf(
        id,
        positions.filter(p => p.issue === id),
      ),
    ),
    pairs: pairsOf(positions, codebook),
    contradictions: codebook.actors.flatMap(({ id }) =>
      positions.filter(p => p.actor === id).flatMap(position => contradictionOf(position, yearOf)),
    ),
  }
}
