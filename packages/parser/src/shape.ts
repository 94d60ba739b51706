/** Small measures of a passage that readers and transforms judge by. */

const closers = '[\\s"\'”’»›)\\]*_]*'
const terminal = new RegExp(`[.!?…:;。！？：；۔؟।]${closers}$`, 'u')
const fullStop = new RegExp(`[.!?…。！？۔؟।]${closers}$`, 'u')

/** Whether a text ends as a finished clause does: with a full stop or its like, a colon or a semicolon. */
export const endsTerminal = (text: string): boolean => terminal.test(text.slice(-12))

/** Whether a text ends as a sentence does. */
export const endsSentence = (text: string): boolean => fullStop.test(text.slice(-12))

/** Whether a text goes on with what came before it: its first letter is small. */
export const startsLower = (text: string): boolean => /^["'“‘«([]*\p{Ll}/u.test(text)

/** Words of a text; scripts without spaces count two characters as a word. */
export function countWords(text: string): number {
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  const spaced = text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  return unspaced > spaced ? Math.ceil(unspaced / 2) : spaced
}

/** Whether a text is a sentence or more of running prose, and not a title, a caption or a link. */
export function isProse(text: string): boolean {
  const words = countWords(text)
  return words >= 25 || (words >= 10 && endsTerminal(text))
}

/** Whether all letters of a text are capitals, and there are some. */
export const isCapitals = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** A text without case, punctuation and accents: what two spellings of one title have in common. */
export const fold = (text: string): string =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
