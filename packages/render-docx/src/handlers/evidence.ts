import type { Evidence, Stance } from '@briefbook/ast'
import type { FileChild, XmlComponent } from 'docx'
import { quotation } from '../identity/identity.js'
import { identified, paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { foreignWords, words } from '../words.js'
import { crossReference, pageReference } from './links.js'
import { stanceMark } from './stance-mark.js'

/** The parts of a line, with a dot between them. */
function joined(state: State, parts: readonly XmlComponent[][]): XmlComponent[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [words(state, ' · '), ...part]))
}

/** `SWP ¶12, p. 47` */
function place({ reference }: Evidence, state: State): XmlComponent[] {
  const page = pageReference({ type: 'pageReference', target: reference.target }, state)
  const label = words(state, `, ${state.document.book.strings.page}\u00a0`)
  return [...crossReference(reference, state), label, ...page]
}

/** The quotation on the ground of what is extracted; who said it and where; an analyst's note on a ground of its own. */
export function evidence(node: Evidence, state: State): FileChild[] {
  const plain = state.unmarked()
  const quoted = plain.quoting(node)
  const { strings } = state.document.book
  const source: XmlComponent[][] = []
  if (node.stance !== null) {
    const shown = (stance: Stance, place: State) => [
      ...stanceMark({ type: 'stanceMark', stance, count: null }, place),
      words(place, ` ${strings.stances[stance]}`),
    ]
    const before = node.data?.stanceBefore
    const now = before === undefined ? plain : plain.at({ revision: 'inserted' })
    source.push([
      ...(before === undefined ? [] : shown(before, plain.at({ revision: 'deleted' }))),
      ...shown(node.stance, now),
    ])
  }
  if (node.speaker !== null) source.push(foreignWords(plain, node.speaker))
  source.push(node.absent ? plain.phrasing(node.reference.children) : place(node, plain))
  if (node.verdict === 'normalised') source.push([words(plain, strings.normalised)])
  if (node.statement !== null && node.reviewed) source.push([words(plain, strings.reviewed)])
  return [
    identified(quoted, quotation(node.reference.target, node, quoted), 'Evidence', foreignWords(quoted, node.quote)),
    paragraph(plain, 'EvidenceSource', joined(plain, source)),
    ...(node.comment === null ? [] : [paragraph(plain, 'EvidenceComment', foreignWords(plain, node.comment))]),
  ]
}
