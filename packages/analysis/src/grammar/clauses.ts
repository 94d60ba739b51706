import { complementisers, conjunctions, relatives, subordinators } from '../lexicons/grammar.js'
import { reporting } from '../lexicons/reporting.js'
import { findNounPhrases, type NounPhrase } from './noun-phrases.js'
import { type Region, RegionReader } from './regions.js'
import { findVerbGroups, joinHelpers, looksPast, type VerbGroup } from './verb-groups.js'
import type { Word } from './words.js'

/**
 * How a clause hangs in its sentence. `complement` is the content of what its parent says, thinks or wants; `adverbial`
 * tells when, why or although what; `coordinate` stands beside the clause before it.
 */
type ClauseKind = 'main' | 'coordinate' | 'complement' | 'adverbial' | 'relative'

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
  /** Of a relative clause with a subject of its own: the noun that is its object, `the tools that the council has`. */
  object?: NounPhrase
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

const objectRelatives: ReadonlySet<string> = new Set(['that', 'which', 'whom'])

/** Nouns that have a clause for their content: in `the view that others share it`, nobody shares a view. */
const contentNouns: ReadonlySet<string> = new Set(
  'agreement announcement argument assertion assumption assurance belief chance claim concern condition confidence conclusion conviction danger demand doubt evidence expectation fact fear feeling finding guarantee hint hope idea impression indication insistence likelihood message news notion opinion perception point possibility prediction principle probability promise proof proposal prospect realisation realization recognition report requirement risk rumour rumor sentiment sign signal speculation statement suggestion suspicion theory thesis threat truth understanding view warning worry'.split(
    ' ',
  ),
)

const negativeSubjects: ReadonlySet<string> = new Set(['neither', 'no', 'none', 'nobody'])

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

/** Longer ones are lists, tables that lost their lines, or noise; nothing is told of how they hang together. */
const mostWords = 500

/** Whether a sentence is too long to have been taken apart. */
export const isNoise = (words: readonly Word[]) => words.length > mostWords

class ClauseBuilder {
  readonly #words: readonly Word[]
  readonly #verbs: readonly VerbGroup[]
  readonly #inside: (i: number) => boolean
  readonly #regions: RegionReader
  readonly clauses: Clause[] = []
  /** A phrase that was passed over in front of an insertion and still waits for its verb. */
  #waiting: NounPhrase | null = null
  /** Behind the last verb that was read. */
  #from = 0

  constructor(
    words: readonly Word[],
    phrases: readonly NounPhrase[],
    verbs: readonly VerbGroup[],
    inside: (i: number) => boolean,
  ) {
    this.#words = words
    this.#verbs = verbs
    this.#inside = inside
    this.#regions = new RegionReader(words, phrases)
  }

  read(): void {
    this.#verbs.forEach((verb, v) => {
      if (verb.form !== 'finite' || this.#readRelative(verb)) return
      const region = this.#regions.region(this.#from, verb.start)
      const subject = this.#regions.subject(region)
      if (this.#isNonFinite(verb, v, region, subject)) verb.form = this.#formOf(verb, v)
      else if (subject) this.#addWithSubject(verb, region, subject)
      else if (!this.#readInverted(verb)) this.#addWithoutSubject(verb, region)
    })
  }

  #lower(i: number): string {
    return this.#words[i]?.lower ?? ''
  }

  #add(verb: VerbGroup, clause: Omit<Clause, 'verb'>): void {
    const { kind, start, subject, parent, object } = clause
    this.clauses.push(object ? { kind, start, verb, subject, parent, object } : { kind, start, verb, subject, parent })
    this.#from = verb.end
  }

  /** The clause before, as a parent. */
  get #last(): number | null {
    return this.clauses.length > 0 ? this.clauses.length - 1 : null
  }

  #joins(place: number): boolean {
    return place >= 0 && conjunctions.has(this.#lower(place))
  }

  /** `, which has …`, and `what can be …`: the pronoun in front of the verb is the subject. */
  #readRelative(verb: VerbGroup): boolean {
    const before = this.#regions.pronoun(this.#from, verb.start)
    if (before < this.#from) return false
    if (this.#lower(before) === 'what') {
      this.#add(verb, { kind: 'complement', start: before, subject: [], parent: this.#last })
      return true
    }
    if (!relatives.has(this.#lower(before)) || this.#inside(before)) return false
    const antecedent = this.#regions.antecedent(before, this.#lower(before) === 'who')
    // `said that`: no noun in front, so what follows is content.
    if (!antecedent || (this.#lower(before) === 'that' && antecedent.end !== before)) return false
    const region = this.#regions.region(this.#from, antecedent.end)
    // A subject that its relative clause follows waits for its own verb; an object does not.
    const ofObject = this.#from > 0 && region.marker === null && region.parts.length === 1
    this.#waiting = ofObject ? null : (this.#regions.subject(region) ?? antecedent)
    this.#add(verb, { kind: 'relative', start: before, subject: this.#regions.group(antecedent), parent: this.#last })
    return true
  }

  #isBare({ start, head }: VerbGroup): boolean {
    return start === head && this.#words[head]?.pos === 'VERB'
  }

  /** Whether a bare verb continues an infinitive: `to leave and sell`. */
  #continuesInfinitive(verb: VerbGroup, v: number): boolean {
    const before = this.#regions.before(verb.start)
    const head = this.#words[verb.head] as Word
    return (
      this.#verbs[v - 1]?.form === 'infinitive' &&
      (this.#joins(before) || this.#lower(before) === ',') &&
      head.lemma === head.lower
    )
  }

  #formOf(verb: VerbGroup, v: number): VerbGroup['form'] {
    return this.#continuesInfinitive(verb, v) ? 'infinitive' : 'participle'
  }

  /** Whether a verb that looks finite is none: `risks posed by the crisis`, `fighters driven from the north fear …`. */
  #isNonFinite(verb: VerbGroup, v: number, region: Region, subject: NounPhrase | null): boolean {
    const head = this.#words[verb.head] as Word
    if (!this.#isBare(verb)) return false
    const before = this.#regions.before(verb.start)
    const agent = this.#lower(verb.end) === 'by'
    if (!subject) {
      if (this.#continuesInfinitive(verb, v)) return true
      if (reporting.has(head.lemma) && this.#regions.behind(verb.end)) return false
      return agent || (!this.#joins(before) && this.#lower(before) !== ',' && !this.#waiting)
    }
    if (!looksPast(head)) return false
    const next = this.#verbs.slice(v + 1).find(other => other.form === 'finite')
    const gap = next ? this.#regions.region(verb.end, next.start) : null
    const adjacent = subject.end === before + 1 || this.#regions.antecedent(verb.start)?.end === before + 1
    const openNext =
      gap !== null && gap.marker === null && gap.parts.length === 1 && this.#regions.subject(gap) === null
    const ofObject = agent && (next !== undefined || (region.from > 0 && region.marker === null))
    return adjacent && (openNext || ofObject)
  }

  /** `said Jane Roe`: the subject stands behind its verb. */
  #readInverted(verb: VerbGroup): boolean {
    const head = this.#words[verb.head] as Word
    const subject = this.#isBare(verb) && reporting.has(head.lemma) ? this.#regions.behind(verb.end) : null
    // `has suffered attacks and sees the group as`: joined to a verb in front, it shares that one's subject.
    const shares = this.#last !== null && this.#joins(this.#regions.before(verb.start))
    if (!subject || shares) return false
    this.#add(verb, { kind: 'main', start: verb.start, subject: this.#regions.group(subject), parent: null })
    return true
  }

  #addWithSubject(verb: VerbGroup, region: Region, subject: NounPhrase): void {
    // `the leverage the council has`, `what an effort the council made`
    const bare = region.marker === null || /^what/.test(this.#lower(region.marker))
    const contact = bare ? this.#regions.contact(subject, region) : null
    const start = region.marker ?? subject.start
    const group = this.#regions.group(subject)
    const object = contact ?? this.#objectOf(verb, region)
    const { kind, parent } = object ? { kind: 'relative' as const, parent: this.#last } : this.#hang(region)
    if (contact && this.clauses.length === 0) this.#waiting = contact
    else if (kind === 'main' && this.clauses.length === 0 && region.parts.length > 1) {
      this.#waiting =
        subject.start > this.#from ? (this.#regions.free(this.#from, Math.min(subject.start, start))[0] ?? null) : null
    } else if (kind !== 'complement' && kind !== 'adverbial') this.#waiting = null
    if (this.#isNegative(group[0] ?? subject)) verb.negated = !verb.negated
    const own = this.#regions.behindMarker(region) ? group.filter(p => p.start >= subject.start) : group
    this.#add(verb, { kind, start, subject: own, parent, ...(object ? { object } : {}) })
  }

  /** `the tools that the council has`, `the tools which it has`: the noun in front, where the verb has no other object. */
  #objectOf(verb: VerbGroup, { marker }: Region): NounPhrase | null {
    if (marker === null || !objectRelatives.has(this.#lower(marker)) || verb.passive || this.clauses.length === 0)
      return null
    const noun = this.#regions.antecedent(marker)
    if (noun?.end !== marker || contentNouns.has(this.#words[noun.head]?.lemma ?? '')) return null
    const next = this.#words[verb.end]
    const closed = next === undefined || /^(?:ADP|PUNCT|CCONJ|SCONJ|ADV)$/.test(next.pos)
    return closed && this.#words[verb.head]?.pos === 'VERB' ? noun : null
  }

  /** `Neither the north nor the south had …`, `No government wants …`: the subject says what the verb's `not` would say. */
  #isNegative(subject: NounPhrase): boolean {
    return [subject.start - 1, subject.start].some(i => negativeSubjects.has(this.#lower(i)))
  }

  /** How a clause with a subject hangs in the sentence: its marker tells, or that nothing parts it from the verb before. */
  #hang(region: Region): Pick<Clause, 'kind' | 'parent'> {
    const previous = this.clauses.at(-1)
    if (region.marker === null) {
      return previous && region.parts.length === 1
        ? { kind: 'complement', parent: this.#last }
        : { kind: 'main', parent: null }
    }
    const marker = this.#lower(region.marker)
    if (subordinators.has(marker)) {
      if (!previous || !complementisers.has(marker)) return { kind: 'adverbial', parent: this.#last }
      const again = this.#joins(region.marker - 1) && previous.kind === 'complement'
      return { kind: 'complement', parent: again ? previous.parent : this.#last }
    }
    if (!conjunctions.has(marker)) return { kind: 'main', parent: null }
    const outer = !previous || previous.kind === 'relative' || previous.kind === 'adverbial'
    return { kind: previous ? 'coordinate' : 'main', parent: outer ? null : previous.parent }
  }

  /** No subject of its own: that of the clause in front of an insertion, or that of the clause it is joined to. */
  #addWithoutSubject(verb: VerbGroup, region: Region): void {
    const before = this.#regions.before(verb.start)
    if (this.#waiting && !this.#joins(before)) {
      const start = region.parts.at(-1)?.from ?? this.#from
      this.#add(verb, { kind: 'main', start, subject: this.#regions.group(this.#waiting), parent: null })
      this.#waiting = null
      return
    }
    const previous = this.clauses.at(-1)
    const closed = previous?.kind === 'relative' && this.#lower(before - 1) === ','
    const partner = closed ? this.clauses.findLast(c => c.kind !== 'relative') : previous
    this.#add(verb, {
      kind: previous ? 'coordinate' : 'main',
      start: region.marker ?? verb.start,
      subject: partner?.subject ?? [],
      parent: partner?.parent ?? null,
    })
  }
}

/** For each word the clause that it stands in. What follows an insertion goes on with the clause in front of it. */
function assign(words: readonly Word[], clauses: readonly Clause[]): number[] {
  const clauseOf: number[] = words.map(() => -1)
  clauses.forEach((clause, c) => {
    clauseOf.fill(c, clause.start, clauses[c + 1]?.start ?? words.length)
  })
  for (const [from, to] of insertions(words)) {
    const outer = from > 0 ? (clauseOf[from - 1] ?? -1) : -1
    const inner = clauseOf[to]
    for (let i = to + 1; outer >= 0 && inner !== outer && i < words.length && clauseOf[i] === inner; i++)
      clauseOf[i] = outer
  }
  const first = clauses[0]
  if (first) clauseOf.fill(0, 0, first.start)
  return clauseOf
}

/**
 * Takes a sentence apart into clauses. Rules over tags and no parser: see the README for what they do not reach. The
 * form of a verb that turns out to be no finite one is mended in `verbs`.
 */
export function readClauses(words: Word[]): Sentence {
  if (isNoise(words)) return { words, phrases: [], verbs: [], clauses: [], clauseOf: words.map(() => -1) }
  const phrases = findNounPhrases(words)
  const inside: boolean[] = []
  const governed: boolean[] = []
  for (const { start, end, preposition } of phrases) {
    for (let i = start; i < end; i++) {
      inside[i] = true
      governed[i] = preposition !== null
    }
  }
  const isInside = (i: number) => inside[i] === true
  const verbs = joinHelpers(words, findVerbGroups(words, isInside), i => governed[i] === true)
  const builder = new ClauseBuilder(words, phrases, verbs, isInside)
  builder.read()
  return { words, phrases, verbs, clauses: builder.clauses, clauseOf: assign(words, builder.clauses) }
}
