import {
  type BookPhrasing,
  type Direction,
  directionOfLanguage,
  type Foreign,
  findBlock,
  type Source,
  type SourceBlock,
  text,
} from '@briefbook/ast'
import type { Text } from 'mdast'
import { inQuotationMarks } from './quotation-marks.js'

/** Language and direction of words that a book takes from a source, where they are not the book's own. */
export function tongueOf(
  source: Source,
  block: SourceBlock | undefined,
  bookLanguage: string,
): { language?: string; direction?: Direction } {
  const language = block?.language ?? source.meta.language
  const direction = block?.direction ?? source.direction
  return {
    ...(language !== null && language !== bookLanguage ? { language } : {}),
    ...(direction === directionOfLanguage(bookLanguage) ? {} : { direction }),
  }
}

/** Words of a source within a line, as they are where their language is the book's. */
export function inTongue(words: string, tongue: ReturnType<typeof tongueOf>): Foreign | Text {
  return Object.keys(tongue).length === 0 ? text(words) : { type: 'foreign', ...tongue, children: [text(words)] }
}

/** Words of a source in quotation marks, within a line of the book. */
export function quotedInLine(
  source: Source | undefined,
  anchor: string,
  quote: string,
  bookLanguage: string,
): BookPhrasing[] {
  const marked = inQuotationMarks(quote)
  const tongue = source ? tongueOf(source, findBlock(source, anchor), bookLanguage) : {}
  if (Object.keys(tongue).length === 0) return [text(marked)]
  const start = marked.indexOf(quote)
  const [before, after] = [marked.slice(0, start), marked.slice(start + quote.length)]
  return [...(before === '' ? [] : [text(before)]), inTongue(quote, tongue), ...(after === '' ? [] : [text(after)])]
}
