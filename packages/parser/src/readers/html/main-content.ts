import { Readability } from '@mozilla/readability'
import { stack } from '../../lists.js'
import { elementsOf, type ParentNode, type TextNode } from './dom.js'
import { copyLightly, type DomNode } from './light-copy.js'

/** Characters that a passage must have to be taken for an article; half of Readability's default, for short notes. */
const leastArticle = 250

function* textNodesOf(root: DomNode): Generator<DomNode> {
  const open: DomNode[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeType === 3) yield node
    else stack(open, [...node.childNodes])
  }
}

/** Longer pages than any that people save; beyond it, Readability's many passes over the tree take minutes. */
const mostElements = 60_000

/**
 * Finds the main article of a page with Mozilla's Readability, which Firefox's reader view is. It is not made for pages
 * that want to break it: where it gives up, so do we.
 *
 * @returns The text nodes of the article; null where no article is found.
 */
export function findMainContent(root: ParentNode): Set<TextNode> | null {
  if (elementsOf(root).length > mostElements) return null
  try {
    const { document, textOf } = copyLightly(root)
    const readability = new Readability<DomNode>(document as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: leastArticle,
      disableJSONLD: true,
      serializer: node => node as unknown as DomNode,
    })
    const article = readability.parse()?.content
    const found = new Set<TextNode>()
    for (const node of article ? textNodesOf(article) : []) {
      const text = textOf.get(node)
      if (text && text.value.trim() !== '') found.add(text)
    }
    return found.size === 0 ? null : found
  } catch {
    return null
  }
}
