import type { Book, DrawnChart, PageMap, PictureFile, Tokens } from '@briefbook/ast'
import type { ElementContent, Nodes as HastNodes } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { PhrasingContent, Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { pagesView } from './css/pages.js'
import type { WordOutline } from './css/sheet.js'
import { cssVariables } from './css/variables.js'
import { bookHandlers } from './handlers/index.js'
import { createMemo, type HtmlMemo, remembered, setPageNumbers, surroundings } from './memo.js'
import type { RenderState } from './state.js'
import type { CompiledTemplate } from './template.js'
import { withSoftHyphens } from './text/hyphens.js'
import { chapterView, colophonView, contentsView, coverView, documentView, partView } from './views/document.js'

export interface HtmlOptions {
  tokens: Tokens
  /** `@font-face` rules with the font files inside. Default: none. */
  fontFaces?: string
  /** What an earlier rendering of the book left. Default: nothing. */
  memo?: HtmlMemo
  /** A hash of the template and of the pictures' bytes: with another one a memo is of no use. */
  look?: string
  /** Page numbers to print. Default: none are known. */
  pages?: PageMap
  /** Ids of the parts that a blank page must come before, so that they begin on a right-hand page. */
  blanks?: ReadonlySet<string>
  /** The word across the pages of a draft, drawn. Default: none; then no page says that it is one. */
  draftOutline?: WordOutline
  /** The pictures that chapters show, by their path. */
  pictures?: { readonly [path: string]: PictureFile }
  /** The pictures that Briefbook draws, by their ids; one that is not here is told in words. */
  charts?: { readonly [id: string]: DrawnChart }
}

/** An empty page, numbered with the front matter or with the body. */
const blankPage = (page: 'blank' | 'blank-front') => `<div class="blank-page" style="page: ${page}"></div>`

/** The title alone, on a right-hand page: the colophon stands on its back. */
function halfTitle(state: RenderState): string {
  const { halfTitle: wanted, sides } = state.book.meta.print
  if (!wanted) return ''
  return (
    (sides === 'double' ? blankPage('blank-front') : '') + state.template.renderPart('half-title', coverView(state))
  )
}

/**
 * Renders a book as one HTML document for the printer: cover, colophon, contents, parts.
 *
 * @throws TemplateError where a part of the template fails.
 */
export function renderHtml(book: Book, template: CompiledTemplate, options: HtmlOptions): string {
  const memo = options.memo ?? createMemo(book.meta.contentHash)
  const state: RenderState = {
    book,
    tokens: options.tokens,
    template,
    memo,
    pictures: options.pictures ?? {},
    charts: options.charts ?? {},
    html: () => '',
    inline: () => '',
    breakable: (text, language) => (book.meta.print.hyphenation ? withSoftHyphens(text, language) : text),
    hyphenate: text => (tongue === null ? text : state.breakable(text, tongue)),
    whole: render => within(null, render),
  }
  // The language of the text that is being rendered; null where its words stay whole.
  let tongue: string | null = null
  const within = <T>(language: string | null, render: () => T): T => {
    const before = tongue
    tongue = language
    try {
      return render()
    } finally {
      tongue = before
    }
  }
  const handlers = bookHandlers(state)
  // Only handlers of ours make raw nodes, out of the template's parts; Markdown's own HTML never gets here.
  const html = (tree: HastNodes) => toHtml(tree, { allowDangerousHtml: true })
  state.html = nodes =>
    within(book.meta.language, () => html(toHast({ type: 'root', children: [...nodes] } as Root, { handlers })))
  state.inline = (nodes, language) => {
    // As a paragraph's children: between those of a root line breaks would be set.
    const paragraph = within(language ?? null, () =>
      toHast({ type: 'paragraph', children: [...nodes] as PhrasingContent[] }, { handlers }),
    )
    return 'children' in paragraph ? html({ type: 'root', children: paragraph.children as ElementContent[] }) : ''
  }

  const used: HtmlMemo['chapters'] = new Map()
  const around = surroundings(book, options.tokens, options.charts, options.look)
  const parts = book.children.map((part, i) => {
    const chapters = part.children.map(chapter =>
      remembered(memo, used, around, chapter, () => template.renderPart('chapter', chapterView(state, chapter))),
    )
    const html = template.renderPart('part', partView(state, part, chapters.join('\n')))
    return options.blanks?.has(part.id) ? blankPage(i === 0 ? 'blank-front' : 'blank') + html : html
  })
  memo.chapters = used
  const styles = [
    options.fontFaces ?? '',
    cssVariables(book, options.tokens),
    template.renderPages(pagesView(book, options.tokens, options.draftOutline)),
    template.styles,
  ]
  const whole = template.renderPart(
    'document',
    documentView(book, {
      // A style element ends at the first `</`, wherever it stands.
      styles: styles.join('\n').replaceAll('</', '<\\/'),
      cover: template.renderPart('cover', coverView(state)),
      halfTitle: halfTitle(state),
      colophon: template.renderPart('colophon', colophonView(state)),
      contents: book.meta.print.contents ? template.renderPart('contents', contentsView(state)) : '',
      parts: parts.join('\n'),
    }),
  )
  return setPageNumbers(whole, memo, book, options.pages ?? {})
}
