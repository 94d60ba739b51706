import { createLocator, type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import type { Draft, DraftNode } from '../../draft.js'
import { readBlocks } from './blocks.js'
import { firstMasked, mask } from './mask.js'
import { collectNotes } from './notes.js'
import { parseMarkdown } from './parse.js'
import type { MarkdownState } from './state.js'

/**
 * Reads Markdown: CommonMark with GFM's tables, footnotes and strikethrough, and what PDF converters leave in it.
 *
 * @param text  The decoded file.
 * @param from  Where the document begins, behind its front matter.
 */
export function readMarkdown(text: string, from: number, path: string): { draft: Draft; diagnostics: Diagnostic[] } {
  const document = mask(text.slice(from))
  const masked = ' '.repeat(from) + document
  const pieces = parseMarkdown(document)
  const notes = new Set(pieces.flatMap(({ root }) => [...collectNotes(root)]))
  const nodes: DraftNode[] = []
  for (const { root, at } of pieces) {
    const state: MarkdownState = {
      source: text,
      masked,
      notes,
      range: ({ position }) => [(position?.start.offset ?? 0) + at + from, (position?.end.offset ?? 0) + at + from],
      out: nodes,
      listDepth: 0,
      quoted: false,
    }
    readBlocks(root.children, state)
  }
  const covered = firstMasked(text, masked)
  const diagnostics =
    covered < 0
      ? []
      : [
          diagnostic(
            'source-markup-can-be-followed',
            'Markup is nested too deep here, or one passage has too much of it; it is read as it is written.',
            { file: path, place: createLocator(text).placeOf(covered) },
          ),
        ]
  return { draft: { format: 'markdown', text, nodes, claims: [] }, diagnostics }
}
