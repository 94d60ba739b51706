import type { Abstract, CentralSentence } from '@briefbook/ast'
import type { BlockContext } from '../coder/context.js'
import type { Word } from '../grammar/words.js'
import { leaning, opening } from '../lexicons/connectives.js'
import { type Bag, cosine, lexRank } from './lexrank.js'

/** As many are found as a book may want to print. */
const mostSentences = 10
/** A shorter source is read faster than its abstract is judged. */
const leastCandidates = 12
/** A shorter sentence says too little, a longer one is no abstract. */
const words = { least: 8, most: 45 }
/** A sentence that shares so much with one already taken says the same again. */
const tooAlike = 0.5

const meaning = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'])
const opens = new RegExp(`^["“‘(]?(?:${opening.join('|')}),`, 'i')

interface Candidate extends CentralSentence {
  bag: Bag
  /** Whether it can be read alone. */
  stands: boolean
}

function bagOf(sentence: readonly Word[]): Bag {
  const bag = new Map<string, number>()
  for (const { pos, lemma, text } of sentence) {
    if (meaning.has(pos) && /[\p{L}\p{N}]{2}/u.test(text)) bag.set(lemma, (bag.get(lemma) ?? 0) + 1)
  }
  return bag
}

/** Whether a sentence can be read without the one before it: whole, of middling length, no question, leaning on nothing. */
function standsAlone(quote: string, own: readonly Word[]): boolean {
  const spoken = own.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  // A quotation that only ends here, or goes on behind, is half of one.
  const marks = quote.match(/["“”]/g)?.length ?? 0
  const whole = /^["“‘(]?[\p{Lu}\p{N}]/u.test(quote) && /[.!]["”’)]*$/.test(quote) && marks % 2 === 0
  const leans = leaning.has(spoken[0]?.lower ?? '') || opens.test(quote)
  return whole && !leans && spoken.length >= words.least && spoken.length <= words.most
}

/** Gathers the sentences of a source, block by block, and tells the most central of them. */
export class AbstractReader {
  readonly #source: string
  readonly #candidates: Candidate[] = []

  constructor(source: string) {
    this.#source = source
  }

  read({ block, sentences }: BlockContext): void {
    if (block.type !== 'paragraph' && block.type !== 'listItem') return
    for (const { words: own, span } of sentences) {
      const quote = block.text.slice(span[0], span[1])
      this.#candidates.push({ anchor: block.anchor, quote, span, bag: bagOf(own), stands: standsAlone(quote, own) })
    }
  }

  /** The most central sentences, each saying what those before it do not; null for a source that is too short. */
  abstract(): Abstract | null {
    const standing = this.#candidates.filter(({ stands }) => stands).length
    if (standing < leastCandidates) return null
    const ranks = lexRank(this.#candidates.map(({ bag }) => bag))
    const order = this.#candidates
      .map((candidate, i) => ({ candidate, rank: ranks[i] as number, i }))
      .filter(({ candidate }) => candidate.stands)
      .sort((a, b) => b.rank - a.rank || a.i - b.i)
    const chosen: Candidate[] = []
    for (const { candidate } of order) {
      if (chosen.length === mostSentences) break
      if (chosen.every(({ bag }) => cosine(bag, candidate.bag) < tooAlike)) chosen.push(candidate)
    }
    return { source: this.#source, sentences: chosen.map(({ anchor, quote, span }) => ({ anchor, quote, span })) }
  }
}
