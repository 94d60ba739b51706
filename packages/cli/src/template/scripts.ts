import type { FontFile, Source, Tokens } from '@briefbook/ast'
import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'

/** Scripts that books quote, by their names in Unicode. */
const scripts = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Devanagari',
  'Bengali',
  'Thai',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Ethiopic',
].map(name => ({ name, letter: new RegExp(`\\p{Script=${name}}`, 'u') }))

/** Whether a file is for a letter, by its `unicode-range`; one without is for all that it has. */
function isFor({ range }: FontFile, letter: number): boolean {
  if (range === null) return true
  return range.split(',').some(part => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-')
    return letter >= Number.parseInt(from, 16) && letter <= Number.parseInt(to, 16)
  })
}

/**
 * Tells the scripts of sources that no font of the template is for: another font of the machine stands in, and the book
 * looks otherwise, and is not the same byte for byte, where that is missing.
 */
export function scriptsWithoutFont(sources: readonly Source[], { fonts }: Tokens): Diagnostic[] {
  return sources.flatMap(({ file, children }) =>
    scripts.flatMap(({ name, letter }) => {
      const found = children.map(block => letter.exec(block.text)?.[0]).find(first => first !== undefined)
      const code = found?.codePointAt(0)
      if (code === undefined || fonts.text.files.some(font => isFor(font, code))) return []
      return [
        diagnostic('script-has-a-font', `No font of the template has ${name} letters, such as ${found}.`, { file }),
      ]
    }),
  )
}
