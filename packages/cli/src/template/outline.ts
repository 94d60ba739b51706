import type { WordOutline } from '@briefbook/render-html'
import opentype from 'opentype.js'
import type { LoadedFonts } from './fonts.js'

/** Units of the drawing to the em: fine enough for two decimals. */
const em = 100

/**
 * The word across the pages of a draft, as outlines of the display font's boldest face. Empty where the template brings
 * no font file.
 */
export function draftOutline(word: string, { faces }: LoadedFonts): { draftOutline?: WordOutline } {
  const face = faces.findLast(({ face }) => face === 'Bold') ?? faces.at(-1)
  if (!face) return {}
  const { bytes } = face
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  // Letter by letter: the library does not know all substitutions, and capitals side by side need none.
  const outline = new opentype.Path()
  let x = 0
  for (const letter of word.toUpperCase()) {
    const glyph = font.charToGlyph(letter)
    outline.extend(glyph.getPath(x, 0, em))
    x += ((glyph.advanceWidth ?? 0) / font.unitsPerEm) * em
  }
  const { x1, y1, x2, y2 } = outline.getBoundingBox()
  return { draftOutline: { path: outline.toPathData(2), box: { x: x1, y: y1, width: x2 - x1, height: y2 - y1 } } }
}
