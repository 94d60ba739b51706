import { block, type Draft, isMendable } from '../draft.js'
import { sliceTraced } from '../traced.js'

/** Small letters glued in front of a label in capitals: what is left of a script or a class name. */
const glued = /^(\p{Ll}[\p{Ll}\p{N}_-]{1,30}?)(?=\p{Lu}{4,}(?:[ &/-]+\p{Lu}{2,})*:\s)/u

/** Parts a fragment of the page from the run-in heading it is glued to: `div-xBACKGROUND: The talks …`. */
export function splitGluedFragments(draft: Draft): Draft {
  const nodes = draft.nodes.flatMap(node => {
    const fragment = isMendable(node) ? glued.exec(node.text)?.[1] : undefined
    if (!isMendable(node) || fragment === undefined) return [node]
    const furniture = sliceTraced(node, [0, fragment.length])
    const rest = sliceTraced(node, [fragment.length, node.text.length])
    return [block('paragraph', furniture, { furniture: 'glued fragment' }), { ...node, ...rest }]
  })
  return { ...draft, nodes }
}
