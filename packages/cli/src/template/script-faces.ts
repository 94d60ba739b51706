/// <reference path="./subset-font.d.ts" />
import type { Diagnostic, Result } from '@briefbook/diagnostics'
import subsetFont from 'subset-font'
import { embeddedFaces, fontFace } from './faces.js'
import type { TemplateFiles } from './files.js'
import type { LoadedFonts } from './fonts.js'
import type { NeededFile } from './script-fonts.js'

/** `U+4E00-4E02,U+4EBA` */
function rangeOf(letters: readonly string[]): string {
  const codes = letters.map(letter => letter.codePointAt(0) as number).sort((a, b) => a - b)
  const spans: [number, number][] = []
  for (const code of codes) {
    const last = spans.at(-1)
    if (last && code === last[1] + 1) last[1] = code
    else spans.push([code, code])
  }
  const hex = (code: number) => code.toString(16).toUpperCase()
  return spans.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',')
}

/** Letters with what a browser may set in their place: Thai AM is drawn as its ring and its stroke. */
const withParts = (letters: readonly string[]) => [
  ...new Set(
    letters.flatMap(letter => (/\p{Script=Hangul}/u.test(letter) ? letter : [letter, ...letter.normalize('NFKD')])),
  ),
]

/** Signs without a shape of their own that tell letters how to join: they stay with the letters. */
const joiners = ['\u200c', '\u200d']

/** Chinese characters are too many to be carried by every document: Word and LibreOffice have fonts of them, and of signs. */
const notCarried: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Jpan', 'Kore', 'Zmth', 'Zsym'])
const isCarried = ({ script }: NeededFile) => !notCarried.has(script)

interface Face extends Pick<NeededFile, 'family' | 'weight' | 'style'> {
  ttf: Uint8Array
}

/**
 * A face of a file in one weight, of some letters or of all. What is printed in a font that still has all weights would be
 * drawings of letters instead of letters, of which a reader of PDF makes no sharp ones.
 */
async function faceOf(
  ttf: Uint8Array,
  { variable, weight }: NeededFile,
  letters: string[] | null,
): Promise<Uint8Array> {
  if (!variable && letters === null) return ttf
  return subsetFont(Buffer.from(ttf), letters?.join('') ?? '', {
    targetFormat: 'truetype',
    ...(letters === null ? { keepAllGlyphs: true } : {}),
    ...(variable ? { variationAxes: { wght: weight } } : {}),
  })
}

/**
 * Reads the files that a book needs for its scripts. Of each only the letters of the book are taken for print; the DOCX,
 * in which editors write on, carries whole files.
 *
 * @param carried  Whether faces for a DOCX are wanted.
 */
export async function withScriptFonts(
  fonts: LoadedFonts,
  needed: readonly NeededFile[],
  files: TemplateFiles,
  carried: boolean,
): Promise<Result<LoadedFonts>> {
  if (needed.length === 0) return { value: fonts, diagnostics: [] }
  const diagnostics: Diagnostic[] = []
  const read: LoadedFonts['fonts'] = []
  const rules: string[] = []
  const whole: Face[] = []
  for (const file of new Set(needed.map(use => use.file))) {
    const font = await files.font(file)
    if (!font?.ttf) {
      diagnostics.push(files.missing(`There is no font file \`${file}\` of WOFF 2, TrueType or OpenType.`))
      continue
    }
    const { ttf, sha256 } = font
    for (const use of needed.filter(use => use.file === file)) {
      const { family, weight, style } = use
      read.push({ family, weight, style, file, sha256 })
      const letters = withParts([...use.letters, ...joiners])
      const range = rangeOf(letters)
      const drawn = needed.some(other => other.family === family && other.weight !== weight) ? weight : 'any'
      rules.push(fontFace(family, { weight: drawn, style, range, format: 'ttf' }, await faceOf(ttf, use, letters)))
      if (carried && isCarried(use)) whole.push({ family, weight, style, ttf: await faceOf(ttf, use, null) })
    }
  }
  const families = new Set(
    whole.map(({ family }) => family).filter(family => !fonts.faces.some(f => f.family === family)),
  )
  const faces = [...families].flatMap(name =>
    embeddedFaces(
      name,
      whole.filter(({ family }) => family === name),
    ),
  )
  const value = {
    ...fonts,
    fonts: [...fonts.fonts, ...read],
    faces: [...fonts.faces, ...faces],
    css: [fonts.css, ...rules].join('\n'),
  }
  return { value, diagnostics }
}
