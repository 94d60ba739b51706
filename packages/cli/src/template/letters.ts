import { type Book, isWideMark, scriptOfLanguage } from '@briefbook/ast'

/** Letters by the language of the words that they stand in, as BCP 47 tag. */
export type Letters = ReadonlyMap<string, ReadonlySet<string>>

/** All but the Latin letters of Europe and the marks that stand between words: most texts have none. */
const uncommon = /[\u0300-\u1fff\u2070-\uffff]/
const isUncommon = (letter: string) => letter >= '\u0300' && (letter < '\u2000' || letter >= '\u2070')

const isTable = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null

/**
 * The letters of a book that fonts of Latin letters may lack, wherever it says them; of passages in Chinese and Japanese with
 * the marks that are set as wide as these. Empty for most books.
 */
export function lettersOf(book: Book): Letters {
  const letters = new Map<string, Set<string>>()
  const add = (text: string, language: string) => {
    if (!uncommon.test(text)) return
    const script = scriptOfLanguage(language)
    const own = letters.get(language) ?? new Set()
    letters.set(language, own)
    for (const letter of text) {
      if (isUncommon(letter) || (script !== null && isWideMark(script, letter))) own.add(letter)
    }
  }
  const walk = (value: unknown, language: string): void => {
    if (typeof value === 'string') add(value, language)
    else if (Array.isArray(value)) for (const item of value) walk(item, language)
    else if (isTable(value)) {
      const own = typeof value.language === 'string' ? value.language : language
      for (const key in value) walk(value[key], own)
    }
  }
  walk(book, book.meta.language)
  return letters
}
