import { type Statement, sideOf } from '@briefbook/ast'

/**
 * The statements of actors who are given opposed stances on one issue, those for it and those against it or afraid of it, each in
 * the order given; null where there is no such actor.
 */
export function opposedSides(statements: readonly Statement[]): [Statement[], Statement[]] | null {
  const pairs = new Map<string, [Statement[], Statement[]]>()
  for (const statement of statements) {
    const side = sideOf(statement.stance)
    if (side === null) continue
    const key = `${statement.actor} ${statement.issue}`
    const sides = pairs.get(key) ?? [[], []]
    pairs.set(key, sides)
    sides[side === 'for' ? 0 : 1].push(statement)
  }
  const opposed = [...pairs.values()].filter(([ayes, noes]) => ayes.length > 0 && noes.length > 0)
  return opposed.length === 0 ? null : [opposed.flatMap(sides => sides[0]), opposed.flatMap(sides => sides[1])]
}
