import { complementisers, conjunctions, prepositionsToo, relatives, subordinators } from '../lexicons/grammar.js'
import { reporting } from '../lexicons/reporting.js'
import { findNounPhrases, isTime, type NounPhrase } from './noun-phrases.js'
import { findVerbGroups, joinHelpers, looksPast, type VerbGroup } from './verb-groups.js'
import type { Word } from './words.js'

/**
 * How a clause hangs in its sentence. `complement` is the content of what its parent says, thinks or wants; `adverbial`
 * tells when, why or although what; `coordinate` stands beside the clause before it.
 */
export type ClauseKind = 'main' | 'coordinate' | 'complement' | 'adverbial' | 'relative'

/** A finite verb with its subject. Places are indices of words. */
export interface Clause {
  kind: ClauseKind
  /** The first word, marker and subject included. */
  start: number
  verb: VerbGroup
  /** The phrases of the subject, several where `and` joins them; empty where none was found. */
  subject: NounPhrase[]
  /** The clause that this one is part of. */
  parent: number | null
}

/** A sentence taken apart as far as the rules of the coder need it. */
export interface Sentence {
  words: Word[]
  phrases: NounPhrase[]
  /** All verbs, finite or not, in order. */
  verbs: VerbGroup[]
  clauses: Clause[]
  /** For each word the innermost clause that it stands in; -1 in front of the first. */
  clauseOf: number[]
}

const objectPronouns = new Set(['them', 'him', 'us', 'me', 'himself', 'itself', 'themselves', 'herself', 'ourselves'])

/** What stands between one finite verb and the next, where the subject of the next is looked for. */
interface Region {
  from: number
  to: number
  /** The last word that opens a clause in it; null where there is none. */
  marker: number | null
  /** The stretches between the commas behind the marker. */
  parts: { from: number; to: number }[]
}

class ClauseReader {
  readonly #words: readonly Word[]
  readonly #phrases: readonly NounPhrase[]
  readonly #phraseAt: (NounPhrase | null)[]
  readonly #bracketed: boolean[]

  constructor(words: readonly Word[], phrases: readonly NounPhrase[]) {
    this.#words = words
    this.#phrases = phrases
    this.#phraseAt = words.map(() => null)
    for (const phrase of phrases) for (let i = phrase.start; i < phrase.end; i++) this.#phraseAt[i] = phrase
    let depth = 0
    this.#bracketed = words.map(word => {
      if (word.text === '(') depth++
      const inside = depth > 0
      if (word.text === ')') depth = Math.max(0, depth - 1)
      return inside
    })
  }

  word(i: number): Word {
    return this.#words[i] as Word
  }

  /** The last word before a place that is not an adverb, quotation mark or bracketed. */
  before(place: number): number {
    let i = place - 1
    while (i >= 0 && (this.word(i).pos === 'ADV' || this.word(i).text === '"' || this.#bracketed[i])) i--
    return i
  }

  /** Whether a list of noun phrases goes on across a word: the comma or `and` in `China, Russia, and Pakistan`. */
  #joins(i: number): boolean {
    const left = this.#phrases.findLast(phrase => phrase.end <= i)
    const right = this.#phrases.find(phrase => phrase.start > i)
    return left !== undefined && right !== undefined && left.group === right.group
  }

  /** The subject that a phrase makes with those that `and` joins to it. */
  group(phrase: NounPhrase): NounPhrase[] {
    return this.#phrases.filter(other => other.group === phrase.group)
  }

  /** Phrases in a stretch that can be a subject, in order. */
  free(from: number, to: number): NounPhrase[] {
    return this.#phrases.filter(
      phrase =>
        phrase.start >= from &&
        phrase.end <= to &&
        phrase.preposition === null &&
        !this.#bracketed[phrase.start] &&
        !objectPronouns.has(this.word(phrase.head).lower) &&
        !isTime(this.#words, phrase),
    )
  }

  #isMarker(i: number, from: number, to: number): boolean {
    const word = this.word(i)
    if (this.#bracketed[i] || this.#phraseAt[i]?.start === i - 1) return false
    if (word.text === ';' || word.text === ':') return true
    if (conjunctions.has(word.lower)) return !this.#joins(i)
    if (!subordinators.has(word.lower)) return false
    if (word.lower === 'that' || word.lower === 'so') return this.#phraseAt[i] === null && word.pos !== 'ADV'
    if (!prepositionsToo.has(word.lower)) return this.#phraseAt[i] === null
    // `as Moscow estimates`, but not `Russia as a guarantor wants`
    const behind = this.#phrases.find(phrase => phrase.start > i && phrase.end <= to)
    // `After the vote, the mayor left`
    const cut =
      behind !== undefined &&
      this.#words.slice(behind.end, to).some((w, k) => w.text === ',' && !this.#joins(behind.end + k))
    return behind !== undefined && !cut && (from > 0 || i === from || this.free(from, i).length === 0)
  }

  region(from: number, to: number): Region {
    let marker: number | null = null
    for (let i = to - 1; i >= from && marker === null; i--) if (this.#isMarker(i, from, to)) marker = i
    const parts: Region['parts'] = []
    let start = marker === null ? from : marker + 1
    for (let i = start; i < to; i++) {
      const { text } = this.word(i)
      if ((text === ',' && !this.#joins(i)) || text === '—') {
        parts.push({ from: start, to: i })
        start = i + 1
      }
    }
    parts.push({ from: start, to })
    return { from, to, marker, parts }
  }

  /** Frees the phrase behind a marker that the tagger takes for a preposition: `after the United States withdrew`. */
  behindMarker({ marker, to, parts }: Region): NounPhrase | null {
    if (marker === null || !prepositionsToo.has(this.word(marker).lower)) return null
    const phrase = this.#phrases.find(p => p.start > marker && p.end <= to)
    const uncut =
      parts.length === 1 || (phrase !== undefined && this.group(phrase).some(p => p.end > (parts.at(-1)?.from ?? 0)))
    return phrase?.preposition === marker && uncut ? phrase : null
  }

  #isContact(a: NounPhrase, b: NounPhrase, region: Region): boolean {
    return a.end === b.start && this.before(region.to) < b.end
  }

  /** The noun that a clause follows without a pronoun: `the leverage the council has`. */
  contact(subject: NounPhrase, region: Region): NounPhrase | null {
    const before = this.#phrases.findLast(p => p.end === subject.start)
    return before && before.start >= region.from && this.#isContact(before, subject, region) ? before : null
  }

  subject(region: Region): NounPhrase | null {
    const behind = this.behindMarker(region)
    if (behind) return behind
    const last = region.parts.at(-1) as { from: number; to: number }
    const near = this.free(last.from, last.to)
    if (near.length > 0) {
      // Two phrases side by side: `leverage the United States might exercise`.
      const [a, b] = near.slice(-2)
      if (a && b && this.#isContact(a, b, region)) return b
      return near[0] as NounPhrase
    }
    const rest = this.#words.slice(last.from, last.to).every(word => word.pos === 'ADV' || word.pos === 'PUNCT')
    if (!rest) return null
    // A comma in front of the verb closes an insertion; what stands in front of that is the subject. What follows the
    // verb before, up to its first comma, is that verb's object.
    const earlier = region.marker === null && region.from > 0 ? region.parts.slice(1, -1) : region.parts.slice(0, -1)
    for (const part of earlier) {
      const [first] = this.free(part.from, part.to)
      if (first) return first
    }
    return null
  }

  /**
   * The last phrase in front of a place, whatever governs it: what a relative pronoun points back to. `who` does not
   * point to a place behind a preposition: `an official in Kabul who …`.
   */
  antecedent(place: number, person = false): NounPhrase | null {
    const isPlace = (phrase: NounPhrase) =>
      phrase.preposition !== null &&
      ['in', 'at', 'from', 'of'].includes(this.word(phrase.preposition).lower) &&
      phrase.end - phrase.start === 1
    return (
      this.#phrases.findLast(
        phrase => phrase.end <= place && !this.#bracketed[phrase.start] && !(person && isPlace(phrase)),
      ) ?? null
    )
  }

  /** The phrase that begins at a place: the subject of `said Jane Roe`. */
  behind(place: number): NounPhrase | null {
    const phrase = this.#phraseAt[place]
    return phrase?.start === place && !objectPronouns.has(this.word(phrase.head).lower) ? phrase : null
  }
}

/** Stretches between two dashes or brackets: the place of the first and of the second. */
function insertions(words: readonly Word[]): [number, number][] {
  const found: [number, number][] = []
  let open: number | null = null
  words.forEach((word, i) => {
    if (word.text === '—' || (word.text === '(' && open === null)) {
      if (open !== null && words[open]?.text === '—') {
        found.push([open, i])
        open = null
      } else open = i
    } else if (word.text === ')' && open !== null && words[open]?.text === '(') {
      found.push([open, i])
      open = null
    }
  })
  return found
}

/** Takes a sentence apart into clauses. Rules over tags, no parser: see the README for what they do not reach. */
export function readClauses(words: Word[]): Sentence {
  const phrases = findNounPhrases(words)
  const inside = new Set(phrases.flatMap(p => Array.from({ length: p.end - p.start }, (_, k) => p.start + k)))
  const governed = new Set(
    phrases
      .filter(p => p.preposition !== null)
      .flatMap(p => Array.from({ length: p.end - p.start }, (_, k) => p.start + k)),
  )
  const verbs = joinHelpers(
    words,
    findVerbGroups(words, i => inside.has(i)),
    i => governed.has(i),
  )
  const reader = new ClauseReader(words, phrases)
  const clauses: Clause[] = []
  /** Phrases that were passed over in front of an insertion and still wait for their verb. */
  let waiting: NounPhrase | null = null
  let from = 0

  verbs.forEach((verb, v) => {
    if (verb.form !== 'finite') return
    const head = words[verb.head] as Word
    const bare = verb.start === verb.head && head.pos === 'VERB'
    const before = reader.before(verb.start)
    const previous = clauses.at(-1)
    const last = clauses.length - 1
    const add = (clause: Omit<Clause, 'verb'>) => {
      clauses.push({ ...clause, verb })
      from = verb.end
    }

    if (before >= from && relatives.has(words[before]?.lower ?? '') && !inside.has(before)) {
      const antecedent = reader.antecedent(before, words[before]?.lower === 'who')
      const content = words[before]?.lower === 'that' && antecedent?.end !== before
      if (antecedent && !content) {
        // A subject that its relative clause follows waits for its own verb.
        const region = reader.region(from, antecedent.end)
        const ofObject = from > 0 && region.marker === null && region.parts.length === 1
        waiting = ofObject ? null : (reader.subject(region) ?? antecedent)
        add({ kind: 'relative', start: before, subject: reader.group(antecedent), parent: previous ? last : null })
        return
      }
    }

    if (before >= from && words[before]?.lower === 'what') {
      // `commit what can only be called acts of terror`: the pronoun is the subject.
      add({ kind: 'complement', start: before, subject: [], parent: previous ? last : null })
      return
    }
    const region = reader.region(from, verb.start)
    const marker = region.marker === null ? null : (words[region.marker] as Word)
    const subject = reader.subject(region)

    if (bare && !subject) {
      const joined = before >= 0 && (conjunctions.has(words[before]?.lower ?? '') || words[before]?.text === ',')
      const earlier = verbs[v - 1]
      if (earlier && earlier.form === 'infinitive' && joined && head.lemma === head.lower) {
        verb.form = 'infinitive'
        return
      }
      const inverted = reporting.has(head.lemma) ? reader.behind(verb.end) : null
      if (inverted) {
        add({ kind: 'main', start: verb.start, subject: reader.group(inverted), parent: null })
        return
      }
      if ((!joined && !waiting) || words[verb.end]?.lower === 'by') {
        verb.form = 'participle'
        return
      }
    }
    if (bare && subject && looksPast(head)) {
      // `risks posed by the crisis`, `fighters driven from the north fear …`: no finite verb but a participle.
      const next = verbs.slice(v + 1).find(other => other.form === 'finite')
      const gap = next ? reader.region(verb.end, next.start) : null
      const adjacent = subject.end === before + 1 || reader.antecedent(verb.start)?.end === before + 1
      const openNext = gap !== null && gap.marker === null && gap.parts.length === 1 && reader.subject(gap) === null
      const ofObject =
        words[verb.end]?.lower === 'by' && (next !== undefined || (region.from > 0 && region.marker === null))
      if (adjacent && (openNext || ofObject)) {
        verb.form = 'participle'
        return
      }
    }

    if (subject) {
      const earlier = region.marker ?? subject.start
      const passedOver: NounPhrase | null =
        subject.start > from ? (reader.free(from, Math.min(subject.start, earlier))[0] ?? null) : null
      const start = region.marker ?? subject.start
      const group = reader.behindMarker(region)
        ? reader.group(subject).filter(p => p.start >= subject.start)
        : reader.group(subject)
      let kind: ClauseKind
      let parent: number | null = null
      const sub = marker !== null && subordinators.has(marker.lower)
      const andThat = sub && conjunctions.has(words[(region.marker as number) - 1]?.lower ?? '')
      const contact = region.marker === null ? reader.contact(subject, region) : null
      if (contact) {
        kind = 'relative'
        parent = previous ? last : null
      } else if (sub && previous && complementisers.has((marker as Word).lower)) {
        kind = 'complement'
        parent = andThat && previous.kind === 'complement' ? previous.parent : last
      } else if (sub) {
        kind = 'adverbial'
        parent = previous ? last : null
      } else if (marker !== null && conjunctions.has(marker.lower)) {
        kind = previous ? 'coordinate' : 'main'
        parent = previous && previous.kind !== 'relative' && previous.kind !== 'adverbial' ? previous.parent : null
      } else if (marker === null && previous && region.parts.length === 1) {
        kind = 'complement'
        parent = last
      } else {
        kind = 'main'
      }
      const insertion = kind === 'main' && previous === undefined && region.parts.length > 1
      // In front of the first verb, the noun itself still waits for its own.
      if (contact && previous === undefined) waiting = contact
      else waiting = insertion ? passedOver : kind === 'complement' || kind === 'adverbial' ? waiting : null
      add({ kind, start, subject: group, parent })
      return
    }

    // No subject of its own: that of the clause in front of an insertion, or that of the clause it is joined to.
    const joined = before >= 0 && conjunctions.has(words[before]?.lower ?? '')
    if (waiting && !joined) {
      const closing = region.parts.at(-1)?.from ?? from
      add({ kind: 'main', start: closing, subject: reader.group(waiting), parent: null })
      waiting = null
      return
    }
    const partner =
      previous?.kind === 'relative' && words[before - 1]?.text === ','
        ? clauses.findLast(c => c.kind !== 'relative')
        : previous
    add({
      kind: previous ? 'coordinate' : 'main',
      start: region.marker ?? verb.start,
      subject: partner?.subject ?? [],
      parent: partner?.parent ?? null,
    })
  })

  const clauseOf: number[] = words.map(() => -1)
  clauses.forEach((clause, c) => {
    const next = clauses[c + 1]
    for (let i = clause.start; i < (next?.start ?? words.length); i++) clauseOf[i] = c
  })
  for (const [from, to] of insertions(words)) {
    // What follows an insertion goes on with the clause in front of it.
    const outer = from > 0 ? (clauseOf[from - 1] ?? -1) : -1
    const inner = clauseOf[to]
    for (let i = to + 1; outer >= 0 && i < words.length && clauseOf[i] === inner && inner !== outer; i++)
      clauseOf[i] = outer
  }
  const first = clauses[0]
  if (first) for (let i = 0; i < first.start; i++) clauseOf[i] = 0
  return { words, phrases, verbs, clauses, clauseOf }
}
