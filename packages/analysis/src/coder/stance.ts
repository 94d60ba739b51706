import type { Stance } from '@briefbook/ast'
import type { Clause } from '../grammar/clauses.js'
import type { VerbGroup } from '../grammar/verb-groups.js'
import { conduct } from '../lexicons/people.js'
import { mental, stativeVerbs } from '../lexicons/polarity.js'
import { plainReporting, viewing } from '../lexicons/reporting.js'
import { Attitude } from './attitude.js'
import type { SentenceContext, TermInSentence } from './context.js'
import { addNouns, addPredicate, addPredicative, addSubject, addVerb, inPhrase } from './cues.js'
import { ancestors, type Frame } from './frame.js'

const plain = new Set(plainReporting)
const views = new Set(viewing)
const raising = new Set(['believe', 'expect', 'imagine', 'suppose', 'think'])

/**
 * `…, even threatening to stop …`: where a participle behind a comma begins what a term stands in; the verb in front
 * of the comma says nothing of it.
 */
function adjunctBefore(
  { verbs, clauses, words }: SentenceContext,
  clause: number,
  place: number,
  inner: number,
): number | null {
  const verb = clauses[clause]?.verb
  if (!verb) return null
  const next = clauses.find((other, c) => c > clause && other.verb.start > verb.end)
  const end = Math.min(place, clause === inner ? place : (next?.verb.start ?? place))
  const group = verbs.findLast(
    g =>
      g.form === 'participle' &&
      g.start > verb.end &&
      g.head < end &&
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

/** Whether what the subject of a clause does speaks for its object: not a state, a saying or a view. */
function isDoing({ words }: SentenceContext, { head, end }: VerbGroup): boolean {
  const verb = words[head]
  const lemma = verb?.lemma ?? ''
  // `is in talks`
  const engaged = /^(?:in|at)$/.test(words[end]?.lower ?? '') && conduct.has(words[end + 1]?.lemma ?? '')
  // `was surprised by`
  if (mental.has(verb?.lower ?? '')) return false
  return engaged || !(stativeVerbs.has(lemma) || verb?.pos === 'AUX' || plain.has(lemma) || views.has(lemma))
}

/** The clauses between a frame's anchor and a term, outermost first. */
function pathTo(sentence: SentenceContext, { anchor }: Frame, term: TermInSentence): number[] {
  const chain = ancestors(sentence, sentence.clauseOf[term.word] ?? -1)
  // `its demand that the port not be used`: the clauses that hang on what the noun stands in.
  if (anchor.kind === 'noun')
    return chain.slice(0, Math.max(0, chain.indexOf(sentence.clauseOf[anchor.word] ?? -1))).toReversed()
  const reached = chain.indexOf(anchor.clause)
  return (reached >= 0 ? chain.slice(0, reached + 1) : chain).toReversed()
}

/** Where the words begin that can lead to a term: at the frame's noun, else at the term's own clause. */
function startOfWay(sentence: SentenceContext, { anchor }: Frame, term: TermInSentence): number {
  const { verbs, clauses, words, clauseOf } = sentence
  if (anchor.kind === 'noun') return inPhrase(sentence, anchor.word)?.start ?? anchor.word
  const start = clauses[clauseOf[term.word] ?? -1]?.start ?? 0
  // A term in what stands in front of the clause's own subject: `Curbing the trade is the aim of the north`.
  const gerund = verbs.find(g => g.form === 'participle' && g.end === start && /ing$/.test(words[g.head]?.lower ?? ''))
  const from = gerund?.start ?? start
  return term.word < from ? (clauses.findLast(clause => clause.verb.end <= term.word)?.verb.end ?? 0) : from
}

/** Whether a clause only asks: `the question is whether the port will open and the ferry be kept`. */
function isAsked({ words, clauses }: Pick<SentenceContext, 'words' | 'clauses'>, c: number): boolean {
  const clause = clauses[c]
  if (!clause) return false
  const inFront = words.slice(clauses[c - 1]?.verb.end ?? 0, clause.verb.start)
  return (
    inFront.some(({ lower }) => lower === 'whether') ||
    (clause.kind === 'coordinate' && isAsked({ words, clauses }, c - 1))
  )
}

/** What stands above the clause of a frame and takes back or doubts what it says. */
function addDoubt(attitude: Attitude, { words, clauses }: SentenceContext, top: number, term: number): void {
  // `To what degree can its promise be trusted?`
  const doubt = words.findIndex(
    (w, i) =>
      w.lower === 'to' && words[i + 1]?.lower === 'what' && /^(?:degree|extent)$/.test(words[i + 2]?.lower ?? ''),
  )
  if (doubt >= 0 && doubt < term) attitude.add('mixed', doubt + 2)
  // `I do not think that they care`: what is not thought to be so is thought not to be so (Horn 1989, neg-raising).
  const above = clauses[clauses[top]?.kind === 'complement' ? (clauses[top]?.parent ?? -1) : -1]?.verb
  if (above?.negated && raising.has(words[above.head]?.lemma ?? '')) attitude.negate(above.start)
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
  if (frame.stance !== null) return { stance: frame.stance, cues: [] }
  const { words, clauses, verbs } = sentence
  const attitude = new Attitude()
  if (frame.leans && frame.cue !== null) attitude.add(frame.leans, frame.cue)
  const evil = hazard && term.direction === 1
  const inner = sentence.clauseOf[term.word] ?? -1
  // `By meeting with the rebels, the mayor signalled …`: what is done stands beside what is said of it.
  const byDoing =
    /^(?:by|through)$/.test(words[term.word - 1]?.lower ?? '') && /ing$/.test(words[term.word]?.lower ?? '')
  const path = byDoing ? [] : pathTo(sentence, frame, term)
  const top = frame.anchor.kind === 'clause' ? frame.anchor.clause : -1
  const isTerm = ({ head }: VerbGroup) => head >= term.word && head < term.wordEnd
  let from = startOfWay(sentence, frame, term)
  addDoubt(attitude, sentence, top, term.word)
  if (path.some(c => isAsked(sentence, c))) attitude.ask()
  let acting = frame.acts
  for (const c of path) {
    const { verb } = clauses[c] as Clause
    const adjunct = adjunctBefore(sentence, c, term.word, inner)
    if (adjunct !== null) {
      from = adjunct
      const leading = verbs.find(g => g.start === adjunct)
      if (c !== inner && leading) addVerb(attitude, sentence, leading, { isTerm: false, isOwn: c === top })
      continue
    }
    const isOwn = c === top
    if (isOwn) acting = frame.acts && (isTerm(verb) || isDoing(sentence, verb))
    addVerb(attitude, sentence, verb, { isTerm: isTerm(verb), isOwn, isTold: evil && !isOwn && top >= 0 })
    if (isOwn && !verb.passive && term.word > verb.start) addSubject(attitude, sentence, c, !frame.acts)
    addPredicate(attitude, sentence, verb, verbs.find(g => g.start >= verb.end)?.start ?? words.length)
    if (verb.end <= term.word) from = Math.max(from, verb.end)
  }
  // `began talking`: the term is a verb that the subject does.
  if (frame.acts && path.length === 1 && words[term.word]?.pos === 'VERB') acting = true
  const leading = leadingVerbs(sentence, from, term.wordEnd)
  // `to exploit the defeat and win friends`: what stands in front of the `and` leads elsewhere.
  const [nearest] = leading
  const cut = nearest && verbs.findLast(g => g.form !== 'finite' && g.start >= from && g.end <= nearest.start)
  if (nearest && cut) from = nearest.start
  for (const group of leading) {
    addVerb(attitude, sentence, group, { isTerm: isTerm(group), isOwn: false })
    // `declines to speak of`
    if (attitude.turned && plain.has(words[group.head]?.lemma ?? '')) attitude.leaveOpen()
  }
  addNouns(attitude, sentence, Math.min(from, term.word), term, hazard)
  addPredicative(attitude, sentence, term)
  const verb = clauses[top]?.verb.head
  const lemma = words[verb ?? -1]?.lemma ?? ''
  // Who speaks of an evil without another word about it is taken to see it as such.
  if (evil && frame.acts && verb !== undefined && (plain.has(lemma) || views.has(lemma)) && !attitude.shown)
    attitude.add('fear', verb)
  const fallback: Stance = !acting || evil ? 'none' : term.direction === 1 ? 'favours' : 'opposes'
  return { stance: attitude.total(term.direction, fallback, acting), cues: attitude.cues }
}
