import type { Span } from '@briefbook/ast'
import { fold } from './fold.js'

/** What stands between quotation marks in a block. */
export interface Quotation {
  /** Without the marks. */
  span: Span
  /** Whether the marks are closed in this block; a quotation that runs on into the next paragraph is not. */
  closed: boolean
}

const opens = /(?:^|[\s([{—-])$/
const closes = /^(?:$|[\s)\]}.,;:!?—-])/

/**
 * The quotations of a block, in order. Double marks only: a single one is an apostrophe as a rule. A straight mark
 * opens behind white space and closes otherwise; a curved one says itself what it does.
 */
export function findQuotations(text: string): Quotation[] {
  const folded = fold(text)
  const found: Quotation[] = []
  let start: number | null = null
  for (let i = 0; i < text.length; i++) {
    if (folded[i] !== '"') continue
    const mark = text[i] as string
    const opening = '“„«'.includes(mark)
    const closing = '”»'.includes(mark)
    if (start === null) {
      if (opening || (!closing && opens.test(folded.slice(Math.max(0, i - 1), i)))) start = i + 1
    } else if (closing || (!opening && closes.test(folded.slice(i + 1, i + 2)))) {
      found.push({ span: [start, i], closed: true })
      start = null
    } else if (opening) start = i + 1
  }
  if (start !== null && start < text.length) found.push({ span: [start, text.length], closed: false })
  return found
}
