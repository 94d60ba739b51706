import { type Draft, type DraftBlock, type DraftNode, isBlock } from '../draft.js'
import { stack } from '../lists.js'

const isNote = (node: DraftNode): node is DraftBlock =>
  isBlock(node) && node.type === 'footnote' && node.furniture === null

/**
 * Puts each footnote behind the block that refers to it: the last one above it that bears its label, or else the
 * first one below. Numbers can begin anew in every chapter, so the nearest is meant. A note that nothing refers to
 * stays where it is, and so do notes that refer to each other in a ring.
 */
export function placeFootnotes(draft: Draft): Draft {
  const { nodes } = draft
  if (!nodes.some(isNote)) return draft
  const referring = new Map<string, number[]>()
  nodes.forEach((node, i) => {
    if (!isBlock(node)) return
    for (const label of node.references) referring.set(label, [...(referring.get(label) ?? []), i])
  })
  const behind = new Map<DraftNode, DraftBlock[]>()
  const placed = new Set<DraftNode>()
  nodes.forEach((note, i) => {
    if (!isNote(note) || note.label === null) return
    const places = (referring.get(note.label) ?? []).filter(at => at !== i)
    const at = places.findLast(place => place < i) ?? places[0]
    const target = at === undefined ? undefined : nodes[at]
    if (!target) return
    behind.set(target, [...(behind.get(target) ?? []), note])
    placed.add(note)
  })
  const ordered = new Set<DraftNode>()
  // A note can refer to a note, and so on: a stack, not recursion.
  const emit = (start: DraftNode): void => {
    const open = [start]
    for (let node = open.pop(); node; node = open.pop()) {
      if (ordered.has(node)) continue
      ordered.add(node)
      stack(open, behind.get(node) ?? [])
    }
  }
  for (const node of nodes) if (!placed.has(node)) emit(node)
  for (const node of nodes) emit(node)
  return { ...draft, nodes: [...ordered] }
}
