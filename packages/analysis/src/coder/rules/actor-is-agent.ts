import { ancestors, type Frame } from '../frame.js'
import { holderOfGroup } from '../holders.js'
import type { CoderRule } from './rule.js'
import { groupOf } from './scope.js'

export const actorIsAgent: CoderRule = {
  promise: 'The actor is what a passive verb names as its agent: `is seen by`, `was rejected by`.',
  find({ sentence, pointers }) {
    const { words, phrases, clauses } = sentence
    return phrases.flatMap((phrase): Frame[] => {
      if (phrase.preposition === null || words[phrase.preposition]?.lower !== 'by') return []
      const holder = holderOfGroup(sentence, groupOf(sentence, phrase), pointers)
      const verb = sentence.verbs.findLast(g => g.end <= phrase.start)
      const near = verb && words.slice(verb.end, phrase.preposition).every(w => w.text !== ',' && w.pos !== 'CCONJ')
      if (!holder || holder.role === 'owner' || holder.role === 'conduct' || !verb || !near) return []
      const clause = sentence.clauseOf[verb.head] ?? -1
      if (verb.form === 'finite' && !verb.passive) return []
      const finite = clauses[clause]?.verb === verb
      return [
        {
          actors: holder.actors,
          anchor: finite ? { kind: 'clause', clause } : { kind: 'noun', word: Math.max(0, verb.start - 3) },
          scope: word =>
            ancestors(sentence, sentence.clauseOf[word] ?? -1).includes(clause) &&
            (finite || Math.abs(word - verb.head) < 8),
          cue: verb.head,
          acts: true,
          stance: null,
        },
      ]
    })
  },
}
