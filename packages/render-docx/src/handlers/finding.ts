import type { Finding } from '@briefbook/ast'
import type { FileChild } from 'docx'
import { finding as identity } from '../identity/identity.js'
import { identified } from '../paragraph.js'
import type { State } from '../state.js'

export function finding(node: Finding, state: State): FileChild[] {
  return [identified(state, identity(node.cell, node.children), 'Finding', state.phrasing(node.children))]
}
