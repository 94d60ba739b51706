/**
 * A pure function that gives its last result again where it is asked the same again: one book after another is made with the same
 * template. Nobody may change what it gives.
 */
export function remembering<A, R>(work: (input: A) => R): (input: A) => R {
  let last: { key: string; result: R } | undefined
  return input => {
    const key = JSON.stringify(input)
    if (last?.key !== key) last = { key, result: work(input) }
    return last.result
  }
}
