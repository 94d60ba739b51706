import type { Span } from '@briefbook/ast'
import { asFurniture, block, type Draft, type DraftBlock, isBody, isMendable } from '../draft.js'
import { cutTraced, sliceTraced } from '../traced.js'
import { findPlainNotes } from './plain-notes.js'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = `[${superscripts}]{1,3}`
/** `[12] …`, `^12 …`, `¹² …` at the head of a passage: the note itself. */
const noteHead = new RegExp(`^(?:\\[(\\d{1,3})\\]|\\^(\\d{1,3})|(${raised}))\\s*(?=\\S)`, 'u')
/** The same behind a word: the reference. */
const reference = new RegExp(`\\[(\\d{1,3})\\]|\\^(\\d{1,3})|(${raised})`, 'gu')

const headsNotes =
  /^(?:notes|end ?notes|foot ?notes|references|notes and references|anmerkungen|fußnoten|endnoten|notes de bas de page|notas|note|примечания|сноски|注释|尾注|脚注|هوامش)\s*[:：]?$/iu

const plain = (digits: string) =>
  [...digits].map(digit => (superscripts.includes(digit) ? String(superscripts.indexOf(digit)) : digit)).join('')

const labelOf = (match: RegExpMatchArray) => plain((match[1] ?? match[2] ?? match[3]) as string)

/**
 * Finds notes that are written without markup, `[1]` or `¹` in the text and again in front of the note, makes
 * footnotes of them and takes the signs out of the text. A sign whose note the document does not have stays as it is.
 * Where the signs were lost, notes are found by their numbers in order (plain-notes.ts).
 */
export function markNoteSigns(draft: Draft): Draft {
  return markHeads(markSigns(draft))
}

/** What heads nothing but notes, which come behind the passages that refer to them, has no more to head. */
function markHeads(draft: Draft): Draft {
  const nodes = draft.nodes.map((node, i) => {
    if (!isBody(node) || !headsNotes.test(node.text)) return node
    let notes = 0
    let next = i + 1
    for (; next < draft.nodes.length; next++) {
      const other = draft.nodes[next]
      if (!other || !isBody(other)) continue
      if (other.type !== 'footnote') break
      notes++
    }
    const end = draft.nodes[next]
    const onlyNotes = notes > 0 && (!end || (isBody(end) && end.type === 'heading'))
    return onlyNotes ? asFurniture(node, 'heading of notes') : node
  })
  return { ...draft, nodes }
}

function markSigns(draft: Draft): Draft {
  const heads = new Map<DraftBlock, { label: string; length: number }>()
  for (const node of draft.nodes) {
    if (!isMendable(node) || (node.type !== 'paragraph' && node.type !== 'listItem')) continue
    const match = noteHead.exec(node.text)
    if (match && match[0].length < node.text.length) heads.set(node, { label: labelOf(match), length: match[0].length })
  }
  if (heads.size === 0) return findPlainNotes(draft)
  const labels = new Set([...heads.values()].map(head => head.label))

  const found = new Set<string>()
  const cutBlocks = new Map<DraftBlock, DraftBlock>()
  for (const node of draft.nodes) {
    if (!isMendable(node) || node.type === 'table') continue
    const from = heads.get(node)?.length ?? 0
    const signs = [...node.text.matchAll(reference)].filter(
      match => match.index >= Math.max(1, from) && labels.has(labelOf(match)),
    )
    if (signs.length === 0) continue
    for (const sign of signs) found.add(labelOf(sign))
    const cuts = signs.map((sign): Span => [sign.index, sign.index + sign[0].length])
    cutBlocks.set(node, { ...node, ...cutTraced(node, cuts), references: [...node.references, ...signs.map(labelOf)] })
  }
  const nodes = draft.nodes.map(node => {
    if (!isMendable(node)) return node
    const head = heads.get(node)
    const cut = cutBlocks.get(node) ?? node
    if (!head || !found.has(head.label)) return head ? node : cut
    const { page, language } = cut
    return block('footnote', sliceTraced(cut, [head.length, cut.text.length]), { label: head.label, page, language })
  })
  return { ...draft, nodes }
}
