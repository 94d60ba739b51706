import { startsLower } from '../../shape.js'
import type { Line } from './lines.js'
import { endsWithHyphen, isBold, isFinished, isItalic, type Passage, sizeOf, textOfPassage } from './passage.js'

/** A passage and the column that it stands in, counted through the document. */
export interface Placed {
  passage: Passage
  region: number
  /** How wide the column is. */
  width: number
}

/** What stands between the two halves of a paragraph. */
const isFloat = ({ passage }: Placed) =>
  passage.furniture !== null || passage.type === 'table' || passage.type === 'footnote' || passage.role === 'caption'

function alike(a: Passage, b: Passage): boolean {
  const [one, other] = [sizeOf(a), sizeOf(b)]
  return (
    Math.abs(one - other) < one * 0.04 &&
    isBold(a) === isBold(b) &&
    (isItalic(a) === isItalic(b) || startsLower(textOfPassage(b)))
  )
}

function goesOn(a: Placed, b: Placed, usesIndents: boolean): boolean {
  const [from, to] = [a.passage, b.passage]
  if (from.type === 'heading' || from.role !== null || to.role !== null) return false
  if (to.type !== 'paragraph' && to.type !== from.type) return false
  if (to.type === 'listItem' || !alike(from, to)) return false
  const last = from.lines.at(-1) as Line
  const lower = startsLower(textOfPassage(to))
  if (endsWithHyphen(last)) return true
  if (!isFinished(last)) return lower || (!to.indented && from.slack < a.width * 0.25)
  // A sentence can end where the column does: only a line that fills the column to the end says that more comes.
  return (
    usesIndents && from.type !== 'listItem' && !to.indented && from.slack < last.size * 0.2 && from.lines.length > 1
  )
}

/** Joins what the end of a column or of a page has cut, over notes, tables and captions that stand between. */
export function joinPassages(flow: readonly Placed[]): void {
  const body = flow.filter(one => !isFloat(one))
  const paragraphs = body.filter(({ passage }) => passage.type === 'paragraph' && passage.lines.length > 1)
  const usesIndents = paragraphs.filter(({ passage }) => passage.indented).length >= paragraphs.length * 0.3
  body.forEach((one, i) => {
    const above = body[i - 1]
    if (above && above.region !== one.region && goesOn(above, one, usesIndents)) one.passage.continues = above.passage
  })
  let note: Passage | null = null
  for (const { passage } of flow) {
    if (passage.type !== 'footnote' || passage.furniture !== null) continue
    if (passage.label !== null) note = passage
    else if (note && (!isFinished(note.lines.at(-1) as Line) || startsLower(textOfPassage(passage))))
      passage.continues = note
    else passage.type = 'paragraph'
  }
}
