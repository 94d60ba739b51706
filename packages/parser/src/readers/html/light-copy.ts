import { parseHTML } from 'linkedom'
import { type ChildNode, type Element, isElement, isText, type ParentNode, type TextNode } from './dom.js'

/** What has no words for readers and no weight for Readability, and is half of a page. */
const leftOut: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template'])
/** What has no words for readers either, but counts where it stands. */
const emptied: ReadonlySet<string> = new Set(['svg', 'math', 'iframe', 'object', 'canvas'])
/** What Readability judges elements by. */
const attributes: ReadonlySet<string> = new Set(
  'class id role rel href dir hidden style aria-hidden aria-modal itemprop itemtype property name content rowspan colspan summary datatable type'.split(
    ' ',
  ),
)

/** Whether an attribute can change what Readability thinks of an element. Most links are judged by their `#` alone. */
function counts(element: Element, name: string, value: string): boolean {
  if (!attributes.has(name)) return /^(?:iframe|embed|object)$/.test(element.tagName) && name === 'src'
  if (name === 'style') return /display|visibility/i.test(value)
  return true
}

/** What of linkedom's tree is used here; its nodes have the interface of the DOM. */
export interface DomNode {
  nodeType: number
  textContent: string | null
  childNodes: Iterable<DomNode>
  appendChild(child: DomNode): void
  setAttribute(name: string, value: string): void
}

interface DomDocument extends DomNode {
  documentElement: DomNode
  head: DomNode
  body: DomNode
  createElement(name: string): DomNode
  createTextNode(text: string): DomNode
}

const elementNamed = (nodes: readonly ChildNode[], name: string): Element | undefined =>
  nodes.filter(isElement).find(node => node.tagName === name)

/**
 * Makes a tree of a page for Readability, which rearranges the one it is given: without what it throws away or does not
 * look at, which is most of a page. Each text remembers which one of the page it is.
 */
export function copyLightly(root: ParentNode): { document: DomDocument; textOf: ReadonlyMap<DomNode, TextNode> } {
  const { document } = parseHTML('<!DOCTYPE html><html><head></head><body></body></html>') as unknown as {
    document: DomDocument
  }
  const textOf = new Map<DomNode, TextNode>()
  const copyAttributes = (from: Element, to: DomNode): void => {
    for (const { name, value } of from.attrs) if (counts(from, name, value)) to.setAttribute(name, value)
  }
  const copyChildren = (nodes: readonly ChildNode[], to: DomNode): void => {
    for (const node of nodes) {
      if (isText(node)) {
        const text = document.createTextNode(node.value)
        textOf.set(text, node)
        to.appendChild(text)
        continue
      }
      if (!isElement(node) || leftOut.has(node.tagName)) continue
      const element = document.createElement(node.tagName)
      copyAttributes(node, element)
      if (!emptied.has(node.tagName)) copyChildren(node.childNodes, element)
      to.appendChild(element)
    }
  }
  const html = elementNamed(root.childNodes, 'html')
  const head = html && elementNamed(html.childNodes, 'head')
  const body = html && elementNamed(html.childNodes, 'body')
  if (html) copyAttributes(html, document.documentElement)
  if (head) copyChildren(head.childNodes, document.head)
  if (body) {
    copyAttributes(body, document.body)
    copyChildren(body.childNodes, document.body)
    // Readability keeps the page as HTML to begin again from, where its first try finds too little.
    Object.defineProperty(document.body, 'innerHTML', {
      get: () => '',
      set: () => {
        document.body.textContent = ''
        copyChildren(body.childNodes, document.body)
      },
    })
  }
  return { document, textOf }
}
