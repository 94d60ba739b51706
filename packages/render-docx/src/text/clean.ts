// The characters of XML 1.0, clause 2.2. With the flag u, half a surrogate pair stands outside of every range.
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
// Not characters by Unicode, chapter 23.7; `placeholders.ts` needs them to be free.
const reserved = /[\uFDD0-\uFDEF]/g

/** A text without the characters that an XML part must not hold. */
export function cleanText(text: string): string {
  return text.replace(forbidden, '').replace(reserved, '').replace(/\r\n?/g, '\n')
}

/** A copy of a tree in which every text is clean: the one place where it is done. */
export function cleanTree<T>(tree: T): T {
  if (typeof tree === 'string') return cleanText(tree) as T
  if (Array.isArray(tree)) return tree.map(cleanTree) as T
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, cleanTree(value)])) as T
}
