import { createLocator, type Diagnostic, diagnostic } from '@briefbook/diagnostics'

/** Text without a space for longer than this is none: data, or what a program filled a file with. */
const longestWord = 10_000
/** Chinese, Japanese and the scripts of South-East Asia put no spaces between words. */
const spaced =
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]+/gu

/** Whether a text has so long a stretch without a space; of spaces, the common ones. */
function hasLongStretch(text: string): boolean {
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code <= 0x20 || code === 0xa0 || code === 0x3000) start = i + 1
    else if (i - start >= longestWord) return true
  }
  return false
}

/** Tells once a file where it has a stretch that cannot be words. */
export function checkWords(text: string, file: string): Diagnostic[] {
  // Most texts are told at a glance.
  if (!hasLongStretch(text)) return []
  for (const { 0: word, index } of text.matchAll(spaced)) {
    if (word.length <= longestWord) continue
    const place = createLocator(text).placeOf(index, index + word.length)
    return [diagnostic('source-has-words', `There are ${word.length} characters without a space.`, { file, place })]
  }
  return []
}
