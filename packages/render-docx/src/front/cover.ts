import type { FileChild } from 'docx'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import type { ParagraphStyle } from '../styles/index.js'
import { foreignWords } from '../words.js'

/** The first page: what the book is, whose it is, of when, and how it may be handled. */
export function cover(state: State): FileChild[] {
  const { meta, strings } = state.document.book
  const { handling, organisation, title, subtitle, authors, edition, dateText, print } = meta
  const inside = state.at({ chapter: { title, file: null } })
  const lines: [ParagraphStyle, string | null][] = [
    ['Handling', handling],
    ['CoverOrganisation', organisation],
    ['Title', title],
    ['Subtitle', subtitle],
    ['CoverLine', authors.join(', ')],
    ['CoverLine', edition],
    ['CoverLine', dateText],
    ['CoverLine', print.draft ? strings.draft : null],
  ]
  return lines.flatMap(([style, line]) => (line ? [paragraph(inside, style, foreignWords(state, line))] : []))
}
