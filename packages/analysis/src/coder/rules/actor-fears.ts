import { fearAdjectives, fearVerbs } from '../../lexicons/polarity.js'
import type { Frame } from '../frame.js'
import type { CoderRule } from './rule.js'
import { scopeOf } from './scope.js'

export const actorFears: CoderRule = {
  promise: 'The actor is said to be afraid, and what it fears is told in another clause of the sentence.',
  find(context) {
    const { sentence, subjects } = context
    return sentence.clauses.flatMap((clause, c): Frame[] => {
      const holder = subjects[c]
      if (!holder || holder.role === 'owner') return []
      const scope = scopeOf(context, c)
      if (sentence.terms.some(term => scope(term.word))) return []
      const next = sentence.clauses[c + 1]?.start ?? sentence.words.length
      const cue = sentence.words.findIndex(
        (w, i) =>
          i >= clause.verb.start &&
          i < Math.min(next, clause.verb.end + 5) &&
          sentence.clauseOf[i] === c &&
          (i === clause.verb.head ? fearVerbs.has(w.lemma) && !clause.verb.passive : fearAdjectives.has(w.lower)),
      )
      if (cue < 0 || clause.verb.negated) return []
      return [
        {
          actors: holder.actors,
          anchor: { kind: 'clause', clause: c },
          scope: () => true,
          cue,
          acts: false,
          stance: 'concerned',
        },
      ]
    })
  },
}
