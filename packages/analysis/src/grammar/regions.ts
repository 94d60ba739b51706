import { conjunctions, prepositionsToo, subordinators } from '../lexicons/grammar.js'
import { isTime, type NounPhrase } from './noun-phrases.js'
import type { Word } from './words.js'

const objectPronouns = new Set(['them', 'him', 'us', 'me', 'himself', 'itself', 'themselves', 'herself', 'ourselves'])

/** What stands between one finite verb and the next, where the subject of the next is looked for. */
export interface Region {
  from: number
  to: number
  /** The last word that opens a clause in it; null where there is none. */
  marker: number | null
  /** The stretches between the commas behind the marker. */
  parts: { from: number; to: number }[]
}

/** Where the phrases of a sentence stand, and which of them a verb can have for its subject. */
export class RegionReader {
  readonly #words: readonly Word[]
  readonly #phrases: readonly NounPhrase[]
  readonly #groups = new Map<number, NounPhrase[]>()
  /** For each word, the number of the last phrase that ends in front of it, and of the first that begins behind it. */
  readonly #left: number[]
  readonly #right: number[]
  readonly #phraseAt: (NounPhrase | null)[]
  readonly #bracketed: boolean[]

  constructor(words: readonly Word[], phrases: readonly NounPhrase[]) {
    this.#words = words
    this.#phrases = phrases
    this.#phraseAt = words.map(() => null)
    for (const phrase of phrases) for (let i = phrase.start; i < phrase.end; i++) this.#phraseAt[i] = phrase
    for (const phrase of phrases) {
      const group = this.#groups.get(phrase.group)
      if (group) group.push(phrase)
      else this.#groups.set(phrase.group, [phrase])
    }
    let next = 0
    this.#left = words.map((_, i) => {
      while (next < phrases.length && (phrases[next] as NounPhrase).end <= i) next++
      return next - 1
    })
    next = phrases.length
    this.#right = words.map(() => phrases.length)
    for (let i = words.length - 1; i >= 0; i--) {
      while (next > 0 && (phrases[next - 1] as NounPhrase).start > i) next--
      this.#right[i] = next
    }
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

  /** Where a relative pronoun can stand that is the subject of a verb: `which for years has`, `who, in June, left`. */
  pronoun(from: number, verb: number): number {
    const near = this.before(verb)
    let i = near
    const passes = (at: number) => {
      const phrase = this.#phraseAt[at]
      return phrase
        ? phrase.preposition !== null
        : /^(?:ADP|ADV)$/.test(this.word(at).pos) || this.word(at).text === ','
    }
    while (i >= from && passes(i)) i--
    return i >= from && /^(?:which|who)$/.test(this.word(i).lower) ? i : near
  }

  /** Whether a list of noun phrases goes on across a word: the comma or `and` in `China, Russia, and Pakistan`. */
  #joins(i: number): boolean {
    const left = this.#phrases[this.#left[i] ?? -1]
    const right = this.#phrases[this.#right[i] ?? -1]
    return left !== undefined && right !== undefined && left.group === right.group
  }

  /** The subject that a phrase makes with those that `and` joins to it. */
  group(phrase: NounPhrase): NounPhrase[] {
    return this.#groups.get(phrase.group) ?? [phrase]
  }

  /** Phrases in a stretch that can be a subject, in order. */
  free(from: number, to: number): NounPhrase[] {
    // Phrases stand in order, so that those of the stretch are a run of them.
    const first = from > 0 ? (this.#right[from - 1] ?? this.#phrases.length) : 0
    const last = to < this.#words.length ? (this.#left[to] ?? -1) : this.#phrases.length - 1
    return this.#phrases
      .slice(first, last + 1)
      .filter(
        phrase =>
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
    const next = this.#phrases[this.#right[i] ?? -1]
    const behind = next && next.end <= to ? next : undefined
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
    const next = this.#phrases[this.#right[marker] ?? -1]
    const phrase = next && next.end <= to ? next : undefined
    const uncut =
      parts.length === 1 || (phrase !== undefined && this.group(phrase).some(p => p.end > (parts.at(-1)?.from ?? 0)))
    return phrase?.preposition === marker && uncut ? phrase : null
  }

  #isContact(a: NounPhrase, b: NounPhrase, region: Region): boolean {
    return a.end === b.start && this.before(region.to) < b.end
  }

  /** The noun that a clause follows without a pronoun: `the leverage the council has`. */
  contact(subject: NounPhrase, region: Region): NounPhrase | null {
    const before = this.#phrases[this.#left[subject.start] ?? -1]
    return before &&
      before.end === subject.start &&
      before.start >= region.from &&
      this.#isContact(before, subject, region)
      ? before
      : null
  }

  subject(region: Region): NounPhrase | null {
    const behind = this.behindMarker(region)
    if (behind) return behind
    const last = region.parts.at(-1) as { from: number; to: number }
    const near = this.free(last.from, last.to)
    if (near.length > 0) {
      // Two phrases side by side: `boats the Danish crews could spare`.
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
