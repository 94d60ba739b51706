import { type ContentsEntry, printedPage, titleText } from '@briefbook/ast'
import type { FileChild, XmlComponent } from 'docx'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import type { ParagraphStyle } from '../styles/index.js'
import type { Sequence } from '../tables/caption.js'
import { tab, words } from '../words.js'
import { BlockElement, element } from '../xml/element.js'
import { field, fieldBegin, fieldEnd } from '../xml/field.js'
import { internalLink } from '../xml/links.js'
import { partNumber } from './part-number.js'

/** `Title … 12`, as Word writes an entry itself: the whole is a link, the page a field of its own. */
export function entryLine(
  entry: ContentsEntry,
  label: string | null,
  separator: XmlComponent,
  state: State,
): XmlComponent[] {
  const { book, bookmarks, pages } = state.document
  const bookmark = bookmarks.nameOf(entry.id)
  const number = printedPage(book, pages, entry.id)
  const page = number === null ? [] : [words(state, number)]
  const text = [
    ...(label === null ? [] : [words(state, label), separator]),
    ...state.phrasing(titleText(entry.title, entry.tongue)),
    tab(state),
  ]
  if (bookmark === undefined) return [...text, ...page]
  return [internalLink(bookmark, [...text, ...field(`PAGEREF ${bookmark} \\h`, ...page)])]
}

/** Paragraphs that are together the result of one field, which ends in a paragraph of its own, as Word writes it. */
function entries(
  instruction: string,
  lines: readonly { style: ParagraphStyle; children: readonly XmlComponent[] }[],
  state: State,
): FileChild[] {
  // The result of a field is no text of the book.
  const inField = state.at({ chapter: null })
  return [
    ...lines.map(({ style, children }, i) =>
      paragraph(inField, style, [...(i === 0 ? fieldBegin(instruction) : []), ...children]),
    ),
    paragraph(state, 'Spacer', fieldEnd()),
  ]
}

const levels = ['TOC1', 'TOC2', 'TOC3'] as const

/** The contents, in the frame by which Word knows them and offers to update them. Empty for a book without parts. */
export function contents(state: State): FileChild[] {
  const { contents: all, strings } = state.document.book
  if (all.length === 0) return []
  const deepest = Math.min(levels.length, Math.max(...all.map(({ depth }) => depth)))
  const lines = all.map(entry => {
    const label = entry.depth === 1 && entry.number !== null ? partNumber(entry.number, strings) : entry.number
    const style = levels[Math.min(Math.max(entry.depth, 1), levels.length) - 1] ?? 'TOC3'
    return { style, children: entryLine(entry, label, tab(state), state) }
  })
  const properties = element('w:sdtPr', {}, [
    element('w:docPartObj', {}, [
      element('w:docPartGallery', { 'w:val': 'Table of Contents' }),
      element('w:docPartUnique'),
    ]),
  ])
  // \w keeps the tab between number and title, \h makes links.
  const content = element('w:sdtContent', {}, [
    paragraph(state, 'TOCHeading', [words(state, strings.contents)]),
    ...entries(`TOC \\o "1-${deepest}" \\h \\z \\w`, lines, state),
  ])
  return [new BlockElement('w:sdt', [properties, content])]
}

/** A list of what is numbered in a sequence: a field that collects the captions by it. */
function listOf(
  sequence: Sequence,
  listed: readonly ContentsEntry[],
  [heading, word]: [string, string],
  state: State,
): FileChild[] {
  if (listed.length === 0) return []
  const lines = listed.map(entry => {
    const label = entry.number === null ? null : `${word} ${entry.number}.`
    return { style: 'TableofFigures' as const, children: entryLine(entry, label, words(state, ' '), state) }
  })
  return [
    paragraph(state, 'TOCHeading', [words(state, heading)]),
    ...entries(`TOC \\h \\z \\c "${sequence}"`, lines, state),
  ]
}

export function listOfTables(state: State): FileChild[] {
  const { tables, strings } = state.document.book
  return listOf('Table', tables, [strings.listOfTables, strings.table], state)
}

export function listOfFigures(state: State): FileChild[] {
  const { charts, strings } = state.document.book
  return listOf('Figure', charts, [strings.listOfFigures, strings.figure], state)
}
