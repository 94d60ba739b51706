/// <reference path="./linebreak.d.ts" />
import LineBreaker from 'linebreak'

/** How wide a family of fonts sets each character, in ems, by its code point. Plain data, read from the font files. */
export interface Advances {
  regular: { readonly [codePoint: number]: number }
  bold: { readonly [codePoint: number]: number }
}

/** No font is known: every character is taken for as wide as most of its kind are at most. */
export const unknownAdvances: Advances = { regular: {}, bold: {} }

const noWidth = /[\p{Mn}\p{Me}\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/u
const fullWidth =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\u{1F300}-\u{1FAFF}]/u
/** Vowel signs beside their letter, as Hindi has them. */
const spacingMark = /\p{Mc}/u
const joined = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u
const narrow = /[\p{P}\p{Zs}\p{N}]/u

/** The width of a character that the template's fonts do not have: another font sets it, of which only its kind tells. */
function widthOfKind(char: string): number {
  if (noWidth.test(char)) return 0
  if (fullWidth.test(char)) return 1
  if (spacingMark.test(char)) return 0.4
  if (joined.test(char)) return 0.62
  if (narrow.test(char)) return 0.55
  return /\p{Lu}/u.test(char) ? 0.72 : 0.6
}

/** How wide a text is set on one line, in ems: the sum of its advances, which kerning makes hardly shorter. */
export function textWidthEm(text: string, advances: Advances, weight: keyof Advances = 'regular'): number {
  const own = advances[weight]
  let width = 0
  for (const char of text) width += own[char.codePointAt(0) as number] ?? widthOfKind(char)
  return width
}

/**
 * The pieces of a text between which a line may break (UAX 14), each with the white space that follows it: words, but single
 * characters of Chinese, and the halves of a word with a hyphen.
 */
export function unbreakablePieces(text: string): string[] {
  const breaker = new LineBreaker(text)
  const pieces: string[] = []
  let start = 0
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    pieces.push(text.slice(start, next.position))
    start = next.position
  }
  return pieces
}
