import { createHash } from 'node:crypto'
import {
  type Book,
  type DrawnChart,
  directionOfLanguage,
  type PageMap,
  type PaginatedHtml,
  type PictureFile,
  type Tokens,
} from '@briefbook/ast'
import type { ElementContent, Nodes as HastNodes } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { PhrasingContent, Root } from 'mdast'
import { type Handlers, type State, toHast } from 'mdast-util-to-hast'
import { pageName, pagesView, partPageName } from './css/pages.js'
import type { WordOutline } from './css/sheet.js'
import { cssVariables } from './css/variables.js'
import { bookHandlers } from './handlers/index.js'
import { createMemo, type HtmlMemo, type RenderedChapter, remembered, surroundings } from './memo.js'
import { paginate } from './paginate.js'
import type { RenderState } from './state.js'
import { stretchOf } from './stretch.js'
import type { CompiledTemplate } from './template.js'
import { withSoftHyphens } from './text/hyphens.js'
import { withPlaces } from './text/places.js'
import { chapterView, colophonView, contentsView, coverView, documentView, partView } from './views/document.js'

export interface HtmlOptions {
  tokens: Tokens
  /** `@font-face` rules with the font files inside. Default: none. */
  fontFaces?: string
  /** What an earlier rendering of the book left. Default: nothing. */
  memo?: HtmlMemo
  /** A hash of the template and of the pictures' bytes: with another one a memo is of no use. */
  look?: string
  /** The word across the pages of a draft, drawn. Default: none; then no page says that it is one. */
  draftOutline?: WordOutline
  /** The pictures that chapters show, by their path. */
  pictures?: { readonly [path: string]: PictureFile }
  /** The pictures that Briefbook draws, by their ids; one that is not here is told in words. */
  charts?: { readonly [id: string]: DrawnChart }
}

/** An empty page, numbered with the front matter or with the body. */
const blankPage = (page: 'blank' | 'blank-front') => `<div class="blank-page" style="page: ${page}"></div>`

/** What a style element may hold: it ends at the first `</`, wherever that stands. */
const styleText = (css: string) => css.replaceAll('</', '<\\/')

const hashOf = (...texts: readonly string[]) => createHash('sha256').update(texts.join('\n')).digest('base64')

/** What turns node after node into hast with these handlers: to make it anew for every cell takes longer than the cell. */
function stateOf(handlers: Handlers): State {
  let made: State | undefined
  const keep = (state: State) => {
    made = state
    return undefined
  }
  const asked = { ...handlers, state: keep } as Handlers
  toHast({ type: 'root', children: [{ type: 'state' }] } as never, { handlers: asked })
  if (!made) throw new Error('the handlers were not asked')
  return made
}

/** The title alone, on a right-hand page: the colophon stands on its back. */
function halfTitle(state: RenderState): string {
  const { halfTitle: wanted, sides } = state.book.meta.print
  if (!wanted) return ''
  return (
    (sides === 'double' ? blankPage('blank-front') : '') + state.template.renderPart('half-title', coverView(state))
  )
}

/**
 * Renders a book as HTML for the printer: cover, colophon, contents, parts.
 *
 * @throws TemplateError where a part of the template fails.
 */
export function paginateHtml(book: Book, template: CompiledTemplate, options: HtmlOptions): PaginatedHtml {
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
    running: () => running,
    inDirection: (direction, render) => {
      const before = running
      running = direction
      try {
        return render()
      } finally {
        running = before
      }
    },
  }
  let running = directionOfLanguage(book.meta.language)
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
  const words = stateOf(handlers)
  state.inline = (nodes, language) => {
    // As a paragraph's children: between those of a root line breaks would be set.
    const paragraph = within(language ?? null, () =>
      words.one({ type: 'paragraph', children: withPlaces(nodes) as PhrasingContent[] }, undefined),
    )
    return paragraph && 'children' in paragraph
      ? html({ type: 'root', children: paragraph.children as ElementContent[] })
      : ''
  }

  const used = new Map<string, RenderedChapter>()
  const around = surroundings(book, options.tokens, options.look)
  const parts = book.children.map(part => ({
    opener: {
      id: part.id,
      stretch: stretchOf(template.renderPart('part', partView(state, part, '')), memo.mark),
      page: partPageName(part),
    },
    chapters: part.children.map(chapter => {
      const render = () => template.renderPart('chapter', chapterView(state, chapter))
      return {
        id: chapter.id,
        stretch: remembered(memo, used, around, chapter, state.charts, render),
        page: pageName(chapter),
      }
    }),
  }))
  memo.chapters = used
  const variables = cssVariables(book, options.tokens)
  const pages = template.renderPages(pagesView(book, options.tokens, options.draftOutline))
  const fontFaces = options.fontFaces ?? ''
  const styles = styleText([variables, pages, template.styles].join('\n'))
  const front = {
    cover: template.renderPart('cover', coverView(state)),
    halfTitle: halfTitle(state),
    colophon: template.renderPart('colophon', colophonView(state)),
    contents: book.meta.print.contents ? template.renderPart('contents', contentsView(state)) : '',
  }
  const pieces = {
    front: stretchOf(Object.values(front).join(''), memo.mark),
    parts,
    // The rules of the pages are left out: they name all chapters, and what they say comes from what is here.
    look: JSON.stringify([
      book.meta.paper,
      book.meta.print,
      options.tokens,
      options.look,
      hashOf(fontFaces, variables, template.styles),
    ]),
    mark: memo.mark,
    fontFaces,
  }
  return paginate(book, pieces, (chapters, blanks, end) => {
    const html = book.children.map((part, i) => {
      const inside = chapters[i]
      if (!inside) return ''
      const blank = blanks.has(part.id) ? blankPage(i === 0 ? 'blank-front' : 'blank') : ''
      return blank + template.renderPart('part', partView(state, part, inside.join('\n')))
    })
    return template.renderPart('document', documentView(book, { styles, ...front, parts: html.join('\n') + end }))
  })
}

/** A document of a book with its fonts in it: what a browser shows by itself. */
export function standalone(html: string, fontFaces: string): string {
  // Before its own style sheets, and behind what would end the head.
  return html.replace(/<head[^>]*>/i, head => `${head}\n<style>\n${styleText(fontFaces)}\n</style>`)
}

/**
 * Renders a book as one HTML document.
 *
 * @param knowledge  Page numbers and blank pages. Default: none are known.
 * @throws as `paginateHtml`.
 */
export function renderHtml(
  book: Book,
  template: CompiledTemplate,
  { pages = {}, blanks = new Set(), ...options }: HtmlOptions & { pages?: PageMap; blanks?: ReadonlySet<string> },
): string {
  const html = paginateHtml(book, template, options)
  return standalone(html.document({ pages, blanks }), html.fontFaces)
}
