import type { Pending, WordPiece } from '../../extract.js'

const isLabel = (piece: WordPiece): piece is WordPiece & { label: string } => piece.label !== undefined

/** The raised number or sign that a paragraph begins with. */
const headOf = (item: Pending) =>
  item.kind === 'block' && item.fields.type === 'paragraph' && !item.fields.furniture
    ? item.pieces[0]?.label
    : undefined

/** All pieces of a paragraph or table. */
const piecesIn = (item: Pending): readonly WordPiece[] =>
  item.kind === 'break' ? [] : item.kind === 'block' ? item.pieces : item.cells.flat().flatMap(cell => cell ?? [])

/**
 * Finds notes that were typed by hand: a raised number or sign in the text, and again in front of a paragraph. A raised
 * number that has no note is one of the text: an exponent, an index.
 */
export function markTypedNotes(pending: readonly Pending[]): Pending[] {
  const heads = new Set<string>()
  const references = new Set<string>()
  for (const item of pending) {
    const head = headOf(item)
    if (head !== undefined) heads.add(head)
    for (const { label } of piecesIn(item)
      .slice(head === undefined ? 0 : 1)
      .filter(isLabel))
      references.add(label)
  }
  const isMark = (piece: WordPiece) =>
    piece.label !== undefined && heads.has(piece.label) && references.has(piece.label)
  if (![...heads].some(label => references.has(label))) return [...pending]
  return pending.map(item => {
    const marks = piecesIn(item).filter(isMark).filter(isLabel)
    if (marks.length === 0 || item.kind === 'break') return item
    const without = (pieces: readonly WordPiece[]) => pieces.filter(piece => !isMark(piece))
    const labels = [...(item.fields.references ?? []), ...marks.map(({ label }) => label)]
    if (item.kind === 'table') {
      const cells = item.cells.map(row => row.map(cell => cell && without(cell)))
      return { ...item, cells, fields: { ...item.fields, references: labels } }
    }
    const head = headOf(item)
    const isNote = head !== undefined && references.has(head)
    return {
      ...item,
      pieces: without(item.pieces),
      fields: {
        ...item.fields,
        ...(isNote ? { type: 'footnote' as const, label: head, references: labels.slice(1) } : { references: labels }),
      },
    }
  })
}
