import type { NounPhrase } from '../../grammar/noun-phrases.js'
import type { Word } from '../../grammar/words.js'
import { conduct, viewpoints } from '../../lexicons/people.js'
import { ancestors, type Frame } from '../frame.js'
import { type Holder, holderOfGroup } from '../holders.js'
import type { CoderRule, RuleContext } from './rule.js'
import { groupOf, sameActors, sharing } from './scope.js'

/**
 * `critical of the Turkish withdrawal`: what is named is itself the issue, and it stands in what another does or says.
 * That the actor does so is known; it is not told here.
 */
function isNamedInPassing({ sentence, subjects }: RuleContext, phrase: NounPhrase, holder: Holder): boolean {
  const isIssue = sentence.terms.some(term => term.word <= phrase.head && phrase.head < term.wordEnd)
  if (!isIssue) return false
  const subject = subjects[sentence.clauseOf[phrase.head] ?? -1]
  return subject ? !sameActors(subject, holder) : phrase.preposition !== null
}

/** Whether what hangs on a noun has ended in front of a place: at a colon, or at a comma that joins no list. */
function breaksOff(words: readonly Word[], phrases: readonly NounPhrase[], phrase: NounPhrase, place: number): boolean {
  for (let i = phrase.end; i < place; i++) {
    const text = words[i]?.text ?? ''
    // A colon right behind the noun opens what it consists of.
    if (text === ';' || text === '—' || (text === ':' && i > phrase.end)) return true
    if (text !== ',') continue
    // `its goals, including an end to the dam, …`: what follows is what they consist of.
    if (i === phrase.end && /^(?:including|namely)$/.test(words[i + 1]?.lower ?? '')) return false
    const left = phrases.findLast(p => p.end <= i)
    const right = phrases.find(p => p.start > i)
    if (left?.group !== right?.group) return true
  }
  return false
}

/** Nouns that with `of` behind them are the actor's; in `fear of the north` the north is what is feared. */
const owned =
  /^(?:aim|ambition|approach|behaviou?r|calculus|commitment|concern|credibility|decision|effort|engagement|goal|intention|interest|objective|policy|position|posture|priority|response|role|stance|strategy|willingness)$/

/** `talks between Oslo and Tokyo`, `the interests of Oslo`: the actors stand behind the noun. */
function holderBehind({ sentence, pointers }: RuleContext, phrase: NounPhrase): Holder | null {
  const { words, phrases } = sentence
  const next = phrases.find(p => p.start > phrase.head && p.preposition === phrase.end)
  const preposition = words[phrase.end]?.lower
  const fits = preposition === 'between' || (preposition === 'of' && owned.test(words[phrase.head]?.lemma ?? ''))
  const holder = next && fits ? holderOfGroup(sentence, groupOf(sentence, next), pointers) : null
  return holder && (holder.role === 'self' || holder.role === 'official') ? { ...holder, role: 'conduct' } : null
}

export const actorHasConduct: CoderRule = {
  promise: "The actor's policy, interest, fear or the like is named, and the issue is what it is about.",
  find(context) {
    const { sentence, pointers } = context
    const { words, phrases, clauses, clauseOf } = sentence
    return phrases.flatMap((phrase): Frame[] => {
      const head = words[phrase.head]
      // A capital makes it part of a longer name: `United Nations Support Team`.
      // At the head of a sentence the tagger takes a capital for a name and leaves the plural.
      const lemma = phrase.head === 0 && head?.pos === 'PROPN' ? head.lower.replace(/s$/, '') : head?.lemma
      if (!head || lemma === undefined || !conduct.has(lemma) || viewpoints.has(lemma)) return []
      if (phrase.head > 0 && /^\p{Lu}/u.test(head.text)) return []
      const holder = sharing(sentence, phrase, pointers) ?? holderBehind(context, phrase)
      if (holder?.role !== 'conduct') return []
      const clause = clauseOf[phrase.head] ?? -1
      const isSubject = clauses[clause]?.subject.includes(phrase) === true
      if (!isSubject && !holder.anaphoric && isNamedInPassing(context, phrase, holder)) return []
      // A subject's own words end at its verb; what it does is the rule above.
      const end = isSubject ? (clauses[clause]?.verb.start ?? words.length) : words.length
      return [
        {
          actors: holder.actors,
          anchor: { kind: 'noun', word: phrase.head },
          scope: word =>
            word >= phrase.start &&
            word < end &&
            (clauseOf[word] === clause || ancestors(sentence, clauseOf[word] ?? -1).includes(clause)) &&
            !breaksOff(words, phrases, phrase, word),
          cue: phrase.head,
          acts: true,
          stance: null,
        },
      ]
    })
  },
}
