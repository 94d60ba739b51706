import { finiteAuxiliaries, formsOfBe, negations } from '../lexicons/grammar.js'
import { mental } from '../lexicons/polarity.js'
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
    } else if (word.pos === 'AUX') {
      // Two finite helpers are two verbs: `the tools it has are old`.
      if (head !== null && finiteAuxiliaries.has(word.lower) && word.lower !== 'have') break
      head = i
    } else if (word.pos === 'VERB') {
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
  const passive =
    verb.pos === 'VERB' &&
    helper !== undefined &&
    formsOfBe.has(helper.lower) &&
    looksPast(verb) &&
    (!mental.has(verb.lower) || words[head + 1]?.lower === 'by')
  const form = infinitive
    ? 'infinitive'
    : words.slice(start, head + 1).some(word => word.pos === 'AUX' && finiteAuxiliaries.has(word.lower))
      ? 'finite'
      : /ing$/.test(first.lower) || first.lower === 'been'
        ? 'participle'
        : 'finite'
  return { start, end: head + 1, head, form, passive, negated }
}

/**
 * Joins a helper with its verb across an insertion: `has, in the past, focused`. Between them stands nothing but what
 * prepositions govern, adverbs and commas.
 */
export function joinHelpers(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  governed: (i: number) => boolean,
): VerbGroup[] {
  const joined: VerbGroup[] = []
  for (const group of groups) {
    const before = joined.at(-1)
    const helper = before ? (words[before.head] as Word) : null
    const verb = words[group.head] as Word
    const gap = before ? words.slice(before.end, group.start) : []
    const splits =
      before !== undefined &&
      helper?.pos === 'AUX' &&
      before.form === 'finite' &&
      (helper.lemma === 'have' || helper.lemma === 'be') &&
      group.start === group.head &&
      verb.pos === 'VERB' &&
      (helper.lemma === 'have' ? looksPast(verb) : /ing$/.test(verb.lower)) &&
      gap.length > 0 &&
      gap.every((w, k) => governed(before.end + k) || w.pos === 'ADV' || w.pos === 'ADP' || w.text === ',')
    if (splits) joined[joined.length - 1] = { ...before, end: group.end, head: group.head }
    else joined.push(group)
  }
  return joined
}

/** Whether a verb stands in front of its noun as an adjective does; then it belongs to the noun phrase. */
export function findVerbGroups(words: readonly Word[], inNounPhrase: (i: number) => boolean): VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let i = 0; i < words.length; ) {
    const word = words[i] as Word
    const next = words[i + 1]
    const opens =
      isVerb(word) ||
      (word.lower === 'to' && (isVerb(next) || (/^(?:ADV|PART)$/.test(next?.pos ?? '') && isVerb(words[i + 2]))))
    const group = opens && !inNounPhrase(i) ? readGroup(words, i) : null
    if (!group) {
      i++
      continue
    }
    // `demanded that the harbour not be used`
    const before = words[i - 1]
    if (/^(?:not|never)$/.test(before?.lower ?? '') && groups.at(-1)?.end !== i && (groups.at(-1)?.end ?? 0) < i)
      group.negated = !group.negated
    groups.push(group)
    i = group.end
  }
  return groups
}

export { looksPast }
