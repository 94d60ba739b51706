import type { DraftBlock } from '../draft.js'
import { detectLanguage } from '../metadata/language.js'
import { mainScript, type Script } from './scripts.js'

/** The language that most texts in a script are in, and letters that give away another one. */
const languages: {
  readonly [script in Exclude<Script, 'Latn'>]: readonly [usual: string, ...others: [RegExp, string][]]
} = {
  Cyrl: ['ru', [/[іїєґ]/i, 'uk'], [/ў/i, 'be'], [/[ђћљњџ]/i, 'sr'], [/[ѓќѕ]/i, 'mk'], [/[әұқңһ]/i, 'kk']],
  Arab: ['ar', [/[ټډړږښځڅۍ]/, 'ps'], [/[ٹڈڑےں]/, 'ur'], [/[پچژگ]/, 'fa']],
  Hani: ['zh'],
  Hira: ['ja'],
  Kana: ['ja'],
  Hang: ['ko'],
  Grek: ['el'],
  Hebr: ['he', [/[ײױ]/, 'yi']],
  Deva: ['hi'],
  Beng: ['bn'],
  Thai: ['th'],
  Geor: ['ka'],
  Armn: ['hy'],
  Taml: ['ta'],
  Ethi: ['am'],
  Khmr: ['km'],
  Mymr: ['my'],
  Syrc: ['syr'],
  Thaa: ['dv'],
}

/** A passage in another script has at least this many characters: a name in brackets is no passage. */
const leastOtherScript = 4
/** Shorter passages in the same script are told wrong too often. */
const leastSameScript = 160
/** More than this of a document adds time and no certainty. */
const beginningCharacters = 5_000
/** How much of a passage is looked at. */
const sampleCharacters = 600
/** So many words are a language's most common ones, as the document shows them. */
const commonWords = 40
/** A passage with at least this share of them is in the language of the document. */
const leastCommon = 0.15

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? []

/** Whether a tag says as much as another one or less: `en` of a text in `en-GB`. */
const sameLanguage = (a: string, b: string): boolean => {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return x === y || x.startsWith(`${y}-`) || y.startsWith(`${x}-`)
}

function languageOfScript(script: Script, text: string): string {
  // Too many languages are written in it: what is too short to be told is in none that we know.
  if (script === 'Latn') return detectLanguage(text) ?? 'und-Latn'
  const [usual, ...others] = languages[script]
  return others.find(([letters]) => letters.test(text))?.[1] ?? usual
}

/** The beginning of a document, which its language is told from. */
export function beginningOf(blocks: readonly DraftBlock[]): string {
  let text = ''
  for (const block of blocks) {
    if (text.length >= beginningCharacters) break
    text += `${block.text}\n`
  }
  return text.slice(0, beginningCharacters)
}

/**
 * Tells for the passages of a document whether one is in another language.
 *
 * What the format says of a passage counts. Without that, a passage in another script is, however short it is. One in the same script is asked about only where it has few of
 * the words that the document uses most, and is long enough to be told.
 *
 * @param body      All passages of the document.
 * @param language  That it is in; null where nobody knows.
 * @returns The language of a passage that is in another one; null for one that is not, or that cannot be told.
 */
export function createLanguageTeller(
  body: readonly DraftBlock[],
  language: string | null,
): (block: DraftBlock) => string | null {
  const document = beginningOf(body)
  const main = mainScript(document, beginningCharacters)
  const counts = new Map<string, number>()
  if (main === 'Latn' || main === 'Cyrl' || main === 'Arab')
    for (const word of wordsOf(document)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const common = new Set(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, commonWords)
      .map(([word]) => word),
  )

  return ({ text, language: told }) => {
    if (told !== null) return language !== null && sameLanguage(told, language) ? null : told
    if (main === null || text.length < leastOtherScript) return null
    const sample = text.slice(0, sampleCharacters)
    const script = mainScript(sample)
    if (script !== null && script !== main) {
      const found = languageOfScript(script, sample)
      return language !== null && sameLanguage(found, language) ? null : found
    }
    if (script === null || common.size === 0 || language === null || text.length < leastSameScript) return null
    const words = wordsOf(sample)
    if (words.filter(word => common.has(word)).length >= words.length * leastCommon) return null
    const found = detectLanguage(text)
    return found === null || sameLanguage(found, language) ? null : found
  }
}
