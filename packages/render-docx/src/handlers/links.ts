import { type CrossReference, type PageReference, printedPage } from '@briefbook/ast'
import type { XmlComponent } from 'docx'
import type { Link } from 'mdast'
import type { State } from '../state.js'
import { recorded, words } from '../words.js'
import { labelName } from '../xml/bookmarks.js'
import { field, reference } from '../xml/field.js'
import { internalLink, linkTarget } from '../xml/links.js'

/** Leads out of the document only where a reader expects it: to the web and to mail. */
export function link(node: Link, state: State): XmlComponent[] {
  const target = linkTarget(node.url)
  if (target === null || state.place.marks.link !== null) return state.phrasing(node.children)
  const children = state.marked({ link: 'external' }).phrasing(node.children)
  return [state.document.links.to(target, children)]
}

export function crossReference(node: CrossReference, state: State): XmlComponent[] {
  const bookmark = state.document.bookmarks.nameOf(node.target)
  if (bookmark === undefined || state.place.marks.link !== null) return state.phrasing(node.children)
  // Counts on with the caption, when Word updates its fields.
  if (node.counted && !state.place.inNote)
    return reference(`REF ${labelName(node.target)} \\h`, ...state.marked({ link: 'internal' }).phrasing(node.children))
  return [internalLink(bookmark, state.marked({ link: 'internal' }).phrasing(node.children))]
}

/** A field, so that Word can count for itself; its result is the page that the PDF has it on. */
export function pageReference(node: PageReference, state: State): XmlComponent[] {
  const { book, pages, bookmarks } = state.document
  const shown = printedPage(book, pages, node.target) ?? '–'
  const bookmark = bookmarks.nameOf(node.target)
  if (bookmark === undefined) return [words(state, shown)]
  // A field comes as a whole, with what makes it one.
  const page = words(state.at({ revision: null }), shown)
  return field(`PAGEREF ${bookmark} \\h`, page).map(run => recorded(state, run))
}
