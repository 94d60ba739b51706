import type { Statement } from '@briefbook/ast'
import type { CoderRuleId } from '../coder/rules/index.js'

/** How directly a rule shows a position; the most direct first. */
const directness = {
  'speaker-says': 0,
  'actor-acts': 1,
  'actor-fears': 1,
  'actor-is-moved': 1,
  'actor-is-agent': 1,
  'actor-is-to-act': 2,
  'actor-takes-part': 2,
  'conduct-is': 1,
  'actors-view': 2,
  'actor-has-conduct': 2,
  'conduct-goes-on': 3,
  'list-goes-on': 3,
  'speech-goes-on': 3,
  'heading-sets-view': 4,
} as const satisfies { [rule in CoderRuleId]: number }

/**
 * The less, the better the evidence: a position stands in front of a bare description; of each, what an analyst has looked
 * at in front of what nobody has; then what is direct, then what has a speaker.
 */
function rankOf({ stance, review, coder, rule, speaker }: Statement): number {
  const indirect = coder === 'analyst' ? 0 : (directness[rule as CoderRuleId] ?? 9)
  return (stance === 'none' ? 1000 : 0) + (review === null ? 100 : 0) + indirect * 10 + (speaker === null ? 1 : 0)
}

/**
 * Statements with the best evidence first: a position, looked at by an analyst, direct, with a named speaker, short. Equal
 * ones keep their order.
 */
export const rankStatements = (statements: readonly Statement[]): Statement[] =>
  statements
    .map(statement => ({ statement, rank: rankOf(statement) }))
    .sort((a, b) => a.rank - b.rank || a.statement.quote.length - b.statement.quote.length)
    .map(({ statement }) => statement)

/**
 * Deals out ranked statements so that one from each source stands before two from one.
 *
 * @returns Round by round; the first has one of every source.
 */
export function takeTurns(ranked: readonly Statement[]): Statement[][] {
  const turns = new Map<string, number>()
  const rounds: Statement[][] = []
  for (const statement of ranked) {
    const turn = turns.get(statement.source) ?? 0
    turns.set(statement.source, turn + 1)
    const round = rounds[turn]
    if (round) round.push(statement)
    else rounds.push([statement])
  }
  return rounds
}
