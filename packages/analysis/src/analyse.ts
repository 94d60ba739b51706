import type { Analysis, Codebook, Figure, Mention, Source, Statement, TimelineEntry } from '@briefbook/ast'
import { type Diagnostic, diagnostic, type Result } from '@briefbook/diagnostics'
import { type CompiledCodebook, compileCodebook } from './codebook/compile.js'
import { createSourceCoder } from './coder/code.js'
import { readBlocks } from './coder/context.js'
import { applyCodings } from './codings/apply.js'
import { knownIds, unknownIds } from './codings/check.js'
import type { Codings } from './codings/read.js'
import { findFigures } from './figures/figures.js'
import { buildMatrices } from './matrices/build.js'
import { formatDate } from './timeline/calendar.js'
import { findReference, needsReference } from './timeline/reference.js'
import { findEvents } from './timeline/timeline.js'

/** What is found in one source: it depends on that source and the codebook alone. */
interface SourceAnalysis {
  statements: Statement[]
  mentions: Mention[]
  timeline: TimelineEntry[]
  figures: Figure[]
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
  const reference = findReference(source)
  const timeline: TimelineEntry[] = []
  const figures: Figure[] = []
  for (const context of readBlocks(source, codebook)) {
    coder.read(context, isEnglish(context.block.language ?? source.meta.language))
    for (const entry of findEvents(source.id, context.block, context.sentences, reference)) timeline.push(entry)
    for (const figure of findFigures(source.id, context.block, context.sentences)) figures.push(figure)
  }
  return { statements: coder.statements, mentions: coder.mentions, timeline, figures, diagnostics: checkSource(source) }
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
 * Finds who holds what on which issue in the sources, applies the analyst's codings, and builds the matrices, the
 * timeline and the figures.
 *
 * @param codings  What analysts said of statements and cells; an error in them is told and that coding left out.
 * @returns All that was found. Same input, same result; no clock, no locale.
 */
export function analyse(
  sources: readonly Source[],
  codebook: Codebook,
  codings: Codings | null = null,
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
  return {
    value: {
      statements,
      rejected: inOrder(reviewed?.value.rejected ?? [], sources),
      mentions,
      matrices: buildMatrices({ sources, codebook, statements, mentions, findings: codings?.findings ?? [] }),
      timeline: parts.flatMap(part => part.timeline),
      figures: parts.flatMap(part => part.figures),
    },
    diagnostics,
  }
}
