import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { PdfFile } from '../pdf/file.js'
import { pageObjects, readPageMap } from '../pdf/page-map.js'
import { PdfReference, type PdfValue } from '../pdf/syntax.js'
import { openPrinterAt } from './printer.js'

/** Three pages that show what a book relies on: the second is turned, and has nothing but its margin box. */
const sample = `<!doctype html><html lang="en"><title>Briefbook</title><style>
@page { size: 100mm 200mm; margin: 20mm }
@page turned { size: 200mm 100mm; counter-increment: own; @bottom-center { content: counter(own, lower-roman) } }
.turned { page: turned; height: 10mm }
.next { break-before: page }
</style><h1>A page to see what this browser prints</h1><p><a href="#there">there</a></p>
<div class="turned"></div>
<h2 class="next" id="there">There</h2><table><thead><tr><th scope="col">Head</th></tr></thead><tbody><tr><td>Cell</td></tr></tbody></table>`

/** What a browser is, and what of its printing is missing. */
export interface Probe {
  version: string
  /** In words, with what the book is without for it; empty where all is there. */
  lacks: string[]
}

async function contentOf(file: PdfFile, page: number): Promise<string> {
  const contents: PdfValue = file.dictionary(new PdfReference(page)).Contents ?? null
  const body = contents instanceof PdfReference ? file.bodies().get(contents.object) : undefined
  if (!body) return ''
  const data = body.subarray(body.indexOf('\n', body.indexOf('stream')) + 1)
  const unpacked = body.includes('/FlateDecode') ? await promisify(inflate)(data).catch(() => Buffer.alloc(0)) : data
  return unpacked.toString('latin1')
}

/** Prints a page with a browser and looks at what came out. @throws BrowserError where it does not print. */
export async function probeBrowser(executable: string): Promise<Probe> {
  const printer = await openPrinterAt({ executable, timeoutMs: 60_000 })
  try {
    const file = new PdfFile(await printer.print(sample))
    const catalogue = file.dictionary(file.trailer.Root)
    const pages = pageObjects(file)
    const second = pages[1] ?? 0
    const [, , width = 0, height = 0] = ((file.dictionary(new PdfReference(second)).MediaBox ?? []) as number[]).map(
      Number,
    )
    const bodies = [...file.bodies().values()]
    const has: [there: boolean, what: string][] = [
      [pages.length === 3, 'page breaks: chapters would run on'],
      [width > height, 'named pages: wide tables would not be turned, heads not change by chapter'],
      [/T[jJ]/.test(await contentOf(file, second)), 'margin boxes: pages would have no numbers and no heads'],
      [readPageMap(file).pages.there === 3, 'named destinations: no page number could be known'],
      [catalogue.Outlines !== undefined, 'an outline: the PDF would have no bookmarks'],
      [catalogue.StructTreeRoot !== undefined, 'tags: the PDF could not be read aloud'],
      [
        bodies.some(body => body.includes('/Scope /Column')),
        'heads of tables in the tags: tables could not be read aloud',
      ],
    ]
    return { version: printer.version, lacks: has.filter(([there]) => !there).map(([, what]) => what) }
  } finally {
    await printer.close().catch(() => undefined)
  }
}
