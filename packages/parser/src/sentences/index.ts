import type { SourceBlockType, Span } from '@briefbook/ast'
import { splitSentences } from './split.js'

/** The sentences of a block's text: a heading and each cell of a table are one, whatever stops they have. */
export function sentencesOf(type: SourceBlockType, text: string, rows: readonly (readonly Span[])[] | null): Span[] {
  if (type === 'heading') return [[0, text.length]]
  if (type === 'table' && rows) return rows.flat().filter(([start, end]) => end > start)
  return splitSentences(text)
}
