import type { KeyJudgement } from '@briefbook/ast'
import type { FileChild, XmlComponent } from 'docx'
import { spanOf } from '../identity/pieces.js'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { tab, words } from '../words.js'

type Level = 'likelihood' | 'confidence'

/** A level with its name, as far as there is one or was one. */
function level(node: KeyJudgement, name: Level, state: State): { state: State; runs: XmlComponent[] } | null {
  const label = `${state.document.book.strings[name]}: `
  const now = node[name]
  const before = (node.data?.levelsBefore ?? node)[name]
  const drawn = (place: State, value: string) => ({
    state: place,
    runs: [words(place, label, 'Label'), words(place, value)],
  })
  const [inserted, deleted] = [state.at({ revision: 'inserted' }), state.at({ revision: 'deleted' })]
  if (now === before) return now === null ? null : drawn(state, now)
  if (now === null) return drawn(deleted, before ?? '')
  if (before === null) return drawn(inserted, now)
  return { state, runs: [words(state, label, 'Label'), words(deleted, before), words(inserted, now)] }
}

/** The judgement on the ground of what an analyst wrote; how likely and how sure apart, after ICD 203. */
export function keyJudgement(node: KeyJudgement, state: State): FileChild[] {
  const { strings } = state.document.book
  const levels = (['likelihood', 'confidence'] as const)
    .map(name => level(node, name, state))
    .filter(drawn => drawn !== null)
  // One that went has no number any more.
  const head = [words(state, node.number > 0 ? `${strings.keyJudgement} ${node.number}` : strings.keyJudgement)]
  return [
    paragraph(state, 'KeyJudgementHead', state.document.bookmarks.around(node.id, head)),
    ...state.at({ style: 'KeyJudgement' }).blocks(node.children),
    paragraph(
      state.at({ from: spanOf(node) }),
      'KeyJudgementLevels',
      levels.flatMap(({ state: place, runs }, i) => (i === 0 ? runs : [tab(place), ...runs])),
    ),
  ]
}
