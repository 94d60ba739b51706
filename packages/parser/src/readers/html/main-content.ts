import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { stack } from '../../lists.js'
import { type Element, elementsOf, isText, type ParentNode, type TextNode } from './dom.js'
import { writeLightCopy } from './light-copy.js'

/** Carries an element's number through the serialised page; readability keeps attributes that it does not know. */
const key = 'data-briefbook'

/** Characters that a passage must have to be taken for an article; half of Readability's default, for short notes. */
const leastArticle = 250

/** What of linkedom's tree is used here; its nodes have the interface of the DOM. */
interface DomNode {
  nodeType: number
  textContent: string | null
  childNodes: Iterable<DomNode>
  parentNode: DomNode | null
  getAttribute?(name: string): string | null
}

const squeeze = (text: string) => text.replace(/\s+/g, '')

function* textNodesOf(root: DomNode): Generator<DomNode> {
  const open: DomNode[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeType === 3) yield node
    else stack(open, [...node.childNodes])
  }
}

function numberOf(node: DomNode): number | null {
  for (let at = node.parentNode; at; at = at.parentNode) {
    const value = at.getAttribute?.(key)
    if (value !== null && value !== undefined && value !== '') return Number(value)
  }
  return null
}

/** The text nodes of an element that the article kept: its own, as a rule; deeper ones where a tag was taken away. */
function keptIn(element: Element, kept: string): TextNode[] {
  const isKept = (node: TextNode) => {
    const text = squeeze(node.value)
    return text !== '' && kept.includes(text)
  }
  const own = element.childNodes.filter(isText).filter(isKept)
  const length = own.reduce((sum, node) => sum + squeeze(node.value).length, 0)
  if (length >= kept.length * 0.8) return own
  const below = [...elementsOf(element)].flatMap(child => child.childNodes.filter(isText)).filter(isKept)
  return [...own, ...below]
}

/** Longer pages than any that people save; beyond it, Readability's many passes over the tree take minutes. */
const mostElements = 60_000

/** What Readability makes of a page. It is not made for pages that want to break it: where it gives up, so do we. */
function runReadability(page: string): DomNode | null {
  try {
    const { document } = parseHTML(page)
    const readability = new Readability<DomNode>(document as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: leastArticle,
      disableJSONLD: true,
      serializer: node => node as unknown as DomNode,
    })
    return readability.parse()?.content ?? null
  } catch {
    return null
  }
}

/**
 * Finds the main article of a page with Mozilla's Readability, which Firefox's reader view is.
 *
 * Readability rearranges the tree it is given, so it gets a copy, and every element a number. What its result
 * holds of an element is looked up among the text nodes of the element of that number.
 *
 * @returns The text nodes of the article; null where no article is found.
 */
export function findMainContent(root: ParentNode): Set<TextNode> | null {
  const size = elementsOf(root).length
  if (size > mostElements) return null
  const { html, numbered } = writeLightCopy(root, key)
  // Each reference (`&amp;`) becomes a text of its own there.
  if (size + html.split('&').length - 1 > mostElements) return null
  const article = runReadability(html)
  if (!article) return null

  // A text can come back in pieces or joined to the next one, so all that an element kept is compared at once.
  const kept = new Map<number, string>()
  for (const node of textNodesOf(article)) {
    const number = numberOf(node)
    if (number !== null) kept.set(number, (kept.get(number) ?? '') + squeeze(node.textContent ?? ''))
  }
  const found = new Set<TextNode>()
  for (const [number, text] of kept) {
    const element = numbered[number]
    if (element && text !== '') for (const node of keptIn(element, text)) found.add(node)
  }
  return found.size === 0 ? null : found
}
