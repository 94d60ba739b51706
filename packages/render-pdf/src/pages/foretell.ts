import type { PageKnowledge, PageMap } from '@briefbook/ast'

/**
 * The blank pages that the parts need, and where everything stands with them. Parts begin on new pages, so a blank page
 * moves what follows by one and breaks nothing else: the next print can be foretold.
 */
export function foretell(printed: PageMap, before: ReadonlySet<string>, rectos: readonly string[]): PageKnowledge {
  const blanks = new Set<string>()
  // From a page on: how far what stands there moves.
  const moves: { from: number; by: number }[] = []
  let removed = 0
  for (const id of rectos) {
    const page = printed[id]
    if (page === undefined) continue
    if (before.has(id)) removed++
    const start = page - removed + blanks.size
    if (start % 2 === 0) blanks.add(id)
    moves.push({ from: page, by: blanks.size - removed })
  }
  const moved = (page: number) => page + (moves.findLast(move => move.from <= page)?.by ?? 0)
  return { pages: Object.fromEntries(Object.entries(printed).map(([id, page]) => [id, moved(page)])), blanks }
}
