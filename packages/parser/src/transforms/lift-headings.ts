import { type Draft, type DraftBlock, isBody } from '../draft.js'
import { greatest } from '../lists.js'
import { countWords, isProse } from '../shape.js'

const longestHeading = 12

/**
 * Makes headings of lines that are set as headings: a short line all in bold in front of a paragraph of prose, which
 * is how converters and hurried authors write one.
 */
export function liftHeadings(draft: Draft): Draft {
  const body = draft.nodes.filter(isBody)
  const lifted = new Set<DraftBlock>()
  body.forEach((block, i) => {
    const next = body[i + 1]
    if (
      block.type !== 'paragraph' ||
      !block.emphasised ||
      block.linked > 0.5 ||
      block.role === 'caption' ||
      block.role === 'code'
    )
      return
    if (!next || next.emphasised || !(isProse(next.text) || next.type === 'listItem')) return
    if (countWords(block.text) <= longestHeading && !/[.,;:!…]["'”’)]*$/u.test(block.text)) lifted.add(block)
  })
  if (lifted.size === 0) return draft
  const depths = body.filter(block => block.type === 'heading').map(block => block.depth)
  const depth = Math.min(6, greatest(depths, 0) + 1)
  const nodes = draft.nodes.map(node =>
    isBody(node) && lifted.has(node) ? { ...node, type: 'heading' as const, depth } : node,
  )
  return { ...draft, nodes }
}
