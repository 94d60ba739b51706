import type { NounPhrase } from '../../grammar/noun-phrases.js'
import { conduct } from '../../lexicons/people.js'
import { fearNouns, proNouns } from '../../lexicons/polarity.js'
import { ancestors, type Frame } from '../frame.js'
import { type Holder, holderOfGroup } from '../holders.js'
import type { CoderRule, RuleContext } from './rule.js'
import { groupOf, sharing } from './scope.js'

/** Whose goal or concern a predicate names: `Oslo's aim`, `the aim of Norwegian policy`, `a priority for Oslo`. */
function ownerOf({ sentence, pointers }: RuleContext, phrase: NounPhrase): Holder | null {
  const own = sharing(sentence, phrase, pointers)
  if (own) return own.role === 'conduct' ? own : null
  const next = sentence.phrases.find(p => p.preposition === phrase.end)
  const preposition = sentence.words[phrase.end]?.lower ?? ''
  if (!next || !/^(?:of|for|to)$/.test(preposition)) return null
  const behind = holderOfGroup(sentence, groupOf(sentence, next), pointers)
  if (behind && behind.role !== 'owner') return behind
  // `a chief concern of the cabinet`, `one of the aims of Norwegian policy`
  return preposition === 'of' && conduct.has(sentence.words[next.head]?.lemma ?? '')
    ? ownerOf({ sentence, pointers } as RuleContext, next)
    : null
}

export const conductIs: CoderRule = {
  promise: "What is told is called the actor's goal, interest, concern or the like: `is the aim of Norwegian policy`.",
  find(context) {
    const { sentence } = context
    const { words, phrases, clauses, clauseOf } = sentence
    return clauses.flatMap(({ verb }, c): Frame[] => {
      if (!/^(?:be|remain|become)$/.test(words[verb.head]?.lemma ?? '') || verb.negated) return []
      const predicate = phrases.find(p => p.start >= verb.end)
      if (!predicate || predicate.preposition !== null || clauseOf[predicate.head] !== c) return []
      const inner = phrases.find(p => p.preposition === predicate.end && words[predicate.end]?.lower === 'of')
      const noun = words[predicate.head]?.lower === 'one' && inner ? inner : predicate
      const lemma = words[noun.head]?.lemma ?? ''
      if (!conduct.has(lemma) && lemma !== 'concern' && lemma !== 'threat') return []
      const holder = ownerOf(context, noun)
      if (!holder) return []
      return [
        {
          actors: holder.actors,
          anchor: { kind: 'clause', clause: c },
          scope: word => word < verb.start && ancestors(sentence, clauseOf[word] ?? -1).includes(c),
          cue: noun.head,
          acts: false,
          stance: fearNouns.has(lemma) ? 'concerned' : null,
          ...(proNouns.has(lemma) ? { leans: 'pro' as const } : {}),
        },
      ]
    })
  },
}
