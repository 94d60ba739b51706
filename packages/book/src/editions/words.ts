import type { BookCell, BookRow, CellLine, WordChange } from '@briefbook/ast'
import { diffWords } from 'diff'

/** Any node: words are collected whatever it is. */
interface AnyNode {
  type: string
  value?: unknown
  stance?: unknown
  count?: unknown
  children?: unknown
}

/** Blocks and cells whose children are not of one line. */
const apart: ReadonlySet<string> = new Set(['bookRow', 'bookCell', 'keyJudgement', 'list', 'listItem', 'blockquote'])

/** What of some phrasing is read: `, p. ` leads to a number that is left out. */
export const kept = <T extends { type: string }>(nodes: readonly T[]): T[] =>
  nodes.filter((_, i) => nodes[i + 1]?.type !== 'pageReference')

/** The words of a node, without what only numbers the book: pages, notes, headings. A citation stands in brackets. */
export function wordsOf(node: AnyNode): string {
  if (typeof node.value === 'string') return node.value
  if (node.type === 'stanceMark') return `${node.stance}${node.count ?? ''}`
  if (node.type === 'break') return ' '
  const words = kept((node.children ?? []) as AnyNode[])
    .map(wordsOf)
    .join(apart.has(node.type) ? ' ' : '')
  return node.type === 'note' ? ` [${words}]` : words
}

/** The words of a row, cell by cell. */
export const wordsOfRow = (row: BookRow): string =>
  row.children.map((cell: BookCell) => cell.children.map((line: CellLine) => wordsOf(line)).join(' ')).join(' | ')

/** Two texts word by word. */
export function compareWords(before: string, after: string): WordChange[] {
  return diffWords(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

/** How much of two texts is common to both: 0 nothing, 1 all. */
export function likeness(before: string, after: string): number {
  const changes = compareWords(before, after)
  const length = (kind: WordChange['kind']) =>
    changes.reduce((n, c) => n + (c.kind === kind ? c.text.trim().length : 0), 0)
  const same = length('same')
  const all = same + Math.max(length('added'), length('removed'))
  return all === 0 ? 1 : same / all
}
