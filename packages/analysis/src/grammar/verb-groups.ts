import { finiteAuxiliaries, formsOfBe, negations } from '../lexicons/grammar.js'
import type { Word } from './words.js'

/** A verb with its helpers: `has not been urging`. Places are indices of words. */
export interface VerbGroup {
  start: number
  end: number
  /** The verb that carries the meaning; the helper itself where there is none (`is incapable`). */
  head: number
  form: 'finite' | 'infinitive' | 'participle'
  passive: boolean
  negated: boolean
}

const isVerb = (word: Word | undefined) => word?.pos === 'VERB' || word?.pos === 'AUX'

/** Irregular and regular past participles; the tagger does not tell them from the past tense. */
const looksPast = (word: Word) => word.lower !== word.lemma && !/(?:ing|[^s]s)$/.test(word.lower)

function readGroup(words: readonly Word[], start: number): VerbGroup | null {
  let i = start
  const infinitive = words[i]?.lower === 'to'
  if (infinitive) i++
  let head: number | null = null
  let negated = false
  for (; i < words.length; i++) {
    const word = words[i] as Word
    if (negations.has(word.lower) && (word.pos === 'PART' || word.pos === 'ADV')) negated = true
    else if (word.pos === 'ADV') {
      if (head !== null && !words.slice(i + 1, i + 4).some(isVerb)) break
    } else if (word.pos === 'AUX') head = i
    else if (word.pos === 'VERB') {
      head = i
      i++
      break
    } else break
  }
  if (head === null) return null
  const first = words[infinitive ? start + 1 : start] as Word
  const verb = words[head] as Word
  const helpers = words.slice(start, head).filter(word => word.pos === 'AUX')
  const helper = helpers.at(-1)
  const passive = verb.pos === 'VERB' && helper !== undefined && formsOfBe.has(helper.lower) && looksPast(verb)
  const form = infinitive
    ? 'infinitive'
    : words.slice(start, head + 1).some(word => word.pos === 'AUX' && finiteAuxiliaries.has(word.lower))
      ? 'finite'
      : /ing$/.test(first.lower) || first.lower === 'been'
        ? 'participle'
        : 'finite'
  return { start, end: head + 1, head, form, passive, negated }
}

/** Whether a verb stands in front of its noun as an adjective does; then it belongs to the noun phrase. */
export function findVerbGroups(words: readonly Word[], inNounPhrase: (i: number) => boolean): VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let i = 0; i < words.length; ) {
    const word = words[i] as Word
    const next = words[i + 1]
    const opens =
      isVerb(word) || (word.lower === 'to' && (isVerb(next) || (next?.pos === 'ADV' && isVerb(words[i + 2]))))
    const group = opens && !inNounPhrase(i) ? readGroup(words, i) : null
    if (!group) {
      i++
      continue
    }
    groups.push(group)
    i = group.end
  }
  return groups
}

export { looksPast }
