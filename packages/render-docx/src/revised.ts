import type { BookPhrasing } from '@briefbook/ast'
import type { FileChild, XmlComponent } from 'docx'
import type { Data } from 'unist'
import type { State } from './state.js'
import { words } from './words.js'

interface Marked {
  data?: Data
}

/** Where the inside of a node is drawn: as new, where the node is. */
export const within = ({ data }: Marked, state: State): State =>
  data?.inserted ? state.at({ revision: 'inserted' }) : state

/** What went, which the edition had before a node, or at the end of one. */
export function gone({ data }: Marked, state: State): FileChild[] {
  return state.at({ revision: 'deleted', comments: [] }).blocks(data?.gone ?? [])
}

/** Phrasing with what came and went in it: what is no text is drawn once, as a whole. */
export function revised(
  node: BookPhrasing,
  state: State,
  draw: (node: BookPhrasing, state: State) => XmlComponent[],
): XmlComponent[] {
  const changes = node.data?.revision
  if (changes === undefined) return draw(node, state)
  return changes.flatMap(({ kind, text }) => {
    if (kind === 'removed') return [words(state.at({ revision: 'deleted' }), text)]
    const piece = 'value' in node ? { ...node, value: text } : node
    return draw(piece, kind === 'added' ? state.at({ revision: 'inserted' }) : state)
  })
}
