import type { Stance } from '@briefbook/ast'
import type { VerbGroup } from '../grammar/verb-groups.js'
import { formsOfBe } from '../lexicons/grammar.js'
import { conduct } from '../lexicons/people.js'
import { type Lean, leaningPhrases, turningVerbs } from '../lexicons/phrases.js'
import {
  conAdjectives,
  conNouns,
  conVerbs,
  fearAdjectives,
  fearNouns,
  fearVerbs,
  harmVerbs,
  hedges,
  mental,
  proAdjectives,
  proNouns,
  proVerbs,
  stativeVerbs,
} from '../lexicons/polarity.js'
import { plainReporting, viewing } from '../lexicons/reporting.js'
import type { SentenceContext, TermInSentence } from './context.js'
import { ancestors, type Frame } from './frame.js'

/** What the words on the way from an actor to a term add up to. */
interface Sum {
  /** How often the direction turns. */
  turns: number
  /** Whether any word showed an attitude. */
  attitude: boolean
  fear: boolean
  /** Whether a verb acts against something feared: `prevent the danger`. */
  against: boolean
  mixed: boolean
  /** Whether the matter is told to be open so far. */
  open: boolean
  negated: boolean
  cues: number[]
}

const plain = new Set(plainReporting)
const views = new Set(viewing)
const phrasesByVerb = new Map<string, { rest: string[]; lean: Lean }[]>()
for (const [phrase, lean] of leaningPhrases) {
  const [verb, ...rest] = phrase.split(' ') as [string, ...string[]]
  phrasesByVerb.set(verb, [...(phrasesByVerb.get(verb) ?? []), { rest, lean }])
}

function add(sum: Sum, lean: Lean, cue: number): void {
  sum.attitude = true
  sum.cues.push(cue)
  if (lean === 'con') sum.turns++
  if (lean === 'fear') sum.fear = true
  if (lean === 'mixed') sum.mixed = true
}

/** A multi-word lean of a verb: its other words stand within a few words behind it, in order. */
function phraseLean({ words }: SentenceContext, head: number): Lean | null {
  const verb = words[head]
  for (const { rest, lean } of phrasesByVerb.get(verb?.lemma ?? '') ?? []) {
    let at = head + 1
    const fits = rest.every(part => {
      const found = words.findIndex((w, i) => i >= at && i < at + 3 && (w.lemma === part || w.lower === part))
      at = found + 1
      return found >= 0
    })
    if (fits) return lean
  }
  return null
}

/** What is known of a verb on the way: whether the term is in it, and whether it is the actor's own. */
interface VerbPlace {
  isTerm: boolean
  isOwn: boolean
}

function addVerb(sum: Sum, sentence: SentenceContext, group: VerbGroup, { isTerm, isOwn }: VerbPlace): void {
  const { words } = sentence
  const verb = words[group.head]
  if (!verb) return
  const { lemma } = verb
  const phrase = phraseLean(sentence, group.head)
  const helpers = words.slice(group.start, group.end)
  if (group.negated) {
    // `have not yet recognised` tells what is so far, not what is wanted.
    if (helpers.some(w => w.lower === 'yet')) sum.open = true
    sum.negated = !sum.negated
    sum.turns++
    sum.attitude = true
    sum.cues.push(group.start)
  }
  if (hedges.has(lemma)) add(sum, 'mixed', group.head)
  const state = mental.has(verb.lower) && group.end - group.start > 1
  if (state && fearAdjectives.has(verb.lower)) add(sum, 'fear', group.head)
  else if (state && conAdjectives.has(verb.lower)) add(sum, 'con', group.head)
  else if (state && proAdjectives.has(verb.lower)) add(sum, 'pro', group.head)
  else if (phrase) {
    add(sum, phrase, group.head)
    if (phrase === 'con') sum.against = true
  } else if (turningVerbs.has(lemma)) add(sum, 'con', group.head)
  else if (fearVerbs.has(lemma)) add(sum, 'fear', group.head)
  else if (harmVerbs.has(lemma)) add(sum, isOwn ? 'pro' : 'fear', group.head)
  else if (conVerbs.has(lemma) && !isTerm) {
    add(sum, 'con', group.head)
    sum.against = true
  } else if (proVerbs.has(lemma) && !isTerm) add(sum, 'pro', group.head)
  // What somebody says should be is wanted; what an actor itself must do is the author's opinion.
  const modal = isOwn ? undefined : helpers.find(w => /^(?:should|must|ought)$/.test(w.lower))
  if (modal) add(sum, 'pro', words.indexOf(modal))
}

const inPhrase = (sentence: SentenceContext, i: number) => sentence.phrases.find(p => p.start <= i && i < p.end)

/** `Its concern is that …`, `Its refusal to …`: what the subject is itself. */
function addSubject(sum: Sum, { words, clauses }: SentenceContext, clause: number): void {
  for (const { head } of clauses[clause]?.subject ?? []) {
    const lemma = words[head]?.lemma ?? ''
    if (!conduct.has(lemma)) continue
    if (fearNouns.has(lemma)) add(sum, 'fear', head)
    else if (conNouns.has(lemma)) add(sum, 'con', head)
    else if (proNouns.has(lemma)) add(sum, 'pro', head)
  }
}

/** Adjectives that say something of the subject: behind a form of `be`, alone or in front of the predicate's noun. */
function addPredicate(sum: Sum, sentence: SentenceContext, group: VerbGroup, limit: number): void {
  const { words } = sentence
  const verb = words[group.head]
  if (!verb || !(verb.pos === 'AUX' || stativeVerbs.has(verb.lemma))) return
  for (let i = group.end; i < Math.min(limit, group.end + 7); i++) {
    const word = words[i]
    if (!word || word.text === ',' || word.pos === 'SCONJ') break
    const phrase = inPhrase(sentence, i)
    if (phrase && (phrase.preposition !== null || !formsOfBe.has(verb.lower))) continue
    if (word.pos === 'ADJ' || word.pos === 'VERB' || word.pos === 'ADV') {
      if (hedges.has(word.lower)) add(sum, 'mixed', i)
      else if (fearAdjectives.has(word.lower)) add(sum, 'fear', i)
      else if (conAdjectives.has(word.lower)) add(sum, 'con', i)
      else if (proAdjectives.has(word.lower)) add(sum, 'pro', i)
    } else if (word.lower === 'concern' && words[i - 1]?.lower === 'of') add(sum, 'fear', i)
  }
}

/**
 * `…, going as far as to question …`: where a participle behind a comma begins what a term stands in; the verb in front
 * of the comma says nothing of it.
 */
function adjunctBefore({ verbs, clauses, words }: SentenceContext, clause: number, place: number): number | null {
  const verb = clauses[clause]?.verb
  if (!verb) return null
  const group = verbs.findLast(
    g =>
      g.form === 'participle' &&
      g.start > verb.end &&
      g.head < place &&
      words[g.start - 1]?.text === ',' &&
      /ing$/.test(words[g.start]?.lower ?? ''),
  )
  return group && words[group.start]?.lower !== 'including' ? group.start : null
}

/** Verbs without a subject of their own that lead to a place: the last, and those it hangs on without a comma or `and`. */
function leadingVerbs(sentence: SentenceContext, from: number, to: number): VerbGroup[] {
  const groups = sentence.verbs.filter(g => g.form !== 'finite' && g.start >= from && g.head < to)
  const leading: VerbGroup[] = []
  let start = to
  for (const group of groups.toReversed()) {
    const between = sentence.words.slice(group.end, start)
    if (leading.length > 0 && between.some(w => w.text === ',' || w.text === ';' || w.pos === 'CCONJ')) break
    leading.unshift(group)
    start = group.start
  }
  return leading
}

function addNouns(sum: Sum, sentence: SentenceContext, from: number, term: TermInSentence, hazard: boolean): void {
  const { words } = sentence
  let start = from
  // Commas inside the list that the term is in part nothing: `unease about prices, wages and taxes`.
  const own = inPhrase(sentence, term.word)
  const list = own ? Math.min(...sentence.phrases.filter(p => p.group === own.group).map(p => p.start)) : term.word
  for (let i = from; i < Math.min(term.word, list); i++)
    if ([',', ';', ':', '—'].includes(words[i]?.text ?? '')) start = i + 1
  for (let i = start; i < term.word; i++) {
    const word = words[i]
    if (!word) continue
    if (word.lower === 'no' || word.lower === 'without' || word.lower === 'against') {
      if (word.lower === 'no') sum.negated = !sum.negated
      sum.turns++
      sum.attitude = true
      sum.cues.push(i)
    }
    if (hedges.has(word.lemma) || hedges.has(word.lower)) add(sum, 'mixed', i)
    if (word.pos !== 'NOUN' && word.pos !== 'PROPN') continue
    if (fearNouns.has(word.lemma)) {
      // `the threat of sanctions` is a means, not a fear
      if (word.lemma !== 'threat' || hazard || words[i + 1]?.lower !== 'of') add(sum, 'fear', i)
    } else if (conNouns.has(word.lemma)) add(sum, 'con', i)
    else if (proNouns.has(word.lemma)) add(sum, 'pro', i)
  }
  // `the terrorist threat`, `aid cuts`
  const phrase = inPhrase(sentence, term.word)
  for (let i = term.wordEnd; phrase && i < phrase.end; i++) {
    const word = words[i]
    if (word?.pos !== 'NOUN') continue
    if (fearNouns.has(word.lemma)) add(sum, 'fear', i)
    else if (conNouns.has(word.lemma)) add(sum, 'con', i)
  }
}

/** `invokes the movement as the greatest threat`, `sees trade as an opportunity` */
function addPredicative(sum: Sum, sentence: SentenceContext, term: TermInSentence): void {
  const { words, phrases } = sentence
  const next = phrases.find(p => p.start >= term.wordEnd)
  if (!next || words[next.start - 1]?.lower !== 'as' || next.start - term.wordEnd > 2) return
  const lemma = words[next.head]?.lemma ?? ''
  if (fearNouns.has(lemma)) add(sum, 'fear', next.head)
  else if (conNouns.has(lemma)) add(sum, 'con', next.head)
  else if (proNouns.has(lemma) || lemma === 'opportunity') add(sum, 'pro', next.head)
}

function total(sum: Sum, direction: 1 | -1, fallback: Stance): Stance {
  if (sum.mixed) return 'mixed'
  if (sum.open) return 'none'
  // `is no threat to stability` speaks for it.
  if (sum.fear && sum.negated) return direction === 1 ? 'favours' : 'opposes'
  if (sum.fear && !sum.against) return 'concerned'
  if (!sum.attitude) return fallback
  return (sum.turns % 2 === 0) === (direction === 1) ? 'favours' : 'opposes'
}

/**
 * The stance that the words on the way from a frame's anchor to a term show: the verbs of the clauses on the way, the
 * verbs and nouns that lead to the term, negations, and the direction of the term itself, multiplied. Words of fear make
 * `concerned`, words of two minds `mixed`, and no word at all `none`, or what the actor's own doing speaks for.
 *
 * @param hazard  Whether the issue names an evil, so that meeting it is no support.
 */
export function stanceOf(
  sentence: SentenceContext,
  frame: Frame,
  term: TermInSentence,
  hazard: boolean,
): { stance: Stance; cues: number[] } {
  const { words, clauses } = sentence
  if (frame.stance !== null) return { stance: frame.stance, cues: [] }
  const sum: Sum = {
    turns: 0,
    attitude: false,
    fear: false,
    against: false,
    mixed: false,
    open: false,
    negated: false,
    cues: [],
  }
  const inner = sentence.clauseOf[term.word] ?? -1
  const chain = ancestors(sentence, inner)
  const top = frame.anchor.kind === 'clause' ? frame.anchor.clause : -1
  const reached = chain.indexOf(top)
  const path = frame.anchor.kind === 'noun' ? [] : reached >= 0 ? chain.slice(0, reached + 1) : chain
  let from = clauses[inner]?.start ?? 0
  if (frame.anchor.kind === 'noun') from = inPhrase(sentence, frame.anchor.word)?.start ?? frame.anchor.word
  let acting = frame.acts
  const adjunct = adjunctBefore(sentence, inner, term.word)
  for (const c of path.toReversed()) {
    if (c === inner && adjunct !== null) {
      from = adjunct
      continue
    }
    const { verb } = clauses[c] as (typeof clauses)[number]
    const lemma = words[verb.head]?.lemma ?? ''
    const isTerm = verb.head >= term.word && verb.head < term.wordEnd
    if (c === top) {
      const inDoing =
        (words[verb.end]?.lower === 'in' || words[verb.end]?.lower === 'at') &&
        conduct.has(words[verb.end + 1]?.lemma ?? '')
      acting =
        frame.acts &&
        (isTerm ||
          inDoing ||
          !(stativeVerbs.has(lemma) || words[verb.head]?.pos === 'AUX' || plain.has(lemma) || views.has(lemma)))
    }
    addVerb(sum, sentence, verb, { isTerm, isOwn: c === top })
    if (c === top && term.word > verb.start) addSubject(sum, sentence, c)
    const next = sentence.verbs.find(g => g.start >= verb.end)
    addPredicate(sum, sentence, verb, next?.start ?? words.length)
    if (verb.end <= term.word) from = Math.max(from, verb.end)
  }
  // `began talking`: the term is a verb that the subject does.
  if (frame.acts && path.length === 1 && words[term.word]?.pos === 'VERB') acting = true
  for (const group of leadingVerbs(sentence, from, term.wordEnd)) {
    const isTerm = group.head >= term.word && group.head < term.wordEnd
    addVerb(sum, sentence, group, { isTerm, isOwn: false })
  }
  addNouns(sum, sentence, Math.min(from, term.word), term, hazard)
  addPredicative(sum, sentence, term)
  // Who speaks of an evil without another word about it is taken to see it as such.
  const lemma = words[clauses[top]?.verb.head ?? -1]?.lemma ?? ''
  const speaks = frame.acts && (plain.has(lemma) || views.has(lemma))
  if (hazard && term.direction === 1 && speaks && !sum.attitude) add(sum, 'fear', clauses[top]?.verb.head ?? 0)
  const fallback: Stance =
    !acting || (hazard && term.direction === 1) ? 'none' : term.direction === 1 ? 'favours' : 'opposes'
  return { stance: total(sum, term.direction, fallback), cues: sum.cues }
}
