import { block, type DraftBlock } from '../../draft.js'
import { append } from '../../lists.js'
import { joinTraced } from '../../traced.js'
import { reasonFor } from './context.js'
import type { Element } from './dom.js'
import { directionOf, languageOf, nearest, roleOf, typeOf } from './kinds.js'
import { readTable, rememberDataTables } from './tables.js'
import type { Leaf } from './visible.js'
import { type BlockContext, inlineAncestors, leastInContent, readWords } from './words.js'

/** Makes blocks of the passages of a page; those outside the article are furniture, with what they are. */
export function readLeaves(context: BlockContext): DraftBlock[] {
  const { page, notes } = context
  const out: DraftBlock[] = []
  const seenItems = new Set<Element>()
  const isData = rememberDataTables()
  const noteOf = (leaf: Leaf): Element | undefined => {
    if (notes.targets.size === 0) return undefined
    const around = leaf.path.findLast(element => notes.targets.has(element))
    if (around) return around
    const inline = leaf.segments.flatMap(segment => inlineAncestors(segment.node, leaf.path))
    return inline.find(element => notes.targets.has(element))
  }
  const openNotes = new Map<Element, number>()

  for (let i = 0; i < page.leaves.length; i++) {
    const leaf = page.leaves[i] as Leaf
    const table = nearest(leaf.path, /^table$/)
    if (table && isData(table)) {
      let end = i
      while (end < page.leaves.length && (page.leaves[end] as Leaf).path.includes(table)) end++
      append(out, readTable(page.leaves.slice(i, end), table, context))
      i = end - 1
      continue
    }
    const words = readWords(leaf, context)
    const { traced, references } = words
    if (traced.text === '') continue
    const language = languageOf(leaf.path)
    const shared = {
      references,
      linked: words.linked,
      emphasised: words.emphasised,
      language,
      direction: directionOf(leaf.path),
      role: roleOf(leaf, context, traced.text),
    }
    const note = noteOf(leaf)
    if (note) {
      const open = openNotes.get(note)
      const earlier = open === undefined ? undefined : out[open]
      if (open !== undefined && earlier) out[open] = { ...earlier, ...joinTraced(page.text, [earlier, traced]) }
      else {
        openNotes.set(note, out.length)
        out.push(block('footnote', traced, { ...shared, label: notes.targets.get(note) ?? '' }))
      }
      continue
    }
    const { role } = shared
    const outside = role === 'title' || role === 'by-line' ? role : reasonFor(leaf.path)
    const furniture = words.inContent >= leastInContent ? null : outside
    out.push(block('paragraph', traced, { ...shared, ...typeOf(leaf, seenItems), furniture }))
  }
  return out
}
