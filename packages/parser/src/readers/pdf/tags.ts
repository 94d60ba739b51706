import type { PDFPageProxy } from './open.js'

type StructNode = Awaited<ReturnType<PDFPageProxy['getStructTree']>>
export type StructTree = StructNode | null

/**
 * The items of lists on a page, by the marked content that is in them (ISO 32000-1, 14.8.4.3.3). Programs draw bullets
 * as often as they write them, so that nothing but the tags tells where an item begins. An item in an item counts by
 * itself.
 */
export function itemsOf(tree: StructTree): Map<string, number> {
  const items = new Map<string, number>()
  let count = 0
  const open: [node: StructNode, item: number | null][] = tree ? [[tree, null]] : []
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, inside] = next
    const item = node.role === 'LI' ? ++count : inside
    for (const child of node.children ?? [])
      if ('children' in child) open.push([child, item])
      else if (item !== null && 'id' in child && typeof child.id === 'string') items.set(child.id, item)
  }
  return items
}
