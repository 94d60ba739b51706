import type { NounPhrase } from '../../grammar/noun-phrases.js'
import { conduct, viewpoints } from '../../lexicons/people.js'
import { conVerbs, proVerbs } from '../../lexicons/polarity.js'
import { plainReporting, viewing } from '../../lexicons/reporting.js'
import type { SentenceContext } from '../context.js'
import { ancestors, type Frame } from '../frame.js'
import { type Holder, holderOfGroup } from '../holders.js'
import type { CoderRule } from './rule.js'
import { groupOf, ownWords, sharing } from './scope.js'

const plain = new Set(plainReporting)
const views = new Set(viewing)

/** How a phrase sets a point of view. */
type Sign = 'viewpoint' | 'according' | 'local' | 'act' | null

/** `according to this view`, `in that reading`: the view that was given last. */
function isLastView({ words }: SentenceContext, { start, head }: NounPhrase): boolean {
  return /^(?:this|that|such|these|those)$/.test(words[start]?.lower ?? '') && viewpoints.has(words[head]?.lemma ?? '')
}

/** What tells that a phrase sets a point of view; null where nothing does. */
function signOf({ words, phrases, verbs, clauses, clauseOf }: SentenceContext, phrase: NounPhrase): Sign {
  const head = words[phrase.head]
  if (phrase.preposition === null || !head) return null
  const preposition = words[phrase.preposition]?.lower ?? ''
  const behind = (n: number) => words[phrase.end + n]?.lower
  // `from Ankara's point of view`, `in its eyes`
  const point = /^points?$/.test(head.lower) && behind(0) === 'of' && behind(1) === 'view'
  if (/^(?:from|in|to|on)$/.test(preposition) && (viewpoints.has(head.lemma) || point)) return 'viewpoint'
  const before = words[phrase.preposition - 1]
  if (preposition === 'to' && before?.lower === 'according') return 'according'
  const last = phrases.findLast(p => p.group === phrase.group) ?? phrase
  const opens = phrase.preposition <= 1
  // `For Ankara, …`
  if (preposition === 'for') return opens && words[last.end]?.text === ',' ? 'local' : null
  if (preposition !== 'in') return null
  const clause = clauses[clauseOf[phrase.head] ?? -1]
  const lemma = words[clause?.verb.head ?? -1]?.lemma ?? ''
  // `is seen in Ankara as`
  // `is ruled out in Ankara`
  if (clause?.verb.passive) {
    if (views.has(lemma) || plain.has(lemma)) return 'local'
    const judged = proVerbs.has(lemma) || conVerbs.has(lemma) || words[clause.verb.end]?.lower === 'out'
    const own = clause.verb.end <= phrase.start && !verbs.some(v => v.start >= clause.verb.end && v.end <= phrase.start)
    return judged && own ? 'act' : null
  }
  // `In Ankara, many believe that`
  if (opens && views.has(lemma)) return 'local'
  // `little doubt in Ankara that`
  const opinion = before?.pos === 'NOUN' && (conduct.has(before.lemma) || viewpoints.has(before.lemma))
  return opinion && words[last.end]?.lower === 'that' ? 'local' : null
}

export const actorsView: CoderRule = {
  promise: "The sentence is given as the actor's view: `from its perspective`, `in its eyes`, `according to`.",
  find(context) {
    const { sentence, pointers } = context
    return sentence.phrases.flatMap((phrase): Frame[] => {
      const sign = signOf(sentence, phrase)
      if (sign === null) return []
      const group = groupOf(sentence, phrase)
      if (sign !== 'viewpoint' && group[0] !== phrase) return []
      const known: Holder | null =
        context.view.length > 0 && isLastView(sentence, phrase)
          ? { actors: context.view, role: 'conduct', plural: false, anaphoric: true }
          : null
      const own = sign === 'viewpoint' ? sharing(sentence, phrase, pointers) : holderOfGroup(sentence, group, pointers)
      const holder = known ?? own
      const place = sign === 'local' || sign === 'act'
      if (!holder || (place && holder.role !== 'self') || (sign === 'according' && holder.role === 'owner')) return []
      const top = ancestors(sentence, sentence.clauseOf[phrase.head] ?? -1).at(-1) ?? -1
      return [
        {
          actors: holder.actors,
          anchor: { kind: 'clause', clause: top },
          // What another does is reported, and no position of who reports it.
          scope: sign === 'according' ? ownWords(context, holder.actors) : () => true,
          cue: phrase.head,
          acts: sign === 'act',
          stance: null,
        },
      ]
    })
  },
}
