import type { Book, PageMap } from './book.js'
import { romanNumeral } from './roman.js'

/** Pages that are numbered alike, from 1 on: up to the next range, or to the end. */
export interface PageLabelRange {
  /** The first of them, counted through the file from 1. */
  from: number
  style: 'roman' | 'arabic'
}

type Numbered = Pick<Book, 'children'> & { meta: { print: Pick<Book['meta']['print'], 'frontMatter'> } }

/** How the pages of a book are numbered: what stands before the first part in small Roman numerals, where the book has it so. */
export function pageLabelRanges({ meta, children }: Numbered, pages: PageMap): PageLabelRange[] {
  const body = children[0] ? pages[children[0].id] : undefined
  return meta.print.frontMatter === 'arabic' || body === undefined || body === 1
    ? [{ from: 1, style: 'arabic' }]
    : [
        { from: 1, style: 'roman' },
        { from: body, style: 'arabic' },
      ]
}

/** What a page calls itself: `iv`, `47`. */
export function pageLabel(ranges: readonly PageLabelRange[], page: number): string {
  const { from, style } = ranges.findLast(range => range.from <= page) ?? { from: 1, style: 'arabic' }
  const n = page - from + 1
  return style === 'roman' ? romanNumeral(n).toLowerCase() : String(n)
}

/** The number that is printed for the page that an id stands on; null where that is not known. */
export function printedPage(book: Numbered, pages: PageMap, id: string): string | null {
  const page = Object.hasOwn(pages, id) ? pages[id] : undefined
  return page === undefined ? null : pageLabel(pageLabelRanges(book, pages), page)
}
