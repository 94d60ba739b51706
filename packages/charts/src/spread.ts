/**
 * Places for labels that stand as near as they can to where they would like to and no nearer than `gap` to each other, between
 * `least` and `most`: isotonic regression by pooling adjacent violators (Ayer et al., 1955), which moves them least in squares.
 *
 * @param wanted  In ascending order.
 */
export function spread(wanted: readonly number[], gap: number, least: number, most: number): number[] {
  // Without the gaps the places only have to ascend.
  const pools: { sum: number; size: number }[] = []
  wanted.forEach((place, i) => {
    let pool = { sum: place - i * gap, size: 1 }
    for (let last = pools.at(-1); last && last.sum / last.size >= pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop()
      pool = { sum: pool.sum + last.sum, size: pool.size + last.size }
    }
    pools.push(pool)
  })
  const top = Math.max(least, most - (wanted.length - 1) * gap)
  const places = pools.flatMap(({ sum, size }) => Array<number>(size).fill(Math.min(top, Math.max(least, sum / size))))
  return places.map((place, i) => place + i * gap)
}
