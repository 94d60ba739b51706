import { codePoint } from 'dingbat-to-unicode'
import type { XmlElement } from './xml.js'

/** The fonts whose characters are pictures and Greek letters, and for which a table of their meanings exists. */
const typefaces: ReadonlyMap<string, string> = new Map(
  ['Symbol', 'Webdings', 'Wingdings', 'Wingdings 2', 'Wingdings 3'].map(name => [name.toLowerCase(), name]),
)

/** The symbol font of a name; null for a font of letters. */
export const symbolFont = (name: string | undefined): string | null =>
  (name === undefined ? undefined : typefaces.get(name.toLowerCase())) ?? null

/** Signs of Wingdings that the table has exact characters for, which hardly a font can print: the usual ones. */
const usual: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0xa8, '□'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xe8, '➔'],
  [0xfb, '✗'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

/** Symbol fonts have their 256 characters in the private area too, from U+F000. */
const placeOf = (code: number) => (code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code)

const isPrivate = (code: number) => code >= 0xe000 && code <= 0xf8ff

function meaning(typeface: string, code: number): string | undefined {
  const place = placeOf(code)
  if (place === 0x20) return ' '
  return (typeface === 'Wingdings' ? usual.get(place) : undefined) ?? codePoint(typeface, place)?.string
}

/** Text in a symbol font as the characters that it shows; what the table does not know stays as it is. */
export const textInSymbols = (text: string, typeface: string): string =>
  [...text].map(char => meaning(typeface, char.codePointAt(0) ?? 0) ?? char).join('')

/** The character that a `w:sym` shows; nothing where only its font could tell. */
export function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  if (!Number.isInteger(code) || code < 0x20 || code > 0xffff || (code >= 0xd800 && code <= 0xdfff)) return ''
  const typeface = symbolFont(element.attributes['w:font'])
  const shown = typeface === null ? undefined : meaning(typeface, code)
  return shown ?? (isPrivate(code) ? '' : String.fromCharCode(code))
}
