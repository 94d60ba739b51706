/*
 * `push(...items)` hands every item over as an argument, and a hundred thousand of them exhaust the stack. Files that
 * long exist.
 */

/** Puts items at the end of a list. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item)
}

/** Puts items on a stack so that the first is taken first. */
export function stack<T>(list: T[], items: readonly T[]): void {
  for (let i = items.length - 1; i >= 0; i--) list.push(items[i] as T)
}

/** The greatest of some numbers, and not less than a floor. */
export function greatest(numbers: Iterable<number>, floor: number): number {
  let most = floor
  for (const n of numbers) if (n > most) most = n
  return most
}
