import type { Analysis, Codebook, Source } from '@briefbook/ast'
import type { Result } from '@briefbook/diagnostics'
import type { Codings } from './codings/read.js'
import { combineSources } from './combine.js'
import type { MatrixRequests } from './matrices/check.js'
import { analyseSource } from './source-analysis.js'

/**
 * Finds who holds what on which issue in the sources, applies the analyst's codings, and builds all that is made of the
 * statements: matrices, agreements, timeline, figures, people, acronyms and abstracts.
 *
 * @param codings  What analysts said of statements and cells; an error in them is told and that coding left out.
 * @param requests  The matrices that the book asks for beside those that every book has; likewise.
 * @returns All that was found. Same input, same result; no clock, no locale.
 */
export function analyse(
  sources: readonly Source[],
  codebook: Codebook,
  codings: Codings | null = null,
  requests: MatrixRequests | null = null,
): Result<Analysis> {
  const parts = sources.map(source => analyseSource(source, codebook))
  return combineSources(parts, sources, codebook, codings, requests)
}
