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

/** What a code unit is to `countWords`. */
const unknown = 0
const letter = 1
const unspaced = 2
const joiner = 3
const other = 4
/** Filled as characters come up: asking a pattern about every character of a long text takes seconds. */
const kinds = new Uint8Array(0x10000)
for (const char of "’'.,-") kinds[char.charCodeAt(0)] = joiner

function kindOf(code: number): number {
  const known = kinds[code] as number
  if (known !== unknown) return known
  const char = String.fromCharCode(code)
  // Halves of a pair are letters of scripts that are rare; Han beyond the first plane among them.
  const isLetter = /[\p{L}\p{N}\p{Surrogate}]/u.test(char)
  const kind = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(char)
    ? unspaced
    : isLetter
      ? letter
      : other
  kinds[code] = kind
  return kind
}

/** Words of a text; scripts without spaces count two characters as a word. */
export function countWords(text: string): number {
  let spaced = 0
  let wide = 0
  /** 2 inside a word; 1 behind a mark that may join two parts of one; 0 outside. */
  let inside = 0
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind === letter || kind === unspaced) {
      if (inside === 0) spaced++
      if (kind === unspaced) wide++
      inside = 2
    } else inside = kind === joiner && inside === 2 ? 1 : 0
  }
  return wide > spaced ? Math.ceil(wide / 2) : spaced
}

/** Whether a text is a sentence or more of running prose, and not a title, a caption or a link. */
export function isProse(text: string, words = countWords(text)): boolean {
  return words >= 25 || (words >= 10 && endsTerminal(text))
}

/** Whether all letters of a text are capitals, and there are some. */
export const isCapitals = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

const notAscii = /[\u0080-\uffff]/

/** A text without case, punctuation and accents: what two spellings of one title have in common. */
export function fold(text: string): string {
  if (!notAscii.test(text)) return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(' ')
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
