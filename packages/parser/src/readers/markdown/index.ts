import { createLocator, type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Draft, DraftNode } from '../../draft.js'
import { readBlocks } from './blocks.js'
import { firstMasked, mask } from './mask.js'
import { collectNotes } from './notes.js'
import { splitMarkdown } from './split.js'
import type { MarkdownState } from './state.js'

// No literal autolinks: an address is text to us either way, and finding them takes quadratic time. One tilde is no
// strikethrough: in the texts that we read it means "about".
const extensions = [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false })]
const mdastExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()]

const parse = (text: string): Root => fromMarkdown(text, { extensions, mdastExtensions })

/**
 * Reads Markdown: CommonMark with GFM's tables, footnotes and strikethrough, and what PDF converters leave in it.
 *
 * @param text  The decoded file.
 * @param from  Where the document begins, behind its front matter.
 */
export function readMarkdown(text: string, from: number, path: string): { draft: Draft; diagnostics: Diagnostic[] } {
  const masked = ' '.repeat(from) + mask(text.slice(from))
  const pieces = splitMarkdown(masked.slice(from)).map(({ start, end, stubs }) => {
    const root = parse(masked.slice(from + start, from + end) + stubs)
    // What the stubs define stands in another piece.
    root.children = root.children.filter(node => (node.position?.start.offset ?? 0) < end - start)
    return { root, at: from + start }
  })
  const notes = new Set(pieces.flatMap(({ root }) => [...collectNotes(root)]))
  const nodes: DraftNode[] = []
  for (const { root, at } of pieces) {
    const state: MarkdownState = {
      source: text,
      masked,
      notes,
      range: ({ position }) => [(position?.start.offset ?? 0) + at, (position?.end.offset ?? 0) + at],
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
