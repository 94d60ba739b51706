import type { Span } from '@briefbook/ast'
import type { NameMatch } from '../codebook/compile.js'
import { modals, possessivePronouns } from '../lexicons/grammar.js'
import { readTokens, type Token, verbLemma } from '../text/tokens.js'

/** A token of a sentence, with the name it is part of. */
export interface Word extends Token {
  name: NameMatch | null
}

/** A rule that mends a tag: the words around a word tell that the tagger took it for something else. */
type Correction = (words: readonly Word[], i: number) => Token['pos'] | null

const at = (words: readonly Word[], i: number) => words[i]?.pos
const skipAdverbs = (words: readonly Word[], i: number): number =>
  at(words, i) === 'ADV' ? skipAdverbs(words, i - 1) : i
const opensPhrase = new Set(['DET', 'PRON', 'PROPN', 'ADP', 'PART', 'CCONJ', 'ADV'])

/** `will open a new office`, `is beating the drums`: a helper in front and a phrase behind make a verb. */
const behindHelper: Correction = (words, i) => {
  const word = words[i] as Word
  const helper = words[skipAdverbs(words, i - 1)]
  if (helper?.pos !== 'AUX' || !opensPhrase.has(at(words, i + 1) ?? '')) return null
  if (modals.has(helper.lower)) return 'VERB'
  return word.pos === 'NOUN' && helper.lemma === 'be' && /ing$/.test(word.lower) ? 'VERB' : null
}

/** By the tag that is mended; the first that fits counts. */
const corrections: { readonly [tag in Token['pos']]?: readonly Correction[] } = {
  NOUN: [
    behindHelper,
    // `Moscow estimates that`, `Russia claims these`
    (words, i) => {
      const word = words[i] as Word
      const before = words[i - 1]
      const subject = before?.name || before?.pos === 'PRON'
      const next = words[i + 1]
      const object = next?.lower === 'that' || next?.pos === 'DET' || next?.pos === 'PRON'
      return subject && object && /[^s]s$/.test(word.lower) ? 'VERB' : null
    },
    // `Both want a share`, `Many fear that`: a bare noun between a word for several people and a phrase is a verb.
    (words, i) => {
      const word = words[i] as Word
      const several = /^(?:both|many|most|some|others|several|few|all)$/.test(words[i - 1]?.lower ?? '')
      const opens = i === 1 || [',', '"', ';'].includes(words[i - 2]?.text ?? '')
      const next = words[i + 1]
      const object = next?.pos === 'DET' || next?.pos === 'PRON' || next?.lower === 'to' || next?.lower === 'that'
      return several && opens && object && word.lower === word.lemma ? 'VERB' : null
    },
    // `Brazil cooperates with`: where the sentence has no other verb.
    (words, i) => {
      const word = words[i] as Word
      if (!words[i - 1]?.name || !/[^s]s$/.test(word.lower) || at(words, i + 1) !== 'ADP') return null
      return words.every(w => w.pos !== 'AUX' && (w.pos !== 'VERB' || /ing$/.test(w.lower))) ? 'VERB' : null
    },
    // `China and Japan talk to the rebels`: behind two names joined, a bare noun in front of a phrase is a verb.
    (words, i) => {
      const word = words[i] as Word
      const joined = words[i - 1]?.name && at(words, i - 2) === 'CCONJ' && words[i - 3]?.name
      const next = words[i + 1]
      const object = next?.pos === 'DET' || ['to', 'with', 'that', 'about'].includes(next?.lower ?? '')
      return joined && object && word.lower === word.lemma ? 'VERB' : null
    },
    // `The town plans to open`: where the sentence has no other verb of its own.
    (words, i) => {
      const word = words[i] as Word
      if (at(words, i - 1) !== 'NOUN' || !/[^s]s$/.test(word.lower)) return null
      if (words[i + 1]?.lower !== 'to' || at(words, i + 2) !== 'VERB') return null
      return words.every((w, k) => (w.pos !== 'AUX' && w.pos !== 'VERB') || words[k - 1]?.lower === 'to')
        ? 'VERB'
        : null
    },
  ],
  ADJ: [
    behindHelper,
    // `started developing contacts`
    (words, i) => (/ing$/.test((words[i] as Word).lower) && at(words, i - 1) === 'VERB' ? 'VERB' : null),
  ],
  DET: [
    // `clear that terrorists have`: in front of a plural, `that` opens a clause.
    (words, i) => {
      const next = words[i + 1]
      const plural = next?.pos === 'NOUN' && /s$/.test(next.lower) && next.lemma !== next.lower
      return (words[i] as Word).lower === 'that' && plural ? 'SCONJ' : null
    },
  ],
  ADV: [
    // `The fair ran`: between an article and a verb stands a noun.
    (words, i) => {
      const next = at(words, i + 1)
      const adverb = !/ly$/.test((words[i] as Word).lower)
      return adverb && at(words, i - 1) === 'DET' && (next === 'VERB' || next === 'AUX') ? 'NOUN' : null
    },
  ],
  VERB: [
    // `acts of terrorism`
    (words, i) => {
      const word = words[i] as Word
      return /[^s]s$/.test(word.lower) && words[i + 1]?.lower === 'of' ? 'NOUN' : null
    },
    // `was time to`, `giving up hope that`: no verb is bare behind a form of `be` or a preposition.
    (words, i) => {
      const word = words[i] as Word
      if (word.lower !== word.lemma || /(?:ing|ed|en)$/.test(word.lower)) return null
      const before = words[i - 1]
      return (before?.pos === 'AUX' && before.lemma === 'be') || before?.pos === 'ADP' ? 'NOUN' : null
    },
    // `urgently needed assistance`, `the ensuing crisis`: a participle in front of its noun.
    (words, i) => {
      const word = words[i] as Word
      const next = at(words, i + 1)
      // `under divided Danish command`
      if (next === 'PROPN' && /(?:ed|en)$/.test(word.lower) && at(words, i - 1) === 'ADP') return 'ADJ'
      if (next !== 'NOUN' && next !== 'ADJ' && words[i + 1]?.text !== '"') return null
      const k = skipAdverbs(words, i - 1)
      const before = words[k]
      const articled = before?.pos === 'DET' || (before !== undefined && possessivePronouns.has(before.lower))
      if (/(?:ing|ed|en)$/.test(word.lower) && articled) return 'ADJ'
      const listed = before?.text === ',' && at(words, k - 1) === 'ADJ'
      return /(?:ed|en)$/.test(word.lower) && (before?.pos === 'ADP' || listed) ? 'ADJ' : null
    },
  ],
}

const floating: ReadonlySet<string> = new Set(['both', 'all', 'each'])

/** Whatever the tag. */
const ofAnyTag: readonly Correction[] = [
  // `The two towns both voted`: a word for all of them behind the subject.
  (words, i) => {
    if (!floating.has((words[i] as Word).lower)) return null
    const [before, next] = [at(words, i - 1), at(words, i + 1)]
    return (before === 'PROPN' || before === 'NOUN') && (next === 'VERB' || next === 'AUX') ? 'ADV' : null
  },
  // `will likely wait`
  (words, i) =>
    (words[i] as Word).lower === 'likely' && at(words, i - 1) === 'AUX' && words[i - 1]?.lemma !== 'be' ? 'ADV' : null,
]

const none: readonly Correction[] = []

function correct(words: Word[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word
    if (word.name) continue
    for (const rules of [corrections[word.pos] ?? none, ofAnyTag]) {
      let pos: Token['pos'] | null = null
      for (let r = 0; pos === null && r < rules.length; r++) pos = (rules[r] as Correction)(words, i)
      if (pos === null) continue
      word.pos = pos
      if (pos === 'VERB' && word.lemma === word.lower) word.lemma = verbLemma(word.lower)
    }
  }
}

/**
 * The words of a sentence.
 *
 * @param tokens  Its tokens, which become the words.
 * @param names   The names of actors in the block, in order; those in the sentence are tied to their words.
 */
export function toWords(tokens: readonly Token[], names: readonly NameMatch[]): Word[] {
  let next = 0
  const words = tokens.map((token): Word => {
    while (next < names.length && (names[next] as NameMatch).end <= token.start) next++
    const here = names[next]
    const name = here && here.start < token.end ? here : null
    const { text, lower, lemma, start, end } = token
    return { text, lower, lemma, pos: name && token.pos !== 'PUNCT' ? 'PROPN' : token.pos, start, end, name }
  })
  correct(words)
  return words
}

/** The same, of a stretch of a text. */
export const readWords = (text: string, span: Span, names: readonly NameMatch[]): Word[] =>
  toWords(readTokens(text, span), names)
