/**
 * The scripts that letters of a kind of writing are in, by ISO 15924 code, where it is not just one: Chinese characters are
 * drawn otherwise in each of these.
 */
const lettersOfWriting: { readonly [code: string]: readonly string[] } = {
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
}

/** The signs between Chinese, Japanese and Korean words, and their wide Latin letters: no script of Unicode has them alone. */
const wideSigns = '\\u3000-\\u303F\\uFE30-\\uFE4F\\uFF00-\\uFFEF'

/**
 * Marks that Chinese and Japanese set as wide as their letters, though other scripts have the same ones. Not quotation marks:
 * beside another mark wide ones leave a hole, and those of text stand well.
 */
const wideMarks = /[·—―…]/

/** Kinds of writing that set marks and letters in one width. */
const wideWriting: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Jpan'])

/** Codes for signs, which belong to no script. */
const signs: ReadonlySet<string> = new Set(['Zmth', 'Zsym'])

const known = new Map<string, RegExp | null>()

/**
 * What matches the letters and the signs of a kind of writing.
 *
 * @param code  ISO 15924: `Arab`, `Thai`; `Hans`, `Hant`, `Jpan` and `Kore` for Chinese characters by where they are read;
 *   `Zmth` and `Zsym` for signs.
 * @returns null where Unicode has no such script.
 */
export function lettersOfScript(code: string): RegExp | null {
  const found = known.get(code)
  if (found !== undefined) return found
  // Unicode has longer names as well, which languages do not name.
  if (!/^[A-Z][a-z]{3}$/.test(code)) return null
  const scripts = lettersOfWriting[code]
  let pattern: RegExp | null = null
  try {
    const classes = signs.has(code)
      ? '\\p{Script=Common}'
      : (scripts ?? [code]).map(script => `\\p{scx=${script}}`).join('')
    pattern = new RegExp(`[${classes}${scripts ? wideSigns : ''}]`, 'u')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  known.set(code, pattern)
  return pattern
}

/** Whether a mark is set with the letters of a kind of writing where it stands among them, though it is not of that script. */
export const isWideMark = (code: string, letter: string): boolean => wideWriting.has(code) && wideMarks.test(letter)

/** How a language is usually written, as ISO 15924 code: `Arab` of `fa`, `Hant` of `zh-TW`; null where nobody knows. */
export function scriptOfLanguage(tag: string): string | null {
  try {
    return new Intl.Locale(tag).maximize().script ?? null
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}
