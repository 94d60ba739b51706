import type { Book, DrawnChart, Tokens } from '@briefbook/ast'
import { chartsIn, drawChart } from '@briefbook/charts'
import { type Cache, keptOr } from '../cache/cache.js'
import { cacheKey, codeHash } from '../cache/key.js'

/** The pictures that Briefbook draws, by their ids: those that are kept from a build before, and the others drawn now. */
export async function drawingsOf(book: Book, tokens: Tokens, cache: Cache): Promise<{ [id: string]: DrawnChart }> {
  const look = cacheKey('look', await codeHash(), tokens)
  const drawn = chartsIn(book).map(async (chart): Promise<[string, DrawnChart]> => {
    const key = cacheKey('drawing', look, chart.drawing)
    return [chart.id, await keptOr(cache, key, () => drawChart(chart, tokens))]
  })
  return Object.fromEntries(await Promise.all(drawn))
}
