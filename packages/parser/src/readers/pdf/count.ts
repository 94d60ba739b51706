/** How much each key weighs over all items; an item weighs 1 unless told. */
export function countBy<T, K>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
  weightOf: (item: T) => number = () => 1,
): Map<K, number> {
  const counts = new Map<K, number>()
  for (const item of items) {
    const key = keyOf(item)
    counts.set(key, (counts.get(key) ?? 0) + weightOf(item))
  }
  return counts
}

/** The key that weighs most, the first of equals. */
export function mostCommon<K>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: K | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const [key, count] of counts)
    if (count > most) {
      best = key
      most = count
    }
  return best
}
