import { directedParts, type FontRole, type Fonts, lettersOfScript, scriptOfLanguage } from '@briefbook/ast'

/** The fonts of a run beside that of Latin letters (ISO/IEC 29500-1, 17.3.2.26): for Chinese, Japanese and Korean; for complex scripts. */
type Slot = 'eastAsia' | 'cs'

const eastAsian: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Jpan', 'Kore'])
/** What Word sets in the font of Latin letters. */
const simple: ReadonlySet<string> = new Set(['Latn', 'Grek', 'Cyrl', 'Armn', 'Geor', 'Zmth', 'Zsym'])

const slotOf = (script: string): Slot | null => (eastAsian.has(script) ? 'eastAsia' : simple.has(script) ? null : 'cs')

/** The first script of the book for a slot: the styles have its font. */
const usual = ({ scripts }: Fonts, slot: Slot) => Object.keys(scripts).find(script => slotOf(script) === slot)

/** A font for every script that Word tells apart, so that no other font comes in for one of them. */
export function fontOf(fonts: Fonts, role: FontRole) {
  const { family } = fonts[role]
  const of = (slot: Slot) => {
    const script = usual(fonts, slot)
    return script === undefined ? family : (fonts.scripts[script]?.[role].family ?? family)
  }
  return { ascii: family, hAnsi: family, eastAsia: of('eastAsia'), cs: of('cs') }
}

/** Words that are set alike. */
export interface ScriptRun {
  text: string
  rightToLeft: boolean
  /** What the run says of its fonts beside its style; nothing for most. */
  font?: { eastAsia?: string; cs?: string; hint?: 'eastAsia' }
  /** Whether the script has italics. */
  upright: boolean
}

function runOf(fonts: Fonts, text: string, rightToLeft: boolean, script: string | null): ScriptRun {
  const slot = script === null ? null : slotOf(script)
  if (script === null || slot === null) return { text, rightToLeft, upright: rightToLeft }
  const family = usual(fonts, slot) === script ? undefined : fonts.scripts[script]?.text.family
  const font = {
    ...(family === undefined ? {} : { [slot]: family }),
    // Else marks that Latin and Chinese share are set narrow.
    ...(slot === 'eastAsia' ? { hint: 'eastAsia' as const } : {}),
  }
  return { text, rightToLeft, upright: true, ...(Object.keys(font).length > 0 ? { font } : {}) }
}

/** The script of words by their letters, of those that the book has fonts for. */
function scriptOfLetters({ scripts }: Fonts, text: string): string | null {
  const found = Object.keys(scripts).find(script => slotOf(script) !== null && lettersOfScript(script)?.test(text))
  return found ?? null
}

/** Cheaper than the letters of scripts: most texts have none of these. */
const mayBeOther = /[\u0900-\u1fff\u2e80-\uffff]/

/** A text cut where letters of another script than Latin begin and end. */
function byScript(fonts: Fonts, text: string): { text: string; script: string | null }[] {
  if (!mayBeOther.test(text)) return [{ text, script: null }]
  const pieces: { text: string; script: string | null }[] = []
  for (const letter of text) {
    const last = pieces.at(-1)
    const script = scriptOfLetters(fonts, letter)
    if (last && last.script === script) last.text += letter
    else pieces.push({ text: letter, script })
  }
  return pieces
}

/**
 * The runs of a text: what runs against the line, and what is in another script, is told apart.
 *
 * @param language     BCP 47 tag of the words.
 * @param rightToLeft  Whether the line runs so.
 */
export function scriptRuns(fonts: Fonts, text: string, language: string, rightToLeft: boolean): ScriptRun[] {
  const own = scriptOfLanguage(language)
  const script = own !== null && slotOf(own) !== null ? own : null
  if (rightToLeft) return [runOf(fonts, text, true, script ?? scriptOfLetters(fonts, text))]
  return directedParts(text).flatMap(part => {
    if (part.rightToLeft) return [runOf(fonts, part.text, true, scriptOfLetters(fonts, part.text))]
    // A passage is one run: its marks are set as its letters are.
    const pieces = script === null ? byScript(fonts, part.text) : [{ text: part.text, script }]
    return pieces.map(piece => runOf(fonts, piece.text, false, piece.script))
  })
}
