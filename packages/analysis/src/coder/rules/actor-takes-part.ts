import type { Clause } from '../../grammar/clauses.js'
import type { NounPhrase } from '../../grammar/noun-phrases.js'
import { reciprocalVerbs } from '../../lexicons/polarity.js'
import type { SentenceContext } from '../context.js'
import type { Frame } from '../frame.js'
import { holderOfGroup } from '../holders.js'
import type { CoderRule } from './rule.js'
import { groupOf, sameActors } from './scope.js'

/** The other side of what two do together: the object of `met`, or what stands behind `with`. */
function counterpart({ words, phrases, clauses }: SentenceContext, { verb }: Clause): NounPhrase | undefined {
  const end = clauses.find(clause => clause.start > verb.end)?.start ?? words.length
  const behind = phrases.filter(p => p.start >= verb.end && p.end <= end)
  const met = words[verb.head]?.lemma === 'meet' && behind[0]?.start === verb.end ? behind[0] : undefined
  return met ?? behind.find(p => words[p.preposition ?? -1]?.lower === 'with')
}

export const actorTakesPart: CoderRule = {
  promise: 'The actor is the other side of what another does with it: `met the envoy`, `agreed with the union`.',
  find({ sentence, subjects, pointers }) {
    return sentence.clauses.flatMap((clause, c): Frame[] => {
      if (!reciprocalVerbs.has(sentence.words[clause.verb.head]?.lemma ?? '') || clause.verb.negated) return []
      const phrase = counterpart(sentence, clause)
      const holder = phrase ? holderOfGroup(sentence, groupOf(sentence, phrase), pointers) : null
      const subject = subjects[c]
      if (!holder || (holder.role !== 'self' && holder.role !== 'official')) return []
      if (!subject || sameActors(subject, holder)) return []
      return [
        {
          actors: holder.actors,
          anchor: { kind: 'clause', clause: c },
          scope: word => sentence.clauseOf[word] === c,
          cue: clause.verb.head,
          acts: true,
          stance: null,
        },
      ]
    })
  },
}
