import type { Stance } from '@briefbook/ast'
import { possessivePronouns } from '../lexicons/grammar.js'
import { exploiting } from '../lexicons/polarity.js'
import type { SentenceContext, TermInSentence } from './context.js'
import { type CoderRuleId, coderRules } from './rules/index.js'
import type { CoderRule, RuleContext } from './rules/rule.js'
import { stanceOf } from './stance.js'

/** What is known of the issues of the codebook. */
export interface IssueTraits {
  /** Whether its wording names an evil. */
  isHazard(issue: string): boolean
  /** Whether it is about dealing with an actor. */
  isWith(issue: string, actor: string): boolean
}

/** What a rule found in a sentence, before it becomes a statement. */
export interface Candidate {
  actor: string
  issue: string
  stance: Stance
  rule: CoderRuleId
  /** The word at which the issue comes up. */
  at: number
  cues: number[]
}

/** Several stances of one actor on one issue in one sentence, made one. */
function combine(stances: readonly Stance[]): Stance {
  const shown = new Set(stances.filter(stance => stance !== 'none'))
  const [only] = shown
  if (only === undefined) return 'none'
  if (shown.size === 1) return only
  if (shown.has('mixed')) return 'mixed'
  return shown.has('favours') && (shown.has('opposes') || shown.has('concerned'))
    ? 'mixed'
    : (stances.find(s => s !== 'none') as Stance)
}

/** Whether a term met an actor's name and nothing else of it: `met the Taliban` says nothing of what the Taliban hold. */
function isOnlyThroughItself({ names }: SentenceContext, actor: string, term: TermInSentence): boolean {
  return term.others.some(other =>
    names.some(name => name.actor === actor && name.start < other.end && other.start < name.end),
  )
}

/** `exploits the northern defeat`, `uses its weight`: who makes use of what somebody does or has says nothing of it. */
function isMadeUseOf({ words, verbs, phrases, names }: SentenceContext, actor: string, term: TermInSentence): boolean {
  const verb = verbs.findLast(group => group.end <= term.word)
  if (!verb || !exploiting.has(words[verb.head]?.lemma ?? '')) return false
  const phrase = phrases.find(p => p.start <= term.word && term.word < p.end)
  if (!phrase || phrases.some(p => p.start >= verb.end && p.end <= phrase.start && p.preposition !== null)) return false
  const [from, to] = [words[phrase.start]?.start ?? 0, words[phrase.end - 1]?.end ?? 0]
  if (possessivePronouns.has(words[phrase.start]?.lower ?? '')) return true
  return names.some(name => name.actor !== actor && name.start >= from && name.end <= to)
}

const rules = Object.entries(coderRules) as [keyof typeof coderRules, CoderRule][]

/** All that the rules find in a sentence, in the order of the rules. */
export function findCandidates(context: RuleContext, issues: IssueTraits): Candidate[] {
  const { sentence } = context
  const candidates: Candidate[] = []
  if (sentence.terms.length === 0) return candidates
  for (const [rule, { find }] of rules) {
    for (const frame of find(context)) {
      for (const term of sentence.terms) {
        if (!frame.scope(term.word)) continue
        const { stance, cues } = stanceOf(sentence, frame, term, issues.isHazard(term.issue))
        const all = frame.cue === null ? cues : [frame.cue, ...cues]
        if (rule === 'heading-sets-view' && stance === 'none') continue
        for (const actor of frame.actors) {
          if (isOnlyThroughItself(sentence, actor, term) || isMadeUseOf(sentence, actor, term)) continue
          // Where the issue is recognising the rebels, whom the rebels recognise is another matter.
          if (issues.isWith(term.issue, actor) && sentence.words[term.word]?.pos === 'VERB') continue
          candidates.push({ actor, issue: term.issue, stance, rule, at: term.word, cues: all })
        }
      }
    }
  }
  return candidates
}

/** One candidate for each actor and issue: the first rule's, with the stance that all of them show together. */
export function merge(candidates: readonly Candidate[]): Candidate[] {
  const merged = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const key = `${candidate.actor}|${candidate.issue}`
    const list = merged.get(key)
    if (list) list.push(candidate)
    else merged.set(key, [candidate])
  }
  return [...merged.values()].map(list => {
    const first = (list.find(candidate => candidate.stance !== 'none') ?? list[0]) as Candidate
    const same = list.filter(candidate => candidate.rule === first.rule)
    return {
      ...first,
      stance: combine(same.map(candidate => candidate.stance)),
      cues: same.flatMap(candidate => candidate.cues),
    }
  })
}
