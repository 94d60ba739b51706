import { type Draft, type DraftBlock, isBody } from '../draft.js'
import { bulletSigns } from '../readers/text/lines.js'
import { sliceTraced } from '../traced.js'

/** More than one sign are boxes to tick. */
const bullet = new RegExp(`^[${bulletSigns}]\\s+(?=\\S)(?!.*[□■✓✔])`, 'u')
const numbered = /^(\(?)(\d{1,3}|[a-zA-Z])([.)])\s+(?=\S)/

interface Marker {
  printed: string | null
  length: number
  /** What numbers of one series have in common, and the place in it. */
  series: string
  value: number
}

/** What stands in front of a paragraph and may be the bullet or number of a list item. */
function markerOf(block: DraftBlock): Marker | null {
  const sign = bullet.exec(block.text)
  if (sign) return { printed: null, length: sign[0].length, series: '', value: 0 }
  const match = numbered.exec(block.text)
  const printed = match?.[2]
  if (!match || printed === undefined) return null
  const letter = /[a-z]/i.test(printed)
  const kind = letter ? (printed < 'a' ? 'A' : 'a') : '1'
  const value = letter ? printed.toLowerCase().charCodeAt(0) - 96 : Number(printed)
  return { printed, length: match[0].length, series: `${match[1]}${kind}${match[3]}`, value }
}

/**
 * Makes list items of paragraphs whose bullet or number was typed, or was drawn by a program that knows no lists. A
 * number counts only where the paragraph before or behind has its neighbour.
 */
export function markTypedLists(draft: Draft): Draft {
  const isCandidate = (node: DraftBlock) => node.type === 'paragraph' && node.role === null
  const body = draft.nodes.filter(isBody)
  const markers = body.map(node => (isCandidate(node) ? markerOf(node) : null))
  const items = new Map<DraftBlock, Marker>()
  body.forEach((node, i) => {
    const marker = markers[i]
    if (!marker) return
    const follows = (a: Marker | null | undefined, b: Marker | null | undefined) =>
      a && b && a.series === b.series && a.value + 1 === b.value
    if (marker.printed === null || follows(markers[i - 1], marker) || follows(marker, markers[i + 1]))
      items.set(node, marker)
  })
  if (items.size === 0) return draft
  const nodes = draft.nodes.map(node => {
    const marker = isBody(node) ? items.get(node) : undefined
    if (!marker || !isBody(node)) return node
    const text = sliceTraced(node, [marker.length, node.text.length])
    return { ...node, ...text, type: 'listItem' as const, marker: marker.printed }
  })
  return { ...draft, nodes }
}
