import {
  type Abstract,
  type Analysis,
  type Appearances,
  type Codebook,
  type Figure,
  type Mention,
  type Source,
  type Statement,
  sourceDate,
  type TimelineEntry,
} from '@briefbook/ast'
import { type Diagnostic, diagnostic, type Result } from '@briefbook/diagnostics'
import { AbstractReader } from './abstracts/abstract.js'
import { acronymsOf, listAcronyms, type PlacedPair } from './acronyms/acronyms.js'
import { findAgreements } from './agreements/agreements.js'
import { type CompiledCodebook, compileCodebook } from './codebook/compile.js'
import { createSourceCoder } from './coder/code.js'
import { readBlocks } from './coder/context.js'
import { applyCodings } from './codings/apply.js'
import { knownIds, unknownIds } from './codings/check.js'
import type { Codings } from './codings/read.js'
import { compareFigures } from './figures/compare.js'
import { findFigures } from './figures/figures.js'
import { buildMatrices } from './matrices/build.js'
import { checkEmpty, checkRequests, type MatrixRequests } from './matrices/check.js'
import { listPeople } from './people/people.js'
import { type Sighting, sightingsOf } from './people/sightings.js'
import { formatDate } from './timeline/calendar.js'
import { mergeEvents } from './timeline/merge.js'
import { dateOrder } from './timeline/order.js'
import { type DateBase, readTimes } from './timeline/read-times.js'
import { findReference, needsReference } from './timeline/reference.js'
import { findEvents } from './timeline/timeline.js'

/** What is found in one source: it depends on that source and the codebook alone. */
interface SourceAnalysis {
  statements: Statement[]
  mentions: Mention[]
  timeline: TimelineEntry[]
  figures: Figure[]
  acronyms: PlacedPair[]
  sightings: Sighting[]
  /** The blocks that name an actor, by the actor. */
  named: { actor: string; anchor: string }[]
  abstract: Abstract | null
  diagnostics: Diagnostic[]
}

const isEnglish = (language: string | null) => language === null || /^en\b/i.test(language)

function checkSource(source: Source): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const { file } = source
  if (!isEnglish(source.meta.language)) {
    diagnostics.push(
      diagnostic(
        'source-language-is-coded',
        `The source \`${source.id}\` is in \`${source.meta.language}\`; the rules read English.`,
        { file },
      ),
    )
  }
  if (source.meta.date === null && needsReference(source)) {
    const reference = findReference(source)
    const from = reference
      ? `are counted from ${formatDate(reference.date)}, the latest date that the text makes certain`
      : 'are left out of the timeline'
    diagnostics.push(
      diagnostic(
        'relative-dates-have-a-base',
        `The source \`${source.id}\` has no date: \`last month\` and the like ${from}.`,
        { file },
      ),
    )
  }
  return diagnostics
}

function analyseSource(source: Source, codebook: CompiledCodebook): SourceAnalysis {
  const coder = createSourceCoder(source, codebook)
  const { date } = source.meta
  const base: DateBase = { reference: findReference(source), order: dateOrder(source) }
  const timeline: TimelineEntry[] = []
  const figures: Figure[] = []
  const sightings: Sighting[] = []
  const named: SourceAnalysis['named'] = []
  const abstract = new AbstractReader(source.id)
  for (const context of readBlocks(source, codebook)) {
    const english = isEnglish(context.block.language ?? source.meta.language)
    coder.read(context, english)
    if (english) {
      abstract.read(context)
      for (const sighting of sightingsOf(source.id, context)) sightings.push(sighting)
    }
    const actors = new Set(context.sentences.flatMap(({ names }) => names.map(({ actor }) => actor)))
    for (const actor of actors) named.push({ actor, anchor: context.block.anchor })
    const { block, sentences } = context
    const times = readTimes(block, sentences, base)
    timeline.push(...findEvents(source.id, block, sentences, times, base, date !== null))
    figures.push(...findFigures(source.id, block, sentences, times, sourceDate(source.meta)))
  }
  return {
    statements: coder.statements,
    mentions: coder.mentions,
    timeline,
    figures,
    acronyms: source.children.flatMap(acronymsOf),
    sightings,
    named,
    abstract: abstract.abstract(),
    diagnostics: checkSource(source),
  }
}

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
  const compiled = compileCodebook(codebook)
  const parts = sources.map(source => analyseSource(source, compiled.at(source.meta.date)))
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
