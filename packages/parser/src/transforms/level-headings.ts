import { type Draft, isBody } from '../draft.js'

/** Counts the depths of headings from 1 without gaps: 1 is the highest below the title. */
export function levelHeadings(draft: Draft): Draft {
  const used = new Set(draft.nodes.flatMap(node => (isBody(node) && node.type === 'heading' ? [node.depth] : [])))
  const order = [...used].sort((a, b) => a - b)
  const nodes = draft.nodes.map(node =>
    isBody(node) && node.type === 'heading' ? { ...node, depth: order.indexOf(node.depth) + 1 } : node,
  )
  return { ...draft, nodes }
}
