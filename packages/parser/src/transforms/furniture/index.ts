import { type Draft, isBody, withFurniture } from '../../draft.js'
import { findEnds } from './ends.js'
import { findLinkLines } from './links.js'
import { describe } from './passage.js'
import { sweepTail } from './tail.js'

/**
 * Marks what the page has and the document has not: lines that pages are known to have, boxes of other articles and
 * all that follows the end of the document (ends.ts); on web pages, what is nothing but links (links.ts); then, from
 * the back, what the evidence speaks against (tail.ts).
 *
 * @param authors  Of the document, as far as they are known: their biographies end it.
 */
export function markFurniture(draft: Draft, authors: readonly string[]): Draft {
  const passages = draft.nodes.filter(isBody).map(describe)
  const reasons = findEnds(passages, authors)
  if (draft.format === 'html')
    for (const block of findLinkLines(passages)) if (!reasons.has(block)) reasons.set(block, 'related articles')
  sweepTail(passages, reasons)
  return withFurniture(draft, reasons)
}
