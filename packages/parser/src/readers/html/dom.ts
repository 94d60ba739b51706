import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { stack } from '../../lists.js'

export type Element = Tree.Element
export type TextNode = Tree.TextNode
export type ParentNode = Tree.ParentNode
export type ChildNode = Tree.ChildNode

/** Pages nest a few dozen deep, browsers stop at 512; what is deeper is hung up at this depth. */
const maxDepth = 150

export const isElement = (node: ChildNode | ParentNode): node is Element => 'tagName' in node
export const isText = (node: ChildNode): node is TextNode => node.nodeName === '#text'

export const attribute = (element: Element, name: string): string | null =>
  element.attrs.find(attr => attr.name === name)?.value ?? null

/** Class and id of an element, which often tell what it is for. */
export const labelsOf = (element: Element): string =>
  `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`

/** All elements below a node, in the order of the page. */
export function elementsOf(root: ParentNode): Element[] {
  const elements: Element[] = []
  const open: ChildNode[] = [...root.childNodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue
    elements.push(node)
    stack(open, node.childNodes)
  }
  return elements
}

export function textContent(root: ParentNode): string {
  let text = ''
  const open: ChildNode[] = [...root.childNodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) text += node.value
    else if (isElement(node)) stack(open, node.childNodes)
  }
  return text
}

/**
 * Hangs what is nested too deep up at the greatest depth, so that walking the tree cannot exhaust the stack. Templates,
 * which show nothing, are emptied: what they hold stands in no list of children.
 */
function flatten(root: ParentNode): void {
  const open: { node: ParentNode; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    if ('content' in node) node.content.childNodes = []
    if (depth < maxDepth) {
      for (const child of node.childNodes) if (isElement(child)) open.push({ node: child, depth: depth + 1 })
      continue
    }
    const flat: ChildNode[] = []
    const deep: ChildNode[] = [...node.childNodes].reverse()
    for (let child = deep.pop(); child; child = deep.pop()) {
      if (isElement(child)) stack(deep, child.childNodes)
      else {
        child.parentNode = node
        flat.push(child)
      }
    }
    node.childNodes = flat
  }
}

/** Parses a page as the HTML standard says, scripts off. Nothing is fetched and nothing runs. */
export function parsePage(text: string): ParentNode {
  const document = parse(text, { scriptingEnabled: false })
  flatten(document)
  return document
}
