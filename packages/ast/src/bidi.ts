/** A piece of a text that runs one way. */
export interface DirectedPart {
  text: string
  rightToLeft: boolean
}

/** Cheaper than the letters' scripts, and true of most texts: they have none of these. */
const mayRunLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802-\ud803\ud83a-\ud83b]/

/** With the marks and digits that several such scripts share. */
const letter =
  '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}،؛؟ـ٠-٬]'

/** Words from right to left with what stands between them, but no other letters: a digit behind the last is not theirs. */
const run = new RegExp(`${letter}+(?:[^\\p{L}]*${letter}+)*`, 'gu')

/**
 * The pieces of a text from left to right, in order, told apart by how their letters run. In a line each of those that run the
 * other way has to stand by itself: else a number behind it, or a bracket, is taken along (UAX 9, P2 and N1).
 */
export function directedParts(text: string): DirectedPart[] {
  if (!mayRunLeft.test(text)) return [{ text, rightToLeft: false }]
  const parts: DirectedPart[] = []
  let end = 0
  for (const match of text.matchAll(run)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), rightToLeft: false })
    parts.push({ text: match[0], rightToLeft: true })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ text: text.slice(end), rightToLeft: false })
  return parts
}
