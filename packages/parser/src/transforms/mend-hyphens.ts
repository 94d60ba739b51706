import { rawSpans, type Span } from '@briefbook/ast'
import { type Draft, isMendable } from '../draft.js'
import { cutTraced } from '../traced.js'

const broken = /(\p{L}+)- (\p{Ll}\p{L}*)/gu
/** After these a hyphen stands for a part of the word that comes later: `pre- and post-war`. */
const suspended = /^(?:and|or|to|und|oder|bis|et|ou|y|e|o)$/

/**
 * Mends words that a line end cut at a hyphen. The hyphen goes where the document has the word without it elsewhere;
 * else it stays, for it may be part of the word: `counter-` / `terrorism`.
 */
export function mendHyphens(draft: Draft): Draft {
  let words: Set<string> | null = null
  const nodes = draft.nodes.map(node => {
    if (!isMendable(node) || node.type === 'table' || !node.text.includes('- ')) return node
    const cuts: Span[] = []
    for (const match of node.text.matchAll(broken)) {
      const [, head, tail] = match as unknown as [string, string, string]
      const hyphen = match.index + head.length
      const raw = rawSpans(node.runs, [hyphen + 1, hyphen + 2])[0]
      if (!raw || !/[\n\r\f]/.test(draft.text.slice(raw[0], raw[1])) || suspended.test(tail)) continue
      words ??= new Set(draft.text.toLowerCase().match(/(?<![\p{L}-])\p{L}+(?![\p{L}-])/gu))
      cuts.push([words.has((head + tail).toLowerCase()) ? hyphen : hyphen + 1, hyphen + 2])
    }
    return cuts.length === 0 ? node : { ...node, ...cutTraced(node, cuts) }
  })
  return { ...draft, nodes }
}
