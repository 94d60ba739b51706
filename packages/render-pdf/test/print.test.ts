import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PageKnowledge, PageMap, PaginatedHtml } from '@briefbook/ast'
import { descendants, isAlive, openPdf } from '@briefbook/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrinterAt } from '../src/browser/printer.js'
import { BrowserError, findBrowsers, openPrinter, type Printer, printBook, probeBrowser } from '../src/index.js'
import { layoutsInMemory } from '../src/pages/layouts.js'
import { PdfFile } from '../src/pdf/file.js'
import { readPageMap } from '../src/pdf/page-map.js'
import { oneGroup } from './one-group.js'

// Set-up has found a browser, or installed one: without one these tests must fail, not be passed over.
let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer?.close())

const metadata = () => ({
  title: 'A book',
  authors: ['One'],
  subject: 'About it',
  language: 'en',
  date: '2026-03-01',
  creator: 'Briefbook',
})

const none = { pages: {}, blanks: new Set<string>() }
/** Three parts of some pages each, and contents that show where they begin; each a page group. */
function paginated(lengths: readonly number[]): PaginatedHtml {
  const ids = lengths.map((_, i) => `part-${i}`)
  const numberOf = (pages: PageMap, id: string) => String(pages[id] ?? '00')
  const html = ({ pages, blanks }: PageKnowledge, wanted: ReadonlySet<string>) => {
    const parts = lengths.map((length, i) => {
      if (!wanted.has(`part-${i}`)) return ''
      const more = '<p style="break-before: page">More.</p>'.repeat(length - 1)
      const blank = blanks.has(`part-${i}`) ? '<div style="break-before: page; height: 1px"></div>' : ''
      return `${blank}<h1 id="part-${i}" style="break-before: page">Part ${i}</h1><p id="p.${i}"><a href="#p.${i}">¶</a></p>${more}`
    })
    const contents = ids.map((id, i) => `<a href="#${id}">Part ${i}: ${numberOf(pages, id)}</a><br>`)
    return `<!doctype html><html lang="en"><title>A book</title><style>@page { size: A5 }</style>${contents.join('')}${parts.join('')}</html>`
  }
  return {
    fontFaces: '',
    document: knowledge => html(knowledge, new Set(ids)),
    groups: pages => [
      { id: '', key: `contents ${ids.map(id => numberOf(pages, id).length)}`, ids: [] },
      ...lengths.map((length, i) => ({ id: `part-${i}`, key: `${i} ${length}`, ids: [`part-${i}`, `p.${i}`] })),
    ],
    excerpt: (pages, wanted) => ({
      html: html({ pages, blanks: new Set() }, wanted),
      groups: new Set(['', ...wanted]),
    }),
    guess: () => ({}),
  }
}

const rectos = ['part-0', 'part-1', 'part-2']
const job = { html: paginated([1, 2, 1]), rectos, metadata }

/** What was asked of a printer. */
function listening(asked: string[]): Printer {
  return {
    ...printer,
    print: (html, options) => {
      asked.push('print')
      return printer.print(html, options)
    },
    survey: (html, options) => {
      asked.push(`survey of ${[...html.matchAll(/<h1/g)].length} parts`)
      return printer.survey(html, options)
    },
  }
}

describe('printBook', () => {
  it('prints once with the numbers that are right, and begins parts on the right', async () => {
    const print = await printBook(printer, job)
    expect(print).toMatchObject({ settled: true, prints: 1, pageCount: 7 })
    const pdf = await openPdf(print.pdf)
    expect(pdf.pages).toHaveLength(print.pageCount)
    for (const i of [0, 1, 2]) {
      const page = pdf.destinations[`part-${i}`] as number
      expect(page % 2).toBe(1)
      expect(pdf.pages[page - 1]).toContain(`Part ${i}`)
      expect(pdf.pages[0]).toContain(`Part ${i}: ${page}`)
      expect(print.knowledge.pages[`p.${i}`]).toBe(page)
    }
    expect(pdf.outline.map(o => o.title)).toEqual(['Part 0', 'Part 1', 'Part 2'])
    expect(pdf.info).toMatchObject({ Title: 'A book', Author: 'One', CreationDate: "D:20260301000000+00'00'" })
  })
  it('prints at once where the last print told the numbers, and gives the same bytes', async () => {
    const cold = await printBook(printer, job)
    const asked: string[] = []
    const warm = await printBook(listening(asked), { ...job, known: cold.knowledge })
    expect(asked).toEqual(['print'])
    expect(Buffer.compare(cold.pdf, warm.pdf)).toBe(0)
  })
  it('surveys only what it does not know the layout of', async () => {
    const layouts = layoutsInMemory()
    const before = await printBook(printer, { ...job, layouts })
    const asked: string[] = []
    const longer = { ...job, html: paginated([1, 5, 1]) }
    const { pdf, prints, knowledge } = await printBook(listening(asked), {
      ...longer,
      layouts,
      known: before.knowledge,
    })
    // The contents as well: a number in them has another digit.
    expect(asked).toEqual(['survey of 1 parts', 'survey of 0 parts', 'print'])
    expect(knowledge.pages['part-2']).toBe(11)
    expect({ prints, same: Buffer.compare(pdf, (await printBook(printer, longer)).pdf) }).toEqual({
      prints: 1,
      same: 0,
    })
    asked.length = 0
    await printBook(listening(asked), { ...longer, layouts })
    expect(asked).toEqual(['print'])
  })
  it('is not misled by layouts that are not true', async () => {
    const layouts = layoutsInMemory()
    for (const { key, ids } of job.html.groups({}))
      layouts.set(key, { count: 4, offsets: Object.fromEntries(ids.map(id => [id, 2])) })
    const print = await printBook(printer, { ...job, layouts })
    expect(print).toMatchObject({ settled: true, prints: 2 })
    expect(Buffer.compare(print.pdf, (await printBook(printer, job)).pdf)).toBe(0)
  })
  it('gives an apostrophe for an apostrophe when text is copied', async () => {
    const html =
      '<!doctype html><style>body { font-family: "Source Sans 3", "DejaVu Sans" }</style><p>Borin’s port&#8217;s'
    const print = await printBook(printer, { html: oneGroup(() => html), rectos: [], metadata })
    expect((await openPdf(print.pdf)).pages[0]).toContain('Borin’s port’s')
  })
  it('surveys again where a number moves a line over a page, and prints once', async () => {
    const wide = ({ pages }: PageKnowledge) =>
      `<!doctype html><style>@page { size: A5 } p { margin: 0; height: ${pages.end === undefined ? '10mm' : '300mm'} }</style>
      <p><a href="#end">${pages.end ?? '00'}</a></p><p id="end" style="break-before: page">end</p>`
    const print = await printBook(printer, { html: oneGroup(wide), rectos: [], metadata })
    expect(print).toMatchObject({ settled: true, prints: 1 })
    expect((await openPdf(print.pdf)).pages[0]).toContain(String(print.knowledge.pages.end))
  })
  it('is not misled by what a print of another book told', async () => {
    const wrong = { pages: { 'part-0': 40, gone: 3 }, blanks: new Set(['part-0', 'part-2']) }
    const print = await printBook(printer, { ...job, known: wrong })
    expect(print.prints).toBe(2)
    expect(Buffer.compare(print.pdf, (await printBook(printer, job)).pdf)).toBe(0)
  })
  it('says each heading in the outline once and with its spaces, wherever it breaks', async () => {
    const titles = ['One heading that is so long that it breaks over more than one line', 'Two & <three>']
    const html = `<!doctype html><html lang="en"><title>x</title><style>@page { size: A5 } h1 { break-before: page; padding-top: .15em }</style>
      ${titles.map(t => `<div><h1><b>${t.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</b></h1></div>`).join('<p>text</p>')}</html>`
    const print = await printBook(printer, { html: oneGroup(() => html), rectos: [], metadata })
    expect((await openPdf(print.pdf)).outline.map(o => o.title)).toEqual(titles)
  })
  it('says so where the numbers never settle', async () => {
    let n = 0
    const restless = () =>
      `<p id="a"><a href="#a">x</a></p>`.replace('<p', () => `${'<p style="break-after: page">p</p>'.repeat(n++)}<p`)
    expect((await printBook(printer, { html: oneGroup(restless), rectos: [], metadata })).settled).toBe(false)
  })
})

describe('the printer', () => {
  it('surveys the pages that it prints, whatever is on them', async () => {
    const html = job.html.document({ ...none, blanks: new Set(['part-1']) })
    const [surveyed, printed] = [await printer.survey(html), await printer.print(html)].map(bytes =>
      readPageMap(new PdfFile(bytes)),
    )
    expect(surveyed).toEqual(printed)
    expect(Object.keys(surveyed?.pages ?? {})).toHaveLength(6)
  })
  it('gives the same bytes on a page that was made ready, and surveys one document after another', async () => {
    const fontFaces = '@font-face { font-family: Other; src: local("DejaVu Sans") } </style><p>'
    const options = { fontFaces }
    const html = job.html.document({ ...none, blanks: new Set(['part-2']) })
    const other =
      '<!doctype html><html lang="de" dir="rtl"><title>Other</title><style>p { break-after: page }</style><p>a<p>b'
    const cold = await printer.print(html, options)
    const own = await openPrinter()
    await own.prepare(fontFaces)
    const warm = await own.print(html, options)
    const surveys = [await own.survey(html, options), await own.survey(other, options), await own.survey(html, options)]
    await own.close()
    const pages = (bytes: Uint8Array) => readPageMap(new PdfFile(bytes))
    const withoutDates = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replace(/D:\d+/g, '')
    expect(withoutDates(warm)).toBe(withoutDates(cold))
    expect(surveys.map(bytes => pages(bytes).count)).toEqual([pages(cold).count, 2, pages(cold).count])
    expect(surveys[2] && pages(surveys[2])).toEqual(pages(cold))
  })
  it('waits for fonts and pictures', async () => {
    const png =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const style = `<style>p { background: url(${png}); height: 40px }</style>`
    const bytes = Buffer.from(await printer.print(`<!doctype html>${style}<p>text</p>`)).toString('latin1')
    expect(bytes).toContain('/Subtype /Image')
  })
  it('runs no script and asks nothing of the network', async () => {
    let requests = 0
    const server = createServer((_, response) => {
      requests++
      response.end('x')
    })
    await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const html = `<!doctype html><link rel="prefetch" href="${url}/a"><link rel="stylesheet" href="${url}/b"><img src="${url}/c">
      <iframe src="${url}/d"></iframe><p id="p">before</p>
      <script>document.getElementById('p').textContent = 'after'; fetch('${url}/f')</script>`
    const pdf = await openPdf(await printer.print(html))
    server.close()
    expect(pdf.pages[0]).toContain('before')
    expect(requests).toBe(0)
  })
  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const pages = '<p style="break-after: page">page</p>'.repeat(400)
    const printing = printer.print(pages, { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('stopped')), 20)
    await expect(printing).rejects.toThrow('stopped')
    expect((await openPdf(await printer.print('<p>still here'))).pages[0]).toContain('still here')
  })
  it.skipIf(process.platform !== 'linux')(
    'says so when the browser is killed in the middle, and leaves no process',
    async () => {
      const others = descendants(process.pid)
      const own = await openPrinter()
      const printing = own.print('<p style="break-after: page">page</p>'.repeat(3000))
      const outcome = printing.then(
        () => 'printed',
        error => error as unknown,
      )
      await new Promise(wait => setTimeout(wait, 150))
      const mine = descendants(process.pid).filter(pid => !others.includes(pid))
      for (const pid of mine) process.kill(pid, 'SIGKILL')
      const error = await outcome
      expect(error).toBeInstanceOf(BrowserError)
      expect((error as BrowserError).kind).toBe('failed')
      await own.close().catch(() => undefined)
      expect(mine).not.toEqual([])
      await expect.poll(() => mine.filter(isAlive), { timeout: 10_000 }).toEqual([])
    },
  )
  it('gives up on a print that does not end', async () => {
    const [found] = await findBrowsers()
    const impatient = await openPrinterAt({ executable: found?.executable as string, timeoutMs: 1 })
    await expect(impatient.print('<p>page')).rejects.toMatchObject({ kind: 'failed' })
    await impatient.close()
  })
  it('says so where the browser is too old, and leaves no process', async () => {
    const [found] = await findBrowsers()
    const others = descendants(process.pid)
    const opening = openPrinterAt({ executable: found?.executable as string, least: 9999 })
    await expect(opening).rejects.toMatchObject({ kind: 'missing', message: expect.stringMatching(/too old.* 9999/) })
    const left = () => descendants(process.pid).filter(pid => !others.includes(pid))
    await expect.poll(left, { timeout: 10_000 }).toEqual([])
  })
  it('prints all that a book relies on', async () => {
    const [found] = await findBrowsers()
    expect(await probeBrowser(found?.executable as string)).toEqual({ version: printer.version, lacks: [] })
  })
  it('says so where there is no browser at the path', async () => {
    await expect(openPrinterAt({ executable: '/nowhere/chromium' })).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('findBrowsers', () => {
  it('takes what BRIEFBOOK_CHROMIUM names, and nothing else', async () => {
    const found = await findBrowsers({
      env: { BRIEFBOOK_CHROMIUM: '/a/browser', PATH: process.env.PATH },
      platform: 'linux',
    })
    expect(found).toEqual([{ executable: '/a/browser', foundBy: 'BRIEFBOOK_CHROMIUM' }])
  })
})
