import { fearAdjectives, fearNouns } from '../../lexicons/polarity.js'
import type { SentenceContext } from '../context.js'
import type { Frame } from '../frame.js'
import type { CoderRule, RuleContext, Series } from './rule.js'

/** What lists are announced of. */
const announced =
  /^(?:aims?|challenges?|concerns?|conditions?|dangers?|demands?|fears?|goals?|interests?|issues?|objectives?|priorities|priority|problems?|reasons?|risks?|tasks?|things?|threats?|worries|worry)$/
const several = /^(?:two|three|four|five|six|several|some|main|key|following)$/
const ordinal = /^(?:first|second|third|fourth|fifth|sixth|last|final)(?:ly)?$|^finally$/
const feared = /^(?:challenge|danger|problem|risk|threat)s?$/

/** The list of an actor's aims or concerns that a sentence announces; null where it announces none. */
export function announcedIn({ sentence, subjects }: Pick<RuleContext, 'sentence' | 'subjects'>): Series | null {
  const { words, phrases, clauses, clauseOf } = sentence
  for (const { start, end, head } of phrases) {
    const noun = words[head]
    if (!noun || !announced.test(noun.lower) || noun.lower === noun.lemma) continue
    if (!words.slice(start, head).some(w => several.test(w.lower))) continue
    const c = clauseOf[head] ?? -1
    const [holder, clause] = [subjects[c], clauses[c]]
    if (!holder || holder.role === 'owner' || !clause || head < clause.verb.start) continue
    const worried = words.slice(clause.verb.start, head).some(w => fearAdjectives.has(w.lower))
    const fears = worried || fearNouns.has(noun.lemma) || feared.test(noun.lower)
    return { actors: holder.actors, feared: fears, end }
  }
  return null
}

/** Where an item of a list begins: `First, …`, `The second aim is …`, `This means …`; null where none does. */
function itemStart({ words }: SentenceContext, from: number): number | null {
  for (let i = from; i < Math.min(words.length, from + 4); i++) {
    const lower = words[i]?.lower ?? ''
    if (ordinal.test(lower)) return i
    if (i === from && /^(?:this|these)$/.test(lower) && /^(?:VERB|NOUN)$/.test(words[i + 1]?.pos ?? '')) return i
    if (!/^(?:the|and|therefore|,|a)$/.test(lower)) return null
  }
  return null
}

export const listGoesOn: CoderRule = {
  promise: "The sentence is an item of a list of the actor's aims or concerns: `has two aims: first, …`.",
  find(context) {
    const { sentence, subjects, announced: own } = context
    const colon = own ? sentence.words.findIndex((word, i) => i >= own.end && word.text === ':') : -1
    const series = own ?? context.series
    const from = own ? colon + 1 : 0
    const start = series && (!own || colon >= 0) ? itemStart(sentence, from) : null
    if (series === null || start === null) return []
    const free = (word: number) =>
      !subjects[sentence.clauseOf[word] ?? -1] || sentence.clauseOf[word] === sentence.clauseOf[from - 1]
    return [
      {
        actors: series.actors,
        anchor: { kind: 'noun', word: start },
        scope: word => word >= start && free(word),
        cue: start,
        acts: false,
        stance: series.feared ? 'concerned' : null,
      } satisfies Frame,
    ]
  },
}
