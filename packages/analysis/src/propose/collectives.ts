import type { Source } from '@briefbook/ast'
import { collectives } from '../lexicons/organisations.js'
import { readTokens } from '../text/tokens.js'
import { type Tally, tally } from './count.js'

/** Groups without a name that act: `the government`, `shareholders`. Another word in front makes them somebody else's. */
export function findCollectives(sources: readonly Source[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  const acting = new Set<string>()
  for (const source of sources) {
    for (const block of source.children) {
      for (const span of block.sentences) {
        const tokens = readTokens(block.text, span)
        tokens.forEach(({ lower, start, end }, i) => {
          if (!collectives.has(lower)) return
          const [before, next] = [tokens[i - 1], tokens[i + 1]]
          if (['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(before?.pos ?? '') || before?.text === "'s") return
          tally(tallies, lower, { source, block, start, end })
          if (next?.pos === 'VERB' || next?.pos === 'AUX') acting.add(lower)
        })
      }
    }
  }
  return new Map([...tallies].filter(([name]) => acting.has(name)))
}
