import { asFurniture, type Draft, type DraftBlock, type DraftNode, isMendable } from '../draft.js'
import { countWords, endsSentence, fold } from '../shape.js'

const labelled =
  /^[-–—[(|\s]*(?:page|p\.|seite|página|стр\.?|第)\s*\d{1,4}(?:\s*(?:of|\/|von|de|sur|из)\s*\d{1,4})?\s*页?[-–—\])|\s]*$/iu
const bare = /^[-–—[(|\s]*(?:\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|[ivxl]{1,6})[-–—\])|\s]*$/i
/** A line that stands on three pages or more is a running head or foot. */
const leastRepeats = 3
const longestRunningHead = 90
/** A number between two passages of at least this many words is no cell of a table that came apart. */
const leastNeighbour = 8

const isLong = (node: DraftNode | undefined) =>
  node !== undefined && isMendable(node) && countWords(node.text) >= leastNeighbour

function isPageNumber(block: DraftBlock, before: DraftNode | undefined, after: DraftNode | undefined): boolean {
  if (labelled.test(block.text)) return true
  if (!bare.test(block.text)) return false
  return before?.type === 'break' || after?.type === 'break' || after === undefined || (isLong(before) && isLong(after))
}

/** The number in a running head changes from page to page. */
const keyOf = (text: string) => fold(text.replace(/\d+/g, ' '))

const couldRun = (node: DraftNode): node is DraftBlock =>
  isMendable(node) &&
  (node.type === 'paragraph' || node.type === 'heading') &&
  node.text.length <= longestRunningHead &&
  !endsSentence(node.text) &&
  /\p{L}{3}/u.test(node.text)

/** Marks page numbers, and in a text with page breaks the short lines that come back on page after page. */
export function markPageNumbers(draft: Draft): Draft {
  const counts = new Map<string, number>()
  if (draft.nodes.some(node => node.type === 'break'))
    for (const node of draft.nodes)
      if (couldRun(node)) counts.set(keyOf(node.text), (counts.get(keyOf(node.text)) ?? 0) + 1)
  const seen = new Set<string>()
  const prose = draft.nodes.findIndex(isLong)
  const firstProse = prose < 0 ? draft.nodes.length : prose
  const nodes = draft.nodes.map((node, i) => {
    if (!isMendable(node) || (node.type !== 'paragraph' && node.type !== 'heading')) return node
    if (isPageNumber(node, draft.nodes[i - 1], draft.nodes[i + 1])) return asFurniture(node, 'page number')
    const key = keyOf(node.text)
    if (!couldRun(node) || (counts.get(key) ?? 0) < leastRepeats) return node
    // The first is left to those who look for the title, unless it stands below the document's first prose.
    if (seen.has(key) || i > firstProse) return asFurniture(node, 'running head')
    seen.add(key)
    return node
  })
  return { ...draft, nodes }
}
