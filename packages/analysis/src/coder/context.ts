import type { Source, SourceBlock, Span } from '@briefbook/ast'
import type { CompiledCodebook, NameMatch, TermMatch } from '../codebook/compile.js'
import { readClauses, type Sentence } from '../grammar/clauses.js'
import { readWords } from '../grammar/words.js'
import { findQuotations } from '../text/quotations.js'

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

/** A block with its sentences; headings have them too. */
export interface BlockContext {
  block: SourceBlock
  sentences: SentenceContext[]
  /** For each quotation of the block, whether it is speech and not a word in quotation marks, and whether it is closed. */
  quotations: { span: Span; speech: boolean; closed: boolean }[]
}

/** Fewer words than this between quotation marks are a name or a term, not something that was said. */
const leastWordsOfSpeech = 4

function readBlock(block: SourceBlock, codebook: CompiledCodebook): BlockContext {
  const names = codebook.names(block.text)
  const quotations = findQuotations(block.text).map(({ span, closed }) => {
    const text = block.text.slice(span[0], span[1])
    return { span, closed, speech: (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= leastWordsOfSpeech }
  })
  const sentences = block.sentences.map((span): SentenceContext => {
    const sentence = readClauses(readWords(block.text, span, names))
    const { words } = sentence
    const terms = codebook.terms(block.text.slice(span[0], span[1])).flatMap(term => {
      const [start, end] = [term.start + span[0], term.end + span[0]]
      const word = words.findIndex(w => w.end > start)
      const wordEnd = words.findLastIndex(w => w.start < end) + 1
      const others = term.others.map(other => ({ start: other.start + span[0], end: other.end + span[0] }))
      return word < 0 ? [] : [{ ...term, start, end, others, word, wordEnd }]
    })
    return {
      ...sentence,
      block,
      span,
      names: names.filter(name => name.start >= span[0] && name.end <= span[1]),
      terms,
      quotation: words.map(w => quotations.findIndex(q => q.speech && w.start >= q.span[0] && w.end <= q.span[1])),
    }
  })
  return { block, sentences, quotations }
}

/** Reads the blocks of a source one after another. Tables hold no sentences and are left out. */
export function* readBlocks(source: Source, codebook: CompiledCodebook): Generator<BlockContext> {
  for (const block of source.children) if (block.type !== 'table') yield readBlock(block, codebook)
}

/** The words of a stretch as the source has them. */
export function textOf(sentence: SentenceContext, start: number, end: number): string {
  const first = sentence.words[start]
  const last = sentence.words[end - 1]
  return first && last ? sentence.block.text.slice(first.start, last.end) : ''
}
