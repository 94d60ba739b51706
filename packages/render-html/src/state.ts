import {
  type Book,
  type BookBlock,
  type BookPhrasing,
  type Direction,
  type DrawnChart,
  directionOfLanguage,
  type Passage,
  type PictureFile,
  type Tokens,
} from '@briefbook/ast'
import { type HtmlMemo, pagePlaceholder } from './memo.js'
import type { CompiledTemplate } from './template.js'

/** What handlers and views share while a book is rendered. */
export interface RenderState {
  book: Book
  tokens: Tokens
  template: CompiledTemplate
  memo: HtmlMemo
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
  /** Which way the text runs that is being rendered. */
  running(): Direction
  /** Renders something that runs one way. */
  inDirection<T>(direction: Direction, render: () => T): T
}

/** What stands for the number of the page that an id is on, until the whole book is rendered. */
export function pageNumber({ memo }: Pick<RenderState, 'memo'>, id: string): string {
  return pagePlaceholder(memo, id)
}

/** `lang` and `dir` of words that are a source's; empty where they are as the book's. */
export function tongueAttributes({ language, direction }: Pick<Passage, 'language' | 'direction'>): {
  lang: string
  dir: Direction | ''
} {
  return { lang: language ?? '', dir: direction ?? (language === undefined ? '' : directionOfLanguage(language)) }
}
