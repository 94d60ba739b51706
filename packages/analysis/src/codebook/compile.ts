import type { Codebook, Office, Term } from '@briefbook/ast'
import { type Found, longestOnly, PhraseIndex } from '../text/phrases.js'
import { type Piece, readPieces } from '../text/pieces.js'
import { discardsOf, type NameKind, namesOf } from './names.js'
import { isNoCountry } from './not-the-country.js'
import { isHeld, isTheHolder, officeHolders, officeNames } from './offices.js'

/** A name of an actor in a text. */
export interface NameMatch {
  actor: string
  kind: NameKind
  /** The full name of the person named, where a person is. */
  person: string | null
  start: number
  end: number
}

/** A term of an issue in a text. */
export interface TermMatch {
  issue: string
  /** 1 where the term speaks for `towards`, -1 where it speaks against it. */
  direction: 1 | -1
  start: number
  end: number
  /** Where the other phrases of the term stand, of those that must meet. */
  others: { start: number; end: number }[]
}

/** A codebook made ready: every name and term is filed once, and a text, cut into pieces, is read once for each. */
export interface CompiledCodebook {
  codebook: Codebook
  names(pieces: readonly Piece[]): NameMatch[]
  /** The codebook for texts of a date, in which an office (`the Russian foreign minister`) is who held it then. */
  at(date: string | null): CompiledCodebook
  /** Terms, in the order of the text. Phrases that must meet are looked for in all of them: hand in those of a sentence. */
  terms(pieces: readonly Piece[]): TermMatch[]
  /** For each actor the issues that are about dealing with it: those with terms that must meet its name. */
  dealings: ReadonlyMap<string, readonly string[]>
}

interface TermValue {
  issue: string
  direction: 1 | -1
  /** Index of the term among all terms, and of the phrase in it. */
  term: number
  phrase: number
}

type NameValue = { actor: string; kind: NameKind; person: string | null; office?: Office } | null

/** A term of the codebook, and where it stands there. */
export interface FiledTerm {
  issue: string
  direction: 1 | -1
  phrases: Term
  /** From the issue's entry: `['terms', 3]`. */
  from: readonly [list: 'terms' | 'against', index: number]
}

/** All terms, those against an issue first: of equally long ones the first is found. */
export function listTerms({ issues }: Codebook): FiledTerm[] {
  return issues.flatMap(({ id: issue, against, terms }) => [
    ...against.map((phrases, i): FiledTerm => ({ issue, direction: -1, phrases, from: ['against', i] })),
    ...terms.map((phrases, i): FiledTerm => ({ issue, direction: 1, phrases, from: ['terms', i] })),
  ])
}

/** The phrases of terms, filed under the index of their term. */
export function fileTerms(terms: readonly FiledTerm[]): PhraseIndex<TermValue> {
  const index = new PhraseIndex<TermValue>()
  terms.forEach(({ issue, direction, phrases }, term) => {
    phrases.forEach((text, phrase) => {
      index.add(text, { issue, direction, term, phrase })
    })
  })
  return index
}

/** The names of all actors; a null value takes the place and names nobody. */
export function fileNames(codebook: Codebook): PhraseIndex<NameValue> {
  const index = new PhraseIndex<NameValue>()
  for (const phrase of discardsOf(codebook)) index.add(phrase, null)
  // A term that is a name of its own (`Islamic Movement of Uzbekistan`) is not the actor that stands in it.
  for (const issue of codebook.issues) {
    for (const phrase of [...issue.terms, ...issue.against].flat()) {
      if (/^\p{Lu}/u.test(phrase) && /\s/.test(phrase)) index.add(phrase, null)
    }
  }
  for (const actor of codebook.actors) {
    for (const { name, kind, person } of namesOf(actor)) {
      index.add(name, { actor: actor.id, kind, person }, { capitals: true, plural: kind === 'name' })
    }
    const own = namesOf(actor).filter(({ kind }) => kind === 'name' || kind === 'capital')
    for (const { person, office } of officeHolders(actor)) {
      for (const name of officeNames(
        own.map(one => one.name),
        office,
      )) {
        index.add(name, { actor: actor.id, kind: 'person', person, office })
      }
    }
  }
  return index
}

/** The place of a term: of the phrase that is no name, where phrases must meet; else of the first. */
function placeTerms(found: readonly Found<TermValue>[], filed: readonly FiledTerm[]): Found<TermValue>[] {
  const phrasesOf = new Map<number, Set<number>>()
  for (const { value } of found) {
    const phrases = phrasesOf.get(value.term)
    if (phrases) phrases.add(value.phrase)
    else phrasesOf.set(value.term, new Set([value.phrase]))
  }
  return found.filter(
    ({ value }) => value.phrase === 0 && phrasesOf.get(value.term)?.size === filed[value.term]?.phrases.length,
  )
}

/**
 * Of one issue's terms that overlap, the longest: `sanctions waiver` is not `sanction*`. Of two issues' terms of which
 * one stands within the other, the longer: `evacuation effort` is not `evacuat*`.
 */
function longestOfEachIssue(all: readonly Found<TermValue>[]): Found<TermValue>[] {
  const found = all.filter(
    one => !all.some(other => other.length > one.length && other.start <= one.start && one.end <= other.end),
  )
  const byIssue = new Map<string, Found<TermValue>[]>()
  for (const one of found) {
    const list = byIssue.get(one.value.issue)
    if (list) list.push(one)
    else byIssue.set(one.value.issue, [one])
  }
  return [...byIssue.values()].flatMap(longestOnly).sort((a, b) => a.start - b.start || a.end - b.end)
}

/** `[negotiat*, Front]`: a term that must meet an actor's name makes its issue one of dealing with that actor. */
function findDealings(codebook: Codebook, names: PhraseIndex<NameValue>): Map<string, string[]> {
  const dealings = new Map<string, string[]>()
  for (const issue of codebook.issues) {
    const phrases = issue.terms.filter(term => term.length > 1).flat()
    for (const phrase of new Set(phrases.filter(one => /^\p{Lu}/u.test(one)))) {
      const actors = names.find(readPieces(phrase)).flatMap(({ value }) => (value ? [value.actor] : []))
      for (const actor of new Set(actors)) {
        const issues = dealings.get(actor) ?? []
        if (!issues.includes(issue.id)) dealings.set(actor, [...issues, issue.id])
      }
    }
  }
  return dealings
}

export function compileCodebook(codebook: Codebook): CompiledCodebook {
  const names = fileNames(codebook)
  const filed = listTerms(codebook)
  const terms = fileTerms(filed)
  const namesAt = (all: readonly Piece[], date: string | null): NameMatch[] => {
    const found = names.find(all).filter(({ value, at, length }) => {
      if (value === null || (value.office === undefined && length > 1)) return true
      if (value.office === undefined) return value.kind === 'person' || !isNoCountry(all, at)
      return isHeld(value.office, date) && isTheHolder(all, at, at + length, value.person as string)
    })
    return longestOnly(found).flatMap(({ value, start, end }) =>
      value === null ? [] : [{ actor: value.actor, kind: value.kind, person: value.person, start, end }],
    )
  }
  const dealings = findDealings(codebook, names)
  const compiled = (date: string | null): CompiledCodebook => ({
    codebook,
    dealings,
    names: pieces => namesAt(pieces, date),
    at: compiled,
    terms: pieces => {
      const all = terms.find(pieces)
      if (all.length === 0) return []
      const others = new Map<number, { start: number; end: number }[]>()
      for (const { value, start, end } of all) {
        if (value.phrase === 0) continue
        const list = others.get(value.term)
        if (list) list.push({ start, end })
        else others.set(value.term, [{ start, end }])
      }
      return longestOfEachIssue(placeTerms(all, filed)).map(({ value: { issue, direction, term }, start, end }) => ({
        issue,
        direction,
        start,
        end,
        others: others.get(term) ?? [],
      }))
    },
  })
  return compiled(null)
}
