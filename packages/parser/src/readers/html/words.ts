import { type Piece, type Traced, trace } from '../../traced.js'
import { type Element, isElement, type TextNode } from './dom.js'
import type { PageNotes } from './notes.js'
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

/** A passage belongs to the article where at least half of its characters do. */
export const leastInContent = 0.5

/** The elements from a text up to the passage it stands in. */
export function inlineAncestors(node: TextNode, path: readonly Element[]): Element[] {
  const block = path.at(-1)
  const ancestors: Element[] = []
  for (let at = node.parentNode; at && isElement(at) && at !== block; at = at.parentNode) ancestors.push(at)
  return ancestors
}

/** The words of a passage, and what can be said of how they are set. */
export interface Words {
  traced: Traced
  references: string[]
  linked: number
  emphasised: boolean
  /** Share of its characters that belong to the article. */
  inContent: number
}

export function readWords(leaf: Leaf, { page, content, notes }: BlockContext): Words {
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
