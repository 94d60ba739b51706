import { ancestors, type Frame } from '../frame.js'
import { holderOfGroup } from '../holders.js'
import type { CoderRule } from './rule.js'
import { groupOf } from './scope.js'

const hindered = new Set([
  'impossible',
  'difficult',
  'hard',
  'harder',
  'tough',
  'unlikely',
  'illegal',
  'wrong',
  'unwise',
])

export const actorIsToAct: CoderRule = {
  promise:
    'The actor is whom an infinitive with `for` in front has for its subject: `a chance for the union to agree`.',
  find({ sentence, pointers }) {
    const { words, phrases, verbs, clauseOf } = sentence
    return phrases.flatMap((phrase): Frame[] => {
      if (words[phrase.preposition ?? -1]?.lower !== 'for') return []
      const group = groupOf(sentence, phrase)
      if (group[0] !== phrase) return []
      // `impossible for the union to agree`
      if (hindered.has(words[(phrase.preposition ?? 0) - 1]?.lower ?? '')) return []
      const verb = verbs.find(g => g.form === 'infinitive' && g.start === (group.at(-1)?.end ?? -1))
      const holder = verb ? holderOfGroup(sentence, group, pointers) : null
      if (!verb || !holder || holder.role === 'owner' || holder.role === 'conduct') return []
      const clause = clauseOf[verb.head] ?? -1
      return [
        {
          actors: holder.actors,
          anchor: { kind: 'noun', word: verb.start },
          scope: word => word >= verb.start && ancestors(sentence, clauseOf[word] ?? -1).includes(clause),
          cue: verb.head,
          acts: true,
          stance: null,
        },
      ]
    })
  },
}
