import { createRequire } from 'node:module'

/** A function that says where a word of a language may break, after Liang. */
interface Patterns {
  hyphenateSync(word: string, options: { hyphenChar: string; minWordLength: number }): string
}

const softHyphen = '\u00ad'
const load = createRequire(import.meta.url)

/** The patterns of TeX (hyph-utf8) whose licences are permissive, by the beginning of a language's tag. */
const folders: { readonly [tag: string]: string } = {
  'en-US': 'en-us',
  en: 'en-gb',
  de: 'de-1996',
  fr: 'fr',
  es: 'es',
  pt: 'pt',
  it: 'it',
  nl: 'nl',
  ru: 'ru',
}

/** Shorter words are not worth it where lines end as they come. */
const leastWord = 8
/** Letters that stay together, at the ends of a word and between two breaks. */
const leastPiece = 3

const known = new Map<string, Patterns | null>()

function patternsOf(language: string): Patterns | null {
  const folder = folders[language] ?? folders[language.split('-')[0] ?? '']
  if (folder === undefined) return null
  const found = known.get(folder)
  if (found !== undefined) return found
  const patterns = load(`hyphen/${folder}/index.js`) as Patterns
  known.set(folder, patterns)
  return patterns
}

function broken(patterns: Patterns, word: string): string {
  const pieces = patterns.hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: leastWord }).split(softHyphen)
  let made = pieces[0] ?? ''
  let left = word.length - made.length
  let last = made.length
  for (const piece of pieces.slice(1)) {
    if (last >= leastPiece && left >= leastPiece) {
      made += softHyphen
      last = 0
    }
    made += piece
    last += piece.length
    left -= piece.length
  }
  return made
}

const words = new Map<string, string>()

/**
 * A text with soft hyphens where its words may break. What has a capital letter may be a name and stays whole, but for
 * long words in German, which writes all nouns so; as do numbers, addresses, and words with a hyphen of their own.
 *
 * @param language  BCP 47; a text in a language without patterns stays as it is.
 */
export function withSoftHyphens(text: string, language: string): string {
  const patterns = patternsOf(language)
  if (!patterns) return text
  const breakable = language.startsWith('de') ? /^(?:\p{Ll}{8,}|\p{Lu}\p{Ll}{9,})$/u : /^\p{Ll}{8,}$/u
  return text.replace(/[^\s\u00a0]{8,}/gu, token => {
    const core = /^(\P{L}*)(\p{L}+)(\P{L}*)$/u.exec(token)
    const [, before = '', word = '', after = ''] = core ?? []
    if (!breakable.test(word) || /[\d@/_=#&%]/.test(token)) return token
    const key = `${language} ${word}`
    let made = words.get(key)
    if (made === undefined) {
      made = broken(patterns, word)
      words.set(key, made)
    }
    return before + made + after
  })
}
