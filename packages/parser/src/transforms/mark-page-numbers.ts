import { asFurniture, type Draft, isBody } from '../draft.js'
import { fold } from '../shape.js'

const pageNumber =
  /^(?:[-–—[(|\s]*(?:page|p\.|seite|página|стр\.?)?\s*\d{1,4}(?:\s*(?:of|\/|von|de|sur|из)\s*\d{1,4})?[-–—\])|\s]*|[ivxl]{1,6})$/iu
/** A line that stands on three pages or more is a running head or foot. */
const leastRepeats = 3
const longestRunningHead = 90

/** Marks page numbers, and the short lines that come back on page after page. */
export function markPageNumbers(draft: Draft): Draft {
  const counts = new Map<string, number>()
  // The number in a running head changes from page to page.
  const key = (text: string) => fold(text.replace(/\d+/g, ' '))
  for (const node of draft.nodes)
    if (isBody(node) && node.text.length <= longestRunningHead)
      counts.set(key(node.text), (counts.get(key(node.text)) ?? 0) + 1)
  const seen = new Set<string>()
  const nodes = draft.nodes.map((node, i) => {
    if (!isBody(node) || (node.type !== 'paragraph' && node.type !== 'heading')) return node
    const next = draft.nodes[i + 1]
    const previous = draft.nodes[i - 1]
    const atBreak = next === undefined || next.type === 'break' || previous?.type === 'break'
    const between = isBody(draft.nodes[i + 1] ?? node) && isBody(draft.nodes[i - 1] ?? node)
    if (pageNumber.test(node.text) && /\d|^[ivxl]+$/i.test(node.text) && (atBreak || between))
      return asFurniture(node, 'page number')
    const name = key(node.text)
    if (
      name === '' ||
      node.text.length > longestRunningHead ||
      (counts.get(name) ?? 0) < leastRepeats ||
      !/\p{L}{3}/u.test(name)
    )
      return node
    if (!draft.nodes.some(other => other.type === 'break') || /[.!?:;]$/.test(node.text)) return node
    // The first is left to those who look for the title.
    if (!seen.has(name)) {
      seen.add(name)
      return node
    }
    return asFurniture(node, 'running head')
  })
  return { ...draft, nodes }
}
