import { type ChildNode, type Element, isElement, isText, type ParentNode } from './dom.js'

/** What has no words for readers and no weight for Readability, and is half of a page. */
const leftOut: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template'])
/** What has no words for readers either, but counts where it stands. */
const emptied: ReadonlySet<string> = new Set(['svg', 'math', 'iframe', 'object', 'canvas'])
const empty: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)
/** What Readability judges elements by. */
const attributes: ReadonlySet<string> = new Set(
  'class id role rel href dir hidden style aria-hidden aria-modal itemprop itemtype property name content rowspan colspan summary datatable type'.split(
    ' ',
  ),
)
const special = /[&<>\u00a0]/
const quoted = /[&"\u00a0]/

const escapeText = (text: string) =>
  special.test(text)
    ? text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\u00a0/g, '&nbsp;')
    : text
const escapeValue = (value: string) =>
  quoted.test(value)
    ? value
        .replace(/&/g, '&amp;')
        .replace(/"/g, '&quot;')
        .replace(/\u00a0/g, '&nbsp;')
    : value

/** Whether an attribute can change what Readability thinks of an element. Most links are judged by their `#` alone. */
function counts(element: Element, name: string, value: string): boolean {
  if (!attributes.has(name)) return /^(?:iframe|embed|object)$/.test(element.tagName) && name === 'src'
  if (name === 'style') return /display|visibility/i.test(value)
  return true
}

/**
 * Writes a page as HTML for Readability: without what it throws away or does not look at, which is most of a page, and
 * with a number on every element that has anything in it: what becomes of an element that is taken away is looked up
 * in the next one around it.
 *
 * @param key  The attribute that carries the number, which is the element's place in `numbered`.
 */
export function writeLightCopy(root: ParentNode, key: string): { html: string; numbered: Element[] } {
  const parts: string[] = ['<!DOCTYPE html>']
  const numbered: Element[] = []
  const walk = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (isText(node)) {
        parts.push(escapeText(node.value))
        continue
      }
      if (!isElement(node) || leftOut.has(node.tagName)) continue
      parts.push('<', node.tagName)
      for (const { name, value } of node.attrs)
        if (counts(node, name, value)) parts.push(' ', name, '="', escapeValue(value), '"')
      if (node.childNodes.length > 0) parts.push(' ', key, '="', String(numbered.push(node) - 1), '"')
      parts.push('>')
      if (empty.has(node.tagName)) continue
      if (!emptied.has(node.tagName)) walk(node.childNodes)
      parts.push('</', node.tagName, '>')
    }
  }
  walk(root.childNodes)
  return { html: parts.join(''), numbered }
}
