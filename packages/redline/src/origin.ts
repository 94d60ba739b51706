import { plainWords } from '@briefbook/ast'
import { createLocator, type Place } from '@briefbook/diagnostics'
import { isScalar, parseDocument, visit } from 'yaml'

/** Where words come from that the book shows and no chapter holds. */
export interface Origin {
  file: string
  place: Place
}

/** A heading's words without its number. */
const withoutNumber = (words: string) => words.replace(/^[\dIVXLC]+(?:\.\d+)*\s+/, '')

/**
 * The value of a file in YAML that generated words repeat: the title of the book, the name of an issue.
 *
 * @returns null where none of the files says just these words.
 */
export function originOf(words: string, files: readonly { path: string; text: string }[]): Origin | null {
  const wanted = new Set([plainWords(words), plainWords(withoutNumber(words))])
  for (const { path, text } of files) {
    let at: number | null = null
    visit(parseDocument(text), {
      Scalar(key, node) {
        if (key === 'key' || !isScalar(node) || !wanted.has(plainWords(String(node.value)))) return undefined
        at = node.range?.[0] ?? null
        return visit.BREAK
      },
    })
    if (at !== null) return { file: path, place: createLocator(text).placeOf(at) }
  }
  return null
}
