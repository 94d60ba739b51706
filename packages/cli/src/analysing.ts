import { setImmediate } from 'node:timers/promises'
import {
  analyseSource,
  checkCodebook,
  combineSources,
  type MatrixRequests,
  type SourceAnalysis,
} from '@briefbook/analysis'
import type { Analysis, Codebook } from '@briefbook/ast'
import type { LocatedYaml, Result } from '@briefbook/diagnostics'
import { type Cache, keptOr } from './cache/cache.js'
import { cacheKey, codeHash } from './cache/key.js'
import type { BookContent } from './content/book.js'
import type { OnStage } from './output/progress.js'

interface AnalysingOptions {
  cache: Cache
  signal?: AbortSignal
  onStage: OnStage
}

/**
 * Analyses a book: source by source, those from the cache that are there; then what is made of all of them, and what they
 * show of the codebook. Says how many were analysed anew.
 */
export async function analyseBook(
  { sources, keys, codings, config }: BookContent,
  located: LocatedYaml<Codebook>,
  { cache, signal, onStage }: AnalysingOptions,
): Promise<Result<Analysis> & { analysed: number }> {
  const codebook = located.value
  const code = await codeHash()
  const words = cacheKey('codebook', codebook)
  const parts: SourceAnalysis[] = []
  let analysed = 0
  for (const [done, source] of sources.entries()) {
    const key = cacheKey('analysis', code, keys.get(source), words)
    const part = await keptOr(cache, key, async () => {
      onStage('Analysing', source.file, { done, of: sources.length })
      // Lets an interruption through.
      await setImmediate()
      signal?.throwIfAborted()
      analysed++
      return analyseSource(source, codebook)
    })
    parts.push(part)
  }
  const requests: MatrixRequests = {
    file: config.file,
    requests: config.value.matrices,
    placeOf: path => config.placeOf(['matrices', ...path]),
  }
  const { value, diagnostics } = combineSources(parts, sources, codebook, codings, requests)
  return { value, diagnostics: [...diagnostics, ...checkCodebook(located, parts)], analysed }
}
