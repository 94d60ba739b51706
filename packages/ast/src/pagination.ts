import type { PageMap } from './book.js'

/** What a rendering of a book must know of its print. */
export interface PageKnowledge {
  pages: PageMap
  /** Ids of the parts with a blank page in front. */
  blanks: ReadonlySet<string>
}

/**
 * A stretch of a book that begins on a page of its own (a page group, as CSS Paged Media has it), so that what stands
 * before it moves it by whole pages and changes nothing in it.
 */
export interface PageGroup {
  /** The id of what it begins with; empty for the first one of a book. */
  id: string
  /** All that its layout hangs on, as a hash: two groups of the same key are laid out alike. */
  key: string
  /** What stands in it and is linked to. */
  ids: readonly string[]
}

/** A book as HTML whose page numbers can be set again and again. */
export interface PaginatedHtml {
  /** `@font-face` rules with the font files inside; the documents are without them. */
  readonly fontFaces: string
  /** The document, with the numbers and blank pages that are known. */
  document(knowledge: PageKnowledge): string
  /** What begins on pages of its own, in order; keys are of the layout with these numbers in it. */
  groups(pages: PageMap): PageGroup[]
  /**
   * A document of some groups, without blank pages; all that a survey is to find stands in it as a link.
   *
   * @returns Also the ids of the groups that it has: those that are wanted, the first one, and what they stand within.
   */
  excerpt(pages: PageMap, wanted: ReadonlySet<string>): { html: string; groups: ReadonlySet<string> }
  /** About where everything will stand, so that numbers nobody knows yet are about as wide as they will be. */
  guess(): PageMap
}
