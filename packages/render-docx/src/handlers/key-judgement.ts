import type { KeyJudgement } from '@briefbook/ast'
import type { FileChild } from 'docx'
import { spanOf } from '../identity/pieces.js'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { tab, words } from '../words.js'

/** The judgement on the ground of what an analyst wrote; how likely and how sure apart, after ICD 203. */
export function keyJudgement(node: KeyJudgement, state: State): FileChild[] {
  const { strings } = state.document.book
  const levels = (
    [
      [strings.likelihood, node.likelihood],
      [strings.confidence, node.confidence],
    ] as const
  )
    .filter(([, value]) => value !== null)
    .map(([label, value]) => [words(state, `${label}: `, 'Label'), words(state, value ?? '')])
  const head = [words(state, `${strings.keyJudgement} ${node.number}`)]
  return [
    paragraph(state, 'KeyJudgementHead', state.document.bookmarks.around(node.id, head)),
    ...state.at({ style: 'KeyJudgement' }).blocks(node.children),
    paragraph(
      state.at({ from: spanOf(node) }),
      'KeyJudgementLevels',
      levels.flatMap((level, i) => (i === 0 ? level : [tab(), ...level])),
    ),
  ]
}
