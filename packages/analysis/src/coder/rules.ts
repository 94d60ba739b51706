import type { NounPhrase } from '../grammar/noun-phrases.js'
import type { Word } from '../grammar/words.js'
import { circumstances } from '../lexicons/grammar.js'
import { conduct, viewpoints } from '../lexicons/people.js'
import { fearAdjectives, fearVerbs, frighteningVerbs } from '../lexicons/polarity.js'
import { plainReporting, viewing } from '../lexicons/reporting.js'
import type { SentenceContext } from './context.js'
import { ancestors, type Frame } from './frame.js'
import { type Holder, holderOf, holderOfGroup, type Pointers } from './holders.js'
import { isInserted, type SentenceSpeech } from './speakers.js'

/** What a rule looks at. */
export interface RuleContext {
  sentence: SentenceContext
  pointers: Pointers
  speech: SentenceSpeech
  /** For each clause, whom its subject stands for. */
  subjects: (Holder | null)[]
  /** The actors whose point of view the heading above sets; empty where it sets none. */
  heading: string[]
}

/** A way in which prose gives an actor's position. */
export interface CoderRule {
  /** What is so where the rule fires, in one sentence. */
  promise: string
  find(context: RuleContext): Frame[]
}

const plain = new Set(plainReporting)
const views = new Set(viewing)
const sameActors = (a: Holder, b: Holder) =>
  a.actors.length === b.actors.length && a.actors.every(x => b.actors.includes(x))

/** The phrases that `and` joins to a phrase, itself included. */
const groupOf = ({ phrases }: SentenceContext, phrase: NounPhrase) => phrases.filter(p => p.group === phrase.group)

/** Whether a holder acts as a subject: not one whose mere belongings are named. */
const stands = (holder: Holder | null | undefined): holder is Holder => holder != null

/** `after the vote`, `beyond the truce`: a time or an exception, and nothing that the subject acts on. */
function isCircumstance({ words, phrases }: SentenceContext, word: number): boolean {
  const phrase = phrases.find(p => p.start <= word && word < p.end)
  const preposition = phrase?.preposition == null ? null : words[phrase.preposition]
  return preposition != null && circumstances.has(preposition.lower)
}

/**
 * The words that belong to a clause's subject: those of the clause and of the clauses in it, without those that another
 * actor is the subject of, unless the subject wants, fears or expects what the other does.
 */
function scopeOf({ sentence, subjects }: RuleContext, clause: number): (word: number) => boolean {
  const { clauses, words } = sentence
  const own = subjects[clause] as Holder
  const lemma = words[clauses[clause]?.verb.head ?? -1]?.lemma ?? ''
  return word => {
    if (isCircumstance(sentence, word)) return false
    const chain = ancestors(sentence, sentence.clauseOf[word] ?? -1)
    const at = chain.indexOf(clause)
    if (at < 0) return false
    return chain.slice(0, at).every(c => {
      const other = subjects[c]
      if (!stands(other) || sameActors(own, other)) return true
      return clauses[c]?.kind === 'complement' && !plain.has(lemma)
    })
  }
}

/** Whom a phrase stands for, with those that share its noun: `the Chinese and Russian perspectives`. */
function sharing(sentence: SentenceContext, phrase: NounPhrase, pointers: Pointers): Holder | null {
  const own = holderOf(sentence, phrase, pointers)
  if (!own) return null
  const before = groupOf(sentence, phrase)
    .filter(p => p.end < phrase.start)
    .map(p => holderOf(sentence, p, pointers))
    .filter(h => h !== null && h.role !== 'owner')
    .flatMap(h => h?.actors ?? [])
  return { ...own, actors: [...new Set([...before, ...own.actors])] }
}

const speakerSays: CoderRule = {
  promise: 'Who is quoted, or inserted as saying so (`…, she said`), speaks for the actor.',
  find({ sentence, subjects, speech: { direct, indirect } }) {
    const frame = (actor: string, scope: Frame['scope']): Frame => ({
      actors: [actor],
      anchor: { kind: 'clause', clause: -1 },
      scope,
      cue: null,
      acts: false,
      stance: null,
    })
    if (direct) {
      const q = sentence.quotation.find(n => n !== -1)
      return direct.speaker.actor === null ? [] : [frame(direct.speaker.actor, word => sentence.quotation[word] === q)]
    }
    return indirect.flatMap(({ clause, speaker: { actor } }) => {
      if (clause === null || actor === null || !isInserted(sentence, clause)) return []
      const others = (word: number) => ancestors(sentence, sentence.clauseOf[word] ?? -1).map(c => subjects[c])
      return [frame(actor, word => others(word).every(other => !other || other.actors.includes(actor)))]
    })
  },
}

const actorActs: CoderRule = {
  promise: 'The actor, or who speaks or acts for it, is the subject of the clause in which the issue comes up.',
  find(context) {
    const { sentence, subjects } = context
    return sentence.clauses.flatMap((clause, c): Frame[] => {
      const holder = subjects[c]
      if (!stands(holder) || holder.role === 'owner' || clause.verb.passive) return []
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

const actorIsAgent: CoderRule = {
  promise: 'The actor is what a passive verb names as its agent: `is seen by`, `was rejected by`.',
  find({ sentence, pointers }) {
    const { words, phrases, clauses } = sentence
    return phrases.flatMap((phrase): Frame[] => {
      if (phrase.preposition === null || words[phrase.preposition]?.lower !== 'by') return []
      const holder = holderOfGroup(
        sentence,
        phrases.filter(p => p.group === phrase.group),
        pointers,
      )
      const verb = sentence.verbs.findLast(g => g.end <= phrase.start)
      const near = verb && words.slice(verb.end, phrase.preposition).every(w => w.text !== ',' && w.pos !== 'CCONJ')
      if (!stands(holder) || holder.role === 'owner' || holder.role === 'conduct' || !verb || !near) return []
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
    const left = phrases.findLast(p => p.end <= i)
    const right = phrases.find(p => p.start > i)
    if (left?.group !== right?.group) return true
  }
  return false
}

const actorHasConduct: CoderRule = {
  promise: "The actor's policy, interest, fear or the like is named, and the issue is what it is about.",
  find(context) {
    const { sentence, pointers } = context
    const { words, phrases, clauses, clauseOf } = sentence
    return phrases.flatMap((phrase): Frame[] => {
      const head = words[phrase.head]
      // A capital makes it part of a longer name: `United Nations Support Team`.
      if (!head || !conduct.has(head.lemma) || viewpoints.has(head.lemma) || /^\p{Lu}/u.test(head.text)) return []
      const holder = sharing(sentence, phrase, pointers)
      if (!stands(holder) || holder.role !== 'conduct') return []
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

const actorsView: CoderRule = {
  promise: "The sentence is given as the actor's view: `from its perspective`, `in its eyes`, `according to`.",
  find(context) {
    const { sentence, pointers } = context
    const { words, phrases, clauses } = sentence
    const whole = (actors: string[], cue: number): Frame => {
      const clause = sentence.clauseOf[cue] ?? -1
      const top = ancestors(sentence, clause).at(-1) ?? -1
      return { actors, anchor: { kind: 'clause', clause: top }, scope: () => true, cue, acts: false, stance: null }
    }
    return phrases.flatMap((phrase): Frame[] => {
      const preposition = phrase.preposition === null ? '' : (words[phrase.preposition]?.lower ?? '')
      const head = words[phrase.head]
      if (!head) return []
      const point =
        /^(?:point|points)$/.test(head.lower) &&
        words[phrase.end]?.lower === 'of' &&
        words[phrase.end + 1]?.lower === 'view'
      if (/^(?:from|in|to|on)$/.test(preposition) && (viewpoints.has(head.lemma) || point)) {
        const holder = sharing(sentence, phrase, pointers)
        return stands(holder) ? [whole(holder.actors, phrase.head)] : []
      }
      const group = phrases.filter(p => p.group === phrase.group)
      if (group[0] !== phrase) return []
      if (preposition === 'to' && words[(phrase.preposition ?? 0) - 1]?.lower === 'according') {
        const holder = holderOfGroup(sentence, group, pointers)
        return stands(holder) && holder.role !== 'owner' ? [whole(holder.actors, phrase.head)] : []
      }
      // `For Ankara, …` at the head of a sentence; `is seen in Ankara as`.
      const last = group.at(-1) ?? phrase
      const opening = preposition === 'for' && (phrase.preposition ?? 9) <= 1 && words[last.end]?.text === ','
      const clause = clauses[sentence.clauseOf[phrase.head] ?? -1]
      const verb = clause ? words[clause.verb.head] : undefined
      const local =
        preposition === 'in' &&
        clause?.verb.passive === true &&
        verb !== undefined &&
        (views.has(verb.lemma) || plain.has(verb.lemma))
      // `little doubt in Ankara that`
      const noun = phrase.preposition === null ? undefined : words[phrase.preposition - 1]
      const held =
        preposition === 'in' &&
        noun?.pos === 'NOUN' &&
        (conduct.has(noun.lemma) || viewpoints.has(noun.lemma)) &&
        words[last.end]?.lower === 'that'
      // `In Ankara, many believe that`
      const many =
        preposition === 'in' &&
        (phrase.preposition ?? 9) <= 1 &&
        verb !== undefined &&
        views.has(verb.lemma) &&
        !clause?.verb.passive
      if (!opening && !local && !held && !many) return []
      const holder = holderOfGroup(sentence, group, pointers)
      return stands(holder) && holder.role === 'self' ? [whole(holder.actors, phrase.head)] : []
    })
  },
}

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

const worrying = new Set(['concern', 'worry', 'alarm', 'concerning', 'worrying', 'unacceptable', 'alarming'])

const actorIsMoved: CoderRule = {
  promise: 'What the sentence tells worries or alarms the actor.',
  find({ sentence, pointers }) {
    const { words, phrases } = sentence
    return phrases.flatMap((phrase): Frame[] => {
      const verb = sentence.verbs.find(g => g.end === phrase.start)
      const moved =
        verb !== undefined && phrase.preposition === null && frighteningVerbs.has(words[verb.head]?.lemma ?? '')
      const cue = moved ? verb.head : reached(sentence, phrase)
      const holder =
        cue === null
          ? null
          : holderOfGroup(
              sentence,
              phrases.filter(p => p.group === phrase.group),
              pointers,
            )
      if (cue === null || !stands(holder) || holder.role === 'owner' || holder.role === 'conduct') return []
      const clause = sentence.clauseOf[cue] ?? -1
      return [
        {
          actors: holder.actors,
          anchor: { kind: 'clause', clause },
          scope: w => ancestors(sentence, sentence.clauseOf[w] ?? -1).includes(clause),
          cue,
          acts: false,
          stance: 'concerned',
        },
      ]
    })
  },
}

const actorFears: CoderRule = {
  promise: 'The actor is said to be afraid, and what it fears is told in another clause of the sentence.',
  find(context) {
    const { sentence, subjects } = context
    return sentence.clauses.flatMap((clause, c): Frame[] => {
      const holder = subjects[c]
      if (!stands(holder) || holder.role === 'owner') return []
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

const headingSetsView: CoderRule = {
  promise: "The heading above gives the section to the actor's perspective, and the sentence has no actor of its own.",
  find({ sentence, subjects, heading }) {
    if (heading.length === 0 || subjects.some(stands) || sentence.names.length > 0) return []
    return [
      {
        actors: heading,
        anchor: { kind: 'clause', clause: 0 },
        scope: () => true,
        cue: null,
        acts: false,
        stance: null,
      },
    ]
  },
}

/** The rules of the coder; where two find the same actor and issue in a sentence, the one that stands first is told. */
export const coderRules = {
  'speaker-says': speakerSays,
  'actor-is-moved': actorIsMoved,
  'actor-fears': actorFears,
  'actor-acts': actorActs,
  'actor-is-agent': actorIsAgent,
  'actors-view': actorsView,
  'actor-has-conduct': actorHasConduct,
  'heading-sets-view': headingSetsView,
} satisfies { [id: string]: CoderRule }

/** Rules that look beyond the sentence, and what they promise. */
export const discourseRules = {
  'speech-goes-on':
    'A sentence of speech has no term of its own and goes on with what the same speaker said before it.',
} as const

export type CoderRuleId = keyof typeof coderRules | keyof typeof discourseRules
