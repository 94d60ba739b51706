import type { VerbGroup } from '../grammar/verb-groups.js'
import { formsOfBe } from '../lexicons/grammar.js'
import { conduct } from '../lexicons/people.js'
import { type Lean, leaningPhrases, turningVerbs } from '../lexicons/phrases.js'
import {
  conAdjectives,
  conNouns,
  conVerbs,
  evilNouns,
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
import { plainReporting } from '../lexicons/reporting.js'
import type { Attitude } from './attitude.js'
import type { SentenceContext, TermInSentence } from './context.js'

const plain = new Set(plainReporting)
const phrasesByVerb = new Map<string, { rest: string[]; lean: Lean }[]>()
for (const [phrase, lean] of leaningPhrases) {
  const [verb, ...rest] = phrase.split(' ') as [string, ...string[]]
  phrasesByVerb.set(verb, [...(phrasesByVerb.get(verb) ?? []), { rest, lean }])
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
export interface VerbPlace {
  isTerm: boolean
  isOwn: boolean
  /** Whether somebody else does what it tells, and the issue names an evil: `says that they joined the pirates`. */
  isTold?: boolean
}

/** What a verb shows, with its negation and its helpers. */
export function addVerb(
  attitude: Attitude,
  sentence: SentenceContext,
  group: VerbGroup,
  { isTerm, isOwn, isTold = false }: VerbPlace,
): void {
  const { words } = sentence
  const verb = words[group.head]
  if (!verb) return
  const { lemma } = verb
  const phrase = phraseLean(sentence, group.head)
  const helpers = words.slice(group.start, group.end)
  if (group.negated) {
    // `have not yet recognised` tells what is so far, not what is wanted.
    // Who has not spoken of a thing has not spoken against it.
    if (helpers.some(w => w.lower === 'yet') || (plain.has(lemma) && isOwn)) attitude.leaveOpen()
    attitude.negate(group.start)
  }
  // Who does not care is neither for it nor against it.
  if ((lemma === 'care' || lemma === 'mind') && attitude.turned) attitude.leaveOpen()
  // What somebody will need to do, the author says.
  if (isOwn && lemma === 'need' && sentence.quotation[group.head] === -1) attitude.leaveOpen()
  if (hedges.has(lemma)) attitude.add('mixed', group.head)
  const state = mental.has(verb.lower) && group.end - group.start > 1
  if (state && fearAdjectives.has(verb.lower)) attitude.add('fear', group.head)
  else if (state && conAdjectives.has(verb.lower)) attitude.add('con', group.head)
  else if (state && proAdjectives.has(verb.lower)) attitude.add('pro', group.head)
  else if (phrase) {
    attitude.add(phrase, group.head)
    if (phrase === 'con') attitude.actAgainst()
  } else if (
    turningVerbs.has(lemma) &&
    (words[group.end]?.lower === 'to' || /ing$/.test(words[group.end]?.lower ?? ''))
  )
    attitude.add('con', group.head)
  else if (fearVerbs.has(lemma)) attitude.add('fear', group.head)
  else if (harmVerbs.has(lemma)) attitude.add(isOwn ? 'pro' : 'fear', group.head)
  else if (conVerbs.has(lemma) && !isTerm) {
    attitude.add('con', group.head)
    attitude.actAgainst()
  } else if (proVerbs.has(lemma) && !isTerm && !isTold) attitude.add('pro', group.head)
  // What somebody says should be is wanted; what an actor itself must do is the author's opinion.
  const modal = isOwn ? undefined : helpers.find(w => /^(?:should|must|ought)$/.test(w.lower))
  if (modal) attitude.add('pro', words.indexOf(modal))
}

/** The noun phrase that a word is part of. */
export const inPhrase = (sentence: SentenceContext, i: number) => sentence.phrases.find(p => p.start <= i && i < p.end)

/**
 * `Its concern is that …`, `Its refusal to …`: what the subject is itself.
 *
 * @param any  Whether the subject need not be the actor's: in what is given as its view, all is.
 */
export function addSubject(
  attitude: Attitude,
  { words, clauses }: SentenceContext,
  clause: number,
  any: boolean,
): void {
  for (const { head } of clauses[clause]?.subject ?? []) {
    const lemma = words[head]?.lemma ?? ''
    if (!any && !conduct.has(lemma)) continue
    if (fearNouns.has(lemma)) attitude.add('fear', head)
    else if (conNouns.has(lemma)) attitude.add('con', head)
    else if (proNouns.has(lemma)) attitude.add('pro', head)
  }
}

/** Adjectives that say something of the subject: behind a form of `be`, alone or in front of the predicate's noun. */
export function addPredicate(attitude: Attitude, sentence: SentenceContext, group: VerbGroup, limit: number): void {
  const { words } = sentence
  const verb = words[group.head]
  if (!verb || !(verb.pos === 'AUX' || stativeVerbs.has(verb.lemma))) return
  for (let i = group.end; i < Math.min(limit, group.end + 7); i++) {
    const word = words[i]
    if (!word || word.text === ',' || word.pos === 'SCONJ') break
    const phrase = inPhrase(sentence, i)
    if (phrase && (phrase.preposition !== null || !formsOfBe.has(verb.lower))) continue
    if (word.pos === 'ADJ' || word.pos === 'VERB' || word.pos === 'ADV') {
      if (hedges.has(word.lower)) attitude.add('mixed', i)
      else if (fearAdjectives.has(word.lower)) attitude.add('fear', i)
      else if (conAdjectives.has(word.lower)) attitude.add('con', i)
      else if (proAdjectives.has(word.lower)) attitude.add('pro', i)
    } else if (word.lower === 'concern' && words[i - 1]?.lower === 'of') attitude.add('fear', i)
  }
}

/** Nouns and negations between a place and the term, and those that the term is compounded with. */
export function addNouns(
  attitude: Attitude,
  sentence: SentenceContext,
  from: number,
  term: TermInSentence,
  hazard: boolean,
): void {
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
    if (word.lower === 'no') attitude.negate(i)
    if (word.lower === 'without' || word.lower === 'against') attitude.add('con', i)
    if (hedges.has(word.lemma) || hedges.has(word.lower)) attitude.add('mixed', i)
    if (word.pos !== 'NOUN' && word.pos !== 'PROPN') continue
    if (fearNouns.has(word.lemma)) {
      // `the threat of sanctions` is a means, not a fear
      if (word.lemma !== 'threat' || hazard || words[i + 1]?.lower !== 'of') attitude.add('fear', i)
    } else if (conNouns.has(word.lemma)) attitude.add('con', i)
    else if (proNouns.has(word.lemma)) attitude.add('pro', i)
  }
  // `the terrorist threat`, `aid cuts`
  const phrase = inPhrase(sentence, term.word)
  for (let i = term.wordEnd; phrase && i < phrase.end; i++) {
    const word = words[i]
    if (word?.pos !== 'NOUN') continue
    if (fearNouns.has(word.lemma)) attitude.add('fear', i)
    else if (evilNouns.has(word.lemma)) attitude.nameEvil()
    else if (conNouns.has(word.lemma)) attitude.add('con', i)
  }
}

/** `invokes the movement as the greatest threat`, `sees trade as an opportunity` */
export function addPredicative(attitude: Attitude, sentence: SentenceContext, term: TermInSentence): void {
  const { words, phrases } = sentence
  const next = phrases.find(p => p.start >= term.wordEnd)
  if (!next || words[next.start - 1]?.lower !== 'as' || next.start - term.wordEnd > 2) return
  const lemma = words[next.head]?.lemma ?? ''
  if (fearNouns.has(lemma)) attitude.add('fear', next.head)
  else if (conNouns.has(lemma)) attitude.add('con', next.head)
  else if (proNouns.has(lemma) || lemma === 'opportunity') attitude.add('pro', next.head)
}
