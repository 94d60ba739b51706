import type { Source } from '@briefbook/ast'
import { fold } from '../text/fold.js'
import type { DateOrder } from './time-expression.js'

const slashed = /(?<![\d/.])(\d\d?)\/(\d\d?)\/(?:\d\d)?\d\d(?![\d/])/g

/**
 * Whether a source writes 5/12 for the fifth of December or for the twelfth of May: what its own dates show where one of
 * the two numbers cannot be a month, else the usage of the region that its language names. Null where nothing shows it,
 * or where its dates contradict each other.
 */
export function dateOrder({ children, meta }: Source): DateOrder {
  const orders = new Set<DateOrder>()
  for (const { text } of children) {
    for (const [, a, b] of fold(text).matchAll(slashed)) {
      if (Number(a) > 12 && Number(b) <= 12) orders.add('day first')
      if (Number(b) > 12 && Number(a) <= 12) orders.add('month first')
    }
  }
  if (orders.size > 0) return orders.size === 1 ? ([...orders][0] as DateOrder) : null
  const region = /^en-([A-Z]{2})\b/i.exec(meta.language ?? '')?.[1]?.toUpperCase()
  if (region === undefined) return null
  return region === 'US' || region === 'PH' ? 'month first' : region === 'CA' ? null : 'day first'
}
