import type { FileChild } from 'docx'
import type { Blockquote, Paragraph } from 'mdast'
import { written } from '../identity/identity.js'
import { identified } from '../paragraph.js'
import type { State } from '../state.js'

export function paragraph(node: Paragraph, state: State): FileChild[] {
  const children = state.phrasing(node.children)
  return children.length === 0
    ? []
    : [identified(state, written(state, 'paragraph', node, node.children), state.place.style, children)]
}

export function blockquote(node: Blockquote, state: State): FileChild[] {
  return state.at({ style: 'Quote' }).blocks(node.children)
}
