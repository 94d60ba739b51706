import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Book, BookBlock, BookTable, Chart } from '@briefbook/ast'
import {
  convertWithLibreOffice,
  findProgram,
  type OpenedPdf,
  openDocx,
  openPdf,
  readWithMammoth,
  readWithPandoc,
  schemaFaults,
  validateDocx,
  wordsOf,
} from '@briefbook/testkit'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { briefbook, copySample, inFolder } from './folders.js'
import { describeSameBook, firstDifference } from './same-book.js'

// The sample book, built by the command with a real browser, is read back by readers that know nothing of Briefbook.

interface Built {
  book: Book
  pdf: OpenedPdf
  pdfBytes: Uint8Array
  docx: Uint8Array
  html: string
  analysis: Uint8Array
  manifest: {
    inputs: { path: string; sha256: string }[]
    outputs: { path: string; sha256: string; pages?: number }[]
    browser: { version: string }
    pages: { [id: string]: number }
    pageLabels: unknown
    accessibility: { id: string; passed: boolean }[]
  }
  again: { [file: string]: boolean }
}

let built: Built
let leave: () => void
const outputs = ['book.pdf', 'book.docx', 'book.html', 'analysis.json', 'manifest.json']

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    inFolder(async folder => {
      const content = await copySample(folder)
      const out = (n: number) => join(folder, `out-${n}`)
      const build = (n: number) => briefbook(['build', content, '--out', out(n), '--format', 'pdf,docx,html,json'])
      const first = await build(1)
      if (first.exit !== 0) throw new Error(first.stderr)
      const second = await build(2)
      if (second.exit !== 0) throw new Error(second.stderr)
      const read = async (n: number, file: string) => new Uint8Array(await readFile(join(out(n), file)))
      const again: Built['again'] = {}
      for (const file of outputs) again[file] = Buffer.compare(await read(1, file), await read(2, file)) === 0
      const inspected = await briefbook(['inspect', 'book', content])
      const pdfBytes = await read(1, 'book.pdf')
      built = {
        book: JSON.parse(inspected.stdout) as Book,
        pdf: await openPdf(pdfBytes),
        pdfBytes,
        docx: await read(1, 'book.docx'),
        html: await readFile(join(out(1), 'book.html'), 'utf8'),
        analysis: await read(1, 'analysis.json'),
        manifest: JSON.parse(Buffer.from(await read(1, 'manifest.json')).toString('utf8')),
        again,
      }
      await new Promise<void>(done => {
        leave = done
        ready()
      })
    }).catch(failed)
  })
}, 180_000)
afterAll(() => leave?.())

/** Text without what a page does to it: line ends, no-break spaces, hyphens at line ends. */
const plain = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** Letters and digits alone: what a page does to a text is in between. */
const letters = (text: string) => text.replace(/&\w+;|[^\p{L}\p{N}]/gu, '')

/** What a page calls itself. */
const labelAt = (page: number) => built.pdf.labels?.[page - 1] as string

/** Leaves a test out, and says why. */
function skip(context: TestContext, why: string): void {
  console.log(`skipped: ${why}`)
  context.skip()
}

/** Below this height, in points, stands the foot of a page. */
const footPt = 60

function chartsOf(book: Book): Chart[] {
  return book.children.flatMap(p => p.children).flatMap(c => c.children.filter(n => n.type === 'chart'))
}

function tablesOf(book: Book): BookTable[] {
  return book.children.flatMap(p =>
    p.children.flatMap(c => c.children.filter((n): n is BookTable => n.type === 'bookTable')),
  )
}

describe('the build', () => {
  it.each(outputs)('gives the same bytes twice: %s', file => {
    expect(built.again[file]).toBe(true)
  })
  it('records what went in and what came out', () => {
    const { inputs, outputs: made, browser } = built.manifest
    expect(inputs.map(i => i.path)).toEqual(
      expect.arrayContaining(['book.yaml', 'codebook.yaml', 'codings.yaml', 'template:briefing/tokens.yaml']),
    )
    expect(inputs.every(i => /^[\da-f]{64}$/.test(i.sha256))).toBe(true)
    expect(made.find(o => o.path === 'book.pdf')?.pages).toBe(built.pdf.pages.length)
    expect(browser.version).toMatch(/^\d+\./)
  })
})

describe('the PDF', () => {
  it('has an outline of parts, chapters and sections that leads to their pages', () => {
    const { outline } = built.pdf
    const inOutline = outline.filter(o => o.title.startsWith('Part '))
    expect(inOutline.map(o => plain(o.title))).toEqual(built.book.children.map(p => `Part ${p.number} ${p.title}`))
    const pages = outline.map(o => o.page as number)
    expect(pages).toEqual([...pages].sort((a, b) => a - b))
    for (const [i, part] of built.book.children.entries()) {
      expect(inOutline[i]?.children.map(c => plain(c.title))).toEqual(
        part.children.map(c => plain(`${c.number} ${c.title}`)),
      )
    }
  })
  it('says in its contents the page that each chapter stands on', () => {
    const { pdf, book } = built
    const first = pdf.pages.findIndex(text => text.includes('Contents'))
    const last = (built.manifest.pages[book.children[0]?.id ?? ''] as number) - 1
    const contents = plain(pdf.pages.slice(first, last).join(' '))
    expect(book.contents.length).toBeGreaterThan(20)
    for (const { id, title } of book.contents) {
      const page = pdf.destinations[id] as number
      expect(page, id).toBe(built.manifest.pages[id])
      // Where the heading really is, told by its text.
      expect(plain(pdf.pages[page - 1] ?? ''), `${title} on page ${page}`).toContain(plain(title))
      expect(contents).toContain(plain(`${title} ${labelAt(page)}`))
    }
  })
  it('prints no number of a page but that of the page that it leads to', () => {
    const { pdf } = built
    const body = pdf.labels?.indexOf('1') as number
    const seen = { contents: 0, elsewhere: 0 }
    // A number in a picture counts statements, and leads to them.
    const marks = new Set(
      chartsOf(built.book).flatMap(({ id, drawing }) =>
        drawing.type === 'grid'
          ? drawing.marks.map(mark => `${built.manifest.pages[id]} ${mark.target} ${mark.text}`)
          : [],
      ),
    )
    for (const [i, { page, text, target }] of pdf.links.entries()) {
      // `¶14–` and `17` are a link that breaks over two lines.
      const before = pdf.links[i - 1]
      if (target === null || (before?.target === target && /–\s*$/.test(before.text))) continue
      const inContents = page <= body
      // In the contents a link is the whole line; elsewhere a number of a page is a link of its own.
      const number = (inContents ? /(\S+)\s*$/ : /^\s*(\d+|[ivxlc]+)\s*$/).exec(text)?.[1]
      if (number === undefined || marks.has(`${page} ${target} ${text.trim()}`)) continue
      seen[inContents ? 'contents' : 'elsewhere']++
      expect(number, `${text} on page ${page}, to ${target}`).toBe(labelAt(pdf.destinations[target] as number))
    }
    expect(seen.contents).toBe(built.book.contents.length + built.book.tables.length + built.book.charts.length)
    expect(seen.elsewhere).toBeGreaterThan(400)
  })
  it('begins every part on a right-hand page', () => {
    for (const part of built.book.children) expect((built.manifest.pages[part.id] as number) % 2).toBe(1)
  })
  it('numbers what stands before the first part in Roman numerals, and the body from 1', () => {
    const body = built.manifest.pages[built.book.children[0]?.id ?? ''] as number
    expect(body).toBeGreaterThan(2)
    expect([1, 2, body, body + 1].map(labelAt)).toEqual(['i', 'ii', '1', '2'])
    expect(built.manifest.pageLabels).toEqual([
      { from: 1, style: 'roman' },
      { from: body, style: 'arabic' },
    ])
  })
  it('numbers its pages as it counts them', () => {
    const { pdf } = built
    for (const [i, text] of pdf.pages.entries()) {
      // The cover, the half-title and the blank pages have no number; all but the cover are marked.
      const { title, handling } = built.book.meta
      const words = text.replaceAll(handling ?? '', '').trim()
      if (i === 0 || words === '' || words === title) continue
      const foot = pdf.runs.filter(run => run.page === i + 1 && run.y < footPt).map(run => run.text.trim())
      expect(foot, `page ${i + 1}`).toContain(labelAt(i + 1))
    }
  })
  it('leads every reference to the paragraph it names', () => {
    const { pdf, manifest } = built
    const anchors = Object.keys(manifest.pages).filter(id => /^[a-z]+\.\d+$/.test(id))
    expect(anchors.length).toBeGreaterThan(80)
    for (const anchor of anchors) {
      const page = pdf.pages[(manifest.pages[anchor] as number) - 1] as string
      expect(page, anchor).toContain(`¶${anchor.split('.')[1]}`)
    }
  })
  it('prints every quotation whole', () => {
    // A word that a line breaks is whole again; hyphens of words that have one are left aside on both sides.
    const whole = (words: string) => words.replace(/-\n/g, '').replaceAll('-', '')
    const text = plain(built.pdf.pages.map(whole).join(' '))
    const quotes = [
      ...JSON.stringify(built.book).matchAll(
        /"type":"evidence","statement":(?:null|"[^"]+"),"quote":("(?:[^"\\]|\\.)*")/g,
      ),
    ]
    expect(quotes.length).toBeGreaterThan(20)
    for (const [, quote] of quotes) {
      const words = plain(whole(JSON.parse(quote as string)))
      // A quotation that a page cuts has the page's foot and head between its halves.
      const half = words.slice(0, Math.floor(words.length / 2))
      expect(text.includes(words) || text.includes(half), words).toBe(true)
    }
  })
  it('gives the words of the book when its text is copied', () => {
    const { pdf, book } = built
    const text = letters(pdf.taggedText.join('\n'))
    expect(pdf.taggedText.join('')).not.toContain('\u00ad')
    const pieces = book.children
      .flatMap(part => part.children.flatMap(chapter => chapter.children))
      .flatMap(copiedPieces)
      .map(letters)
      .filter(piece => piece.length > 3)
    expect(pieces.length).toBeGreaterThan(300)
    // A sentence that a page cuts has the notes of the next page between its halves.
    const isThere = (piece: string) =>
      text.includes(piece) || (text.includes(piece.slice(0, 10)) && text.includes(piece.slice(-10)))
    expect(pieces.filter(piece => !isThere(piece))).toEqual([])
    expect(pieces.filter(piece => text.includes(piece)).length).toBeGreaterThan(0.95 * pieces.length)
  })
  it('keeps all text on the page', () => {
    for (const { page, text, x, y, width } of built.pdf.runs) {
      const size = built.pdf.sizes[page - 1] as { width: number; height: number }
      expect(x >= 0 && y >= 0 && x + width <= size.width + 1 && y <= size.height, `${text} on page ${page}`).toBe(true)
    }
  })
  it('leaves no heading at the foot of a page', () => {
    const { pdf, book, manifest } = built
    const headings = book.children.flatMap(p => p.children.flatMap(c => c.children.filter(n => n.type === 'heading')))
    expect(headings.length).toBeGreaterThan(50)
    for (const heading of headings) {
      const page = manifest.pages[heading.data?.id ?? '']
      // A heading that nothing links to has no known page.
      if (page === undefined) continue
      const words = letters(heading.children.map(plainText).join(''))
      const runs = pdf.runs.filter(run => run.page === page && run.y > footPt)
      const own = runs.filter(run => words.includes(letters(run.text)) && run.height > 10)
      expect(own, words).not.toEqual([])
      const lowest = Math.min(...own.map(run => run.y))
      expect(
        runs.some(run => run.y < lowest - 2),
        `${words} on page ${page}`,
      ).toBe(true)
    }
  })
  it('has every picture of the PDF, with the same words for those who cannot see it', () => {
    const charts = chartsOf(built.book)
    expect(new Set(charts.map(c => c.kind))).toEqual(new Set(['coverage', 'stances', 'agreement', 'timeline']))
    const docx = openDocx(built.docx)
    const document = docx.part('word/document.xml')
    expect(document.match(/<asvg:svgBlip/g)?.length).toBe(charts.length)
    const drawings = [...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words]) => letters(words ?? ''))
    for (const { alternative } of charts) expect(drawings).toContain(letters(alternative))
    // No picture is one clear pixel: a browser has drawn each.
    const pngs = docx.names.filter(name => /media\/.*\.png$/.test(name))
    expect(pngs.length).toBeGreaterThanOrEqual(charts.length)
    for (const name of pngs) expect(docx.bytes(name).length).toBeGreaterThan(1000)
    const pdf = built.pdf.pages.map(letters)
    for (const { id, number, caption, drawing } of charts) {
      const page = pdf[(built.manifest.pages[id] as number) - 1] ?? ''
      expect(page, caption).toContain(letters(`Figure ${number} ${caption}`))
      const labels =
        drawing.type === 'grid'
          ? [...drawing.rows, ...drawing.columns].flatMap(({ lines }) => lines)
          : drawing.events.flatMap(({ label }) => (label ? [label.date, label.event] : []))
      for (const label of labels) expect(page, caption).toContain(letters(label))
    }
  })
  it('has every cell of every table, in order', () => {
    const { pdf, manifest } = built
    const pages = pdf.pages.map(letters)
    for (const table of tablesOf(built.book)) {
      const page = manifest.pages[table.id]
      if (page === undefined) continue
      const text = pages.slice(page - 1, page + 4).join('')
      let at = 0
      for (const cell of [...table.head, ...table.children].flatMap(row => row.children)) {
        const words = letters(cell.children.map(plainText).join(''))
        const found = text.indexOf(words, at)
        expect(found, `${words} in ${table.caption}`).toBeGreaterThanOrEqual(0)
        at = found + words.length
      }
    }
  })
  it('carries the data that it was made from', () => {
    const { attachments } = built.pdf
    expect(attachments.map(a => a.name)).toEqual(
      expect.arrayContaining(['actor-issue.csv', 'analysis.json', 'source-actor.csv', 'source-issue.csv']),
    )
    const bytes = attachments.find(a => a.name === 'analysis.json')?.bytes
    expect(Buffer.compare(Buffer.from(bytes ?? []), built.analysis)).toBe(0)
  })
  it('says of every link where it leads', () => {
    const link = built.pdf.links.find(({ target }) => /^swp\.\d+$/.test(target ?? ''))
    expect(link?.description).toBe(`SWP ¶${link?.target?.split('.')[1]}`)
    expect(built.pdf.links.filter(({ description }) => description === '')).toEqual([])
  })
  it('takes little room', () => {
    expect(built.pdfBytes.length / built.pdf.pages.length).toBeLessThan(20_000)
  })
  it('is tagged, titled and in its language', () => {
    expect(built.pdf).toMatchObject({ tagged: true, language: 'en' })
    expect(built.manifest.accessibility.filter(check => !check.passed)).toEqual([])
    expect(built.manifest.accessibility.length).toBeGreaterThan(10)
    expect(built.pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(built.pdf.unmarked).toBe(0)
    expect(built.pdf.info).toMatchObject({ Title: built.book.meta.title, Author: built.book.meta.authors.join('; ') })
  })
})

describe('the DOCX', () => {
  it('has no fault that Microsoft’s validator finds', async () => {
    expect(await validateDocx(built.docx)).toEqual([])
  })
  it('has no part that the schemas find fault with', async context => {
    const faults = await schemaFaults([built.docx])
    if (faults === null) return skip(context, 'the schemas of ISO/IEC 29500 are not there')
    expect(faults).toEqual([])
  })
  it('says the same in the same order to mammoth', async () => {
    const read = await readWithMammoth(built.docx)
    expect(firstDifference(letters(read), letters(openDocx(built.docx).text()))).toBeNull()
  })
  it('says the same in the same order to pandoc', async context => {
    const read = await readWithPandoc(built.docx)
    if (read === null) return skip(context, 'pandoc is not installed')
    const document = openDocx(built.docx).part('word/document.xml')
    const paragraphs = document.match(/<w:p[ >].*?<\/w:p>/gs) ?? []
    const captions = paragraphs.filter(
      paragraph =>
        paragraph.includes('<w:pStyle w:val="Caption"/>') && wordsOf(paragraph).startsWith(built.book.strings.table),
    )
    expect(captions.length).toBeGreaterThan(20)
    const others = paragraphs.filter(paragraph => !captions.includes(paragraph))
    expect(firstDifference(letters(read.text), letters(wordsOf(others.join(''))))).toBeNull()
    const notes = wordsOf(openDocx(built.docx).part('word/footnotes.xml')).split('\n').map(letters)
    expect(read.notes.map(letters)).toEqual(notes.filter(note => note !== ''))
  })
  it('has heads, contents, notes, tables and properties of Word’s own', () => {
    const docx = openDocx(built.docx)
    const document = docx.part('word/document.xml')
    const chapters = built.book.children.flatMap(p => p.children)
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBe(built.book.children.length)
    expect(document.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBe(chapters.length)
    expect(document).toMatch(/<w:instrText[^>]*>\s*TOC /)
    expect(document.match(/<w:tblHeader/g)?.length).toBeGreaterThanOrEqual(tablesOf(built.book).length)
    const notes = [...JSON.stringify(built.book).matchAll(/"type":"note"/g)].length
    expect(notes).toBeGreaterThan(5)
    expect(document.match(/<w:footnoteReference /g)?.length).toBe(notes)
    expect(docx.part('docProps/core.xml')).toContain(built.book.meta.title)
  })
  it('says in its contents the pages of the PDF', () => {
    const lines = openDocx(built.docx).text().split('\n').map(plain)
    for (const part of built.book.children) {
      const page = built.manifest.pages[part.id]
      expect(
        lines.some(line => line.includes(part.title) && line.endsWith(labelAt(page as number))),
        part.title,
      ).toBe(true)
    }
  })
  it('has every cell of every table, in order', () => {
    const xml = openDocx(built.docx).part('word/document.xml')
    const cells = [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      plain([...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)].map(m => m[1] ?? ' ').join('')),
    )
    const wanted = tablesOf(built.book).flatMap(t => [...t.head, ...t.children].flatMap(r => r.children))
    const texts = wanted.map(c => letters(c.children.map(l => plainText(l)).join('')))
    const found = cells.map(letters)
    let at = 0
    for (const text of texts.filter(t => t !== '')) {
      const next = found.indexOf(text, at)
      expect(next, text).toBeGreaterThanOrEqual(0)
      at = next + 1
    }
  })
  it('opens in LibreOffice with everything in it', async context => {
    if (!(await findProgram('soffice'))) return skip(context, 'LibreOffice is not installed')
    const pdf = await openPdf(await convertWithLibreOffice(built.docx))
    const text = plain(pdf.pages.join(' '))
    for (const { title } of built.book.contents) expect(text).toContain(plain(title))
    expect(pdf.pages.length).toBeGreaterThan(20)
    expect(text).not.toMatch(/Error! |Reference source not found/)
  })
})

describeSameBook(() => built)

describe('lists of terms', () => {
  it('say the same in PDF and DOCX, to the last reference', () => {
    const pdf = built.pdf.pages.map(letters)
    const docx = letters(openDocx(built.docx).text())
    const lists = built.book.children
      .flatMap(p => p.children)
      .filter(c => ['agreements', 'glossary', 'index'].includes(c.id))
      .flatMap(c =>
        c.children.flatMap(n => (n.type === 'definitionList' ? [{ chapter: c.id, items: n.children }] : [])),
      )
    expect(new Set(lists.map(l => l.chapter)).size).toBe(3)
    for (const { chapter, items } of lists) {
      const first = (built.manifest.pages[chapter] as number) - 1
      const text = pdf.slice(first, first + 12).join('')
      for (const { term, children } of items) {
        const words = letters([...term, ...children].map(plainText).join(''))
        expect(docx, words).toContain(words)
        // An item that a page cuts has the page's foot and head between its halves.
        const half = words.slice(0, Math.floor(words.length / 2))
        expect(text.includes(words) || text.includes(half), words).toBe(true)
      }
    }
  })
})

/** The sentences of a paragraph, a passage or a quotation, cut where a note or a number of a page stands in them. */
function copiedPieces(block: BookBlock): string[] {
  if (block.type === 'evidence') return [block.quote]
  if (block.type !== 'paragraph' && block.type !== 'passage') return []
  const words = (node: unknown): string => {
    const { type, value, children = [] } = node as { type: string; value?: string; children?: unknown[] }
    if (['note', 'pageReference', 'stanceMark', 'break'].includes(type)) return '\0'
    return value ?? children.map(words).join('')
  }
  const text = block.type === 'passage' && block.rows ? block.rows.flat().join('\0') : words(block)
  return text.split(/\0|(?<=[.?!])\s/)
}

/** The words of phrasing as the DOCX sets them; page numbers aside, which are a field of their own. */
function plainText(node: unknown): string {
  const { type, value, children, count, stance } = node as {
    type: string
    value?: string
    children?: unknown[]
    count?: number | null
    stance?: string
  }
  if (type === 'stanceMark') return `${stance ? '' : ''}${count ?? ''}`
  if (type === 'pageReference') return labelAt(built.manifest.pages[(node as { target: string }).target] ?? 0) ?? ''
  if (value !== undefined) return value
  return (children ?? []).map(plainText).join('')
}
