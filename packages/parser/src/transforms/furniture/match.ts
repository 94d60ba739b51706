import { countWords } from '../../shape.js'
import { type Phrase, phrases } from './phrases.js'

const defaultWords = 12

/** The phrase of pages that a passage consists of; null where it is none. */
export function matchPhrase(text: string): Phrase | null {
  if (text.length > 1200) return null
  const words = countWords(text)
  return phrases.find(phrase => words <= (phrase.words ?? defaultWords) && phrase.pattern.test(text)) ?? null
}
