import type { PageKnowledge, PageMap, PaginatedHtml } from '@briefbook/ast'
import type { Printer } from './browser/printer.js'
import { foretell } from './pages/foretell.js'
import { type Layouts, layoutsInMemory } from './pages/layouts.js'
import { readPrint } from './pages/read-print.js'
import { isSettled, keepLayouts, type SettleJob, settlePages } from './pages/settle.js'
import type { AccessibilityCheck } from './pdf/accessibility.js'
import type { PdfAttachment } from './pdf/attachments.js'
import { finishPdf, type PdfMetadata } from './pdf/finish.js'
import { headingsOf } from './pdf/outline.js'

export interface PrintJob {
  /** The book, whose page numbers and blank pages can be set. */
  html: PaginatedHtml
  /** Ids of what must begin on a right-hand page, in order. */
  rectos: readonly string[]
  /** What the file says of itself; how its pages call themselves may depend on where everything stands. */
  metadata(pages: PageMap): PdfMetadata
  /** The words for an id that links lead to, for who hears them. Default: the id. */
  describe?(id: string): string
  /** Files that travel in the PDF. Default: none. */
  attachments?: readonly PdfAttachment[]
  /** From the last print of the book, where there is one. Without `layouts` it is printed with at once. */
  known?: PageKnowledge
  /** What is known of how page groups are laid out, of this book or of what it was before. Default: nothing. */
  layouts?: Layouts
  signal?: AbortSignal
  /** Called before pages are laid out to learn their numbers, and before each print with what it prints, from 1. */
  onStep?(step: 'survey' | 'print', n: number, knowledge: PageKnowledge | null): void
}

export interface PrintedBook {
  pdf: Uint8Array
  pageCount: number
  /** What was looked at in the finished file, and whether everybody can read it. */
  checks: AccessibilityCheck[]
  knowledge: PageKnowledge
  /** How often it was printed. */
  prints: number
  /** Whether the numbers printed are the numbers of the pages. */
  settled: boolean
}

/** Numbers that are right in a survey are so in print; more than a few prints never settle. */
const mostPrints = 5

/**
 * Prints a book until the page numbers in it are right: those that the layouts of its page groups tell, of which only what is
 * not known is surveyed; and again while the print shows another number.
 *
 * @throws BrowserError where the browser does not print.
 */
export async function printBook(printer: Printer, job: PrintJob): Promise<PrintedBook> {
  const { html, rectos, signal } = job
  const settling: SettleJob = {
    html,
    rectos,
    layouts: job.layouts ?? layoutsInMemory(),
    ...(signal ? { signal } : {}),
    onSurvey: n => job.onStep?.('survey', n, null),
  }
  const settle = (start: PageKnowledge) => settlePages(printer, settling, start)
  let knowledge =
    job.known && !job.layouts ? job.known : await settle(job.known ?? { pages: html.guess(), blanks: new Set() })
  for (let prints = 1; ; prints++) {
    job.onStep?.('print', prints, knowledge)
    const document = html.document(knowledge)
    const { file, printed } = readPrint(await printer.print(document, { fontFaces: html.fontFaces, signal }))
    keepLayouts(settling, html.groups(knowledge.pages), printed, knowledge.blanks)
    const next = foretell(printed.pages, knowledge.blanks, rectos)
    const settled = isSettled(knowledge, printed.pages, next)
    if (settled || prints === mostPrints) {
      const { metadata, describe, attachments } = job
      const options = {
        headings: headingsOf(document),
        ...(describe ? { describe } : {}),
        ...(attachments ? { attachments } : {}),
      }
      const { bytes: pdf, checks } = await finishPdf(file, metadata(printed.pages), options)
      const { blanks } = knowledge
      return { pdf, checks, pageCount: printed.count, knowledge: { pages: printed.pages, blanks }, prints, settled }
    }
    knowledge = await settle(next)
  }
}
