import { type LedgerMark, type LedgerPiece, noteSign, rawOffsets, type Span } from '@briefbook/ast'
import { noteWords } from './note.js'

/** Stands between two paragraphs. */
export const paragraphEnd = '\u2029'

/** A character that was sent, and where it was written. */
export interface BaseItem {
  text: string
  /** In the file. */
  span: Span
  /** The marks around it, the outermost first. */
  stack: readonly LedgerMark[]
  /** What is shown by other words than it is written in, and changed as a whole. */
  unit: LedgerPiece | null
  /** The words of a note. */
  note?: string
}

function wholeOf(piece: LedgerPiece, shown: string, stack: readonly LedgerMark[]): BaseItem[] {
  // The first character takes the whole place: the others have no width.
  return [...shown].map((text, i) => ({
    text,
    span: i === 0 ? piece.span : [piece.span[1], piece.span[1]],
    stack,
    unit: piece,
  }))
}

function itemsOfText(piece: LedgerPiece & { type: 'text' }, file: string, stack: readonly LedgerMark[]): BaseItem[] {
  const raw = file.slice(...piece.span)
  const shown = piece.shown ?? raw
  const offsets = raw === shown ? null : rawOffsets(raw, shown)
  if (raw !== shown && offsets === null) return wholeOf(piece, shown.replaceAll('\n', ' '), stack)
  const at = (i: number) => piece.span[0] + (offsets?.[i] ?? i)
  const items: BaseItem[] = []
  let i = 0
  for (const character of shown) {
    const span: Span = [at(i), at(i + character.length)]
    i += character.length
    // The document has none: what stands around it keeps it.
    if (character === '\u00ad') continue
    items.push({ text: character === '\n' ? ' ' : character, span, stack, unit: null })
  }
  return items
}

/** The pieces of a block, character by character. */
export function itemsOf(pieces: readonly LedgerPiece[], file: string, stack: readonly LedgerMark[] = []): BaseItem[] {
  return pieces.flatMap((piece): BaseItem[] => {
    switch (piece.type) {
      case 'text':
        return itemsOfText(piece, file, stack)
      case 'break':
        return [{ text: '\n', span: piece.span, stack, unit: null }]
      case 'atom':
        return wholeOf(piece, piece.shown, stack)
      case 'note':
        return [{ text: noteSign, span: piece.span, stack, unit: piece, note: noteWords(piece.shown) }]
      case 'mark':
        return itemsOf(piece.children, file, [...stack, piece])
      default:
        return piece satisfies never
    }
  })
}
