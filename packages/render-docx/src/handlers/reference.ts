import type { Reference } from '@briefbook/ast'
import type { FileChild } from 'docx'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { tab, words } from '../words.js'

export function reference(node: Reference, state: State): FileChild[] {
  const label = state.document.bookmarks.around(node.id, [words(state, node.label, 'ReferenceLabel')])
  return [paragraph(state, 'Bibliography', [...label, tab(state), ...state.phrasing(node.children)])]
}
