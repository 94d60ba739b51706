import type { Source, SourceBlock, Span } from '@briefbook/ast'
import type { CompiledCodebook, NameMatch, TermMatch } from '../codebook/compile.js'
import { readClauses, type Sentence } from '../grammar/clauses.js'
import { toWords, type Word } from '../grammar/words.js'
import { complementisers } from '../lexicons/grammar.js'
import { cognitive } from '../lexicons/reporting.js'
import { type Piece, readPieces } from '../text/pieces.js'
import { findQuotations } from '../text/quotations.js'
import { readTokens, type Token } from '../text/tokens.js'
import { findDealings } from './dealings.js'
import { ShortForms } from './short-forms.js'

/** A term of an issue, tied to the word it begins with and the word behind its last. */
export interface TermInSentence extends TermMatch {
  word: number
  end: number
  wordEnd: number
}

/** A sentence with all that the rules look at. Indices are of words. */
export interface SentenceContext extends Sentence {
  block: SourceBlock
  /** In the block's text. */
  span: Span
  names: NameMatch[]
  terms: TermInSentence[]
  /** For each word, the number of the quotation of the block that it stands in; -1 outside. */
  quotation: number[]
}

/** A quotation of a block. */
interface Quoted {
  number: number
  start: number
  end: number
  /** Whether it is speech and not a word in quotation marks. */
  speech: boolean
  closed: boolean
}

/** A block with its sentences; headings have them too. */
export interface BlockContext {
  block: SourceBlock
  sentences: SentenceContext[]
  quotations: Quoted[]
}

/** Fewer words than this between quotation marks are a name or a term, not something that was said. */
const leastWordsOfSpeech = 4

/** Those of a list in the order of the text that stand in a stretch. */
function within<T extends { start: number; end: number }>(
  sorted: readonly T[],
  from: number,
  [start, end]: Span,
): { found: T[]; next: number } {
  let first = from
  while (first < sorted.length && (sorted[first] as T).end <= start) first++
  let next = first
  while (next < sorted.length && (sorted[next] as T).start < end) next++
  return { found: sorted.slice(first, next), next: first }
}

/** The index of the first of a sorted list from which on something holds; the length of the list where it never does. */
function firstWhere<T>(sorted: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

function readTerms(codebook: CompiledCodebook, pieces: readonly Piece[], words: readonly Word[]): TermInSentence[] {
  const terms = codebook.terms(pieces).flatMap((term): TermInSentence[] => {
    const word = firstWhere(words, w => w.end > term.start)
    const wordEnd = firstWhere(words, w => w.start >= term.end)
    // `recognise that …` knows something and recognises nobody.
    const next = words[wordEnd]?.lower ?? ''
    const knows = words[word]?.pos === 'VERB' && cognitive.has(words[word]?.lemma ?? '') && complementisers.has(next)
    const { issue, direction, start, end, others } = term
    return word >= words.length || knows ? [] : [{ issue, direction, start, end, others, word, wordEnd }]
  })
  // In `anti-piracy patrols against pirates` they are two; in `anti-drug trafficking` the second is part of the first.
  const against = terms.filter(term => term.direction === -1)
  return terms.filter(
    term => term.direction === -1 || !against.some(other => other.issue === term.issue && other.wordEnd === term.word),
  )
}

/** For each word the number of the quotation that it stands in; -1 outside of speech. */
function quotationsOf(words: readonly Word[], quotations: readonly Quoted[]): number[] {
  if (quotations.length === 0) return words.map(() => -1)
  return words.map(({ start, end }) => {
    const q = quotations[firstWhere(quotations, one => one.end >= end)]
    return q?.speech && start >= q.start ? q.number : -1
  })
}

function readBlock(block: SourceBlock, codebook: CompiledCodebook, shortForms: ShortForms): BlockContext {
  const pieces = readPieces(block.text)
  const names = codebook.names(pieces)
  const quotations = findQuotations(block.text).map(({ span, closed }, number) => {
    const text = block.text.slice(span[0], span[1])
    const speech = (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= leastWordsOfSpeech
    return { number, start: span[0], end: span[1], closed, speech }
  })
  const tokens = readTokens(block.text, [0, block.text.length])
  let [nextName, nextPiece, nextQuotation, nextToken] = [0, 0, 0, 0]
  const sentences = block.sentences.map((span): SentenceContext => {
    const { found: own, next } = within(names, nextName, span)
    nextName = next
    const spoken = within(quotations, nextQuotation, span)
    nextQuotation = spoken.next
    const first = nextToken
    while (nextToken < tokens.length && (tokens[nextToken] as Token).start < span[1]) nextToken++
    const sentence = readClauses(toWords(tokens.slice(first, nextToken), own))
    const cut = within(pieces, nextPiece, span)
    nextPiece = cut.next
    const terms = readTerms(codebook, cut.found, sentence.words)
    const dealings = findDealings(sentence, own, codebook).filter(
      one => !terms.some(term => term.issue === one.issue && term.word <= one.word && one.word < term.wordEnd),
    )
    const { words, phrases, verbs, clauses, clauseOf } = sentence
    // Written out: copies of objects with so many fields took longer than all else here.
    return {
      words,
      phrases,
      verbs,
      clauses,
      clauseOf,
      block,
      span,
      names: own,
      terms: [...terms, ...dealings, ...shortForms.read(sentence, terms)].sort(
        (a, b) => a.start - b.start || a.end - b.end,
      ),
      quotation: quotationsOf(sentence.words, spoken.found),
    }
  })
  return { block, sentences, quotations }
}

/** Reads the blocks of a source one after another. Tables hold no sentences and are left out. */
export function* readBlocks(source: Source, codebook: CompiledCodebook): Generator<BlockContext> {
  const shortForms = new ShortForms()
  for (const block of source.children) if (block.type !== 'table') yield readBlock(block, codebook, shortForms)
}

/** The words of a stretch as the source has them. */
export function textOf(sentence: SentenceContext, start: number, end: number): string {
  const first = sentence.words[start]
  const last = sentence.words[end - 1]
  return first && last ? sentence.block.text.slice(first.start, last.end) : ''
}
