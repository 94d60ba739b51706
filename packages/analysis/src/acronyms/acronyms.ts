import type { Acronym, SourceBlock } from '@briefbook/ast'
import { type AcronymPair, findAcronyms } from './pairs.js'

/** A pair and the block it stands in. */
export interface PlacedPair extends AcronymPair {
  anchor: string
}

export function acronymsOf({ anchor, text }: SourceBlock): PlacedPair[] {
  return findAcronyms(text).map(pair => ({ ...pair, anchor }))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Pairs of all sources as a list: those of equal letters once, in the order of the short forms and of the text. */
export function listAcronyms(pairs: readonly PlacedPair[]): Acronym[] {
  const found = new Map<string, Acronym>()
  for (const { short, long, anchor } of pairs) {
    const key = JSON.stringify([short, long.toLowerCase().replace(/[\s-]+/g, ' ')])
    const known = found.get(key)
    if (!known) found.set(key, { short, long, anchors: [anchor] })
    else if (!known.anchors.includes(anchor)) known.anchors.push(anchor)
  }
  return [...found.values()].sort((a, b) => compare(a.short.toLowerCase(), b.short.toLowerCase()))
}
