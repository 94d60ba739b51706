import { type BookPhrasing, type LedgerMark, type LedgerPiece, noteSign, type Span, stanceSigns } from '@briefbook/ast'
import type { Node } from 'unist'
import { labelName } from '../xml/bookmarks.js'

/** Where a node was written, in its file; null for one that the tool made. */
export function spanOf({ position }: Node): Span | null {
  const start = position?.start.offset
  const end = position?.end.offset
  return start === undefined || end === undefined ? null : [start, end]
}

/**
 * The words of phrasing as the document shows them: pages, which are fields, left out; a note is a sign, within a note its
 * words in brackets.
 */
export function plainText(nodes: readonly Node[], inNote = false): string {
  return (nodes as readonly BookPhrasing[])
    .map((node): string => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value.replaceAll('\n', ' ')
        case 'break':
          return '\n'
        case 'note':
          return inNote ? ` [${plainText(node.children, inNote)}]` : noteSign
        case 'stanceMark':
          return `${stanceSigns[node.stance]}${node.count ?? ''}`
        case 'pageReference':
          return ''
        case 'crossReference':
          return node.counted && !inNote ? noteSign : plainText(node.children, inNote)
        default:
          return plainText(node.children, inNote)
      }
    })
    .join('')
}

const marks = {
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'delete',
  link: 'link',
  crossReference: 'link',
} as const

/** The inside of a node whose children all stand in the file. */
function innerSpan(children: readonly Node[]): Span | null {
  const spans = children.map(spanOf)
  const [first, last] = [spans[0], spans.at(-1)]
  return first && last && spans.every(span => span !== null) ? [first[0], last[1]] : null
}

function marked(
  node: Extract<BookPhrasing, { type: keyof typeof marks }>,
  span: Span,
  text: string,
  inNote: boolean,
): LedgerPiece {
  const inner = innerSpan(node.children)
  const url = node.type === 'link' ? node.url : node.type === 'crossReference' ? `#${node.target}` : null
  if (inner === null)
    return { type: 'atom', span, shown: plainText([node], inNote), ...(url === null ? {} : { link: url }) }
  const mark: LedgerMark = {
    type: 'mark',
    mark: marks[node.type],
    span,
    inner,
    children: piecesOf(node.children, text, inNote),
  }
  return url === null ? mark : { ...mark, url }
}

function pieceOf(node: BookPhrasing, before: number, text: string, inNote: boolean): LedgerPiece {
  const span = spanOf(node)
  const shown = plainText([node], inNote)
  if (span === null) return { type: 'atom', span: [before, before], shown }
  switch (node.type) {
    case 'text':
      return { type: 'text', span, ...(text.slice(...span) === node.value ? {} : { shown: node.value }) }
    case 'break':
      return { type: 'break', span }
    case 'inlineCode': {
      const at = text.slice(...span).indexOf(node.value)
      const inner: Span = [span[0] + at, span[0] + at + node.value.length]
      return at < 1
        ? { type: 'atom', span, shown }
        : { type: 'mark', mark: 'code', span, inner, children: [{ type: 'text', span: inner }] }
    }
    case 'note': {
      if (inNote) return { type: 'atom', span, shown }
      // Between its paragraphs stands a space that nobody wrote.
      const ends = [node.children[0], node.children.at(-1)]
      const own = node.cites.length === 0 && ends.every(child => child !== undefined && spanOf(child) !== null)
      return {
        type: 'note',
        span,
        shown: plainText(node.children, true),
        ...(own ? { children: piecesOf(node.children, text, true) } : {}),
      }
    }
    case 'crossReference':
      if (node.counted && !inNote) return { type: 'note', span, shown: labelName(node.target) }
      return marked(node, span, text, inNote)
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return marked(node, span, text, inNote)
    default:
      return { type: 'atom', span, shown }
  }
}

/**
 * The phrasing of a block as pieces that lead from what the document shows to where it was written.
 *
 * @param text    Of the chapter's file.
 * @param inNote  Whether they stand in a footnote.
 */
export function piecesOf(nodes: readonly Node[], text: string, inNote = false): LedgerPiece[] {
  let before = 0
  return (nodes as readonly BookPhrasing[]).map(node => {
    const piece = pieceOf(node, before, text, inNote)
    before = piece.span[1]
    return piece
  })
}
