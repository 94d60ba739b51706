import {
  type BookPhrasing,
  type Direction,
  directionOfLanguage,
  findBlock,
  type Source,
  type SourceBlock,
  text,
} from '@briefbook/ast'
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
  return [
    ...(before === '' ? [] : [text(before)]),
    { type: 'foreign', ...tongue, children: [text(quote)] },
    ...(after === '' ? [] : [text(after)]),
  ]
}
