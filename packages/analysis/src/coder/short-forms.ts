import type { Sentence } from '../grammar/clauses.js'
import type { TermInSentence } from './context.js'

/** How many sentences a term in several words can be taken up again by its last: `a sanctions waiver` … `the waiver`. */
const reach = 8

/** What the last word of a term in several words stood for, and how long ago. */
interface Known {
  issue: string
  direction: 1 | -1
  sentence: number
}

/**
 * Finds terms that are taken up again by their last word behind `the`, `this` or `that`: definite descriptions of what
 * was introduced before (Vieira and Poesio 2000, direct anaphora).
 */
export class ShortForms {
  readonly #known = new Map<string, Known>()
  #sentence = 0

  /** The terms that a sentence takes up again. What it introduces itself is noted for those that come. */
  read({ words, phrases }: Sentence, terms: readonly TermInSentence[]): TermInSentence[] {
    this.#sentence++
    const found: TermInSentence[] = []
    for (const { start, end, head } of phrases) {
      const noun = words[head]
      const known = noun ? this.#known.get(noun.lower) : undefined
      if (!noun || !known || this.#sentence - known.sentence > reach) continue
      if (!/^(?:the|this|that|such)$/.test(words[start]?.lower ?? '') || end - start !== 2) continue
      if (terms.some(term => term.issue === known.issue && term.word <= head && head < term.wordEnd)) continue
      const { issue, direction } = known
      found.push({ issue, direction, start: noun.start, end: noun.end, others: [], word: head, wordEnd: head + 1 })
    }
    for (const { issue, direction, word, wordEnd, others } of terms) {
      const last = words[wordEnd - 1]
      const compound = words.slice(word, wordEnd - 1).every(w => w.pos === 'NOUN' || w.pos === 'ADJ')
      if (wordEnd - word < 2 || others.length > 0 || last?.pos !== 'NOUN' || !compound) continue
      this.#known.set(last.lower, { issue, direction, sentence: this.#sentence })
    }
    return found
  }
}
