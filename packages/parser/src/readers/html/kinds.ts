import type { Direction } from '@briefbook/ast'
import type { DraftBlock } from '../../draft.js'
import { countWords } from '../../shape.js'
import { attribute, type Element, labelsOf } from './dom.js'
import { languageTag } from './language.js'
import type { Leaf } from './visible.js'
import { type BlockContext, inlineAncestors } from './words.js'

/** The innermost element around a passage whose name fits. */
export const nearest = (path: readonly Element[], tags: RegExp): Element | undefined =>
  path.findLast(element => tags.test(element.tagName))

function markerOf(item: Element, list: Element | undefined): string | null {
  if (list?.tagName !== 'ol') return null
  const value = attribute(item, 'value')
  if (value !== null && /^\d+$/.test(value)) return value
  const start = Number(attribute(list, 'start') ?? '1')
  const items = list.childNodes.filter(node => 'tagName' in node && node.tagName === 'li')
  const number = (Number.isInteger(start) ? start : 1) + items.indexOf(item)
  const type = attribute(list, 'type')
  return type !== null && /^[aA]$/.test(type) && number >= 1 && number <= 26
    ? String.fromCharCode((type === 'a' ? 96 : 64) + number)
    : String(number)
}

const isCaption = (element: Element) =>
  /(?:^|[\s_-])(?:wp-caption(?:-text)?|(?:image|photo|img|media|figure)-?caption|caption(?:-text)?)(?:$|[\s_-])/i.test(
    labelsOf(element),
  )

const byLine = /(?:^|[\s_-])(?:by-?line|author(?:-?name)?|writer|creator)(?:$|[\s_-])/i

/** What the markup says the passage is. */
export function roleOf(leaf: Leaf, context: BlockContext, text: string): DraftBlock['role'] {
  if (nearest(leaf.path, /^figcaption$/) || leaf.path.slice(-3).some(isCaption)) return 'caption'
  if (context.onlyHeading && leaf.path.includes(context.onlyHeading)) return 'title'
  const inner = leaf.path.slice(-2)
  const labelled = (element: Element) =>
    byLine.test(labelsOf(element)) ||
    attribute(element, 'rel') === 'author' ||
    attribute(element, 'itemprop') === 'author'
  const inline = leaf.segments.flatMap(segment => inlineAncestors(segment.node, leaf.path))
  return countWords(text) <= 20 && [...inner, ...inline].some(labelled) ? 'by-line' : null
}

/** Where a passage stands among lists and headings makes its type. The first passage of an item is the item. */
export function typeOf(leaf: Leaf, seenItems: Set<Element>): Pick<DraftBlock, 'type' | 'depth' | 'marker'> {
  const at = leaf.path.findLastIndex(
    element =>
      /^(?:h[1-6]|li|blockquote|td|th|article|section|aside|figure|dd|dt)$/.test(element.tagName) ||
      attribute(element, 'role') === 'heading',
  )
  const element = leaf.path[at]
  const plain = { type: 'paragraph' as const, depth: 1, marker: null }
  if (!element) return plain
  if (/^h[1-6]$/.test(element.tagName)) return { type: 'heading', depth: Number(element.tagName[1]), marker: null }
  if (attribute(element, 'role') === 'heading') {
    const level = Number(attribute(element, 'aria-level') ?? '2')
    return { type: 'heading', depth: level >= 1 && level <= 6 ? level : 2, marker: null }
  }
  if (element.tagName === 'li') {
    if (seenItems.has(element)) return plain
    seenItems.add(element)
    const lists = leaf.path.slice(0, at).filter(above => /^(?:ul|ol|menu)$/.test(above.tagName))
    return { type: 'listItem', depth: Math.max(1, lists.length), marker: markerOf(element, lists.at(-1)) }
  }
  return element.tagName === 'blockquote' ? { ...plain, type: 'quotation' } : plain
}

/** The language that the innermost element with one gives. */
export function languageOf(path: readonly Element[]): string | null {
  for (const element of path.toReversed()) {
    const tag = languageTag(element)
    if (tag) return tag
  }
  return null
}

/** Which way the innermost element that says so runs; null where it is left to the letters. */
export function directionOf(path: readonly Element[]): Direction | null {
  for (const element of path.toReversed()) {
    const value = attribute(element, 'dir')?.trim().toLowerCase()
    if (value === 'ltr' || value === 'rtl') return value
    if (value === 'auto' || element.tagName === 'bdi') return null
  }
  return null
}
