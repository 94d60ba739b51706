import { type Chapter, type Part, text, titleText } from '@briefbook/ast'
import type { FileChild } from 'docx'
import { written } from '../identity/identity.js'
import { identified, paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { foreignWords, tab, words } from '../words.js'
import { entryLine } from './contents.js'
import { partNumber } from './part-number.js'

/** The page that a part opens with: its title, which its pages say at their head, and its chapters with their pages. */
export function partOpener(part: Part, state: State): FileChild[] {
  const number = partNumber(part.number, state.document.book.strings)
  const children = [words(state, number, 'PartNumber'), tab(state), ...foreignWords(state, part.title)]
  const entries = part.children.map(({ id, number, title, tongue }) =>
    paragraph(
      state,
      'PartEntry',
      entryLine({ id, number, title, depth: 2, ...(tongue ? { tongue } : {}) }, number, tab(state), state),
    ),
  )
  return [paragraph(state, 'Heading1', state.document.bookmarks.around(part.id, children)), ...entries]
}

/** What stands over a chapter, which begins a page. */
export function chapterHead(chapter: Chapter, state: State): FileChild {
  const identity = written(state, 'title', chapter, [{ ...text(chapter.title), position: chapter.position }], {
    lead: `${chapter.number}\t`,
  })
  const children = [
    words(state, chapter.number, 'HeadingNumber'),
    tab(state),
    ...state.phrasing(titleText(chapter.title, chapter.tongue)),
  ]
  return identified(state, identity, 'Heading2', state.document.bookmarks.around(chapter.id, children))
}
