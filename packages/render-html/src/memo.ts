import { createHash } from 'node:crypto'
import { type Book, type Chapter, type PageMap, pageLabel, pageLabelRanges } from '@briefbook/ast'

/**
 * Chapters that were rendered before, without their page numbers: between two renderings of a book most are the same. Whoever
 * renders hands the same memo in again.
 */
export interface HtmlMemo {
  /** What stands around the id of a page number that is not known yet. No text may hold it. */
  readonly mark: string
  /** By all that a chapter is made of; those of the last rendering alone. */
  chapters: Map<string, string>
}

/** @param secret  What no source can know: else one could have its words taken for a page number. */
export const createMemo = (secret: string): HtmlMemo => ({ mark: `\uFDD0${secret}\uFDD1`, chapters: new Map() })

/** Stands for the number of the page that an id is on until that is set. */
export const pagePlaceholder = ({ mark }: HtmlMemo, id: string) => `${mark}${id}${mark}`

/** Sets the page numbers. Before the first print nobody knows them: two digits keep their place. */
export function setPageNumbers(html: string, { mark }: HtmlMemo, book: Book, pages: PageMap): string {
  const ranges = pageLabelRanges(book, pages)
  const numberOf = (id: string) => {
    const page = Object.hasOwn(pages, id) ? pages[id] : undefined
    return page === undefined ? '00' : pageLabel(ranges, page)
  }
  // Between two marks stands an id, then text, then an id, and so on.
  return html
    .split(mark)
    .map((piece, i) => (i % 2 === 0 ? piece : numberOf(piece)))
    .join('')
}

/** What all chapters of a book have in common, but for what changes with every build. */
export function surroundings(book: Book, ...others: readonly unknown[]): string {
  const { contentHash: _, ...meta } = book.meta
  return JSON.stringify([meta, book.strings, ...others])
}

/** The HTML of a chapter: that of the memo if it is made of the same, else rendered. */
export function remembered(
  memo: HtmlMemo,
  used: HtmlMemo['chapters'],
  around: string,
  chapter: Chapter,
  render: () => string,
): string {
  const key = createHash('sha256').update(around).update(JSON.stringify(chapter)).digest('base64')
  const html = memo.chapters.get(key) ?? render()
  used.set(key, html)
  return html
}
