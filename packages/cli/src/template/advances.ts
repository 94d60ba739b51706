import type { Advances, FontFile } from '@briefbook/ast'
import opentype from 'opentype.js'

type FontAdvances = { readonly [codePoint: number]: number }

/** Of files that are still held: most are asked about in every build. */
const known = new WeakMap<Uint8Array, FontAdvances>()

/** The advance of each character that a font has, in ems. @throws where the bytes are no TrueType or OpenType font. */
export function advancesOf(bytes: Uint8Array): FontAdvances {
  const advances = known.get(bytes) ?? readAdvances(bytes)
  known.set(bytes, advances)
  return advances
}

function readAdvances(bytes: Uint8Array): FontAdvances {
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  const { glyphIndexMap } = font.tables.cmap as unknown as { glyphIndexMap: { [codePoint: string]: number } }
  return Object.fromEntries(
    Object.entries(glyphIndexMap).map(([codePoint, glyph]) => [
      Number(codePoint),
      (font.glyphs.get(glyph).advanceWidth ?? font.unitsPerEm) / font.unitsPerEm,
    ]),
  )
}

/**
 * The advances of a family, out of all its upright files: those nearest to the regular weight, and those nearest to what
 * heads are set in.
 */
export function familyAdvances(files: readonly (FontFile & { ttf: Uint8Array })[]): Advances {
  const nearest = (wanted: number) => {
    const upright = files.filter(({ style }) => style === 'normal')
    const distance = Math.min(...upright.map(({ weight }) => Math.abs(weight - wanted)))
    const taken = upright.filter(({ weight }) => Math.abs(weight - wanted) === distance)
    return Object.assign({}, ...taken.map(({ ttf }) => advancesOf(ttf))) as FontAdvances
  }
  return { regular: nearest(400), bold: nearest(600) }
}
