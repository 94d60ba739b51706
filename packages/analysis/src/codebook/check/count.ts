import type { Codebook, Source } from '@briefbook/ast'
import { longestOnly, PhraseIndex } from '../../text/phrases.js'
import { type Piece, readPieces } from '../../text/pieces.js'
import { compileCodebook, type FiledTerm, fileNames, fileTerms, listTerms } from '../compile.js'

/** How often a codebook's names and terms stand in the sources. */
export interface Usage {
  sentences: number
  /** Every term, with the number of sentences that it stands in. */
  terms: { term: FiledTerm; sentences: number }[]
  /** Sentences that a term of each issue stands in. */
  issues: ReadonlyMap<string, number>
  /** How often each actor is named. */
  actors: ReadonlyMap<string, number>
  /** How often each phrase of `discard` stands in the sources. */
  discards: number[]
  /** Names that stand only inside a longer name of another actor at a place: how often, by both names. */
  swallowed: { name: string; actor: string; inside: string; other: string; count: number }[]
}

const add = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)

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

/** Reads the sources once against the names and the terms of a codebook. */
export function countUsage(codebook: Codebook, sources: readonly Source[]): Usage {
  const filed = listTerms(codebook)
  const terms = fileTerms(filed)
  const names = fileNames(codebook)
  const discards = new PhraseIndex<number>()
  codebook.discard.forEach((phrase, i) => {
    discards.add(phrase, i)
  })
  const compiled = compileCodebook(codebook)
  const [byTerm, byIssue, byActor, byDiscard] = [
    new Map<number, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<number, number>(),
  ]
  const swallowed = new Map<string, Usage['swallowed'][number]>()
  let sentences = 0
  for (const source of sources) {
    const dated = compiled.at(source.meta.date)
    for (const { text, sentences: spans } of source.children) {
      const pieces = readPieces(text)
      for (const { actor } of dated.names(pieces)) add(byActor, actor)
      for (const { value } of discards.find(pieces)) add(byDiscard, value)
      const found = names.find(pieces).filter(({ value }) => value?.office === undefined)
      const kept = longestOnly(found)
      for (const { value, start, end } of found) {
        const over = kept.find(one => one.start <= start && one.end >= end && one.end - one.start > end - start)
        if (!value || !over?.value || over.value.actor === value.actor) continue
        const entry = {
          name: text.slice(start, end),
          actor: value.actor,
          inside: text.slice(over.start, over.end),
          other: over.value.actor,
          count: 0,
        }
        const key = JSON.stringify([entry.actor, entry.name, entry.inside])
        const known = swallowed.get(key) ?? entry
        known.count++
        swallowed.set(key, known)
      }
      for (const [start, end] of spans) {
        sentences++
        const here = termsIn(readPieces(text.slice(start, end)), terms, filed)
        for (const term of here) add(byTerm, term)
        for (const issue of new Set(here.map(term => (filed[term] as FiledTerm).issue))) add(byIssue, issue)
      }
    }
  }
  return {
    sentences,
    terms: filed.map((term, i) => ({ term, sentences: byTerm.get(i) ?? 0 })),
    issues: byIssue,
    actors: byActor,
    discards: codebook.discard.map((_, i) => byDiscard.get(i) ?? 0),
    swallowed: [...swallowed.values()],
  }
}
