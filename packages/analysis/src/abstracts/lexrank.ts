/** What a sentence is made of: how often each word that carries meaning stands in it. */
export type Bag = ReadonlyMap<string, number>

/** The share of the walk that jumps anywhere (Erkan and Radev 2004 take .1 to .2). */
const jump = 0.15
const mostRounds = 60
const settled = 1e-7
/** Less than this is what is left of nothing by rounding. */
const nothing = 1e-9

/** Vectors of length 1, laid out in a row: of vector i, the words and weights from `starts[i]` to `starts[i + 1]`. */
interface Vectors {
  starts: Int32Array
  ids: Int32Array
  weights: Float64Array
  /** How many words there are. */
  words: number
}

/** Each sentence as a vector: words weigh by how often they stand in it and how few sentences have them. */
function vectorsOf(bags: readonly Bag[]): Vectors {
  const known = new Map<string, number>()
  const spread: number[] = []
  let size = 0
  for (const bag of bags) {
    size += bag.size
    for (const word of bag.keys()) {
      const id = known.get(word) ?? known.size
      known.set(word, id)
      spread[id] = (spread[id] ?? 0) + 1
    }
  }
  const [starts, ids, weights] = [new Int32Array(bags.length + 1), new Int32Array(size), new Float64Array(size)]
  let at = 0
  bags.forEach((bag, i) => {
    let squares = 0
    for (const [word, n] of bag) {
      const id = known.get(word) as number
      const weight = n * Math.log(1 + bags.length / (spread[id] as number))
      squares += weight * weight
      ids[at] = id
      weights[at++] = weight
    }
    for (let k = starts[i] as number; k < at; k++) weights[k] = (weights[k] as number) / Math.sqrt(squares)
    starts[i + 1] = at
  })
  return { starts, ids, weights, words: known.size }
}

/** For each sentence, the sum of its cosines with all others, each times a value: through the words, never in pairs. */
function spreadOver({ starts, ids, weights, words }: Vectors, values: Float64Array): Float64Array {
  const mass = new Float64Array(words)
  const ends = starts.subarray(1)
  values.forEach((value, i) => {
    for (let k = starts[i] as number; k < (ends[i] as number); k++)
      mass[ids[k] as number] = (mass[ids[k] as number] as number) + (weights[k] as number) * value
  })
  return values.map((value, i) => {
    let all = 0
    for (let k = starts[i] as number; k < (ends[i] as number); k++)
      all += (weights[k] as number) * (mass[ids[k] as number] as number)
    // A vector of length 1 has the cosine 1 with itself.
    return starts[i] === ends[i] ? 0 : Math.max(0, all - value)
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
  const vectors = vectorsOf(bags)
  const degrees = spreadOver(vectors, new Float64Array(n).fill(1))
  let ranks = new Float64Array(n).fill(1 / n)
  for (let round = 0; round < mostRounds; round++) {
    const given = ranks.map((rank, i) => ((degrees[i] as number) < nothing ? 0 : rank / (degrees[i] as number)))
    const next = spreadOver(vectors, given).map(value => jump / n + (1 - jump) * value)
    const moved = next.reduce((sum, value, i) => sum + Math.abs(value - (ranks[i] as number)), 0)
    ranks = next
    if (moved < settled) break
  }
  return [...ranks]
}

/** The length of a sentence as a vector of bare counts. */
function lengthOf(bag: Bag): number {
  let squares = 0
  for (const n of bag.values()) squares += n * n
  return Math.sqrt(squares)
}

/** The cosine of two sentences by their bare counts. */
export function cosine(a: Bag, b: Bag): number {
  let shared = 0
  for (const [word, n] of a) shared += n * (b.get(word) ?? 0)
  return shared === 0 ? 0 : shared / (lengthOf(a) * lengthOf(b))
}
