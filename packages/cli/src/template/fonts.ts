import { type Advances, type FontFile, type Tokens, unknownAdvances } from '@briefbook/ast'
import type { Result } from '@briefbook/diagnostics'
import type { EmbeddedFont } from '@briefbook/render-docx'
import { familyAdvances } from './advances.js'
import { embeddedFaces, fontFace } from './faces.js'
import type { ReadFont, TemplateFiles } from './files.js'

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

type ReadFile = FontFile & ReadFont

/** Reads the fonts that the tokens name. One that is missing is told; what stands in for it is taken. */
export async function loadFonts(files: TemplateFiles, tokens: Tokens): Promise<Result<LoadedFonts>> {
  const fonts: LoadedFont[] = []
  const rules: string[] = []
  const result: Result<LoadedFonts> = {
    value: { fonts, faces: [], css: '', advances: unknownAdvances },
    diagnostics: [],
  }
  const read = async (named: readonly FontFile[]): Promise<ReadFile[]> => {
    const found = await Promise.all(named.map(({ file }) => files.font(file)))
    return named.flatMap((font, i): ReadFile[] => {
      const file = found[i]
      if (file) return [{ ...font, ...file }]
      result.diagnostics.push(files.missing(`There is no font file \`${font.file}\`.`))
      return []
    })
  }
  const { scripts, ...roles } = tokens.fonts
  for (const [role, { family, files: named }] of Object.entries(roles)) {
    const there = await read(named)
    for (const { weight, style, file, range, bytes, sha256 } of there) {
      fonts.push({ family, weight, style, file, sha256 })
      const format = file.split('.').at(-1)?.toLowerCase() ?? ''
      rules.push(fontFace(family, { weight, style, range, format }, bytes))
    }
    const readable = there.flatMap(({ ttf, ...font }) => (ttf ? [{ ...font, ttf }] : []))
    result.value.faces.push(...embeddedFaces(family, readable))
    if (role === 'display') result.value.advances = familyAdvances(readable)
  }
  // Files for scripts travel in the books that need them; that they are there is told at once, and the book depends on them.
  for (const { text, display } of Object.values(scripts)) await read([...new Set([...text.files, ...display.files])])
  result.value.css = rules.join('\n')
  return result
}
