import { type FileChild, TextRun } from 'docx'
import type { Code, ThematicBreak } from 'mdast'
import { spanOf } from '../identity/pieces.js'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { words } from '../words.js'
import { says } from '../xml/said.js'

export function code(node: Code, state: State): FileChild[] {
  const lines = node.value.split('\n')
  const runs = lines.flatMap((line, i) => [
    ...(i === 0 ? [] : [says(new TextRun({ break: 1 }), '\n')]),
    words(state, line),
  ])
  return [paragraph(state.at({ from: spanOf(node) }), 'Code', runs)]
}

export function thematicBreak(_node: ThematicBreak, state: State): FileChild[] {
  return [paragraph(state, 'Rule', [])]
}
