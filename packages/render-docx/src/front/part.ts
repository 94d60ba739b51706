import { type BookStrings, type Chapter, type Part, text } from '@briefbook/ast'
import type { FileChild } from 'docx'
import { written } from '../identity/identity.js'
import { identified, paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { tab, words } from '../words.js'

/** `Part II`. */
export function partNumber(number: string, { part }: BookStrings): string {
  return `${part} ${number}`
}

/** What stands over a part, and what its pages say at their head. */
export function partHead(part: Part, state: State): FileChild {
  const number = partNumber(part.number, state.document.book.strings)
  const children = [words(state, number, 'PartNumber'), tab(), words(state, part.title)]
  return paragraph(state, 'Heading1', state.document.bookmarks.around(part.id, children))
}

/** What stands over a chapter, which begins a page. */
export function chapterHead(chapter: Chapter, state: State): FileChild {
  const identity = written(state, 'title', chapter, [{ ...text(chapter.title), position: chapter.position }], {
    lead: `${chapter.number}\t`,
  })
  const children = [words(state, chapter.number, 'HeadingNumber'), tab(), words(state, chapter.title)]
  return identified(state, identity, 'Heading2', state.document.bookmarks.around(chapter.id, children))
}
