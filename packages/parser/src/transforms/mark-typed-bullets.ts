import { type Draft, isBody } from '../draft.js'
import { bulletSigns } from '../readers/text/lines.js'
import { sliceTraced } from '../traced.js'

const typed = new RegExp(`^[${bulletSigns}]\\s+(?=\\S)`, 'u')

/** Makes list items of paragraphs whose bullet was typed, or was drawn by a program that knows no lists. */
export function markTypedBullets(draft: Draft): Draft {
  const nodes = draft.nodes.map(node => {
    if (!isBody(node) || node.type !== 'paragraph' || node.role !== null) return node
    const bullet = typed.exec(node.text)
    if (!bullet) return node
    return { ...node, ...sliceTraced(node, [bullet[0].length, node.text.length]), type: 'listItem' as const }
  })
  return { ...draft, nodes }
}
