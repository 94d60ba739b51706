import { openPdf } from '@briefbook/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrinter, type Printer, printBook } from '../src/index.js'
import { markArtifacts } from '../src/pdf/artifacts.js'
import { oneGroup } from './one-group.js'

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer?.close())

const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const metadata = (title: string) => () => ({
  title,
  authors: [],
  subject: null,
  language: 'en',
  date: '2026-03-01',
  creator: 'Briefbook',
})

async function printed(body: string, { title = 'A book', language = ' lang="en"' } = {}) {
  const html = `<!doctype html><html${language}><title>x</title><style>
    @page { size: A5; margin: 20mm; @bottom-center { content: counter(page) } @top-left { content: "Running head" } }
    td, th { border: 1px solid; background: #eee }</style>${body}</html>`
  const job = {
    html: oneGroup(() => html),
    rectos: [],
    metadata: metadata(title),
    describe: (id: string) => `to ${id}`,
    attachments: [
      { name: 'b.csv', mime: 'text/csv', description: 'Words – “quoted”', bytes: Buffer.from('a,b\r\n') },
      { name: 'a.json', mime: 'application/json', description: 'Data', bytes: Buffer.from('{}') },
    ],
  }
  const { pdf, checks } = await printBook(printer, job)
  return { pdf: await openPdf(pdf), failed: checks.filter(check => !check.passed).map(check => check.id) }
}

const good = `<h1 id="one">One</h1><p>See <a href="#two">two</a>, <em>really</em>, or <a href="https://example.org/">there</a>.</p>
  <h2 id="two">Two</h2><table><thead><tr><th scope="col">Town</th></tr></thead><tbody><tr><td>Arland</td></tr></tbody></table>
  <img src="${png}" alt="A dot" width="50" height="50"><hr>`

describe('a finished PDF', () => {
  it('says that it is PDF/UA where every check is passed', async () => {
    const { pdf, failed } = await printed(good)
    expect(failed).toEqual([])
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })
  it.each([
    ['figures', '<h1>One</h1><svg width="20" height="20" role="img"><rect width="20" height="20"/></svg>', {}],
    ['headings', '<h1>One</h1><h3>Three</h3>', {}],
    ['title', '<h1>One</h1>', { title: ' ' }],
    ['language', '<h1>One</h1>', { language: '' }],
    ['safe-links', '<h1>One</h1><a href="ftp://example.org/">there</a>', {}],
  ])('does not where the check %s fails', async (id, body, options) => {
    const { pdf, failed } = await printed(body, options)
    expect(failed).toEqual([id])
    expect(pdf.xmp).not.toContain('pdfuaid:part>')
  })
  it('carries its attachments, each with what it is', async () => {
    const { pdf } = await printed(good)
    expect(
      pdf.attachments.map(({ name, description, bytes }) => [name, description, Buffer.from(bytes).toString()]),
    ).toEqual([
      ['a.json', 'Data', '{}'],
      ['b.csv', 'Words – “quoted”', 'a,b\r\n'],
    ])
  })
  it('says where its links lead', async () => {
    const { pdf } = await printed(good)
    expect(pdf.links.map(({ description, target, url }) => [description, target ?? url])).toEqual([
      ['to two', 'two'],
      ['https://example.org/', 'https://example.org/'],
    ])
  })
  it('keeps heads, feet, rules and grounds apart from the text', async () => {
    const { pdf } = await printed(good)
    expect(pdf.pages[0]).toContain('Running head')
    expect(pdf.taggedText[0]).not.toContain('Running head')
    expect(pdf.taggedText[0]).toMatch(/^\s*One.*See two.*Town.*Arland/s)
    expect(pdf.unmarked).toBe(0)
    expect(
      (
        await openPdf(
          await printer.print(`<style>@page { margin: 20mm; @top-left { content: "head" } }</style><p>text`),
        )
      ).unmarked,
    ).toBeGreaterThan(0)
  })
})

describe('markArtifacts', () => {
  it.each([
    ['text outside of the structure', 'BT\n<01> Tj\nET', '/Artifact BMC\nBT\n<01> Tj\nET\nEMC'],
    [
      'words from right to left outside of the structure, as they are marked already',
      'BT\n/ReversedChars BMC\n<01> Tj\nEMC\nET\n/P <</MCID 0 >>BDC\nBT\n/ReversedChars BMC\n<02> Tj\nEMC\nET\nEMC',
      '/Artifact BMC\nBT\n/ReversedChars BMC\n<01> Tj\nEMC\nET\nEMC\n/P <</MCID 0 >>BDC\nBT\n/ReversedChars BMC\n<02> Tj\nEMC\nET\nEMC',
    ],
    ['paths that paint, together', '0 0 1 1 re\nf\n1 1 1 1 re\nf', '/Artifact BMC\n0 0 1 1 re\nf\n1 1 1 1 re\nf\nEMC'],
    ['no path that clips', 'q\n0 0 1 1 re\nW* n\nQ', 'q\n0 0 1 1 re\nW* n\nQ'],
    [
      'nothing over the end of a state',
      'q\n/X5 Do\nQ\n0 0 m\n1 1 l\nS',
      'q\n/Artifact BMC\n/X5 Do\nEMC\nQ\n/Artifact BMC\n0 0 m\n1 1 l\nS\nEMC',
    ],
    [
      'what is marked stays, with what is marked in it',
      '/P <</MCID 0 >>BDC\nBT\n/Span<</ActualText <feff0066> >> BDC\n<01> Tj\nEMC\nET\n0 0 1 1 re\nf\nEMC\nQ',
      '/P <</MCID 0 >>BDC\nBT\n/Span<</ActualText <feff0066> >> BDC\n<01> Tj\nEMC\nET\n0 0 1 1 re\nf\nEMC\nQ',
    ],
  ])('%s', (_, content, marked) => {
    expect(markArtifacts(`${content}\n`)).toBe(`${marked}\n`)
  })
  it.each(['/A BMC\nEMC\n', '/P <</MCID 0 >>BDC\nBT\n'])('says nothing of what it does not know: %j', content =>
    expect(markArtifacts(content)).toBeNull(),
  )
})
