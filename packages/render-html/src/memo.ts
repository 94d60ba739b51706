import { type Book, type Chapter, type DrawnChart, eachBlock } from '@briefbook/ast'
import { type Stretch, stretchOf } from './stretch.js'

/**
 * Chapters that were rendered before, without their page numbers: between two renderings of a book most are the same. Whoever
 * renders hands the same memo in again.
 */
export interface HtmlMemo {
  /** What stands around the id of a page number that is not known yet. No text may hold it. */
  readonly mark: string
  /** Those of the last rendering, by their ids. */
  chapters: ReadonlyMap<string, RenderedChapter>
}

/** A chapter with all that it was made of: to compare that takes less time than to hash it. */
export interface RenderedChapter {
  stretch: Stretch
  around: string
  made: string
}

/** @param secret  What no source can know: else one could have its words taken for a page number. */
export const createMemo = (secret: string): HtmlMemo => ({ mark: `\uFDD0${secret}\uFDD1`, chapters: new Map() })

/** Stands for the number of the page that an id is on until that is set. */
export const pagePlaceholder = ({ mark }: HtmlMemo, id: string) => `${mark}${id}${mark}`

/** What all chapters of a book have in common, but for what the colophon alone says. */
export function surroundings(book: Book, ...others: readonly unknown[]): string {
  const { contentHash: _hash, sources: _sources, ...meta } = book.meta
  return JSON.stringify([meta, book.strings, ...others])
}

/** The HTML of a chapter: that of the memo if it is made of the same, else rendered. */
export function remembered(
  memo: HtmlMemo,
  used: Map<string, RenderedChapter>,
  around: string,
  chapter: Chapter,
  charts: { readonly [id: string]: DrawnChart },
  render: () => string,
): Stretch {
  const drawn: (DrawnChart | undefined)[] = []
  eachBlock(chapter.children, block => {
    if (block.type === 'chart') drawn.push(charts[block.id])
  })
  const made = JSON.stringify([chapter, drawn])
  const known = memo.chapters.get(chapter.id)
  const isSame = known?.made === made && known.around === around
  const stretch = isSame ? known.stretch : stretchOf(render(), memo.mark)
  used.set(chapter.id, { stretch, around, made })
  return stretch
}
