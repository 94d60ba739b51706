import {
  type Book,
  type BookBlock,
  type BookPhrasing,
  type Direction,
  type DrawnChart,
  directionOfLanguage,
  type PageMap,
  type Passage,
  type PictureFile,
  printedPage,
  type Tokens,
} from '@briefbook/ast'
import type { CompiledTemplate } from './template.js'

/** What handlers and views share while a book is rendered. */
export interface RenderState {
  book: Book
  tokens: Tokens
  template: CompiledTemplate
  pages: PageMap
  pictures: { readonly [path: string]: PictureFile }
  charts: { readonly [id: string]: DrawnChart }
  /** HTML of blocks, each by its handler; words of running text may break. */
  html(nodes: readonly BookBlock[]): string
  /**
   * HTML of phrasing.
   *
   * @param language  Of words that may break. Default: none may.
   */
  inline(nodes: readonly BookPhrasing[], language?: string): string
  /** Words that may break. */
  breakable(text: string, language: string): string
  /** As `breakable`, in the language of the text that is being rendered; as it is where no words may break. */
  hyphenate(text: string): string
  /** Renders something in which no words break. */
  whole<T>(render: () => T): T
}

/** The number of the page that an id stands on. Before the first print nobody knows: two digits keep its place. */
export function pageNumber({ book, pages }: Pick<RenderState, 'book' | 'pages'>, id: string): string {
  return printedPage(book, pages, id) ?? '00'
}

/** `lang` and `dir` of words that are a source's; empty where they are as the book's. */
export function tongueAttributes({ language, direction }: Pick<Passage, 'language' | 'direction'>): {
  lang: string
  dir: Direction | ''
} {
  return { lang: language ?? '', dir: direction ?? (language === undefined ? '' : directionOfLanguage(language)) }
}
