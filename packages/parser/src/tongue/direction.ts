import { type Direction, directionOfLanguage } from '@briefbook/ast'
import type { DraftBlock } from '../draft.js'
import { countScripts, type Script } from './scripts.js'

const rightToLeft: ReadonlySet<Script> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa'])

/**
 * Which way most letters of a text run; null where it has none. Not the first strong character (UAX #9, P2): a
 * paragraph in Arabic that begins with the name of a firm is Arabic all the same.
 */
function directionOfLetters(text: string): Direction | null {
  let [left, right] = [0, 0]
  for (const [script, n] of countScripts(text)) {
    if (rightToLeft.has(script)) right += n
    else left += n
  }
  return left + right === 0 ? null : right > left ? 'rtl' : 'ltr'
}

/** Which way a block runs: as its format says, else as its letters do; null where neither tells. */
export const directionOf = (block: DraftBlock): Direction | null => block.direction ?? directionOfLetters(block.text)

/** Which way the most of a document runs, given the direction of each block. */
export function directionOfDocument(
  blocks: readonly DraftBlock[],
  directions: readonly (Direction | null)[],
  language: string | null,
): Direction {
  let balance = 0
  directions.forEach((direction, i) => {
    const { length } = (blocks[i] as DraftBlock).text
    if (direction !== null) balance += direction === 'rtl' ? length : -length
  })
  if (balance !== 0 || language === null) return balance > 0 ? 'rtl' : 'ltr'
  return directionOfLanguage(language)
}
