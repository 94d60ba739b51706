/** Scripts that languages are told apart by: ISO 15924's names, and Unicode's. */
const scripts = {
  Latn: 'Latin',
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

export type Script = keyof typeof scripts

const names = Object.keys(scripts) as Script[]
const patterns = names.map(name => new RegExp(`(?=\\p{L})\\p{Script=${scripts[name]}}`, 'u'))

const unknown = 0
const noLetter = 1
/** The place of a code unit's script in `names`, and 2. Filled as characters come up. */
const kinds = new Uint8Array(0x10000)

function kindOf(code: number): number {
  const known = kinds[code] as number
  if (known !== unknown) return known
  const char = String.fromCharCode(code)
  const found = patterns.findIndex(pattern => pattern.test(char))
  const kind = found < 0 ? noLetter : found + 2
  kinds[code] = kind
  return kind
}

/** More of a passage than this adds nothing. */
const sampleCharacters = 1_000

/** How many letters of each script a text has; of a long text, its beginning. */
export function countScripts(text: string, sample = sampleCharacters): Map<Script, number> {
  const totals = new Uint32Array(names.length + 2)
  const end = Math.min(text.length, sample)
  for (let i = 0; i < end; i++) {
    const kind = kindOf(text.charCodeAt(i))
    totals[kind] = (totals[kind] as number) + 1
  }
  const counts = new Map<Script, number>()
  names.forEach((name, i) => {
    const n = totals[i + 2] as number
    if (n > 0) counts.set(name, n)
  })
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
