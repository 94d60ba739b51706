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

/** A position stands in front of a bare description; of each, what an analyst has looked at in front of what nobody has. */
function merit(statement: Statement): number[] {
  return [
    statement.stance === 'none' ? 1 : 0,
    statement.review === null ? 1 : 0,
    statement.coder === 'analyst' ? 0 : (directness[statement.rule as CoderRuleId] ?? 9),
    statement.speaker === null ? 1 : 0,
    statement.quote.length,
  ]
}

/**
 * Statements with the best evidence first: a position, looked at by an analyst, direct, with a named speaker, short; one from each
 * source before two from one. Equal ones keep their order.
 */
export function rankStatements(statements: readonly Statement[]): Statement[] {
  const sorted = statements
    .map((statement, i) => ({ statement, merit: [...merit(statement), i] }))
    .sort((a, b) => {
      const at = a.merit.findIndex((value, k) => value !== b.merit[k])
      return at < 0 ? 0 : (a.merit[at] as number) - (b.merit[at] as number)
    })
  const turns = new Map<string, number>()
  return sorted
    .map(({ statement }) => {
      const turn = turns.get(statement.source) ?? 0
      turns.set(statement.source, turn + 1)
      return { statement, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ statement }) => statement)
}
