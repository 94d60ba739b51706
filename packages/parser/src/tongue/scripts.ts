/*
 * Scripts are told by the ranges of their letters. Most texts are in one script from end to end, and most of their
 * letters are Latin: what is beyond that is looked for first.
 */

/** Scripts that languages are told apart by, with ISO 15924's names, and their letters. */
const scripts = {
  Cyrl: 'Cyrillic',
  Arab: 'Arabic',
  Hani: 'Han',
  Hira: 'Hiragana',
  Kana: 'Katakana',
  Hang: 'Hangul',
  Grek: 'Greek',
  Hebr: 'Hebrew',
  Deva: 'Devanagari',
  Beng: 'Bengali',
  Thai: 'Thai',
  Geor: 'Georgian',
  Armn: 'Armenian',
  Taml: 'Tamil',
  Ethi: 'Ethiopic',
  Khmr: 'Khmer',
  Mymr: 'Myanmar',
  Syrc: 'Syriac',
  Thaa: 'Thaana',
} as const

export type Script = keyof typeof scripts | 'Latn'

const patterns = (Object.keys(scripts) as (keyof typeof scripts)[]).map(
  script => [script, new RegExp(`(?=\\p{L})\\p{Script=${scripts[script]}}`, 'gu')] as const,
)
const latin = /\p{Script=Latin}/gu
/** A letter beyond Latin, which ends well below here but for its rare extensions. */
const beyondLatin =
  /[\u0370-\u1dff\u2c00-\u2c5f\u2d00-\ua71f\ua800-\uab2f\uab70-\ufaff\ufb07-\uff20\uff66-\uffef\ud800-\udfff]/

/** More of a passage than this adds nothing. */
const sampleCharacters = 1_000

/** How many letters of each script a text has; of a long text, its beginning. */
export function countScripts(text: string, sample = sampleCharacters): Map<Script, number> {
  const head = text.slice(0, sample)
  const counts = new Map<Script, number>()
  const count = (script: Script, pattern: RegExp) => {
    const n = head.match(pattern)?.length ?? 0
    if (n > 0) counts.set(script, n)
  }
  if (beyondLatin.test(head)) for (const [script, pattern] of patterns) count(script, pattern)
  count('Latn', latin)
  // Japanese is written in three scripts at once: any of its own letters makes the rest Japanese too.
  const kana = (counts.get('Hira') ?? 0) + (counts.get('Kana') ?? 0)
  if (kana > (counts.get('Hani') ?? 0) * 0.1) {
    counts.set('Hira', kana + (counts.get('Hani') ?? 0))
    counts.delete('Kana')
    counts.delete('Hani')
  }
  return counts
}

/** The script that at least this share of the letters is in. */
const mainShare = 0.6

/** The script that most of a text is in; null where none is, or there are no letters. */
export function mainScript(text: string, sample?: number): Script | null {
  const counts = countScripts(text, sample)
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const found = [...counts].find(([, n]) => n >= total * mainShare)
  return found?.[0] ?? null
}
