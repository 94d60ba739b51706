import { plainWords } from '@briefbook/ast'

/** The words of a note as they are compared: the pages in it are the program's, whether it has them or not. */
export function noteWords(words: string): string {
  return plainWords(words.replace(/(\bp\.)\s*[–\d]*/g, '$1'))
}
