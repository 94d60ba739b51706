import type { Edition, EditionJudgement, KeyJudgement, Part } from '@briefbook/ast'
import { paragraph } from '../../compose/chapter.js'
import { compareJudgements, sameJudgement } from '../compare.js'
import { judgementOf } from '../freeze.js'
import { textsIn } from '../written-texts.js'
import { chaptersOf, insert, lose } from './marks.js'
import { revise } from './revise.js'

function reviseJudgement(node: KeyJudgement, then: EditionJudgement): void {
  const texts = node.children.flatMap(block => textsIn(block, block))
  revise(
    texts.map(({ phrasing }) => phrasing),
    then.words,
  )
  const { likelihood, confidence } = then
  if (likelihood !== node.likelihood || confidence !== node.confidence)
    node.data = { ...node.data, levelsBefore: { likelihood, confidence } }
}

/** Key judgements: new, gone, rewritten word by word, of other levels. */
export function markJudgements(parts: readonly Part[], { judgements: before }: Edition): void {
  const chapters = chaptersOf(parts)
  const nodes = new Map<EditionJudgement, KeyJudgement>()
  for (const chapter of chapters)
    for (const block of chapter.children)
      if (block.type === 'keyJudgement') nodes.set(judgementOf(chapter, block), block)
  const now = [...nodes.keys()]
  const changes = compareJudgements(before, now)
  const nodeNow = (then: EditionJudgement): KeyJudgement | undefined => {
    const change = changes.find(one => one.before === then)
    const own = change ? change.after : now.find(judgement => sameJudgement(judgement, then))
    return own ? nodes.get(own) : undefined
  }
  /** Where one that went stood: before the next that is there, behind the last; else where its chapter ends. */
  const placeOf = (then: EditionJudgement) => {
    const at = before.indexOf(then)
    const chapter = chapters.find(({ file }) => file === then.file)
    const isThere = (node: KeyJudgement | undefined) => node !== undefined && chapter?.children.includes(node)
    const last = before.slice(0, at).map(nodeNow).findLast(isThere)
    return (
      before
        .slice(at + 1)
        .map(nodeNow)
        .find(isThere) ??
      (last && chapter?.children[chapter.children.indexOf(last) + 1]) ??
      chapter ??
      chapters.findLast(({ file }) => file !== null) ??
      chapters[0]
    )
  }
  for (const { kind, before: then, after: own } of changes) {
    const node = own && nodes.get(own)
    if (node && then) reviseJudgement(node, then)
    else if (node) insert(node)
    if (kind !== 'gone' || !then) continue
    const place = placeOf(then)
    const { likelihood, confidence, words } = then
    const gone: KeyJudgement = {
      type: 'keyJudgement',
      id: '',
      number: 0,
      likelihood,
      confidence,
      children: [paragraph(words)],
    }
    if (place) lose(place, gone)
  }
}
