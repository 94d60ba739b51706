import { type Book, papers, type Tokens } from '@briefbook/ast'
import { fontFamily } from './variables.js'

/** The name of the CSS page that a chapter is set on, and of its turned sister for wide tables. */
export function pageName(chapter: { number: string }, wide = false): string {
  return `chapter-${chapter.number}${wide ? '-wide' : ''}`
}

/**
 * What the page template of a template sees. Chromium has no running strings, so each chapter has a page of its own
 * whose heads are literal.
 */
export function pagesView(book: Book, tokens: Tokens): object {
  const { widthMm, heightMm } = papers[book.meta.paper]
  return {
    paper: { widthMm, heightMm },
    page: tokens.page,
    fonts: { text: fontFamily(tokens.fonts.text), display: fontFamily(tokens.fonts.display) },
    sizes: tokens.sizes,
    colours: tokens.colours,
    title: book.meta.title,
    handling: book.meta.handling ?? '',
    chapters: book.children.flatMap(part =>
      part.children.map(chapter => ({
        page: pageName(chapter),
        widePage: pageName(chapter, true),
        part: `${part.number}  ${part.title}`,
        chapter: `${chapter.number}  ${chapter.title}`,
      })),
    ),
  }
}
