import type { Finding } from '@briefbook/ast'
import type { FileChild } from 'docx'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'

export function finding(node: Finding, state: State): FileChild[] {
  return [paragraph(state, 'Finding', state.phrasing(node.children))]
}
