import type { Frame } from '../frame.js'
import type { CoderRule } from './rule.js'
import { scopeOf } from './scope.js'

export const actorActs: CoderRule = {
  promise: 'The actor, or who speaks or acts for it, is the subject of the clause in which the issue comes up.',
  find(context) {
    const { sentence, subjects } = context
    return sentence.clauses.flatMap((clause, c): Frame[] => {
      const holder = subjects[c]
      if (!holder || holder.role === 'owner' || clause.verb.passive) return []
      return [
        {
          actors: holder.actors,
          anchor: { kind: 'clause', clause: c },
          scope: scopeOf(context, c),
          cue: clause.verb.head,
          acts: true,
          stance: null,
        },
      ]
    })
  },
}
