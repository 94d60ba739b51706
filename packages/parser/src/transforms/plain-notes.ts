import type { Span } from '@briefbook/ast'
import { block, type Draft, type DraftBlock, isBody } from '../draft.js'
import { cutTraced, sliceTraced } from '../traced.js'
import { backMatter } from './furniture/phrases.js'

/*
 * Copying a page or a printed text loses what raises the numbers of its notes: `… in the town.1`. Such a number is told
 * from one of the text by its place, glued to the end of a word or behind a stop, and by its order: all that the list of
 * notes has, from the first to the last.
 */

interface Note {
  node: DraftBlock
  label: string
  /** How many characters of its text the number takes; none where the list told it already. */
  length: number
}

/** So many of the notes must be referred to, for a single number proves nothing. */
const leastNotes = 2
const referredShare = 0.8

/** The numbered list below a heading of notes: 1, 2, 3 …; null where there is none. */
function notesOf(draft: Draft): { notes: Note[]; from: number } | null {
  const from = draft.nodes.findLastIndex(node => isBody(node) && backMatter.test(node.text))
  if (from < 0) return null
  const notes: Note[] = []
  for (const node of draft.nodes.slice(from + 1)) {
    if (!isBody(node)) continue
    const head = node.type === 'paragraph' ? /^\(?(\d{1,3})[.)]?\s+(?=\S)/.exec(node.text) : null
    const label = node.type === 'listItem' ? node.marker : head?.[1]
    if (label === String(notes.length + 1)) notes.push({ node, label, length: head?.[0].length ?? 0 })
  }
  return notes.length >= leastNotes ? { notes, from } : null
}

/** A number that is glued to a word or a stop, or stands in brackets. */
const sign = (label: string) =>
  new RegExp(
    `(?<=\\p{L}{2}[.,;:!?”’"»)\\]]*)${label}(?![\\p{L}\\p{N}%°]|[.,:]\\d|-\\p{L})|(?<=\\S) ?\\(${label}\\)`,
    'gu',
  )

/** Makes footnotes of a list of notes whose numbers all stand in the text, in their order. */
export function findPlainNotes(draft: Draft): Draft {
  const found = notesOf(draft)
  if (!found) return draft
  const { notes, from } = found
  const cuts = new Map<DraftBlock, { label: string; span: Span }[]>()
  const text = draft.nodes.slice(0, from).filter(isBody)
  let place = 0
  let behind = 0
  let referred = 0
  const leastReferred = Math.max(leastNotes, notes.length * referredShare)
  for (const [n, { label }] of notes.entries()) {
    if (referred + notes.length - n < leastReferred) return draft
    const pattern = sign(label)
    for (let i = place; i < text.length; i++) {
      const node = text[i] as DraftBlock
      if (node.type === 'table' || node.type === 'heading') continue
      pattern.lastIndex = i === place ? behind : 0
      const match = pattern.exec(node.text)
      if (!match) continue
      const span: Span = [match.index, match.index + match[0].length]
      cuts.set(node, [...(cuts.get(node) ?? []), { label, span }])
      place = i
      behind = span[1]
      referred++
      break
    }
  }
  if (referred < leastReferred) return draft
  const noteOf = new Map(notes.map(note => [note.node, note] as const))
  const nodes = draft.nodes.map(node => {
    if (!isBody(node)) return node
    const note = noteOf.get(node)
    if (note) return block('footnote', sliceTraced(node, [note.length, node.text.length]), { label: note.label })
    const signs = cuts.get(node)
    if (!signs) return node
    const cut = cutTraced(
      node,
      signs.map(({ span }) => span),
    )
    return { ...node, ...cut, references: [...node.references, ...signs.map(({ label }) => label)] }
  })
  return { ...draft, nodes }
}
