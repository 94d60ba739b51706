import type { Note } from '@briefbook/ast'
import type { XmlComponent } from 'docx'
import type { State } from '../state.js'
import { words } from '../words.js'

/** A native footnote; within a footnote, where Word knows none, its words in brackets. */
export function note(node: Note, state: State): XmlComponent[] {
  if (state.place.inNote) return [words(state, ' ['), ...state.phrasing(node.children), words(state, ']')]
  return [state.document.notes.refer(node, state)]
}
