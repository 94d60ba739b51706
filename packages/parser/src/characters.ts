import { createLocator, type Diagnostic, diagnostic } from '@briefbook/diagnostics'

/*
 * The policy for characters that are not text, in one place.
 *
 * `source.text` keeps the file as it is, so that every offset counts in it. The cleaned text of a block leaves out:
 *
 * - what cannot be printed or stand in XML: C0 and C1 controls, lone surrogates, noncharacters;
 * - what changes the order of the letters around it: bidirectional embeddings, overrides and isolates. The marks that
 *   only say which way a letter runs (U+200E, U+200F, U+061C) stay, for they belong to Hebrew and Arabic text;
 * - what only tells a typesetter where a line may end: soft hyphen, zero-width space, word joiner, byte order mark.
 *
 * The first two are told by a diagnostic. The last are not: every web page has them, and the comparison of quotations
 * passes over them too. Joiners (U+200C, U+200D) are letters' business and stay.
 */

const notText =
  '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\p{Noncharacter_Code_Point}\\p{Surrogate}'
const lineEndHints = '\\u00ad\\u200b\\u2060\\ufeff'
const whiteSpace = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

/** Cuts text into stretches of white space (group 1), of characters to leave out (group 2), and of words. */
export const stretches = new RegExp(
  `([${whiteSpace}]+)|([${notText}${lineEndHints}]+)|[^${whiteSpace}${notText}${lineEndHints}]+`,
  'gu',
)

/**
 * Finds white space that does not stay as it is, and characters that may be left out: text without any is as it will
 * be. Wider than the classes above, so that it needs no look-up of what a character is.
 */
export const uneven =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200b\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\uffff]| {2}/

const forbidden = new RegExp(`[${notText}]`, 'gu')
const leftOut = new RegExp(`[${notText}${lineEndHints}]`, 'gu')
const white = new RegExp(`[${whiteSpace}]+`, 'gu')

/** A text by the policy, with white space collapsed and trimmed: what metadata is kept as. */
export function cleanText(text: string): string {
  return text.replace(leftOut, '').replace(white, ' ').trim()
}

const printCodePoint = (char: string) =>
  `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`

const mayBeForbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/

/** Tells once a file which characters are left out of its cleaned text, with the place of the first. */
export function checkCharacters(text: string, file: string): Diagnostic[] {
  if (!mayBeForbidden.test(text)) return []
  const counts = new Map<string, number>()
  let first = -1
  for (const match of text.matchAll(forbidden)) {
    if (first < 0) first = match.index
    const name = printCodePoint(match[0])
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  if (first < 0) return []
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const kinds = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 8)
    .map(([name, n]) => (n === 1 ? name : `${name} (${n} times)`))
  const are = total === 1 ? '1 character that is not text is' : `${total} characters that are not text are`
  return [
    diagnostic('source-characters-are-text', `${are} left out: ${kinds.join(', ')}${counts.size > 8 ? ' …' : ''}.`, {
      file,
      place: createLocator(text).placeOf(first, first + 1),
    }),
  ]
}
