import type { NounPhrase } from '../../grammar/noun-phrases.js'
import { circumstances } from '../../lexicons/grammar.js'
import { plainReporting } from '../../lexicons/reporting.js'
import type { SentenceContext } from '../context.js'
import { ancestors } from '../frame.js'
import { type Holder, holderOf, type Pointers } from '../holders.js'
import type { RuleContext } from './rule.js'

const plain = new Set(plainReporting)

/** Whether two phrases stand for the same actors. */
export const sameActors = (a: Holder, b: Holder) =>
  a.actors.length === b.actors.length && a.actors.every(x => b.actors.includes(x))

/** The phrases that `and` joins to a phrase, itself included. */
export const groupOf = ({ phrases }: SentenceContext, phrase: NounPhrase) =>
  phrases.filter(p => p.group === phrase.group)

/** Nouns that with `of` behind them make a preposition of circumstance: `in the event of`. */
const circumstantial = new Set([
  'aftermath',
  'absence',
  'case',
  'context',
  'course',
  'event',
  'framework',
  'light',
  'midst',
  'run-up',
  'view',
  'wake',
])

/** `after the vote`, `in the event of a truce`: a time, an occasion or an exception, and nothing that is acted on. */
function isCircumstance({ words, phrases }: SentenceContext, word: number): boolean {
  const phrase = phrases.find(p => p.start <= word && word < p.end)
  const place = phrase?.preposition
  if (place == null) return false
  const preposition = words[place]?.lower ?? ''
  if (circumstances.has(preposition)) return true
  // `in the event of`, `in view of`, but not `takes a view of`
  const opens = words[place - (words[place - 2]?.pos === 'DET' ? 3 : 2)]?.lower ?? ''
  return (
    preposition === 'of' &&
    circumstantial.has(words[place - 1]?.lower ?? '') &&
    /^(?:in|at|on|during|within)$/.test(opens)
  )
}

/**
 * The words that belong to a clause's subject: those of the clause and of the clauses in it, without those that another
 * actor is the subject of, unless the subject wants, fears or expects what the other does.
 */
export function scopeOf({ sentence, subjects }: RuleContext, clause: number): (word: number) => boolean {
  const { clauses, words } = sentence
  const own = subjects[clause] as Holder
  const lemma = words[clauses[clause]?.verb.head ?? -1]?.lemma ?? ''
  const { object } = clauses[clause] ?? {}
  return word => {
    if (isCircumstance(sentence, word)) return false
    // `the patrols that both countries run`
    if (object && word >= object.start && word < object.end) {
      const outer = subjects[sentence.clauseOf[object.head] ?? -1]
      return !outer || !sameActors(own, outer)
    }
    const chain = ancestors(sentence, sentence.clauseOf[word] ?? -1)
    const at = chain.indexOf(clause)
    if (at < 0) return false
    return chain.slice(0, at).every(c => {
      const other = subjects[c]
      if (!other || sameActors(own, other)) return true
      // `a resolution of the council that condemned …`: what one has passed is one's own too.
      if (clauses[c]?.kind === 'relative') return other.role === 'conduct'
      return clauses[c]?.kind === 'complement' && !plain.has(lemma)
    })
  }
}

/** Whom a phrase stands for, with those that share its noun: `the Chinese and Russian perspectives`. */
export function sharing(sentence: SentenceContext, phrase: NounPhrase, pointers: Pointers): Holder | null {
  const own = holderOf(sentence, phrase, pointers)
  if (!own) return null
  const before = groupOf(sentence, phrase)
    .filter(p => p.end < phrase.start)
    .map(p => holderOf(sentence, p, pointers))
    .filter(h => h !== null && h.role !== 'owner')
    .flatMap(h => h?.actors ?? [])
  return { ...own, actors: [...new Set([...before, ...own.actors])] }
}

/** The words that no other actor is the subject of. */
export function ownWords({ sentence, subjects }: RuleContext, actors: readonly string[]): (word: number) => boolean {
  return word =>
    ancestors(sentence, sentence.clauseOf[word] ?? -1).every(c => {
      const other = subjects[c]
      return !other || other.actors.some(actor => actors.includes(actor))
    })
}
