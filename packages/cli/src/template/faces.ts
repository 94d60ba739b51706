import type { FontFile } from '@briefbook/ast'
import type { EmbeddedFont } from '@briefbook/render-docx'

const formats: { [ending: string]: string } = { woff2: 'woff2', woff: 'woff', ttf: 'truetype', otf: 'opentype' }

/** An `@font-face` rule with the file inside. One for any weight is never made bolder by the browser. */
export function fontFace(
  family: string,
  { weight, style, range, format }: Pick<FontFile, 'style' | 'range'> & { weight: number | 'any'; format: string },
  bytes: Uint8Array,
): string {
  const url = `data:font/${format};base64,${Buffer.from(bytes).toString('base64')}`
  const lines = [
    `font-family: ${JSON.stringify(family)}`,
    `font-weight: ${weight === 'any' ? '1 1000' : weight}`,
    `font-style: ${style}`,
    `src: url(${url}) format("${formats[format] ?? format}")`,
    ...(range === null ? [] : [`unicode-range: ${range}`]),
  ]
  return `@font-face { ${lines.join('; ')} }`
}

/** How far a weight is from the one that Word asks for; italics are told apart before. */
const wanted = {
  Regular: [400, 'normal'],
  Bold: [700, 'normal'],
  Italic: [400, 'italic'],
  BoldItalic: [700, 'italic'],
} as const

/** For each of Word's faces the file of the nearest weight; of several ranges the one named first, Latin. */
export function embeddedFaces(
  family: string,
  files: readonly (Pick<FontFile, 'weight' | 'style'> & { ttf: Uint8Array })[],
): EmbeddedFont[] {
  return (Object.keys(wanted) as (keyof typeof wanted)[]).flatMap(face => {
    const [weight, style] = wanted[face]
    const distance = (file: Pick<FontFile, 'weight'>) => Math.abs(file.weight - weight)
    const nearest = files
      .filter(file => file.style === style && distance(file) < 200)
      .sort((a, b) => distance(a) - distance(b))[0]
    return nearest ? [{ family, face, bytes: nearest.ttf }] : []
  })
}
