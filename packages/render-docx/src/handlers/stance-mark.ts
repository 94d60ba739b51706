import { type StanceMark, stanceSigns } from '@briefbook/ast'
import type { XmlComponent } from 'docx'
import type { State } from '../state.js'
import { stanceStyle } from '../styles/characters.js'
import { words } from '../words.js'

export function stanceMark(node: StanceMark, state: State): XmlComponent[] {
  return [words(state, `${stanceSigns[node.stance]}${node.count ?? ''}`, stanceStyle(node.stance))]
}
