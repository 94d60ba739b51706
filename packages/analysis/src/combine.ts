import type { Analysis, Appearances, Codebook, Source, Statement } from '@briefbook/ast'
import type { Result } from '@briefbook/diagnostics'
import { listAcronyms } from './acronyms/acronyms.js'
import { findAgreements } from './agreements/agreements.js'
import { applyCodings } from './codings/apply.js'
import { knownIds, unknownIds } from './codings/check.js'
import type { Codings } from './codings/read.js'
import { compareFigures } from './figures/compare.js'
import { buildMatrices } from './matrices/build.js'
import { checkEmpty, checkRequests, type MatrixRequests } from './matrices/check.js'
import { listPeople } from './people/people.js'
import type { SourceAnalysis } from './source-analysis.js'
import { mergeEvents } from './timeline/merge.js'

/** One list of several: at once, which flattening them one by one is not. */
const joined = <T>(lists: readonly (readonly T[])[]): T[] => ([] as T[]).concat(...lists)

/** Where each actor is named or has a statement, in the order of the text. */
function appearancesOf(
  { actors }: Codebook,
  anchors: readonly string[],
  ...places: readonly (readonly { actor: string; anchor: string }[])[]
): Appearances[] {
  const byActor = new Map(actors.map(({ id }) => [id, new Set<string>()]))
  for (const list of places) for (const { actor, anchor } of list) byActor.get(actor)?.add(anchor)
  return actors.flatMap(({ id }) => {
    const own = byActor.get(id)
    return own?.size ? [{ actor: id, anchors: anchors.filter(anchor => own.has(anchor)) }] : []
  })
}

/** In the order of the sources and their text. */
const inOrder = (statements: readonly Statement[], placeOf: ReadonlyMap<string, number>): Statement[] =>
  statements
    .map(statement => ({ statement, place: placeOf.get(statement.anchor) ?? 0 }))
    .sort((a, b) => a.place - b.place || a.statement.span[0] - b.statement.span[0])
    .map(({ statement }) => statement)

/**
 * Joins what was found in each source: applies the analyst's codings, and builds all that is made of several sources:
 * matrices, agreements, events and figures told as one, people, acronyms.
 *
 * @param parts  What `analyseSource` gave for each source with this codebook, in the order of the sources.
 */
export function combineSources(
  parts: readonly SourceAnalysis[],
  sources: readonly Source[],
  codebook: Codebook,
  codings: Codings | null = null,
  requests: MatrixRequests | null = null,
): Result<Analysis> {
  const found = joined(parts.map(part => part.statements))
  const mentions = joined(parts.map(part => part.mentions))
  const diagnostics = joined(parts.map(part => part.diagnostics))
  const anchors = joined(sources.map(({ children }) => children.map(({ anchor }) => anchor)))
  const placeOf = new Map(anchors.map((anchor, i) => [anchor, i]))
  const known = knownIds(sources, codebook)
  const reviewed = codings === null ? null : applyCodings(found, sources, codings, known)
  if (reviewed) diagnostics.push(...reviewed.diagnostics)
  codings?.findings.forEach((finding, i) => {
    diagnostics.push(...unknownIds(finding, known, codings, ['findings', i]))
  })
  const statements = inOrder(reviewed?.value.statements ?? found, placeOf)
  const asked = requests === null ? null : checkRequests(requests, known)
  const matrices = buildMatrices(
    { sources, codebook, statements, mentions, findings: codings?.findings ?? [] },
    asked?.sound,
  )
  if (requests && asked) diagnostics.push(...asked.diagnostics, ...checkEmpty(requests, matrices, statements))
  return {
    value: {
      statements,
      rejected: inOrder(reviewed?.value.rejected ?? [], placeOf),
      mentions,
      matrices,
      timeline: mergeEvents(joined(parts.map(part => part.timeline))),
      figures: compareFigures(joined(parts.map(part => part.figures))),
      agreements: findAgreements(statements, codebook, sources),
      people: listPeople(joined(parts.map(part => part.sightings)), codebook, statements, placeOf),
      acronyms: listAcronyms(joined(parts.map(part => part.acronyms))),
      appearances: appearancesOf(codebook, anchors, joined(parts.map(part => part.named)), statements),
      abstracts: parts.flatMap(part => part.abstract ?? []),
    },
    diagnostics,
  }
}
