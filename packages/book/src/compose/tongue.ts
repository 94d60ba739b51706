import { type Direction, directionOfLanguage, type Source, type SourceBlock } from '@briefbook/ast'

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
