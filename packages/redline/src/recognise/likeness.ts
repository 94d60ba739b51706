/** How alike two texts are, by the words that they share (Dice 1945): 0 to 1. */
export function likeness(a: string, b: string): number {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const [left, right] = [wordsOf(a), wordsOf(b)]
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    shared++
    counts.set(word, left - 1)
  }
  return (2 * shared) / (left.length + right.length)
}

/** What two things must have in common to be taken for one where nothing else tells. */
const alikeEnough = 0.5
/** More pairs than these are not compared one by one. */
const mostPairs = 250_000

/** Pairs two lists in their order, so that what is paired is as alike as can be. Too long ones are not paired at all. */
export function pairAlike<A, B>(as: readonly A[], bs: readonly B[], alike: (a: A, b: B) => number): [A, B][] {
  if (as.length * bs.length > mostPairs) return []
  const width = bs.length + 1
  const best = new Float64Array((as.length + 1) * width)
  const scores = as.map(a => bs.map(b => alike(a, b)))
  for (let i = as.length - 1; i >= 0; i--) {
    for (let j = bs.length - 1; j >= 0; j--) {
      const score = scores[i]?.[j] ?? 0
      const paired = score >= alikeEnough ? score + (best[(i + 1) * width + j + 1] as number) : 0
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] as number, best[i * width + j + 1] as number)
    }
  }
  const pairs: [A, B][] = []
  let [i, j] = [0, 0]
  while (i < as.length && j < bs.length) {
    const value = best[i * width + j] as number
    if (value === best[(i + 1) * width + j]) i++
    else if (value === best[i * width + j + 1]) j++
    else pairs.push([as[i++] as A, bs[j++] as B])
  }
  return pairs
}
