import { availableParallelism } from 'node:os'
import type { PageMap } from '@briefbook/ast'
import type { Printer } from './browser/printer.js'
import { BrowserError } from './errors.js'
import type { AccessibilityCheck } from './pdf/accessibility.js'
import type { PdfAttachment } from './pdf/attachments.js'
import { PdfFile } from './pdf/file.js'
import { finishPdf, type PdfMetadata } from './pdf/finish.js'
import { headingsOf } from './pdf/outline.js'
import { type PrintedPages, readPageMap } from './pdf/page-map.js'

/** What a rendering of the book must know of its print. */
export interface PageKnowledge {
  pages: PageMap
  /** Ids of the parts with a blank page in front. */
  blanks: ReadonlySet<string>
}

export interface PrintJob {
  /** The book as HTML, with the page numbers and blank pages that are known. */
  render(knowledge: PageKnowledge): string
  /** Ids of what must begin on a right-hand page, in order. */
  rectos: readonly string[]
  /** What the file says of itself; how its pages call themselves may depend on where everything stands. */
  metadata(pages: PageMap): PdfMetadata
  /** The words for an id that links lead to, for who hears them. Default: the id. */
  describe?(id: string): string
  /** Files that travel in the PDF. Default: none. */
  attachments?: readonly PdfAttachment[]
  /** From the last print of the book, where there is one. */
  known?: PageKnowledge
  /**
   * Whether numbers that are known are looked at beside the print, so that a print with wrong ones ends early. Default:
   * where there is a processor for each and one more; with fewer the print would wait for it.
   */
  surveyBeside?: boolean
  signal?: AbortSignal
  /** Called before the pages are laid out to learn their numbers, and before each print, from 1. */
  onStep?(step: 'survey' | 'print', n: number): void
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

/** Numbers settle in one print unless filling one in moves a line over a page; more than a few never settle. */
const mostPrints = 5

/**
 * The blank pages that the parts need, and where everything stands with them. Parts begin on new pages, so a blank page
 * moves what follows by one and breaks nothing else: the next print can be foretold.
 */
export function foretell(printed: PageMap, before: ReadonlySet<string>, rectos: readonly string[]): PageKnowledge {
  const blanks = new Set<string>()
  // From a page on: how far what stands there moves.
  const moves: { from: number; by: number }[] = []
  let removed = 0
  for (const id of rectos) {
    const page = printed[id]
    if (page === undefined) continue
    if (before.has(id)) removed++
    const start = page - removed + blanks.size
    if (start % 2 === 0) blanks.add(id)
    moves.push({ from: page, by: blanks.size - removed })
  }
  const moved = (page: number) => page + (moves.findLast(move => move.from <= page)?.by ?? 0)
  return { pages: Object.fromEntries(Object.entries(printed).map(([id, page]) => [id, moved(page)])), blanks }
}

function sameNumbers(shown: PageMap, printed: PageMap): boolean {
  const ids = Object.keys(printed)
  return ids.length === Object.keys(shown).length && ids.every(id => shown[id] === printed[id])
}

function readPrint(bytes: Uint8Array): { file: PdfFile; printed: PrintedPages } {
  try {
    const file = new PdfFile(bytes)
    return { file, printed: readPageMap(file) }
  } catch (error) {
    throw new BrowserError('failed', `The browser's PDF cannot be read: ${(error as Error).message}.`, error)
  }
}

/** Where everything will stand, from a layout of the book without any numbers. */
async function survey(printer: Printer, job: PrintJob): Promise<PageKnowledge> {
  job.onStep?.('survey', 1)
  const nothing: PageKnowledge = { pages: {}, blanks: new Set() }
  const { printed } = readPrint(await printer.survey(job.render(nothing), job.signal))
  return foretell(printed.pages, nothing.blanks, job.rectos)
}

const isSettled = (shown: PageKnowledge, printed: PageMap, next: PageKnowledge) =>
  sameNumbers(shown.pages, printed) &&
  next.blanks.size === shown.blanks.size &&
  [...next.blanks].every(id => shown.blanks.has(id))

/**
 * Prints with numbers that may be out of date, and surveys the same pages beside it. Where the survey shows that they are,
 * the print is given up, not half done; else it is the one that is wanted.
 *
 * @returns The print, or the numbers that are right.
 */
async function printUnlessWrong(
  printer: Printer,
  job: PrintJob,
  html: string,
  known: PageKnowledge,
): Promise<Uint8Array | PageKnowledge> {
  const wrong = new AbortController()
  const signal = job.signal ? AbortSignal.any([job.signal, wrong.signal]) : wrong.signal
  const printing = printer.print(html, signal)
  printing.catch(() => undefined)
  try {
    const { printed } = readPrint(await printer.survey(html, job.signal))
    const next = foretell(printed.pages, known.blanks, job.rectos)
    return isSettled(known, printed.pages, next) ? await printing : next
  } finally {
    wrong.abort()
  }
}

/**
 * Prints a book until the page numbers in it are right: with what the last print told if that still holds, else with what
 * a survey of its pages tells, and again only while a number or a blank page changed.
 *
 * @throws BrowserError where the browser does not print.
 */
export async function printBook(printer: Printer, job: PrintJob): Promise<PrintedBook> {
  let { known } = job
  const { surveyBeside = availableParallelism() > 2 } = job
  let knowledge = known ?? (await survey(printer, job))
  for (let prints = 1; ; ) {
    job.onStep?.('print', prints)
    const html = job.render(knowledge)
    const made =
      known && surveyBeside ? await printUnlessWrong(printer, job, html, known) : await printer.print(html, job.signal)
    known = undefined
    if (!(made instanceof Uint8Array)) {
      knowledge = made
      continue
    }
    const { file, printed } = readPrint(made)
    const next = foretell(printed.pages, knowledge.blanks, job.rectos)
    const settled = isSettled(knowledge, printed.pages, next)
    if (settled || prints === mostPrints) {
      const { metadata, describe, attachments } = job
      const options = {
        headings: headingsOf(html),
        ...(describe ? { describe } : {}),
        ...(attachments ? { attachments } : {}),
      }
      const { bytes: pdf, checks } = await finishPdf(file, metadata(printed.pages), options)
      return {
        pdf,
        checks,
        pageCount: printed.count,
        knowledge: { pages: printed.pages, blanks: knowledge.blanks },
        prints,
        settled,
      }
    }
    knowledge = next
    prints++
  }
}
