import { createHash } from 'node:crypto'
import type { FontFamily, Tokens } from '@briefbook/ast'
import { declaration, escapeXml } from './xml.js'

/** A face that the DOCX carries, so that it looks the same where the family is not installed. */
export interface EmbeddedFont {
  family: string
  face: 'Regular' | 'Bold' | 'Italic' | 'BoldItalic'
  /** TrueType or OpenType. Its licence must allow embedding. */
  bytes: Uint8Array
}

/** The generic families of CSS, as Word names their like (ISO/IEC 29500-1, 17.18.30). */
const families = new Map([
  ['serif', 'roman'],
  ['sans-serif', 'swiss'],
  ['monospace', 'modern'],
])

/** The faces in the order of CT_Font (17.8.3.10). */
const faces = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const

/** A GUID made of the font's bytes: Word's key to a font, the same for the same font. */
function keyOf(bytes: Uint8Array): string {
  const hex = createHash('sha256').update(bytes).digest('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

/** Font obfuscation (ISO/IEC 29500-4, 14.2.1): the first 32 bytes, each with a byte of the key, the key's last first. */
function obfuscate(bytes: Uint8Array, key: string): Uint8Array {
  const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse()
  return bytes.map((byte, i) => (i < 32 ? byte ^ (mask[i % 16] as number) : byte))
}

interface EmbeddedPart {
  font: EmbeddedFont
  id: string
  /** From `word/`. */
  target: string
  key: string
}

function partsOf(fonts: readonly EmbeddedFont[]): EmbeddedPart[] {
  return fonts.map((font, i) => ({
    font,
    id: `rIdFont${i + 1}`,
    target: `fonts/font${i + 1}.odttf`,
    key: keyOf(font.bytes),
  }))
}

function font({ family, fallback }: Pick<FontFamily, 'family' | 'fallback'>, parts: readonly EmbeddedPart[]): string {
  const like = fallback.map(name => families.get(name)).find(name => name !== undefined) ?? 'auto'
  const others = fallback.filter(name => !families.has(name) && !/^(system-ui|ui-.*)$/.test(name))
  const instead = others.length > 0 ? `<w:altName w:val="${escapeXml(others.join(','))}"/>` : ''
  const pitch = like === 'modern' ? 'fixed' : 'variable'
  const embedded = faces.flatMap(face => {
    const part = parts.find(p => p.font.family === family && p.font.face === face)
    return part ? [`<w:embed${face} r:id="${part.id}" w:fontKey="{${part.key}}"/>`] : []
  })
  return `<w:font w:name="${escapeXml(family)}">${instead}<w:family w:val="${like}"/><w:pitch w:val="${pitch}"/>${embedded.join('')}</w:font>`
}

/** `word/fontTable.xml`: the fonts that the styles name, what to take where one is missing, and the faces carried. */
export function fontTable({ fonts }: Tokens, embedded: readonly EmbeddedFont[]): string {
  const parts = partsOf(embedded)
  const scripts = Object.values(fonts.scripts).flatMap(({ text, display }) => [text, display])
  const all = [
    fonts.text,
    fonts.display,
    ...scripts,
    { family: 'Courier New', fallback: ['Liberation Mono', 'monospace'] },
  ]
  const once = [...new Map(all.map(entry => [entry.family, entry])).values()]
  return `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${once.map(entry => font(entry, parts)).join('')}</w:fonts>`
}

/** `word/_rels/fontTable.xml.rels`. */
export function fontRelationships(embedded: readonly EmbeddedFont[]): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/font'
  const entries = partsOf(embedded).map(
    ({ id, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`
}

/** The parts of the faces carried, by their names in the package. */
export function fontParts(embedded: readonly EmbeddedFont[]): { [part: string]: Uint8Array } {
  return Object.fromEntries(
    partsOf(embedded).map(({ font, target, key }) => [`word/${target}`, obfuscate(font.bytes, key)]),
  )
}
