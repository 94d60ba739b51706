import type { Book, BookBlock, BookPhrasing, PageMap, PictureFile, Tokens } from '@briefbook/ast'
import type { CompiledTemplate } from './template.js'

/** What handlers and views share while a book is rendered. */
export interface RenderState {
  book: Book
  tokens: Tokens
  template: CompiledTemplate
  pages: PageMap
  pictures: { readonly [path: string]: PictureFile }
  /** HTML of blocks, each by its handler. */
  html(nodes: readonly BookBlock[]): string
  /** HTML of phrasing. */
  inline(nodes: readonly BookPhrasing[]): string
}

/** The number of the page that an id stands on. Before the first print nobody knows: two digits keep its place. */
export function pageNumber(state: Pick<RenderState, 'pages'>, id: string): string {
  return String(state.pages[id] ?? '00')
}

/** `lang`, and `dir` for the scripts that run from right to left. */
export function languageAttributes(language: string | undefined): { lang?: string; dir?: 'rtl' | 'ltr' } {
  if (language === undefined) return {}
  return { lang: language, dir: /^(ar|arc|dv|fa|ha|he|khw|ks|ku|ps|sd|ur|yi)\b/i.test(language) ? 'rtl' : 'ltr' }
}
