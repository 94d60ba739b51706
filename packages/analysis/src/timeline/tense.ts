import type { Clause, Sentence } from '../grammar/clauses.js'
import { looksPast, type VerbGroup } from '../grammar/verb-groups.js'
import { planning } from '../lexicons/calendar.js'
import type { Tense } from './resolve.js'

/** How the words around a date tell of it. */
export interface Telling {
  tense: Tense
  /** Whether it is told as to come, or as meant to. */
  planned: boolean
}

const told: Telling = { tense: 'past', planned: false }

/** The last verb in front of a place that does not stand alone, if its clause leads to it: `agreed to leave by May`. */
function infinitiveBefore(sentence: Sentence, clause: Clause, word: number): VerbGroup | null {
  const before = sentence.verbs.filter(verb => verb.end <= word && verb.start >= clause.verb.end)
  const last = before.at(-1)
  return last?.form === 'infinitive' ? last : null
}

/**
 * Whether what stands around a place is told as past or as to come, from the verb of its clause: `will`, `is to` and
 * plans tell of the future; `would`, `may` and the present leave the direction open, so that the nearest date is meant.
 */
export function tellingAt(sentence: Sentence, place: number): Telling {
  const { words, clauses, clauseOf } = sentence
  const index = words.findIndex(word => word.end > place)
  const clause = clauses[clauseOf[index] ?? -1]
  if (!clause) return { tense: 'open', planned: false }
  const { start, end, head } = clause.verb
  const group = words.slice(start, end)
  const has = (pattern: RegExp) => group.some(word => pattern.test(word.lower))
  if (has(/^(?:will|'ll|shall)$/)) return { tense: 'future', planned: true }
  const modal = has(/^(?:would|could|might|may|should|must|can)$/)
  if (modal) return has(/^have$/) ? told : { tense: 'open', planned: true }

  const verb = words[head]
  const first = words[start]
  if (!verb || !first) return told
  const leadsOn = words.slice(end, end + 3).some(word => word.lower === 'to')
  const isBe = verb.lemma === 'be' || first.lemma === 'be'
  const past = /^(?:was|were|had|did)$/.test(first.lower) || (start === head && looksPast(verb) && verb.lemma !== 'be')
  const plans =
    planning.has(verb.lemma) ||
    planning.has(verb.lower) ||
    (isBe && /^(?:due|set|about|likely|to)$/.test(words[end]?.lower ?? ''))
  const going = verb.lower === 'going' && words[end]?.lower === 'to'
  // A plan counts for what it is about: `agreed in May to leave` tells when it was agreed.
  const within = infinitiveBefore(sentence, clause, index) !== null || (leadsOn && index < start)
  if (going || (plans && leadsOn && (within || !past))) return { tense: past ? 'open' : 'future', planned: true }
  if (past || (first.lemma === 'have' && start !== head)) return told
  return { tense: 'open', planned: false }
}
