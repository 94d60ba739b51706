import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { descendants, isAlive, openPdf } from '@briefbook/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrinterAt } from '../src/browser/printer.js'
import {
  BrowserError,
  findBrowsers,
  openPrinter,
  type PageKnowledge,
  type Printer,
  printBook,
  probeBrowser,
} from '../src/index.js'
import { PdfFile } from '../src/pdf/file.js'
import { readPageMap } from '../src/pdf/page-map.js'

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

/** Three parts of some pages each, and contents that show where they begin. */
function book({ pages, blanks }: PageKnowledge): string {
  const parts = [1, 2, 1].map((length, i) => {
    const more = '<p style="break-before: page">More.</p>'.repeat(length - 1)
    const blank = blanks.has(`part-${i}`) ? '<div style="break-before: page; height: 1px"></div>' : ''
    return `${blank}<h1 id="part-${i}" style="break-before: page">Part ${i}</h1><p id="p.${i}"><a href="#p.${i}">¶</a></p>${more}`
  })
  const contents = [0, 1, 2].map(i => `<a href="#part-${i}">Part ${i}: ${pages[`part-${i}`] ?? '00'}</a><br>`)
  return `<!doctype html><html lang="en"><title>A book</title><style>@page { size: A5 }</style>${contents.join('')}${parts.join('')}</html>`
}
const job = { render: book, rectos: ['part-0', 'part-1', 'part-2'], metadata }

describe('printBook', () => {
  it('prints until the numbers are right, and begins parts on the right', async () => {
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
  it.each([true, false])(
    'prints once where the last print told the numbers, and gives the same bytes: %s',
    async surveyBeside => {
      const cold = await printBook(printer, job)
      const warm = await printBook(printer, { ...job, known: cold.knowledge, surveyBeside })
      expect(warm.prints).toBe(1)
      expect(Buffer.compare(cold.pdf, warm.pdf)).toBe(0)
    },
  )
  it('gives an apostrophe for an apostrophe when text is copied', async () => {
    const html =
      '<!doctype html><style>body { font-family: "Source Sans 3", "DejaVu Sans" }</style><p>Borin’s port&#8217;s'
    const print = await printBook(printer, { render: () => html, rectos: [], metadata })
    expect((await openPdf(print.pdf)).pages[0]).toContain('Borin’s port’s')
  })
  it('prints again where a number moves a line over a page', async () => {
    const wide = ({ pages }: PageKnowledge) =>
      `<!doctype html><style>@page { size: A5 } p { margin: 0; height: ${pages.end === undefined ? '10mm' : '300mm'} }</style>
      <p><a href="#end">${pages.end ?? '00'}</a></p><p id="end" style="break-before: page">end</p>`
    const print = await printBook(printer, { render: wide, rectos: [], metadata })
    expect(print).toMatchObject({ settled: true, prints: 2 })
    expect((await openPdf(print.pdf)).pages[0]).toContain(String(print.knowledge.pages.end))
  })
  it.each([
    { surveyBeside: true, prints: 1 },
    { surveyBeside: false, prints: 2 },
  ])('is not misled by what a print of another book told: $surveyBeside', async ({ surveyBeside, prints }) => {
    const wrong = { pages: { 'part-0': 40, gone: 3 }, blanks: new Set(['part-0', 'part-2']) }
    const print = await printBook(printer, { ...job, known: wrong, surveyBeside })
    // With a survey beside it the print with the wrong numbers was given up.
    expect(print.prints).toBe(prints)
    expect(Buffer.compare(print.pdf, (await printBook(printer, job)).pdf)).toBe(0)
  })
  it('says each heading in the outline once and with its spaces, wherever it breaks', async () => {
    const titles = ['One heading that is so long that it breaks over more than one line', 'Two & <three>']
    const html = `<!doctype html><html lang="en"><title>x</title><style>@page { size: A5 } h1 { break-before: page; padding-top: .15em }</style>
      ${titles.map(t => `<div><h1><b>${t.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</b></h1></div>`).join('<p>text</p>')}</html>`
    const print = await printBook(printer, { render: () => html, rectos: [], metadata })
    expect((await openPdf(print.pdf)).outline.map(o => o.title)).toEqual(titles)
  })
  it('says so where the numbers never settle', async () => {
    let n = 0
    const restless = {
      ...job,
      rectos: [],
      render: () =>
        `<p id="a"><a href="#a">x</a></p>`.replace('<p', () => `${'<p style="break-after: page">p</p>'.repeat(n++)}<p`),
    }
    expect((await printBook(printer, restless)).settled).toBe(false)
  })
})

describe('the printer', () => {
  it('surveys the pages that it prints, whatever is on them', async () => {
    const html = book({ pages: {}, blanks: new Set(['part-1']) })
    const [surveyed, printed] = [await printer.survey(html), await printer.print(html)].map(bytes =>
      readPageMap(new PdfFile(bytes)),
    )
    expect(surveyed).toEqual(printed)
    expect(Object.keys(surveyed?.pages ?? {})).toHaveLength(6)
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
    const printing = printer.print(pages, stop.signal)
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
