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

/** Where each actor is named or has a statement, in the order of the text. */
function appearancesOf(
  { actors }: Codebook,
  anchors: readonly string[],
  places: readonly { actor: string; anchor: string }[],
): Appearances[] {
  const byActor = new Map(actors.map(({ id }) => [id, new Set<string>()]))
  for (const { actor, anchor } of places) byActor.get(actor)?.add(anchor)
  return actors.flatMap(({ id }) => {
    const own = byActor.get(id)
    return own?.size ? [{ actor: id, anchors: anchors.filter(anchor => own.has(anchor)) }] : []
  })
}

/** In the order of the sources and their text. */
function inOrder(statements: readonly Statement[], sources: readonly Source[]): Statement[] {
  const places = new Map<string, number>()
  for (const source of sources) for (const { anchor } of source.children) places.set(anchor, places.size)
  return statements
    .map((statement, i) => ({ statement, i, place: places.get(statement.anchor) ?? 0 }))
    .sort((a, b) => a.place - b.place || a.statement.span[0] - b.statement.span[0] || a.i - b.i)
    .map(({ statement }) => statement)
}

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
  const found = parts.flatMap(part => part.statements)
  const mentions = parts.flatMap(part => part.mentions)
  const diagnostics = parts.flatMap(part => part.diagnostics)
  const known = knownIds(sources, codebook)
  const reviewed = codings === null ? null : applyCodings(found, sources, codings, known)
  if (reviewed) diagnostics.push(...reviewed.diagnostics)
  codings?.findings.forEach((finding, i) => {
    diagnostics.push(...unknownIds(finding, known, codings, ['findings', i]))
  })
  const statements = inOrder(reviewed?.value.statements ?? found, sources)
  const asked = requests === null ? null : checkRequests(requests, known)
  const matrices = buildMatrices(
    { sources, codebook, statements, mentions, findings: codings?.findings ?? [] },
    asked?.sound,
  )
  if (requests && asked) diagnostics.push(...asked.diagnostics, ...checkEmpty(requests, matrices, statements))
  const anchors = sources.flatMap(source => source.children.map(({ anchor }) => anchor))
  return {
    value: {
      statements,
      rejected: inOrder(reviewed?.value.rejected ?? [], sources),
      mentions,
      matrices,
      timeline: mergeEvents(parts.flatMap(part => part.timeline)),
      figures: compareFigures(parts.flatMap(part => part.figures)),
      agreements: findAgreements(statements, codebook, sources),
      people: listPeople(
        parts.flatMap(part => part.sightings),
        codebook,
        statements,
        anchors,
      ),
      acronyms: listAcronyms(parts.flatMap(part => part.acronyms)),
      appearances: appearancesOf(codebook, anchors, [...parts.flatMap(part => part.named), ...statements]),
      abstracts: parts.flatMap(part => part.abstract ?? []),
    },
    diagnostics,
  }
}
