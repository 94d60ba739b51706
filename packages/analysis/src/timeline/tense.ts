import type { Clause, Sentence } from '../grammar/clauses.js'
import { looksPast, type VerbGroup } from '../grammar/verb-groups.js'
import { planning } from '../lexicons/calendar.js'
import type { Tense } from './resolve.js'

/** How the words around a date tell of it. */
export interface Telling {
  tense: Tense
  /** Whether it is told as to come, or as meant to. */
  planned: boolean
  /** Whether it is told as what has not been: `would have met in May`. */
  unreal: boolean
}

const told: Telling = { tense: 'past', planned: false, unreal: false }
const open: Telling = { tense: 'open', planned: false, unreal: false }
const meant: Telling = { tense: 'open', planned: true, unreal: false }
const toCome: Telling = { tense: 'future', planned: true, unreal: false }

/** The last verb in front of a place that does not stand alone, if its clause leads to it: `agreed to leave by May`. */
function infinitiveBefore(sentence: Sentence, clause: Clause, word: number): VerbGroup | null {
  const before = sentence.verbs.filter(verb => verb.end <= word && verb.start >= clause.verb.end)
  const last = before.at(-1)
  return last?.form === 'infinitive' ? last : null
}

/**
 * The word that a time hangs on: its own first one, or the one behind it where it opens the next clause (`they met in
 * May, and a year later the war began`).
 */
export function wordOfTime({ words, clauseOf }: Sentence, start: number, end: number): number {
  const own = words.findIndex(word => word.end > start)
  let next = words.findIndex(word => word.start >= end)
  if (words[next]?.text === ',') next++
  let before = own - 1
  while (words[before]?.pos === 'ADP') before--
  // `in 1988 and 1989` opens nothing.
  const opens =
    words[before]?.pos === 'CCONJ' && words[before - 1]?.text === ',' && next > own && clauseOf[next] !== clauseOf[own]
  return opens ? next : own
}

const unreal = ({ words }: Sentence) =>
  words.some(
    (word, i) => /^(?:would|could)$/.test(word.lower) && words.slice(i + 1, i + 4).some(w => w.lower === 'have'),
  )

/** Words in front of a date, for which a plan sets it: `planned exercises for August`, `to leave by May`. */
const setFor = /\bfor (?:the )?$/i
const setBy = /\b(?:by|before|until|no later than) (?:the )?$/i

/**
 * Whether what stands around a place is told as past or as to come, from the verb of its clause: `will`, `may`,
 * `is to` and plans tell of the future; `would` and the present leave the direction open, so that the nearest date is meant.
 */
export function tellingAt(sentence: Sentence, index: number, before: string): Telling {
  const { words, clauses, clauseOf } = sentence
  const clause = clauses[clauseOf[index] ?? -1]
  if (!clause) return open
  const { start, end, head } = clause.verb
  // `Had it come in 2014, …`, `if it had come …, … would have`: what has not been.
  const condition =
    /^\W*(?:Had|Were) (?!been)/.test(before) || (/^if$/i.test(words[clause.start]?.text ?? '') && unreal(sentence))
  if (condition && clause.start <= index && !/,/.test(before)) return { ...told, unreal: true }
  // `since 2017` reaches back from now, whatever the verb.
  if (/\bsince (?:the )?$/i.test(before)) return told
  // Where another verb stands between, the place does not hang on the verb of the clause.
  if (index < start && sentence.verbs.some(verb => verb.start > index && verb.end <= start)) return open

  const group = words.slice(start, end)
  const has = (pattern: RegExp) => group.some(word => pattern.test(word.lower))
  if (has(/^(?:will|'ll|shall)$/)) return toCome
  if (has(/^(?:would|could|might|may|should|must|can)$/)) {
    if (has(/^have$/)) return has(/^(?:would|could|should)$/) ? { ...told, unreal: true } : told
    return has(/^(?:would|could)$/) ? meant : toCome
  }
  const verb = words[head]
  const first = words[start]
  if (!verb || !first) return told
  const leadsOn = words.slice(end, end + 3).some(word => word.lower === 'to')
  const isBe = verb.lemma === 'be' || first.lemma === 'be'
  const past = /^(?:was|were|had|did)$/.test(first.lower) || (start === head && looksPast(verb) && verb.lemma !== 'be')
  const next = words[end]?.lower ?? ''
  const plans =
    planning.has(verb.lemma) || planning.has(verb.lower) || (isBe && /^(?:due|set|about|likely|to)$/.test(next))
  const going = verb.lower === 'going' && next === 'to'
  // A plan counts for what it is about: `agreed in May to leave` tells when it was agreed.
  const infinitive = infinitiveBefore(sentence, clause, index) !== null
  if (going || (plans && leadsOn && (infinitive || !past))) return past ? meant : toCome
  if (plans && (!past || setFor.test(before) || setBy.test(before))) return past ? meant : toCome
  if (infinitive && setBy.test(before)) return meant
  if (past || (first.lemma === 'have' && start !== head)) return told
  return open
}
