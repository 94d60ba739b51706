import { type Clause, isNoise, type Sentence } from '../grammar/clauses.js'
import { complementisers } from '../lexicons/grammar.js'
import { ambiguousReporting, reporting } from '../lexicons/reporting.js'

/** A sentence with the quotation that each of its words stands in; -1 outside. */
export interface QuotedSentence extends Sentence {
  quotation: readonly number[]
}

/** Who is named as saying something, and the reporting clause; null for `according to`. */
interface Report {
  claimant: string
  clause: number | null
  /** Behind which word of its own clause the content stands, where the content is no clause of its own. */
  from?: number
}

/** Verbs whose object is what is claimed: `Officials estimate 300`. */
const claiming: ReadonlySet<string> = new Set([
  'announce',
  'cite',
  'claim',
  'count',
  'estimate',
  'put',
  'record',
  'report',
])

/** Words from a place on with the `of` behind them: `the Ministry of Health`. The article of a name is left out. */
function withOf({ words, phrases }: Sentence, start: number, end: number, text: string): string {
  let last = end
  for (;;) {
    const next = words[last]?.lower === 'of' ? phrases.find(p => p.start === last + 1) : undefined
    if (!next) break
    last = next.end
  }
  const named = words[start]?.pos === 'DET' && words[start + 1]?.pos === 'PROPN' && words[end - 1]?.pos === 'PROPN'
  return text.slice(words[named ? start + 1 : start]?.start ?? 0, words[last - 1]?.end ?? 0)
}

function accordingTo(sentence: Sentence, text: string): Report[] {
  const { words } = sentence
  const at = words.findIndex((word, i) => word.lower === 'according' && words[i + 1]?.lower === 'to')
  const phrase = at < 0 ? undefined : sentence.phrases.find(p => p.start === at + 2)
  return phrase ? [{ claimant: withOf(sentence, phrase.start, phrase.end, text), clause: null }] : []
}

/** The subject of a clause as the source words it. */
function subjectOf(sentence: Sentence, { subject }: Clause, text: string): string | null {
  const [first, last] = [subject[0], subject.at(-1)]
  return first && last ? withOf(sentence, first.start, last.end, text) : null
}

/** `…, she said, …` and `…, said Jane Roe.`: a reporting clause behind a comma and in front of a sign. */
function isInserted({ words, clauses }: Sentence, c: number): boolean {
  const { verb, subject } = clauses[c] as Clause
  const start = Math.min(verb.start, subject[0]?.start ?? verb.start)
  const end = Math.max(verb.end, subject.at(-1)?.end ?? verb.end)
  return /^[,"—]$/.test(words[start - 1]?.text ?? '') && /^[,."—]$/.test(words[end]?.text ?? '.')
}

function hasContent(sentence: QuotedSentence, c: number): boolean {
  const { words, clauses, quotation } = sentence
  const verb = (clauses[c] as Clause).verb
  if (!ambiguousReporting.has(words[verb.head]?.lemma ?? '')) return true
  const complement = clauses.some(({ parent, kind }) => parent === c && kind === 'complement')
  return complement || quotation.some(q => q !== -1) || isInserted(sentence, c)
}

function findReports(sentence: QuotedSentence, text: string): Report[] {
  const { words, clauses, quotation } = sentence
  const found = clauses.flatMap((clause, c): Report[] => {
    const { verb } = clause
    const lemma = words[verb.head]?.lemma ?? ''
    if (verb.passive || quotation[verb.head] !== -1) return []
    if (!claiming.has(lemma) && (!reporting.has(lemma) || !hasContent(sentence, c))) return []
    const claimant = subjectOf(sentence, clause, text)
    return claimant === null ? [] : [{ claimant, clause: c }]
  })
  return [...found, ...untagged(sentence, text), ...accordingTo(sentence, text)]
}

/** `The report estimates there are 300 boats`, `Fishermen estimate 300`: verbs that the tagger takes for nouns, told by what follows. */
function untagged({ words, clauseOf, quotation }: QuotedSentence, text: string): Report[] {
  return words.flatMap((word, i): Report[] => {
    if (word.pos !== 'NOUN' || !claiming.has(word.lemma)) return []
    const content = /^(?:there|that)$/.test(words[i + 1]?.lower ?? '') || words[i + 1]?.pos === 'NUM'
    // A singular noun does not go with the plain form.
    const agrees = /[^s]s$/.test(word.lower) || /(?:[^s]s|men|people)$/i.test(words[i - 1]?.text ?? '')
    if (!agrees || !content) return []
    let first = i
    while (first > 0 && clauseOf[first - 1] === clauseOf[i] && !/^[,;:—"(]$/.test(words[first - 1]?.text ?? '')) first--
    if (quotation[i] !== -1 || !words.slice(first, i).some(w => w.pos === 'NOUN' || w.pos === 'PROPN')) return []
    const claimant = text.slice(words[first]?.start ?? 0, words[i - 1]?.end ?? 0)
    return [{ claimant, clause: clauseOf[i] ?? -1, from: i }]
  })
}

const pronoun = /^(?:he|she|they|it|who|which|that|this|these|those|some|others)$/i

/**
 * Who claims what stands at a place of a block, as the source names them: the speaker of the quotation; else the
 * subject of the reporting verb in whose content it is, or whose object it is; else one who is inserted (`…, she said,
 * …`) or named behind `according to`. Null where the source says so itself.
 *
 * A pronoun stands for who was named last in the block, and a sentence of nothing but quotation goes on with its
 * speaker; so sentences are read in order, but not before one is asked for: most blocks claim nothing.
 */
export class Claimants {
  readonly #text: string
  readonly #sentences: readonly QuotedSentence[]
  readonly #read: { reports: Report[]; named: string | null }[] = []

  /**
   * @param text       The block's.
   * @param sentences  All of them, taken apart.
   */
  constructor(text: string, sentences: readonly QuotedSentence[]) {
    this.#text = text
    this.#sentences = sentences
  }

  /** Who is named as saying something in a sentence, and who was named last, there or before. */
  #reportsOf(s: number): { reports: Report[]; named: string | null } {
    for (let next = this.#read.length; next <= s; next++) {
      let named = this.#read.at(-1)?.named ?? null
      const sentence = this.#sentences[next] as QuotedSentence
      const found = isNoise(sentence.words) ? [] : findReports(sentence, this.#text)
      const reports = found.map(report => {
        if (pronoun.test(report.claimant)) return { ...report, claimant: named ?? report.claimant }
        named = report.claimant
        return report
      })
      this.#read.push({ reports, named })
    }
    return this.#read[s] as { reports: Report[]; named: string | null }
  }

  /**
   * @param s         The number of the sentence.
   * @param place     In the block's text.
   * @param isObject  Whether the object of the reporting verb may be what is claimed: a figure, but no date.
   */
  at(s: number, place: number, isObject: boolean): string | null {
    const sentence = this.#sentences[s] as QuotedSentence
    const { reports, named } = this.#reportsOf(s)
    const { words, clauses, clauseOf, quotation } = sentence
    const word = words.findIndex(w => w.end > place)
    if (quotation[word] !== undefined && quotation[word] !== -1) {
      const [report] = reports
      if (report) return report.claimant
      return words.every((w, i) => quotation[i] !== -1 || w.pos === 'PUNCT') ? named : null
    }
    const own = clauseOf[word] ?? -1
    const verb = clauses[own]?.verb
    if (isObject && verb && word >= verb.end && claiming.has(words[verb.head]?.lemma ?? '')) {
      const report = reports.find(r => r.clause === own)
      if (report) return report.claimant
    }
    const untagged = reports.find(r => r.from !== undefined && word > r.from && r.clause === own)
    if (untagged) return untagged.claimant
    const seen = new Set<number>()
    for (let c: number | null = own; c !== null && c >= 0 && !seen.has(c); c = clauses[c]?.parent ?? null) {
      seen.add(c)
      const { kind, parent } = clauses[c] as Clause
      const report = kind === 'complement' ? reports.find(r => r.clause === parent) : undefined
      if (report) return report.claimant
    }
    // What stands beside a quotation, its speaker does not say.
    if (quotation.some(q => q !== -1)) return null
    const inserted = reports.find(r => r.clause === null || (r.clause !== own && isInserted(sentence, r.clause)))
    return inserted?.claimant ?? null
  }
}

/** Whether a clause only tells that somebody says something: its content is what the sentence is about. */
export function isReporting(sentence: QuotedSentence, c: number): boolean {
  const clause = sentence.clauses[c]
  if (!clause) return false
  const next = sentence.words[clause.verb.end]?.lower ?? ''
  const lemma = sentence.words[clause.verb.head]?.lemma ?? ''
  return reporting.has(lemma) && (hasContent(sentence, c) || complementisers.has(next))
}
