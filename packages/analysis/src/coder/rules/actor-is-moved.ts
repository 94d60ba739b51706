import type { NounPhrase } from '../../grammar/noun-phrases.js'
import type { VerbGroup } from '../../grammar/verb-groups.js'
import { frighteningVerbs } from '../../lexicons/polarity.js'
import type { SentenceContext } from '../context.js'
import { ancestors, type Frame } from '../frame.js'
import { holderOfGroup } from '../holders.js'
import type { CoderRule } from './rule.js'
import { groupOf } from './scope.js'

/** `is of concern to Ankara, and particularly to its neighbours`: whom the word of concern reaches. */
function reached(sentence: SentenceContext, phrase: NounPhrase): number | null {
  const { words, phrases } = sentence
  if (phrase.preposition === null || words[phrase.preposition]?.lower !== 'to') return null
  const before = words[phrase.preposition - 1]
  if (before && worrying.has(before.lower)) return phrase.preposition - 1
  const earlier = phrases.findLast(p => p.end <= (phrase.preposition as number))
  if (!earlier) return null
  const gap = words.slice(earlier.end, phrase.preposition)
  const joined =
    gap.some(w => w.pos === 'CCONJ') && gap.every(w => w.pos === 'CCONJ' || w.pos === 'ADV' || w.text === ',')
  return joined ? reached(sentence, earlier) : null
}

/** `took Ankara by surprise`, `caught the ministry off guard` */
function isSurprised({ words }: SentenceContext, verb: VerbGroup, phrase: NounPhrase): boolean {
  const behind = `${words[phrase.end]?.lower} ${words[phrase.end + 1]?.lower}`
  return (
    /^(?:take|catch)$/.test(words[verb.head]?.lemma ?? '') && /^(?:by surprise|off guard|off balance)$/.test(behind)
  )
}

const worrying = new Set(['concern', 'worry', 'alarm', 'concerning', 'worrying', 'unacceptable', 'alarming'])

export const actorIsMoved: CoderRule = {
  promise: 'What the sentence tells worries or alarms the actor.',
  find({ sentence, pointers }) {
    const { words, phrases } = sentence
    return phrases.flatMap((phrase): Frame[] => {
      const verb = sentence.verbs.find(g => g.end === phrase.start)
      const moved =
        verb !== undefined && phrase.preposition === null && frighteningVerbs.has(words[verb.head]?.lemma ?? '')
      const surprised = verb !== undefined && isSurprised(sentence, verb, phrase)
      const cue = moved || surprised ? verb.head : reached(sentence, phrase)
      const holder = cue === null ? null : holderOfGroup(sentence, groupOf(sentence, phrase), pointers)
      if (cue === null || !holder || holder.role === 'owner' || holder.role === 'conduct') return []
      const clause = sentence.clauseOf[cue] ?? -1
      return [
        {
          actors: holder.actors,
          anchor: { kind: 'clause', clause },
          scope: w => ancestors(sentence, sentence.clauseOf[w] ?? -1).includes(clause),
          cue,
          acts: false,
          stance: surprised ? 'none' : 'concerned',
        },
      ]
    })
  },
}
