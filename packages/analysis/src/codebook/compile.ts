import type { Codebook } from '@briefbook/ast'
import { fold } from '../text/fold.js'
import { type Found, longestOnly, PhraseIndex } from '../text/phrases.js'
import { type Piece, toPieces } from '../text/pieces.js'
import { discardsOf, type NameKind, namesOf } from './names.js'

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

/** A codebook made ready: every name and term is filed once, and a text is read once for each. */
export interface CompiledCodebook {
  codebook: Codebook
  names(text: string): NameMatch[]
  /** Terms, in the order of the text. Phrases that must meet are looked for within `text`, so hand in a sentence. */
  terms(text: string): TermMatch[]
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

type NameValue = { actor: string; kind: NameKind; person: string | null } | null

/** How many phrases a term needs, by the index of the term. */
type Sizes = number[]

function fileTerms(codebook: Codebook): { index: PhraseIndex<TermValue>; sizes: Sizes } {
  const index = new PhraseIndex<TermValue>()
  const sizes: Sizes = []
  for (const issue of codebook.issues) {
    for (const [terms, direction] of [
      [issue.against, -1],
      [issue.terms, 1],
    ] as const) {
      for (const phrases of terms) {
        phrases.forEach((phrase, i) => {
          index.add(phrase, { issue: issue.id, direction, term: sizes.length, phrase: i })
        })
        sizes.push(phrases.length)
      }
    }
  }
  return { index, sizes }
}

function fileNames(codebook: Codebook): PhraseIndex<NameValue> {
  const index = new PhraseIndex<NameValue>()
  // A null value takes the place and names nobody.
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
  }
  return index
}

/** The place of a term: of the phrase that is no name, where phrases must meet; else of the first. */
function placeTerms(found: readonly Found<TermValue>[], sizes: Sizes): Found<TermValue>[] {
  const phrasesOf = new Map<number, Set<number>>()
  for (const { value } of found) {
    const phrases = phrasesOf.get(value.term)
    if (phrases) phrases.add(value.phrase)
    else phrasesOf.set(value.term, new Set([value.phrase]))
  }
  return found.filter(({ value }) => value.phrase === 0 && phrasesOf.get(value.term)?.size === sizes[value.term])
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
      const actors = names.find(toPieces(fold(phrase))).flatMap(({ value }) => (value ? [value.actor] : []))
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
  const { index: terms, sizes } = fileTerms(codebook)
  const pieces = (text: string): Piece[] => toPieces(fold(text))
  return {
    codebook,
    dealings: findDealings(codebook, names),
    names: text =>
      longestOnly(names.find(pieces(text))).flatMap(({ value, start, end }) =>
        value === null ? [] : [{ ...value, start, end }],
      ),
    terms: text => {
      const all = terms.find(pieces(text))
      const others = new Map<number, { start: number; end: number }[]>()
      for (const { value, start, end } of all) {
        if (value.phrase === 0) continue
        const list = others.get(value.term)
        if (list) list.push({ start, end })
        else others.set(value.term, [{ start, end }])
      }
      return longestOfEachIssue(placeTerms(all, sizes)).map(({ value: { issue, direction, term }, start, end }) => ({
        issue,
        direction,
        start,
        end,
        others: others.get(term) ?? [],
      }))
    },
  }
}
