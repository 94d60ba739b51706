import type { BookPhrasing, BookRow, BookTable } from '@briefbook/ast'
import type { Document } from '../state.js'
import { cellPaddingMm } from '../styles/tables.js'

/** Mean advance of a character of a sans-serif text face, in ems. */
const emPerCharacter = 0.5
const mmPerPt = 25.4 / 72
/** A row that takes more of a page than this may break over two. */
const longest = 0.4

function length(nodes: readonly BookPhrasing[]): number {
  return nodes.reduce((sum, node) => {
    if ('value' in node) return sum + node.value.length
    if ('children' in node && node.type !== 'note') return sum + length(node.children as readonly BookPhrasing[])
    return sum + 3
  }, 0)
}

/** Whether a row is so high, by a rough count of its lines, that keeping it on one page would leave a page half empty. */
export function isLong(row: BookRow, table: BookTable, { geometry, tokens }: Document): boolean {
  const characterMm = table.fontSizePt * mmPerPt * emPerCharacter
  const lines = row.children.map((cell, i) => {
    const room = Math.max(1, ((table.columns[i]?.widthMm ?? 0) - 2 * cellPaddingMm) / characterMm)
    return cell.children.reduce((sum, line) => sum + Math.max(1, Math.ceil(length(line.children) / room)), 0)
  })
  const heightMm = Math.max(0, ...lines) * table.fontSizePt * mmPerPt * tokens.lineHeight.table
  const pageMm = table.orientation === 'portrait' ? geometry.portraitHeightMm : geometry.landscapeHeightMm
  return heightMm > pageMm * longest
}
