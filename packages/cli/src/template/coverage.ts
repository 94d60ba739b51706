import type { FontFile } from '@briefbook/ast'
import { advancesOf } from './advances.js'
import type { TemplateFiles } from './files.js'

/** Whether a font sets a letter. */
export type Coverage = (letter: string) => boolean

/** What a CSS `unicode-range` names: `U+0600-06FF,U+200C`. */
export function coverageOfRange(range: string): Coverage {
  const parts = range.split(',').map(part => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
  return letter => {
    const code = letter.codePointAt(0) as number
    return parts.some(([from, to]) => code >= from && code <= to)
  }
}

/** All that a file has. One that is not there, which is told elsewhere, has nothing. */
export async function coverageOfGlyphs(files: TemplateFiles, file: string): Promise<Coverage> {
  const font = await files.font(file)
  const has = font?.ttf ? advancesOf(font.ttf) : {}
  return letter => Object.hasOwn(has, letter.codePointAt(0) as number)
}

/** What a file is for: its range, or all that it has. */
export async function coverageOfFile(files: TemplateFiles, { file, range }: FontFile): Promise<Coverage> {
  return range === null ? coverageOfGlyphs(files, file) : coverageOfRange(range)
}

/** What any of them sets. */
export const anyOf =
  (coverages: readonly Coverage[]): Coverage =>
  letter =>
    coverages.some(covers => covers(letter))
