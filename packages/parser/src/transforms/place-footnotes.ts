import { type Draft, type DraftBlock, type DraftNode, isBlock } from '../draft.js'
import { stack } from '../lists.js'

const isNote = (node: DraftNode): node is DraftBlock =>
  isBlock(node) && node.type === 'footnote' && node.furniture === null

/**
 * The blocks that notes of one label stand behind. Numbers can begin anew in every chapter, so the nearest reference
 * is meant: the last one above a note, or else the first one below. Where several notes of one label are gathered
 * below as many references, the first belongs to the first.
 */
function targetsOf(notes: readonly number[], references: readonly number[]): (number | undefined)[] {
  const first = notes[0]
  const above = references.filter(at => first !== undefined && at < first)
  if (notes.length > 1 && above.length === notes.length && above.length === references.length) return [...above]
  return notes.map(note => references.findLast(at => at < note) ?? references.find(at => at > note))
}

/**
 * Puts each footnote behind the block that refers to it. A note that nothing refers to stays where it is, and so do
 * notes that refer to each other in a ring.
 */
export function placeFootnotes(draft: Draft): Draft {
  const { nodes } = draft
  if (!nodes.some(isNote)) return draft
  const referring = new Map<string, number[]>()
  const noted = new Map<string, number[]>()
  const add = (to: Map<string, number[]>, label: string, at: number) => {
    const places = to.get(label)
    if (places) places.push(at)
    else to.set(label, [at])
  }
  nodes.forEach((node, i) => {
    if (!isBlock(node)) return
    for (const label of node.references) add(referring, label, i)
    if (isNote(node) && node.label !== null) add(noted, node.label, i)
  })
  const behind = new Map<DraftNode, DraftNode[]>()
  const targets = new Map<number, number>()
  for (const [label, notes] of noted)
    for (const [i, target] of targetsOf(notes, referring.get(label) ?? []).entries())
      if (target !== undefined) targets.set(notes[i] as number, target)
  const placed = new Set<DraftNode>()
  nodes.forEach((note, i) => {
    const target = nodes[targets.get(i) ?? -1]
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
