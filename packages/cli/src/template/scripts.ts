import type { Source } from '@briefbook/ast'
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
].map(name => ({ name, pattern: new RegExp(`\\p{Script=${name}}`, 'u') }))

const nameOf = (letter: string) => scripts.find(({ pattern }) => pattern.test(letter))?.name ?? null

/**
 * Tells the scripts of sources that no font of the template is for: another font of the machine stands in, and the book
 * looks otherwise, and is not the same byte for byte, where that is missing.
 *
 * @param without  The letters of the book that no font has.
 */
export function scriptsWithoutFont(sources: readonly Source[], without: ReadonlySet<string>): Diagnostic[] {
  if (without.size === 0) return []
  return sources.flatMap(({ file, children }) => {
    const first = new Map<string | null, string>()
    for (const { text } of children) {
      for (const letter of text) {
        if (!without.has(letter)) continue
        const name = nameOf(letter)
        if (!first.has(name)) first.set(name, letter)
      }
    }
    return [...first].map(([name, letter]) => {
      const what = name === null ? 'letters and signs' : `${name} letters,`
      return diagnostic('script-has-a-font', `No font of the template has ${what} such as ${letter}.`, { file })
    })
  })
}
