import type { CellKey, FindingBlock, LedgerBlock, QuotationBlock, Span, WrittenBlock } from '@briefbook/ast'
import type { Node } from 'unist'
import type { State } from '../state.js'
import { piecesOf, plainText, spanOf } from './pieces.js'

type Unnumbered<Block> = Omit<Block, 'id' | 'hash'>

/** What a paragraph is, before it has its number. */
export interface Identity {
  /** What the content control calls it: `chapters/10-introduction.md:12`. */
  name: string
  locked: boolean
  /** @param words  Of the whole paragraph. */
  block(words: string): Unnumbered<WrittenBlock> | Unnumbered<FindingBlock> | Unnumbered<QuotationBlock>
}

/** Where a block begins in a chapter's file that is sent along; null where it does not stand in one. */
function placeOf(node: Node, state: State): { file: string; text: string; span: Span; line: number } | null {
  const file = state.place.chapter?.file ?? null
  const text = file === null ? undefined : state.document.files.get(file)
  const span = spanOf(node)
  return file === null || text === undefined || span === null
    ? null
    : { file, text, span, line: node.position?.start.line ?? 1 }
}

/** Whether a paragraph of these words is drawn already: further pieces of a table repeat the heads of its rows. */
const isDrawn = (blocks: readonly LedgerBlock[], file: string, span: Span) =>
  blocks.some(block => block.kind === 'written' && block.file === file && block.span[0] === span[0])

/** Words of a chapter; null where they do not stand in a file. */
export function written(
  state: State,
  type: WrittenBlock['type'],
  node: Node,
  phrasing: readonly Node[],
  more: Pick<WrittenBlock, 'item' | 'lead'> = {},
): Identity | null {
  const place = placeOf(node, state)
  if (place === null || state.place.inNote) return null
  const { file, span, text, line } = place
  if (type === 'cell' && isDrawn(state.document.blocks, file, span)) return null
  return {
    name: `${file}:${line}`,
    locked: false,
    block: () => ({ kind: 'written', type, file, span, ...more, pieces: piecesOf(phrasing, text) }),
  }
}

/** An analyst's sentence for a cell: the last child is theirs. */
export function finding(cell: CellKey, children: readonly Node[]): Identity {
  const lead = plainText(children.slice(0, -1))
  return {
    name: `Finding: ${Object.values(cell).join(', ')}`,
    locked: false,
    block: () => ({
      kind: 'finding',
      cell,
      ...(lead === '' ? {} : { lead }),
      words: plainText(children.slice(-1)),
    }),
  }
}

/**
 * Words of a source, which nobody edits.
 *
 * @param node  What shows them: one that an analyst wrote has its place in the chapter.
 */
export function quotation(anchor: string, node: Node, state: State): Identity {
  const place = placeOf(node, state)
  const from = place === null ? {} : { from: { file: place.file, span: place.span } }
  return {
    name: `${anchor}: the words of the source`,
    locked: true,
    block: words => ({ kind: 'quotation', anchor, ...from, words }),
  }
}
