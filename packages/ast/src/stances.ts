import { type Stance, type Statement, stances } from './statement.js'

/** How many statements show each stance; a stance that none shows has no key. */
export type StanceCounts = { [stance in Stance]?: number }

/** Counts stances, in the fixed order of the stances. */
export function countStances(statements: readonly Pick<Statement, 'stance'>[]): StanceCounts {
  const found = new Map<Stance, number>()
  for (const { stance } of statements) found.set(stance, (found.get(stance) ?? 0) + 1)
  const counts: StanceCounts = {}
  for (const stance of stances) {
    const n = found.get(stance)
    if (n !== undefined) counts[stance] = n
  }
  return counts
}

/** The stance that most statements show; `mixed` where the first two are level; null where no attitude is shown. */
export function prevailingStance(counts: StanceCounts): Stance | null {
  const shown = stances
    .filter(s => s !== 'none' && (counts[s] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  const [first, second] = shown
  if (first === undefined) return null
  return second !== undefined && counts[second] === counts[first] ? 'mixed' : first
}

/**
 * On which side of an issue a stance stands: for what its `towards` words, or against it, of which fear is a kind; null
 * where it takes no side.
 */
export function sideOf(stance: Stance): 'for' | 'against' | null {
  if (stance === 'favours') return 'for'
  return stance === 'opposes' || stance === 'concerned' ? 'against' : null
}

/**
 * The statements of actors who are given opposed stances on one issue, those for it and those against it or afraid of it, each in
 * the order given; null where there is no such actor.
 */
export function opposedSides<S extends Pick<Statement, 'actor' | 'issue' | 'stance'>>(
  statements: readonly S[],
): [S[], S[]] | null {
  const pairs = new Map<string, [S[], S[]]>()
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
