import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Advances, type FontFile, type Tokens, unknownAdvances } from '@briefbook/ast'
import { diagnostic, type Result } from '@briefbook/diagnostics'
import type { EmbeddedFont } from '@briefbook/render-docx'
import decompress from 'woff2-encoder/decompress'
import { type Folder, sha256 } from '../content/folder.js'
import { familyAdvances } from './advances.js'

/** A font file that the book may embed. */
interface LoadedFont {
  family: string
  weight: number
  style: 'normal' | 'italic'
  /** As tokens.yaml names it. */
  file: string
  sha256: string
}

export interface LoadedFonts {
  fonts: LoadedFont[]
  /** The faces that the DOCX carries: Word knows four of a family. */
  faces: EmbeddedFont[]
  /** `@font-face` rules with the files inside: the page is printed without network. */
  css: string
  /** How wide the family of tables and pictures sets its letters. */
  advances: Advances
}

const formats: { [ending: string]: string } = { woff2: 'woff2', woff: 'woff', ttf: 'truetype', otf: 'opentype' }

/** A file of the template's folder, or of a package that the template depends on. */
async function readFont(folder: Folder, file: string): Promise<Uint8Array | null> {
  if (!file.startsWith('@') && !/^[a-z]/i.test(file)) return folder.read(file)
  const own = await folder.read(file)
  if (own) return own
  try {
    return await readFile(createRequire(join(folder.path, 'package.json')).resolve(file))
  } catch {
    return null
  }
}

function fontFace(family: string, { weight, style, file, range }: FontFile, bytes: Uint8Array): string {
  const ending = file.split('.').at(-1)?.toLowerCase() ?? ''
  const url = `data:font/${ending};base64,${Buffer.from(bytes).toString('base64')}`
  const lines = [
    `font-family: ${JSON.stringify(family)}`,
    `font-weight: ${weight}`,
    `font-style: ${style}`,
    `src: url(${url}) format("${formats[ending] ?? ending}")`,
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

/** A font file as TrueType or OpenType: without the web's compression. Null where it is neither. */
async function uncompressed(file: string, bytes: Uint8Array): Promise<Uint8Array | null> {
  if (file.endsWith('.woff2')) return decompress(bytes)
  return /\.(ttf|otf)$/.test(file) ? bytes : null
}

/** For each of Word's faces the file of the nearest weight; of several ranges the one named first, Latin. */
async function embeddedFaces(
  family: string,
  files: readonly (FontFile & { bytes: Uint8Array })[],
): Promise<EmbeddedFont[]> {
  const faces: EmbeddedFont[] = []
  for (const face of Object.keys(wanted) as (keyof typeof wanted)[]) {
    const [weight, style] = wanted[face]
    const distance = (file: FontFile) => Math.abs(file.weight - weight)
    const nearest = files
      .filter(file => file.style === style && distance(file) < 200)
      .sort((a, b) => distance(a) - distance(b))[0]
    if (!nearest) continue
    const { bytes, file } = nearest
    // Word reads TrueType and OpenType alone.
    const plain = await uncompressed(file, bytes)
    if (plain) faces.push({ family, face, bytes: plain })
  }
  return faces
}

/** Reads the fonts that the tokens name. One that is missing is told; what stands in for it is taken. */
export async function loadFonts(
  folders: readonly Folder[],
  tokens: Tokens,
  tokensFile: string,
): Promise<Result<LoadedFonts>> {
  const fonts: LoadedFont[] = []
  const rules: string[] = []
  const result: Result<LoadedFonts> = {
    value: { fonts, faces: [], css: '', advances: unknownAdvances },
    diagnostics: [],
  }
  for (const [role, { family, files }] of Object.entries(tokens.fonts)) {
    const read: (FontFile & { bytes: Uint8Array })[] = []
    for (const font of files) {
      let bytes: Uint8Array | null = null
      for (const folder of folders) bytes ??= await readFont(folder, font.file)
      if (!bytes) {
        result.diagnostics.push(
          diagnostic('font-is-there', `There is no font file \`${font.file}\`.`, { file: tokensFile }),
        )
        continue
      }
      fonts.push({ family, weight: font.weight, style: font.style, file: font.file, sha256: sha256(bytes) })
      rules.push(fontFace(family, font, bytes))
      read.push({ ...font, bytes })
    }
    result.value.faces.push(...(await embeddedFaces(family, read)))
    if (role !== 'display') continue
    const plain = await Promise.all(
      read.map(async font => ({ ...font, ttf: await uncompressed(font.file, font.bytes) })),
    )
    result.value.advances = familyAdvances(plain.flatMap(({ ttf, ...font }) => (ttf ? [{ ...font, ttf }] : [])))
  }
  result.value.css = rules.join('\n')
  return result
}
