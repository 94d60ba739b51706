/**
 * Depths without a level left out, for headings as their author numbered them: each is one below the nearest heading before it
 * that is higher, and those of one level stay on one.
 *
 * @returns What gives the depth of the next heading, from 1, and whether a level was left out above it.
 */
export function depthsWithoutHoles(): (level: number) => { depth: number; skipped: boolean } {
  const above: number[] = []
  return level => {
    while (above.length > 0 && (above.at(-1) as number) >= level) above.pop()
    const skipped = level > (above.at(-1) ?? 0) + 1
    above.push(level)
    return { depth: above.length, skipped }
  }
}
