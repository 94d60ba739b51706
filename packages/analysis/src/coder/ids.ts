import { hash } from 'node:crypto'
import { normaliseQuotation } from '@briefbook/ast'

/**
 * Gives out the ids of a source's statements: `<source>-<8 hex>`, the beginning of a SHA-256 over the normalised quote,
 * the actor and the issue. Nothing of it counts places, so an edit elsewhere in the source changes no id. Where a source
 * says the same words twice, the second gets `-2`.
 */
export function createStatementIds(source: string): (quote: string, actor: string, issue: string) => string {
  const taken = new Map<string, number>()
  return (quote, actor, issue) => {
    const content = [normaliseQuotation(quote).toLowerCase(), actor, issue].join('\n')
    const id = `${source}-${hash('sha256', content).slice(0, 8)}`
    const count = (taken.get(id) ?? 0) + 1
    taken.set(id, count)
    return count === 1 ? id : `${id}-${count}`
  }
}
