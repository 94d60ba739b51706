import type { Codebook, Source } from '@briefbook/ast'
import { longestOnly, PhraseIndex } from '../../text/phrases.js'
import { type Piece, readPieces } from '../../text/pieces.js'
import { type CompiledCodebook, type FiledTerm, fileNames, fileTerms, listTerms } from '../compile.js'

/** A name that stands only inside a longer name of another actor, and how often. */
interface Swallowed {
  name: string
  actor: string
  inside: string
  other: string
  count: number
}

/** How often things are met, each by its key; what is not met is left out. */
type Counts<K> = [key: K, count: number][]

/** How often a codebook's names and terms stand in one source: plain data. */
export interface SourceUsage {
  sentences: number
  /** Sentences that a term stands in, by its index among all terms. */
  terms: Counts<number>
  /** Sentences that a term of an issue stands in. */
  issues: Counts<string>
  /** How often an actor is named. */
  actors: Counts<string>
  /** How often a phrase of `discard` stands in the source, by its index. */
  discards: Counts<number>
  swallowed: Swallowed[]
}

/** The same of all sources. */
export interface Usage {
  sentences: number
  /** Every term, with the number of sentences that it stands in. */
  terms: { term: FiledTerm; sentences: number }[]
  issues: ReadonlyMap<string, number>
  actors: ReadonlyMap<string, number>
  /** Of every phrase of `discard`. */
  discards: number[]
  /** By both names. */
  swallowed: Swallowed[]
}

const add = <K>(counts: Map<K, number>, key: K, count = 1) => counts.set(key, (counts.get(key) ?? 0) + count)

/** Counts the terms of one sentence: those all of whose phrases stand in it. */
function termsIn(pieces: readonly Piece[], index: ReturnType<typeof fileTerms>, filed: readonly FiledTerm[]): number[] {
  const phrases = new Map<number, Set<number>>()
  for (const { value } of index.find(pieces)) {
    const seen = phrases.get(value.term)
    if (seen) seen.add(value.phrase)
    else phrases.set(value.term, new Set([value.phrase]))
  }
  return [...phrases].flatMap(([term, seen]) => (seen.size === filed[term]?.phrases.length ? [term] : []))
}

/** Adds one that is swallowed to those of the same two names. */
function addSwallowed(all: Map<string, Swallowed>, one: Swallowed): void {
  const key = JSON.stringify([one.actor, one.name, one.inside])
  const known = all.get(key)
  if (known) known.count += one.count
  else all.set(key, { ...one })
}

/** Files the names and the terms of a codebook; what it gives reads a source once against them. */
export function usageCounter(compiled: CompiledCodebook): (source: Source) => SourceUsage {
  const { codebook } = compiled
  const filed = listTerms(codebook)
  const terms = fileTerms(filed)
  const names = fileNames(codebook)
  const discards = new PhraseIndex<number>()
  codebook.discard.forEach((phrase, i) => {
    discards.add(phrase, i)
  })
  return ({ meta, children }) => {
    const dated = compiled.at(meta.date)
    const [byTerm, byDiscard] = [new Map<number, number>(), new Map<number, number>()]
    const [byIssue, byActor] = [new Map<string, number>(), new Map<string, number>()]
    const swallowed = new Map<string, Swallowed>()
    let sentences = 0
    for (const { text, sentences: spans } of children) {
      const pieces = readPieces(text)
      for (const { actor } of dated.names(pieces)) add(byActor, actor)
      for (const { value } of discards.find(pieces)) add(byDiscard, value)
      const found = names.find(pieces).filter(({ value }) => value?.office === undefined)
      const kept = longestOnly(found)
      for (const { value, start, end } of found) {
        const over = kept.find(one => one.start <= start && one.end >= end && one.end - one.start > end - start)
        if (!value || !over?.value || over.value.actor === value.actor) continue
        addSwallowed(swallowed, {
          name: text.slice(start, end),
          actor: value.actor,
          inside: text.slice(over.start, over.end),
          other: over.value.actor,
          count: 1,
        })
      }
      for (const [start, end] of spans) {
        sentences++
        const here = termsIn(readPieces(text.slice(start, end)), terms, filed)
        for (const term of here) add(byTerm, term)
        for (const issue of new Set(here.map(term => (filed[term] as FiledTerm).issue))) add(byIssue, issue)
      }
    }
    return {
      sentences,
      terms: [...byTerm],
      issues: [...byIssue],
      actors: [...byActor],
      discards: [...byDiscard],
      swallowed: [...swallowed.values()],
    }
  }
}

function sum<K>(parts: readonly Counts<K>[]): Map<K, number> {
  const counts = new Map<K, number>()
  for (const part of parts) for (const [key, count] of part) add(counts, key, count)
  return counts
}

/** Adds up what was counted in each source with this codebook. */
export function sumUsage(codebook: Codebook, parts: readonly SourceUsage[]): Usage {
  const byTerm = sum(parts.map(({ terms }) => terms))
  const byDiscard = sum(parts.map(({ discards }) => discards))
  const swallowed = new Map<string, Swallowed>()
  for (const part of parts) for (const one of part.swallowed) addSwallowed(swallowed, one)
  return {
    sentences: parts.reduce((all, { sentences }) => all + sentences, 0),
    terms: listTerms(codebook).map((term, i) => ({ term, sentences: byTerm.get(i) ?? 0 })),
    issues: sum(parts.map(({ issues }) => issues)),
    actors: sum(parts.map(({ actors }) => actors)),
    discards: codebook.discard.map((_, i) => byDiscard.get(i) ?? 0),
    swallowed: [...swallowed.values()],
  }
}
