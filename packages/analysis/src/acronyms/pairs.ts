/** A short form and its long form, beside each other in a text. */
export interface AcronymPair {
  short: string
  long: string
}

/** A bracket of more words holds a remark. */
const mostWordsInBracket = 8
const bracket = /[([]([^()[\]]{2,120})[)\]]/gu
const isLetterOrDigit = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/**
 * Whether a stretch can be a short form: two to ten characters in one or two words, the first a letter or digit (Schwartz and
 * Hearst 2003, 3.1); and at least two capitals, half of its letters, since brackets hold many a word that is no short form.
 */
function isShortForm(text: string): boolean {
  if (text.length < 2 || text.length > 10 || text.split(/\s+/).length > 2 || !isLetterOrDigit(text[0])) return false
  const letters = text.match(/\p{L}/gu) ?? []
  const capitals = text.match(/\p{Lu}/gu) ?? []
  return capitals.length >= 2 && capitals.length * 2 >= letters.length && !/^\p{Lu}?[IVXLC]+$/u.test(text)
}

/**
 * The end of a stretch that is a long form of a short one: from its last character backwards every letter and digit
 * of the short form is looked for, and the first must begin a word (Schwartz and Hearst 2003, 3.2); null where one is missing.
 */
function matchLongForm(short: string, candidate: string): string | null {
  let at = candidate.length - 1
  for (let i = short.length - 1; i >= 0; i--) {
    const char = (short[i] as string).toLowerCase()
    if (!isLetterOrDigit(char)) continue
    while (at >= 0 && (candidate[at]?.toLowerCase() !== char || (i === 0 && isLetterOrDigit(candidate[at - 1])))) at--
    if (at < 0) return null
    at--
  }
  // A word that began with a hyphen belongs to the one before it.
  return candidate.slice(candidate.lastIndexOf(' ', at) + 1)
}

/** The words in front of a bracket in which a long form is looked for: min(|A| + 5, |A| × 2) of them. */
function wordsBefore(text: string, end: number, short: string): string {
  const most = Math.min(short.length + 5, short.length * 2)
  const sentence = text.slice(0, end).replace(/\s+$/u, '')
  const from = Math.max(sentence.search(/[^.;:!?()[\]“”"]*$/u), 0)
  const words = sentence.slice(from).match(/\S+/gu) ?? []
  const start = words.slice(0, -most).reduce((i, word) => sentence.indexOf(word, i) + word.length, from)
  return sentence.slice(words.length > most ? start : from).trim()
}

function isLongFormOf(long: string | null, short: string): long is string {
  if (long === null || long.length <= short.length) return false
  const words = long.split(/[\s-]+/)
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '').length
  // The long form is not much longer than its short form promises, and does not hold it.
  return !words.includes(short) && words.length <= letters * 2 && words.length > 1 && /\p{L}{2}/u.test(long)
}

const opening = /^(?:the|a|an)\s+/i

/** The short forms of a text with the long forms beside them: `long form (LF)` and `LF (long form)`. */
export function findAcronyms(text: string): AcronymPair[] {
  return [...text.matchAll(bracket)].flatMap(({ 0: whole, 1: inside = '', index }): AcronymPair[] => {
    // `(SCO, founded in 2001)`: what stands behind a comma or semicolon is a remark.
    const [head = ''] = inside.split(/[,;]/)
    const short = head.trim().replace(/^["“‘']|["”’']$/gu, '')
    if (isShortForm(short)) {
      const long = matchLongForm(short, wordsBefore(text, index, short))?.replace(opening, '')
      return isLongFormOf(long ?? null, short) ? [{ short, long: long as string }] : []
    }
    if (inside.split(/\s+/).length > mostWordsInBracket || whole.length < 6) return []
    const before = /(\S+)\s*$/u.exec(text.slice(0, index))?.[1]?.replace(/^["“‘(]|["”’,]$/gu, '') ?? ''
    if (!isShortForm(before)) return []
    const long = matchLongForm(before, head.trim())
    return long === head.trim() && isLongFormOf(long, before)
      ? [{ short: before, long: long.replace(opening, '') }]
      : []
  })
}
