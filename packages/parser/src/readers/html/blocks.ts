import { block, type DraftBlock } from '../../draft.js'
import { append } from '../../lists.js'
import { countWords } from '../../shape.js'
import { traceTable } from '../../table.js'
import { joinTraced, type Piece, type Traced, trace } from '../../traced.js'
import { reasonFor } from './context.js'
import { attribute, type Element, isElement, labelsOf, type TextNode } from './dom.js'
import { languageTag } from './meta.js'
import type { PageNotes } from './notes.js'
import { isDataTable } from './tables.js'
import type { Leaf, Page } from './visible.js'

/** What the passages of a page are made into blocks with. */
export interface BlockContext {
  page: Page
  /** Text nodes of the article; null where none was found and everything is. */
  content: ReadonlySet<TextNode> | null
  notes: PageNotes
  /** The only `h1` of the page, where there is one. */
  onlyHeading: Element | null
}

const nearest = (path: readonly Element[], tags: RegExp): Element | undefined =>
  path.findLast(element => tags.test(element.tagName))

/** The elements from a text up to the passage it stands in. */
function inlineAncestors(node: TextNode, path: readonly Element[]): Element[] {
  const block = path.at(-1)
  const ancestors: Element[] = []
  for (let at = node.parentNode; at && isElement(at) && at !== block; at = at.parentNode) ancestors.push(at)
  return ancestors
}

interface Words {
  traced: Traced
  references: string[]
  linked: number
  emphasised: boolean
  /** Share of its characters that belong to the article. */
  inContent: number
}

function readWords(leaf: Leaf, { page, content, notes }: BlockContext): Words {
  const pieces: Piece[] = []
  const references: string[] = []
  let [length, linked, strong, inside] = [0, 0, 0, 0]
  leaf.segments.forEach((segment, i) => {
    const before = leaf.segments[i - 1]
    if (before && before.end < segment.start) pieces.push({ start: before.end, end: segment.start })
    const label = notes.marks.get(segment.node)
    if (label) references.push(label)
    if (label === undefined) pieces.push({ start: segment.start, end: segment.end })
    const size = segment.end - segment.start
    const ancestors = inlineAncestors(segment.node, leaf.path)
    length += size
    if (ancestors.some(element => element.tagName === 'a')) linked += size
    if (ancestors.some(element => /^(?:b|strong|em|i)$/.test(element.tagName))) strong += size
    if (!content || content.has(segment.node)) inside += size
  })
  // A link around the passage makes all of it a link.
  const wholeLink = leaf.path.some(element => element.tagName === 'a')
  return {
    traced: trace(page.text, pieces),
    references,
    linked: wholeLink ? 1 : length === 0 ? 0 : linked / length,
    emphasised: length > 0 && strong >= length * 0.95,
    inContent: length === 0 ? 0 : inside / length,
  }
}

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

function roleOf(leaf: Leaf, context: BlockContext, text: string): DraftBlock['role'] {
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
function typeOf(leaf: Leaf, seenItems: Set<Element>): Pick<DraftBlock, 'type' | 'depth' | 'marker'> {
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

/** A part of a passage belongs to the article where at least half of it does. */
const leastInContent = 0.5

function languageOf(path: readonly Element[]): string | null {
  for (const element of path.toReversed()) {
    const tag = languageTag(element)
    if (tag) return tag
  }
  return null
}

/** Makes blocks of the passages of a page; those outside the article are furniture, with what they are. */
export function readLeaves(context: BlockContext): DraftBlock[] {
  const { page, notes } = context
  const out: DraftBlock[] = []
  const seenItems = new Set<Element>()
  const dataTables = new Map<Element, boolean>()
  const isData = (table: Element) => {
    if (!dataTables.has(table)) dataTables.set(table, isDataTable(table))
    return dataTables.get(table) as boolean
  }
  const noteOf = (leaf: Leaf): Element | undefined => {
    const around = leaf.path.findLast(element => notes.targets.has(element))
    if (around) return around
    const inline = leaf.segments.flatMap(segment => inlineAncestors(segment.node, leaf.path))
    return inline.find(element => notes.targets.has(element))
  }
  const openNotes = new Map<Element, number>()

  for (let i = 0; i < page.leaves.length; i++) {
    const leaf = page.leaves[i] as Leaf
    const table = nearest(leaf.path, /^table$/)
    if (table && isData(table)) {
      let end = i
      while (end < page.leaves.length && (page.leaves[end] as Leaf).path.includes(table)) end++
      const made = readTable(page.leaves.slice(i, end), table, context)
      append(out, made)
      i = end - 1
      continue
    }
    const words = readWords(leaf, context)
    const { traced, references } = words
    if (traced.text === '') continue
    const language = languageOf(leaf.path)
    const shared = {
      references,
      linked: words.linked,
      emphasised: words.emphasised,
      language,
      role: roleOf(leaf, context, traced.text),
    }
    const note = noteOf(leaf)
    if (note) {
      const open = openNotes.get(note)
      const earlier = open === undefined ? undefined : out[open]
      if (open !== undefined && earlier) out[open] = { ...earlier, ...joinTraced(page.text, [earlier, traced]) }
      else {
        openNotes.set(note, out.length)
        out.push(block('footnote', traced, { ...shared, label: notes.targets.get(note) ?? '' }))
      }
      continue
    }
    const furniture = words.inContent >= leastInContent ? null : reasonFor(leaf.path)
    out.push(block('paragraph', traced, { ...shared, ...typeOf(leaf, seenItems), furniture }))
  }
  return out
}

function readTable(leaves: readonly Leaf[], table: Element, context: BlockContext): DraftBlock[] {
  const rows = new Map<Element, Map<Element, Traced[]>>()
  const loose: DraftBlock[] = []
  const references: string[] = []
  let [length, inside, head] = [0, 0, false]
  for (const leaf of leaves) {
    const words = readWords(leaf, context)
    const cell = nearest(leaf.path, /^t[dh]$/)
    const row = nearest(leaf.path, /^tr$/)
    length += words.traced.text.length
    inside += words.traced.text.length * words.inContent
    append(references, words.references)
    if (!cell || !row) {
      const furniture = words.inContent >= leastInContent ? null : reasonFor(leaf.path)
      if (words.traced.text !== '') loose.push(block('paragraph', words.traced, { role: 'caption', furniture }))
      continue
    }
    if (rows.size === 0 || rows.has(row)) head = head || (cell.tagName === 'th' && rows.size <= 1)
    const cells = rows.get(row) ?? new Map<Element, Traced[]>()
    cells.set(cell, [...(cells.get(cell) ?? []), words.traced])
    rows.set(row, cells)
  }
  const made = traceTable(
    [...rows.values()].map(cells => [...cells.values()].map(parts => joinTraced(context.page.text, parts))),
  )
  if (!made) return loose
  const furniture = inside >= length * leastInContent ? null : reasonFor(leaves[0]?.path ?? [table])
  return [...loose, block('table', made.traced, { rows: made.rows, head, references, furniture })]
}
