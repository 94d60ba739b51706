import type { CompiledCodebook, NameMatch } from '../codebook/compile.js'
import type { Sentence } from '../grammar/clauses.js'
import type { NounPhrase } from '../grammar/noun-phrases.js'
import { dealingNouns, dealingVerbs, dealingVerbsWith } from '../lexicons/dealings.js'
import type { TermInSentence } from './context.js'

/** The word that says that one deals with whom a phrase names: the verb or noun that the phrase hangs on. */
function dealingWord({ words, phrases, verbs }: Sentence, phrase: NounPhrase): number | null {
  const preposition = words[phrase.preposition ?? -1]?.lower
  if (phrase.preposition === null) {
    const verb = verbs.find(group => group.end === phrase.start)
    return verb && dealingVerbs.has(words[verb.head]?.lemma ?? '') ? verb.head : null
  }
  if (!/^(?:with|to|towards?)$/.test(preposition ?? '')) return null
  const before = phrase.preposition
  const noun = phrases.find(p => p.end === before)
  if (noun && dealingNouns.has(words[noun.head]?.lemma ?? '')) return noun.head
  // `deal with`, `sell arms to`: what stands between is the verb's object.
  const verb = verbs.findLast(group => group.end <= before)
  if (!verb || !dealingVerbsWith.has(words[verb.head]?.lemma ?? '')) return null
  const object = noun && noun.start >= verb.end && noun.preposition === null ? noun.start : before
  const between = words.slice(verb.end, object)
  return between.every(word => word.pos === 'ADV' || word.pos === 'DET') ? verb.head : null
}

/**
 * Where a sentence tells of dealing with an actor whom an issue is about, in other words than the issue's terms:
 * an analyst who lists `[negotiat*, Front]` wants `has ties to the Front` too.
 */
export function findDealings(
  sentence: Sentence,
  names: readonly NameMatch[],
  { dealings }: CompiledCodebook,
): TermInSentence[] {
  if (!names.some(({ actor }) => dealings.has(actor))) return []
  return sentence.phrases.flatMap(phrase => {
    const [first, last] = [sentence.words[phrase.start], sentence.words[phrase.end - 1]]
    if (!first || !last) return []
    const name = names.find(one => one.start >= first.start && one.end <= last.end && dealings.has(one.actor))
    const word = name ? dealingWord(sentence, phrase) : null
    const at = sentence.words[word ?? -1]
    if (!name || word === null || !at) return []
    const others = [{ start: name.start, end: name.end }]
    return (dealings.get(name.actor) ?? []).map(
      (issue): TermInSentence => ({
        issue,
        direction: 1,
        start: at.start,
        end: at.end,
        others,
        word,
        wordEnd: word + 1,
      }),
    )
  })
}
