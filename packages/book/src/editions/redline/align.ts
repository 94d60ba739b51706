import { plainWords } from '@briefbook/ast'
import { diffArrays } from 'diff'
import { likeness } from '../words.js'

/** What two sequences have in common, or one of them alone: indices in both. */
export interface Pair {
  before: number | null
  after: number | null
}

/** Two texts that have less in common are two, not one that was rewritten. */
const leastLikeness = 0.4

/** The likest pairs of two stretches that keep the order of both, and what is left between them. */
function pairs(before: readonly string[], after: readonly string[], from: Required<{ b: number; a: number }>): Pair[] {
  // Needleman and Wunsch (1970), with nothing lost by a gap.
  const alike = before.map(b => after.map(a => likeness(b, a)))
  const best: number[][] = Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0))
  const score = (i: number, k: number) => best[i]?.[k] ?? 0
  const worth = (i: number, k: number) => {
    const value = alike[i]?.[k] ?? 0
    return value < leastLikeness ? Number.NEGATIVE_INFINITY : value + score(i + 1, k + 1)
  }
  for (let i = before.length - 1; i >= 0; i--)
    for (let k = after.length - 1; k >= 0; k--)
      (best[i] as number[])[k] = Math.max(worth(i, k), score(i + 1, k), score(i, k + 1))
  const found: Pair[] = []
  let [i, k] = [0, 0]
  while (i < before.length || k < after.length) {
    if (i < before.length && k < after.length && worth(i, k) === score(i, k))
      found.push({ before: from.b + i++, after: from.a + k++ })
    else if (i < before.length && score(i + 1, k) === score(i, k)) found.push({ before: from.b + i++, after: null })
    else found.push({ before: null, after: from.a + k++ })
  }
  return found
}

/** Which texts of one sequence are which of another: the same ones first, between them the likest, in order. */
export function align(before: readonly string[], after: readonly string[]): Pair[] {
  const [then, now] = [before.map(plainWords), after.map(plainWords)]
  const all: Pair[] = []
  let [b, a] = [0, 0]
  // Where the sequences next have a text in common.
  let [stillB, stillA] = [0, 0]
  const close = () => {
    all.push(...pairs(then.slice(b, stillB), now.slice(a, stillA), { b, a }))
    ;[b, a] = [stillB, stillA]
  }
  for (const { added, removed, count } of diffArrays(then, now)) {
    if (removed) stillB += count
    else if (added) stillA += count
    else {
      close()
      for (let n = 0; n < count; n++) all.push({ before: b + n, after: a + n })
      b = stillB += count
      a = stillA += count
    }
  }
  close()
  return all
}
