import type { FileChild } from 'docx'
import type { Heading } from 'mdast'
import { written } from '../identity/identity.js'
import { identified } from '../paragraph.js'
import type { State } from '../state.js'
import type { ParagraphStyle } from '../styles/index.js'
import { tab, words } from '../words.js'

const styles: { readonly [depth in Heading['depth']]: ParagraphStyle } = {
  1: 'Heading1',
  2: 'Heading2',
  3: 'Heading3',
  4: 'Heading4',
  5: 'Heading5',
  6: 'Heading6',
}

/** A section's head, with its number where it has one. */
export function heading(node: Heading, state: State): FileChild[] {
  const { id, number } = node.data ?? {}
  const title = [
    ...(number === undefined ? [] : [words(state, number, 'HeadingNumber'), tab(state)]),
    ...state.phrasing(node.children),
  ]
  const children = id === undefined ? title : state.document.bookmarks.around(id, title)
  const style = node.depth === 3 && !state.place.listsSections ? 'Heading3Unlisted' : styles[node.depth]
  const identity = written(state, 'heading', node, node.children, number === undefined ? {} : { lead: `${number}\t` })
  return [identified(state, identity, style, children)]
}
