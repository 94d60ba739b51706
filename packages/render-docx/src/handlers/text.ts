import type { Foreign } from '@briefbook/ast'
import { TextRun, type XmlComponent } from 'docx'
import type { Break, InlineCode, Text } from 'mdast'
import type { State } from '../state.js'
import { foreignWords, recorded, words } from '../words.js'
import { says } from '../xml/said.js'

export function text(node: Text, state: State): XmlComponent[] {
  return node.value === '' ? [] : foreignWords(state, node.value)
}

/** A source's words among those of the book. */
export function foreign(node: Foreign, state: State): XmlComponent[] {
  return state.quoting(node).phrasing(node.children)
}

export function inlineCode(node: InlineCode, state: State): XmlComponent[] {
  return [words(state, node.value, 'CodeText')]
}

export function lineBreak(_node: Break, state: State): XmlComponent[] {
  return [recorded(state, says(new TextRun({ break: 1 }), '\n'))]
}
