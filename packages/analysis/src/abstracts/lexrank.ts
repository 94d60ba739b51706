/** What a sentence is made of: how often each word that carries meaning stands in it. */
export type Bag = ReadonlyMap<string, number>

/** The share of the walk that jumps anywhere (Erkan and Radev 2004 take .1 to .2). */
const jump = 0.15
const mostRounds = 60
const settled = 1e-7
/** Less than this is what is left of nothing by rounding. */
const nothing = 1e-9

type Vector = readonly (readonly [word: number, weight: number])[]

/** Each sentence as a vector of length 1: words weigh by how often they stand in it and how few sentences have them. */
function vectorsOf(bags: readonly Bag[]): { vectors: Vector[]; words: number } {
  const ids = new Map<string, number>()
  const spread: number[] = []
  for (const bag of bags) {
    for (const word of bag.keys()) {
      const id = ids.get(word) ?? ids.size
      ids.set(word, id)
      spread[id] = (spread[id] ?? 0) + 1
    }
  }
  const vectors = bags.map((bag): Vector => {
    const weights = [...bag].map(([word, n]) => {
      const id = ids.get(word) as number
      return [id, n * Math.log(1 + bags.length / (spread[id] as number))] as const
    })
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0))
    return length === 0 ? [] : weights.map(([id, weight]) => [id, weight / length] as const)
  })
  return { vectors, words: ids.size }
}

/** For each sentence, the sum of its cosines with all others, each times a value: through the words, never in pairs. */
function spreadOver(vectors: readonly Vector[], words: number, values: readonly number[]): number[] {
  const mass = new Float64Array(words)
  vectors.forEach((vector, i) => {
    for (const [word, weight] of vector) mass[word] = (mass[word] as number) + weight * (values[i] as number)
  })
  return vectors.map((vector, i) => {
    const all = vector.reduce((sum, [word, weight]) => sum + weight * (mass[word] as number), 0)
    // A vector of length 1 has the cosine 1 with itself.
    return vector.length === 0 ? 0 : Math.max(0, all - (values[i] as number))
  })
}

/**
 * How central each sentence is: continuous LexRank (Erkan and Radev 2004, 3.3), the stationary distribution of a walk that goes
 * from a sentence to the others that share its words, likelier the nearer they are. None leads to itself, lest one that
 * has nothing in common with any other keep what it has. The graph is never laid out, for a
 * matrix of cosines is a product of two thin ones; a round takes as long as there are words.
 */
export function lexRank(bags: readonly Bag[]): number[] {
  const n = bags.length
  const { vectors, words } = vectorsOf(bags)
  const degrees = spreadOver(
    vectors,
    words,
    bags.map(() => 1),
  )
  let ranks = bags.map(() => 1 / n)
  for (let round = 0; round < mostRounds; round++) {
    const passed = spreadOver(
      vectors,
      words,
      ranks.map((rank, i) => ((degrees[i] as number) < nothing ? 0 : rank / (degrees[i] as number))),
    )
    const next = passed.map(value => jump / n + (1 - jump) * value)
    const moved = next.reduce((sum, value, i) => sum + Math.abs(value - (ranks[i] as number)), 0)
    ranks = next
    if (moved < settled) break
  }
  return ranks
}

/** The cosine of two sentences by their bare counts. */
export function cosine(a: Bag, b: Bag): number {
  const length = (bag: Bag) => Math.sqrt([...bag.values()].reduce((sum, n) => sum + n * n, 0))
  const shared = [...a].reduce((sum, [word, n]) => sum + n * (b.get(word) ?? 0), 0)
  return shared === 0 ? 0 : shared / (length(a) * length(b))
}
