import type { Clause } from '../grammar/clauses.js'
import type { NounPhrase } from '../grammar/noun-phrases.js'
import type { Word } from '../grammar/words.js'
import { experts, institutions, officials, voices } from '../lexicons/people.js'
import { ambiguousReporting, reporting, reportingPhrases } from '../lexicons/reporting.js'
import { type BlockContext, type SentenceContext, textOf } from './context.js'
import { ancestors } from './frame.js'
import { type Holder, holderOfGroup, type Pointers } from './holders.js'
import type { KnownPerson, People } from './people.js'

/** Who says what a sentence tells, and by which words that is shown. */
export interface Attribution {
  speaker: KnownPerson
  /** `warned`, `according to`. */
  cue: string
  /** The clause of the reporting verb in its sentence; null for `according to` and for a quotation that runs on. */
  clause: number | null
}

/** What is known of the speakers of a sentence. */
export interface SentenceSpeech {
  /** Who speaks the words between quotation marks, where most of the sentence is such. */
  direct: Attribution | null
  /** Who is reported as saying or thinking something, without quotation marks or with some words in them. */
  indirect: Attribution[]
  /** Whether the quotation began in a sentence before this one. */
  continued: boolean
}

const title = (lower: string) =>
  officials.has(lower) ||
  /^(?:mr|mrs|ms|dr|sir|lord|foreign|defence|defense|prime|vice|interior|state|special|deputy|secretary)$/.test(lower)

/** A person's name in a stretch of words: capitalised words in a row, without the titles in front. */
function findPerson(sentence: SentenceContext, from: number, to: number): string | null {
  const { words } = sentence
  const known = sentence.names.find(
    n => n.kind === 'person' && n.start >= (words[from]?.start ?? 0) && n.end <= (words[to - 1]?.end ?? 0),
  )
  if (known?.person) return known.person
  for (let i = from; i < to; i++) {
    let end = i
    while (end < to && words[end]?.pos === 'PROPN' && !words[end]?.name && /^\p{Lu}/u.test(words[end]?.text ?? ''))
      end++
    let start = i
    while (start < end && title(words[start]?.lower ?? '')) start++
    const last = words[end - 1]
    const body = last !== undefined && (institutions.has(last.lemma) || officials.has(last.lemma))
    // `European Union partners`: a name in front of a noun is not a person's.
    const whole = words[end]?.pos !== 'NOUN' || end >= to
    if (end - start >= 2 && !body && whole) return textOf(sentence, start, end)
    i = Math.max(i, end)
  }
  return null
}

/** The words in which a speaker may be described: the subject, and what stands between it and its verb or behind it. */
function reach(sentence: SentenceContext, { verb }: Clause, subject: readonly NounPhrase[]): [number, number] {
  const first = subject[0] as NounPhrase
  const last = subject.at(-1) as NounPhrase
  if (first.start < verb.start) {
    const next = sentence.clauses.find(c => c.verb.start > last.end && c.kind !== 'relative')
    return [first.start, Math.max(last.end, Math.min(verb.start, next?.verb.start ?? verb.start))]
  }
  let end = last.end
  const { words } = sentence
  while (
    end < words.length &&
    words[end]?.text !== '.' &&
    words[end]?.text !== '"' &&
    words[end]?.pos !== 'VERB' &&
    words[end]?.pos !== 'AUX'
  )
    end++
  return [first.start, end]
}

/** Whether a noun can speak. */
const canSpeak = ({ pos, lemma, lower }: Word) =>
  pos === 'PROPN' ||
  [officials, experts, institutions, voices].some(nouns => nouns.has(lemma) || nouns.has(lower)) ||
  /^(?:many|some|others|few|several|most|both)$/.test(lower)

function describe(sentence: SentenceContext, clause: Clause, pointers: Pointers): KnownPerson | null {
  const { words, phrases } = sentence
  const { people } = pointers
  const first = clause.subject[0]
  if (!first) return null
  const head = words[first.head]
  if (!head) return null
  const [from, to] = reach(sentence, clause, clause.subject)
  if (head.pos === 'PRON') {
    if (['he', 'she'].includes(head.lower)) return people.last
    if (head.lower === 'they' && people.lastPlural) return people.lastPlural
    if (
      ['i', 'we', 'you', 'it', 'they'].includes(head.lower) ||
      !/^(?:many|some|others|few|several)$/.test(head.lower)
    ) {
      const holder = holderOfGroup(sentence, clause.subject, pointers)
      return holder?.actors.length === 1 && holder.anaphoric && head.lower !== 'i' && head.lower !== 'we'
        ? {
            name: pointers.discourse.nameOf(holder.actors[0] as string) ?? head.text,
            role: null,
            actor: holder.actors[0] as string,
          }
        : null
    }
  }
  if (!canSpeak(head) && findPerson(sentence, from, to) === null) return null
  const described = phrases.filter(p => p.start >= from && p.end <= to && p.preposition === null)
  const nouns = words.slice(from, to).filter(w => w.pos === 'NOUN' || w.pos === 'PROPN')
  const role = nouns.find(w => officials.has(w.lemma) || experts.has(w.lemma))?.lemma ?? null
  const holder = described
    .map((p): Holder | null => holderOfGroup(sentence, [p], pointers))
    .find(h => h !== null && (h.role === 'official' || h.role === 'self'))
  const expert = role !== null && experts.has(role)
  const actor = expert || holder?.actors.length !== 1 ? null : (holder.actors[0] as string)
  const name = findPerson(sentence, from, to)
  if (name !== null) return people.meet({ name, role, actor })
  const bare = head.pos === 'PROPN' && !head.name ? people.named(head.text) : null
  if (bare) return people.meet(bare)
  const pointsBack = words[first.start]?.lower === 'the' && role !== null
  const before = pointsBack ? people.withRole(role) : null
  if (before) return before
  const start =
    words[first.start]?.pos === 'DET' && /^(?:the|a|an|both)$/.test(words[first.start]?.lower ?? '')
      ? first.start + 1
      : first.start
  const last = clause.subject.at(-1) as NounPhrase
  const described1: KnownPerson = { name: textOf(sentence, start, last.end), role, actor }
  if (role !== null && !/s$/.test(head.lower)) people.meet(described1)
  else if (/s$/.test(head.lower) && head.pos !== 'PROPN') people.meetPlural(described1)
  return described1
}

/**
 * Notes who is introduced in a sentence: `Jane Roe, a Danish minister, …`, `the Danish minister Jane Roe`. A person who
 * is named behind whatever his or her part in the sentence can be pointed back to.
 */
function introduce(sentence: SentenceContext, pointers: Pointers): void {
  const { words, phrases } = sentence
  phrases.forEach((phrase, p) => {
    const name = findPerson(sentence, phrase.start, phrase.end)
    if (name === null) return
    const next = phrases[p + 1]
    const apposed =
      next && next.start === phrase.end + 1 && words[phrase.end]?.text === ',' && next.preposition === null
        ? next
        : null
    const nouns = words
      .slice(phrase.start, apposed?.end ?? phrase.end)
      .filter(w => w.pos === 'NOUN' || w.pos === 'PROPN')
    const role = nouns.find(w => officials.has(w.lemma) || experts.has(w.lemma))?.lemma ?? null
    if (role === null) return
    const holder = [phrase, apposed]
      .map(x => (x ? holderOfGroup(sentence, [x], pointers) : null))
      .find(h => h?.role === 'official')
    const actor = !experts.has(role) && holder?.actors.length === 1 ? (holder.actors[0] as string) : null
    pointers.people.meet({ name, role, actor })
  })
}

function accordingTo(sentence: SentenceContext, pointers: Pointers): Attribution | null {
  const { words, phrases } = sentence
  const at = words.findIndex((w, i) => w.lower === 'according' && words[i + 1]?.lower === 'to')
  const phrase = at < 0 ? undefined : phrases.find(p => p.start === at + 2)
  if (!phrase) return null
  const holder = holderOfGroup(sentence, [phrase], pointers)
  const start = words[phrase.start]?.pos === 'DET' ? phrase.start + 1 : phrase.start
  const name = findPerson(sentence, phrase.start, phrase.end) ?? textOf(sentence, start, phrase.end)
  const actor = holder?.actors.length === 1 && holder.role !== 'owner' ? (holder.actors[0] as string) : null
  return { speaker: { name, role: null, actor }, cue: textOf(sentence, at, at + 2), clause: null }
}

/** `take issue`, `raise the possibility`: the verb and, within a few words, its object. */
function isReportingPhrase({ words }: SentenceContext, head: number): boolean {
  return reportingPhrases.some(phrase => {
    const [verb, object] = phrase.split(' ')
    return (
      words[head]?.lemma === verb && words.slice(head + 1, head + 4).some(w => w.lemma === object || w.lower === object)
    )
  })
}

/** `…, noting how …`: a participle that reports for the subject of its clause. */
const isReportingParticiple = ({ words, verbs, clauseOf }: SentenceContext, c: number) =>
  verbs.some(
    g =>
      g.form === 'participle' &&
      clauseOf[g.head] === c &&
      words[g.start - 1]?.text === ',' &&
      reporting.has(words[g.head]?.lemma ?? '') &&
      /^(?:that|how|why|whether|")$/.test(words[g.end]?.lower ?? ''),
  )

/** The reporting clauses of a sentence that are not themselves quoted, with their speakers. */
function reports(sentence: SentenceContext, pointers: Pointers): Attribution[] {
  return sentence.clauses.flatMap((clause, c) => {
    const verb = sentence.words[clause.verb.head]
    if (!verb || sentence.quotation[clause.verb.head] !== -1) return []
    const reports =
      reporting.has(verb.lemma) || isReportingPhrase(sentence, clause.verb.head) || isReportingParticiple(sentence, c)
    if (!reports) return []
    // `is seen as`: nobody is named as seeing it.
    if (clause.verb.passive) return []
    const speaker = describe(sentence, clause, pointers)
    return speaker ? [{ speaker, cue: verb.text, clause: c }] : []
  })
}

const isContent = (sentence: SentenceContext, c: number) =>
  sentence.clauses.some(clause => clause.parent === c && clause.kind === 'complement')

/** `…, she said, …` and `…, said Jane Roe.`: a reporting clause between commas, or behind one and at the end. */
export function isInserted({ words, clauses }: SentenceContext, c: number): boolean {
  const { verb, subject } = clauses[c] as Clause
  const start = Math.min(verb.start, subject[0]?.start ?? verb.start)
  const end = Math.max(verb.end, subject.at(-1)?.end ?? verb.end)
  const before = words[start - 1]?.text
  return before !== undefined && /^[,"—]$/.test(before) && /^[,."—]$/.test(words[end]?.text ?? '.')
}

/** Whether a reporting verb has something reported: a clause, or quoted words. */
function hasContent(sentence: SentenceContext, { clause }: Attribution): boolean {
  if (clause === null) return true
  const { verb } = sentence.clauses[clause] as Clause
  if (!ambiguousReporting.has(sentence.words[verb.head]?.lemma ?? '')) return true
  return isContent(sentence, clause) || sentence.quotation.some(q => q !== -1) || isInserted(sentence, clause)
}

/**
 * Tells for each sentence of a block who speaks. A quotation belongs to the reporting verb of the sentence in which it
 * ends, else of the one in which it begins; a sentence that is nothing but quotation and has no such verb goes on with
 * the speaker before it, also across blocks.
 *
 * @param before  Who spoke last in the block before.
 */
export function attribute(
  block: BlockContext,
  pointersFor: (sentence: SentenceContext) => Omit<Pointers, 'people'>,
  people: People,
  before: Attribution | null,
): { speech: SentenceSpeech[]; last: Attribution | null } {
  const found = block.sentences.map(sentence => {
    const pointers = { ...pointersFor(sentence), people }
    introduce(sentence, pointers)
    const all = reports(sentence, pointers)
    const according = accordingTo(sentence, pointers)
    return according ? [...all, according] : all
  })
  const speakers: (Attribution | null)[] = []
  let last = before
  const covered = new Map<number, { first: number; end: number }>()
  block.sentences.forEach((sentence, s) => {
    for (const q of new Set(sentence.quotation)) covered.set(q, { first: covered.get(q)?.first ?? s, end: s })
  })
  block.quotations.forEach((quotation, q) => {
    const { first, end } = covered.get(q) ?? {}
    if (!quotation.speech || first === undefined || end === undefined) {
      speakers[q] = null
      return
    }
    const own = found[end]?.[0] ?? found[first]?.[0] ?? null
    const sentence = block.sentences[first] as SentenceContext
    const alone = sentence.words.every((word, i) => sentence.quotation[i] === q || word.pos === 'PUNCT')
    const speaker = own ?? (alone ? last && { ...last, clause: null } : null)
    speakers[q] = speaker
    if (speaker) last = speaker
  })
  const speech = block.sentences.map((sentence, s): SentenceSpeech => {
    const words = sentence.words.filter(word => word.pos !== 'PUNCT').length
    const quoted = sentence.quotation.filter((q, i) => q !== -1 && sentence.words[i]?.pos !== 'PUNCT').length
    const q = sentence.quotation.find(n => n !== -1) ?? -1
    const mostly = quoted * 3 >= words
    const direct = q === -1 || !mostly ? null : (speakers[q] ?? null)
    const indirect = found[s]?.filter(report => hasContent(sentence, report)) ?? []
    const start = sentence.quotation.findIndex(n => n !== -1)
    const continued = direct !== null && direct.clause === null && start >= 0
    return { direct, indirect: direct ? [] : indirect, continued }
  })
  return { speech, last: block.quotations.length > 0 ? last : null }
}

/**
 * Who says what stands at a place: the speaker of the quotation; else the nearest reporting verb in whose content the
 * place is; else one that is inserted (`…, she said, …`) or names a source (`according to`).
 */
export function speakerAt(
  sentence: SentenceContext,
  { direct, indirect }: SentenceSpeech,
  place: number,
): Attribution | null {
  if (direct) return direct
  const chain = ancestors(sentence, sentence.clauseOf[place] ?? -1)
  for (const clause of chain) {
    const report = indirect.find(r => r.clause === clause)
    if (report) return report
  }
  return indirect.find(r => r.clause === null || isInserted(sentence, r.clause)) ?? null
}
