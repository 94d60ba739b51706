import type { Clause } from '../grammar/clauses.js'
import { viewpoints } from '../lexicons/people.js'
import { ambiguousReporting, reporting, reportingPhrases } from '../lexicons/reporting.js'
import { type BlockContext, type SentenceContext, textOf } from './context.js'
import { describe, findPerson } from './describe.js'
import { ancestors } from './frame.js'
import { type Holder, holderOfGroup, type Pointers } from './holders.js'
import type { KnownPerson } from './people.js'

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
}

function accordingTo(sentence: SentenceContext, pointers: Pointers): Attribution | null {
  const { words, phrases } = sentence
  const at = words.findIndex((w, i) => w.lower === 'according' && words[i + 1]?.lower === 'to')
  const phrase = at < 0 ? undefined : phrases.find(p => p.start === at + 2)
  // `according to this view`: whose it is, the text has told.
  if (!phrase || viewpoints.has(words[phrase.head]?.lemma ?? '')) return null
  const holder = holderOfGroup(sentence, [phrase], pointers)
  const start = words[phrase.start]?.pos === 'DET' ? phrase.start + 1 : phrase.start
  const name = findPerson(sentence, phrase.start, phrase.end) ?? textOf(sentence, start, phrase.end)
  const actor = holder?.actors.length === 1 && holder.role !== 'owner' ? (holder.actors[0] as string) : null
  return { speaker: { name, role: null, actor }, cue: textOf(sentence, at, at + 2), clause: null }
}

const objectsByVerb = new Map<string, string[]>()
for (const phrase of reportingPhrases) {
  const [verb, object] = phrase.split(' ') as [string, string]
  objectsByVerb.set(verb, [...(objectsByVerb.get(verb) ?? []), object])
}

/** `take issue`, `raise the possibility`: the verb and, within a few words, its object. */
function isReportingPhrase({ words }: SentenceContext, head: number): boolean {
  const objects = objectsByVerb.get(words[head]?.lemma ?? '')
  return (
    objects?.some(object => words.slice(head + 1, head + 4).some(w => w.lemma === object || w.lower === object)) ===
    true
  )
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
function reports(sentence: SentenceContext, subjects: readonly (Holder | null)[], pointers: Pointers): Attribution[] {
  return sentence.clauses.flatMap((clause, c) => {
    const verb = sentence.words[clause.verb.head]
    if (!verb || sentence.quotation[clause.verb.head] !== -1) return []
    const reports =
      reporting.has(verb.lemma) || isReportingPhrase(sentence, clause.verb.head) || isReportingParticiple(sentence, c)
    if (!reports) return []
    // `is seen as`: nobody is named as seeing it.
    if (clause.verb.passive) return []
    const speaker = describe(sentence, clause, subjects[c] ?? null, pointers)
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
 * Who is reported as saying something in a sentence.
 *
 * @param subjects  Whom the subjects of its clauses stand for.
 */
export function findReports(
  sentence: SentenceContext,
  subjects: readonly (Holder | null)[],
  pointers: Pointers,
): Attribution[] {
  const according = accordingTo(sentence, pointers)
  const found = reports(sentence, subjects, pointers)
  return according ? [...found, according] : found
}

/**
 * Tells for each sentence of a block who speaks. A quotation belongs to the reporting verb of the sentence in which it
 * ends, else of the one in which it begins; a sentence that is nothing but quotation and has no such verb goes on with
 * the speaker before it, also across blocks.
 *
 * @param found   The reports of each sentence.
 * @param before  Who spoke last in the block before.
 */
export function attribute(
  block: BlockContext,
  found: readonly Attribution[][],
  before: Attribution | null,
): { speech: SentenceSpeech[]; last: Attribution | null } {
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
    return { direct, indirect: direct ? [] : indirect }
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
