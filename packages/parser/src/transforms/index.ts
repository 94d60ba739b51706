import type { SourceFormat } from '@briefbook/ast'
import type { Draft } from '../draft.js'
import { markFrame } from './mark-frame.js'
import { markNoteSigns } from './mark-note-signs.js'
import { markPageNumbers } from './mark-page-numbers.js'
import { markTypedLists } from './mark-typed-lists.js'
import { mendHyphens } from './mend-hyphens.js'
import { rejoinParagraphs } from './rejoin-paragraphs.js'
import { splitGluedFragments } from './split-glued-fragments.js'

type Transform = (draft: Draft) => Draft

/** Formats whose lines and pages were set by hand or by a converter; the others say themselves what a paragraph is. */
const setInLines: readonly SourceFormat[] = ['markdown', 'text']

const only =
  (formats: readonly SourceFormat[], transform: Transform): Transform =>
  draft =>
    formats.includes(draft.format) ? transform(draft) : draft

/** What makes passages whole, before anybody asks what they are. The order counts. */
const mending: readonly Transform[] = [
  splitGluedFragments,
  only(['docx'], markTypedLists),
  only(setInLines, markPageNumbers),
  markNoteSigns,
  only(setInLines, rejoinParagraphs),
  only([...setInLines, 'pdf'], mendHyphens),
  only(setInLines, markFrame),
]

export function mend(draft: Draft): Draft {
  return mending.reduce((current, transform) => transform(current), draft)
}

export { markFurniture } from './furniture/index.js'
export { levelHeadings } from './level-headings.js'
export { liftHeadings } from './lift-headings.js'
export { placeFootnotes } from './place-footnotes.js'
