import {
  type Abstract,
  type Codebook,
  type Figure,
  type Mention,
  type Source,
  type Statement,
  sourceDate,
  type TimelineEntry,
} from '@briefbook/ast'
import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import { AbstractReader } from './abstracts/abstract.js'
import { acronymsOf, type PlacedPair } from './acronyms/acronyms.js'
import { Claimants } from './claims/claimant.js'
import { type SourceUsage, usageCounter } from './codebook/check/count.js'
import { type CompiledCodebook, compileCodebook } from './codebook/compile.js'
import { createSourceCoder } from './coder/code.js'
import { readBlocks } from './coder/context.js'
import { type FigureToCompare, readFigures } from './figures/compare.js'
import { findFigures } from './figures/figures.js'
import { type Sighting, sightingsOf } from './people/sightings.js'
import { formatDate } from './timeline/calendar.js'
import { type EventToMerge, readEvent } from './timeline/merge.js'
import { dateOrder } from './timeline/order.js'
import { type DateBase, readTimes } from './timeline/read-times.js'
import { findReference } from './timeline/reference.js'
import { findEvents } from './timeline/timeline.js'

/**
 * What is found in one source. Plain data that JSON keeps whole, so that it can be stored: it depends on nothing but the
 * source and, of the codebook, on all but the names of its issues.
 */
export interface SourceAnalysis {
  statements: Statement[]
  mentions: Mention[]
  timeline: EventToMerge[]
  figures: FigureToCompare[]
  acronyms: PlacedPair[]
  sightings: Sighting[]
  /** The blocks that name an actor, by the actor. */
  named: { actor: string; anchor: string }[]
  abstract: Abstract | null
  /** How often the names and terms of the codebook stand in the source. */
  usage: SourceUsage
  diagnostics: Diagnostic[]
}

const isEnglish = (language: string | null) => language === null || /^en\b/i.test(language)

function checkLanguage({ id, file, meta: { language } }: Source): Diagnostic[] {
  if (isEnglish(language)) return []
  const message = `The source \`${id}\` is in \`${language}\`; the rules read English.`
  return [diagnostic('source-language-is-coded', message, { file })]
}

/** @param isCounted  Whether the source tells of times that only its own date can place. */
function checkDate({ id, file, meta: { date } }: Source, { reference }: DateBase, isCounted: boolean): Diagnostic[] {
  if (date !== null || !isCounted) return []
  const from = reference
    ? `are counted from ${formatDate(reference.date)}, the latest date that the text makes certain`
    : 'are left out of the timeline'
  const message = `The source \`${id}\` has no date: \`last month\` and the like ${from}.`
  return [diagnostic('relative-dates-have-a-base', message, { file })]
}

/** A codebook made ready, for the analysis and for counting what is used of it. */
interface Ready {
  compiled: CompiledCodebook
  countUsage(source: Source): SourceUsage
}

const ready = new WeakMap<Codebook, Ready>()

function makeReady(codebook: Codebook): Ready {
  const compiled = compileCodebook(codebook)
  return { compiled, countUsage: usageCounter(compiled) }
}

/** A codebook is filed once, however many sources are read with it. */
function readyOf(codebook: Codebook): Ready {
  const known = ready.get(codebook) ?? makeReady(codebook)
  ready.set(codebook, known)
  return known
}

/**
 * Finds all that one source says: statements, events, figures, names. No other source and no coding has a part in it.
 *
 * @param codebook  Must not be changed afterwards: it is made ready when it is first handed in.
 */
export function analyseSource(source: Source, codebook: Codebook): SourceAnalysis {
  const { date } = source.meta
  const { compiled, countUsage } = readyOf(codebook)
  const dated = compiled.at(date)
  const coder = createSourceCoder(source, dated)
  const base: DateBase = { reference: findReference(source), order: dateOrder(source) }
  const timeline: TimelineEntry[] = []
  const figures: Figure[] = []
  const sightings: Sighting[] = []
  const named: SourceAnalysis['named'] = []
  const abstract = new AbstractReader(source.id)
  let isCounted = false
  for (const context of readBlocks(source, dated)) {
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
    isCounted ||= block.type !== 'heading' && times.some(({ found }) => found.some(({ time }) => time.kind !== 'date'))
    const claimants = new Claimants(block.text, sentences)
    timeline.push(...findEvents(source.id, block, sentences, claimants, times, base, date !== null))
    figures.push(...findFigures(source.id, block, sentences, claimants, times, sourceDate(source.meta)))
  }
  return {
    statements: coder.statements,
    mentions: coder.mentions,
    timeline: timeline.map(readEvent),
    figures: readFigures(figures),
    acronyms: source.children.flatMap(acronymsOf),
    sightings,
    named,
    abstract: abstract.abstract(),
    usage: countUsage(source),
    diagnostics: [...checkLanguage(source), ...checkDate(source, base, isCounted)],
  }
}
