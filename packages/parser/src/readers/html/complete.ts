import { isProse } from '../../shape.js'
import { contextOf } from './context.js'
import { attribute, type Element, labelsOf, type TextNode } from './dom.js'
import type { Leaf, Page } from './visible.js'

/** The segments of a passage but for the marks of notes: a number behind a full stop hides that a sentence ends. */
const withoutMarks = (leaf: Leaf, marks: ReadonlyMap<TextNode, unknown>): Leaf => ({
  ...leaf,
  segments: leaf.segments.filter(({ node }) => !marks.has(node)),
})

const textOf = (leaf: Leaf, page: Page) => leaf.segments.map(({ start, end }) => page.text.slice(start, end)).join('')

const sizeOf = (leaf: Leaf) => leaf.segments.reduce((sum, { start, end }) => sum + end - start, 0)

/** An element with a larger share of the article than this is the article's frame, whatever it is called. */
const largestBox = 0.2

/** A passage with more of it in links leads elsewhere. */
const mostLinked = 0.5

/** Elements that say of themselves that they hold the article. */
const isArticle = (element: Element) =>
  /^(?:article|main)$/.test(element.tagName) ||
  attribute(element, 'role') === 'main' ||
  attribute(element, 'itemprop') === 'articleBody'

/** How much of a passage stands in links. */
function linkShare(leaf: Leaf): number {
  const linked = leaf.segments.filter(({ node }) => {
    for (let at = node.parentNode; at && 'tagName' in at; at = at.parentNode) {
      if (at.tagName === 'a') return true
      if (leaf.path.includes(at)) return false
    }
    return false
  })
  return linked.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, sizeOf(leaf))
}

/**
 * Corrects what was found to be the article of a page by the order and the names of its parts: prose and embedded
 * posts that stand between its passages come back, as does an opening between the title and the first passage; boxes
 * within it that say what they are go.
 */
export function completeContent(
  page: Page,
  found: ReadonlySet<TextNode>,
  title: Element | null,
  marks: ReadonlyMap<TextNode, unknown>,
): Set<TextNode> {
  const content = new Set(found)
  const { leaves } = page
  const isIn = (leaf: Leaf) =>
    leaf.segments.filter(({ node }) => found.has(node)).reduce((sum, { start, end }) => sum + end - start, 0) >=
    sizeOf(leaf) / 2
  const inside = leaves.map(isIn)
  const first = inside.indexOf(true)
  const last = inside.lastIndexOf(true)
  if (first < 0) return content

  const sizes = new Map<Element, number>()
  let total = 0
  leaves.forEach((leaf, i) => {
    if (!inside[i]) return
    total += sizeOf(leaf)
    for (const element of leaf.path) sizes.set(element, (sizes.get(element) ?? 0) + sizeOf(leaf))
  })
  const isBox = (element: Element) => (sizes.get(element) ?? 0) < total * largestBox
  const frame = [...sizes]
    .filter(([, size]) => size > total * 0.6)
    .map(([element]) => element)
    .at(-1)

  /** What passages of the article hang on: a further paragraph there is one of it. */
  const parents = new Set(leaves.flatMap((leaf, i) => (inside[i] ? leaf.path.slice(-2, -1) : [])))
  for (const [element, size] of sizes) if (isArticle(element) && size > total * 0.6) parents.add(element)
  const texts = new Set(
    leaves.flatMap((leaf, i) => (inside[i] ? [textOf(withoutMarks(leaf, marks), page).trim()] : [])),
  )
  const heading = title ? leaves.findIndex(leaf => leaf.path.includes(title)) : -1
  leaves.forEach((leaf, i) => {
    const boxes = leaf.path.filter(isBox)
    if (inside[i]) {
      if (contextOf(boxes, 'box') !== null) for (const { node } of leaf.segments) content.delete(node)
      return
    }
    const bare = withoutMarks(leaf, marks)
    const text = textOf(bare, page).trim()
    const post = leaf.path.some(
      element =>
        element.tagName === 'blockquote' &&
        /\b(?:twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed)\b/.test(labelsOf(element)),
    )
    const between = i > first && i < last && (frame === undefined || leaf.path.includes(frame))
    const opening = heading >= 0 && i > heading && i < first && first - heading < 12
    const prose = isProse(text) && linkShare(bare) < mostLinked && contextOf(boxes, 'any') === null
    const sibling = leaf.path.at(-1)?.tagName === 'p' && leaf.path.slice(-2, -1).some(parent => parents.has(parent))
    const belongs = (between && post) || (prose && (between || opening || sibling))
    if (!belongs || texts.has(text)) return
    texts.add(text)
    for (const { node } of leaf.segments) content.add(node)
  })
  return content
}
