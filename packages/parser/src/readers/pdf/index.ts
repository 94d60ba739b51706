import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import type { Claim, Reading } from '../../draft.js'
import { settle } from '../../extract.js'
import type { Limits } from '../../limits.js'
import { Fonts } from './fonts.js'
import type { PdfPage } from './fragment.js'
import { layOut } from './layout.js'
import { messageOf, type OpenPdf, openPdf, type PDFDocumentProxy, type PDFPageProxy, PdfError } from './open.js'
import { readPage } from './page.js'
import { readProperties } from './properties.js'

interface Gathered {
  pages: PdfPage[]
  claims: Claim[]
  /** Pages that show something, and none of it is text. */
  pictures: number[]
  characters: number
}

async function gather(document: PDFDocumentProxy, limits: Limits): Promise<Gathered> {
  const fonts = new Fonts()
  const tagged = (await document.getMarkInfo().catch(() => null))?.Marked === true
  const pages: PdfPage[] = []
  const pictures: number[] = []
  let characters = 0
  for (let n = 1; n <= Math.min(document.numPages, limits.maxPages); n++) {
    const page = await document.getPage(n)
    const read = await readPage(page, fonts, tagged)
    pages.push(read)
    for (const { text } of [...read.fragments, ...read.turned]) characters += text.length
    if (read.fragments.length === 0 && (await showsSomething(page))) pictures.push(n)
    page.cleanup()
    if (characters > limits.maxTextCharacters) break
  }
  return { pages, claims: await readProperties(document), pictures, characters }
}

/** What a page does that leaves no trace on paper. */
const invisible = ['save', 'restore', 'clip', 'eoClip', 'endPath', 'beginText', 'endText', 'dependency'] as const

async function showsSomething(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const quiet = new Set<number>(invisible.map(name => OPS[name]))
  const { fnArray } = await page.getOperatorList()
  return fnArray.some(operation => !quiet.has(operation))
}

/** `1, 2, 5–8` */
function printPages(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && last[1] === page - 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}

const ocr =
  'Make the text readable with a program for scanning (optical character recognition, OCR), and put what it saves in its place.'

/**
 * Reads a PDF: text from its places on the pages. Raw ranges count in the extracted text: page after page in reading
 * order, a line for each line of the page, a form feed behind each page.
 */
export async function readPdf(bytes: Uint8Array, path: string, limits: Limits): Promise<Reading> {
  const told: Diagnostic[] = []
  const refuse = (...args: Parameters<typeof diagnostic>): Reading => ({
    draft: null,
    diagnostics: [...told, diagnostic(...args)],
  })
  let open: OpenPdf | null = null
  try {
    open = await openPdf(bytes)
    const { numPages } = open.document
    if (numPages > limits.maxPages)
      return refuse('source-is-not-too-large', `The PDF has ${numPages} pages; at most ${limits.maxPages} are read.`, {
        file: path,
      })
    const { pages, claims, pictures, characters } = await gather(open.document, limits)
    if (characters > limits.maxTextCharacters)
      return refuse(
        'source-is-not-too-large',
        `The PDF has more than ${limits.maxTextCharacters} characters of text, which is the most that is read.`,
        { file: path },
      )
    if (characters === 0)
      return pictures.length > 0
        ? refuse('source-is-text', 'The PDF holds pictures of pages and no text, as a scanner makes them.', {
            file: path,
            hint: ocr,
          })
        : refuse('source-is-not-empty', 'The PDF has no text.', { file: path })
    if (pictures.length > 0)
      told.push(
        diagnostic(
          'source-pages-have-text',
          `${pictures.length === 1 ? 'Page' : 'Pages'} ${printPages(pictures)} of the PDF ${pictures.length === 1 ? 'shows' : 'show'} a picture and no text; nothing of it is read.`,
          { file: path, hint: ocr },
        ),
      )
    const title = claims.find(({ field }) => field === 'title')?.value
    const { text, pending } = layOut(pages, typeof title === 'string' ? title : null)
    return { draft: { format: 'pdf', text, nodes: settle(pending, text), claims }, diagnostics: told }
  } catch (error) {
    // The library throws errors of many kinds, and some that are none, where a file is damaged.
    if (error instanceof PdfError && error.kind === 'locked')
      return refuse('source-is-whole', error.message, {
        file: path,
        hint: 'Open the PDF with its password and save it without one.',
      })
    const message = error instanceof PdfError ? error.message : `The PDF is damaged: ${messageOf(error)}.`
    return refuse('source-is-whole', message, { file: path })
  } finally {
    await open?.close()
  }
}
