import { type Book, type Chapter, type Part, pageRuns, type Tokens } from '@briefbook/ast'
import { type SheetDrawing, sheetOf, underlay, type WordOutline } from './sheet.js'
import { fontFamily } from './variables.js'

/** The name of the CSS page that a chapter is set on, and of its turned sister for wide tables. */
export function pageName(chapter: { number: string }, wide = false): string {
  return `chapter-${chapter.number}${wide ? '-wide' : ''}`
}

/** The name of the CSS page that a part opens on. */
export function partPageName(part: { number: string }): string {
  return `part-${part.number.toLowerCase()}`
}

/** A side of the sheet: its margins, clockwise from the top, and what lies under its text. */
interface SideView {
  margin: string
  /** A CSS background, or nothing. */
  underlay: string
}

/** Right- and left-hand pages; of a book printed on one side all are right-hand ones. */
interface SheetView {
  size: string
  right: SideView
  left: SideView
}

function sheetView(book: Book, { page }: Tokens, drawing: SheetDrawing, turned = false): SheetView {
  const sheet = sheetOf(book, turned)
  const { edgeMm } = sheet
  const side = (leftMm: number, rightMm: number): SideView => {
    const margins = [page.topMm, rightMm, page.bottomMm, leftMm].map(mm => mm + edgeMm)
    return {
      margin: margins.map(mm => `${mm}mm`).join(' '),
      underlay: underlay(book, sheet, { leftMm: leftMm + edgeMm, topMm: page.topMm + edgeMm }, drawing) ?? '',
    }
  }
  return {
    size: `${sheet.widthMm}mm ${sheet.heightMm}mm`,
    right: side(page.innerMm, page.outerMm),
    left: side(page.outerMm, page.innerMm),
  }
}

/** A tab's place: from the page area's top, and its distance from the text. */
interface TabView {
  number: string
  topMm: number
  widthMm: number
  heightMm: number
  insideMm: number
  /**
   * Of a turned page, which lies in the book with its head to the left: the fore-edge is its foot on a right-hand page and
   * its head on a left-hand one, and the page's top is at its right. Distances from the corner of the page area at the right.
   */
  turned: { footMm: number; headMm: number; rightPageMm: number; leftPageMm: number }
  /** What is cut off of it: its number stands in the middle of what is left. */
  bleedMm: number
}

function tabViews(book: Book, { page, tabs }: Tokens): TabView[] {
  const { bleedMm } = book.meta.print
  const sheet = sheetOf(book)
  const areaMm = sheet.heightMm - 2 * sheet.edgeMm - page.topMm - page.bottomMm
  const heightMm = Math.min(tabs.heightMm, areaMm / Math.max(1, book.children.length))
  // Cut at the edge where there is a bleed; else it keeps inside of what a printer reaches.
  const outsideMm = bleedMm > 0 ? sheet.edgeMm - bleedMm : sheet.edgeMm + page.edgeMm
  const widthMm = Math.min(tabs.widthMm + bleedMm, page.outerMm + sheet.edgeMm - outsideMm)
  return book.children.map(({ number }, i) => {
    const topMm = i * heightMm
    const fromCornerMm = page.topMm + topMm + heightMm
    return {
      number,
      topMm,
      widthMm,
      heightMm,
      insideMm: page.outerMm + sheet.edgeMm - outsideMm - widthMm,
      turned: {
        footMm: page.bottomMm + sheet.edgeMm - outsideMm - widthMm,
        headMm: page.topMm + sheet.edgeMm - outsideMm - widthMm,
        rightPageMm: page.outerMm - fromCornerMm,
        leftPageMm: page.innerMm - fromCornerMm,
      },
      bleedMm,
    }
  })
}

const headOf = ({ number, title, head = title }: Pick<Part, 'number' | 'title' | 'head'>) => `${number}  ${head}`

function chapterPages(part: Part, chapter: Chapter, tab: TabView | undefined) {
  const heads = { part: headOf(part), chapter: headOf(chapter) }
  const orientations = new Set(pageRuns(chapter).map(run => run.orientation))
  return [...orientations].map(orientation => {
    const wide = orientation === 'landscape'
    return { page: pageName(chapter, wide), wide, upright: !wide, ...heads, tab: tab ?? false }
  })
}

/**
 * What the page template of a template sees. Chromium has no running strings, so each chapter has a page of its own
 * whose heads are literal.
 *
 * @param draft  The word across the pages of a draft.
 */
export function pagesView(book: Book, tokens: Tokens, draft?: WordOutline): object {
  const { print, handling, title } = book.meta
  const { watermark: colour, accent } = tokens.colours
  const drawing = print.draft && draft ? { watermark: { ...draft, colour } } : {}
  const tabs = print.thumbTabs ? tabViews(book, tokens) : []
  const cover = sheetOf(book)
  return {
    sheet: sheetView(book, tokens, drawing),
    wideSheet: sheetView(book, tokens, drawing, true),
    cover: underlay(book, cover, { leftMm: 0, topMm: 0 }, { ground: accent }) ?? '',
    double: print.sides === 'double',
    roman: print.frontMatter === 'roman',
    fonts: { text: fontFamily(tokens, 'text'), display: fontFamily(tokens, 'display') },
    sizes: tokens.sizes,
    colours: tokens.colours,
    title: book.meta.foot ?? title,
    handling: handling ?? '',
    parts: book.children.map((part, i) => ({ page: partPageName(part), tab: tabs[i] ?? false })),
    chapters: book.children.flatMap((part, i) =>
      part.children.flatMap(chapter => chapterPages(part, chapter, tabs[i])),
    ),
  }
}
