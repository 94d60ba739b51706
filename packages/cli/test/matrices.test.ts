import {
  type Book,
  type BookTable,
  type Codebook,
  type Matrix,
  type MatrixCell,
  type Paper,
  pageLabelRanges,
  papers,
  sourceOf,
} from '@briefbook/ast'
import { composeBook, readBookConfig } from '@briefbook/book'
import { renderDocx } from '@briefbook/render-docx'
import { paginateHtml } from '@briefbook/render-html'
import { openPrinter, type Printer, printBook } from '@briefbook/render-pdf'
import { type OpenedPdf, openDocx, openPdf } from '@briefbook/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadTemplate } from '../src/template/load.js'

// Matrices of every size, full of what is hard to set, go through the real browser and are looked for in its PDF.

const wordsOfCells = [
  'Zustimmung',
  'waterworks',
  'Donaudampfschifffahrtsgesellschaft',
  'mit',
  'Vorbehalt',
  '反对在上游修建水坝',
  'Плотина',
  'to',
  'be',
  'built',
  'counterproductive',
  'السد',
  'financing',
]
const names = [
  'Arland',
  'Ministry for Reconstruction and Regional Development',
  'Kommission für Wasserangelegenheiten',
  '河流管理委员会',
  'Управление',
]

/** Words by rule, so many; each cell has others, and a name of its own to find it by. */
function cellOf(own: string, words: number, seed: number): MatrixCell {
  const said = Array.from({ length: words }, (_, i) => wordsOfCells[(seed * 7 + i * 5) % wordsOfCells.length])
  return {
    state: 'position',
    stances: { favours: (seed % 9) + 1, opposes: seed % 3 },
    disagreement: seed % 5 === 0,
    finding: [own, ...said].join(' '),
    statements: [],
    sources: [],
  }
}

const filter = {
  actors: null,
  issues: null,
  sources: null,
  speakers: null,
  stances: null,
  coder: null,
  from: null,
  until: null,
}

function matrixOf(id: string, rows: number, columns: number, words: (row: number, column: number) => number): Matrix {
  const axis = (letter: string, n: number) =>
    Array.from({ length: n }, (_, i) => ({
      id: `${letter}${i}`,
      name: `${names[i % names.length]} ${id}${letter}${i}`,
    }))
  const margin = { statements: 12, sources: 4 }
  return {
    id,
    title: `Matrix ${id}`,
    request: { id, title: null, rows: 'actors', columns: 'issues', only: filter },
    rows: axis('r', rows),
    columns: axis('c', columns),
    cells: Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => cellOf(`${id}x${r}y${c}z`, words(r, c), r * 31 + c)),
    ),
    margins: { rows: Array(rows).fill(margin), columns: Array(columns).fill(margin) },
  }
}

/** Each size on one paper at least, the cell that is longer than a page on all. */
const onPaper: { readonly [paper in Paper]: string } = { A4: 'abdeg', Letter: 'afg', A5: 'abdfg' }

const allMatrices = [
  matrixOf('a', 2, 2, () => 3),
  matrixOf('b', 5, 30, () => 1),
  matrixOf('d', 9, 11, (r, c) => (r + c) % 6),
  matrixOf('e', 25, 20, () => 2),
  matrixOf('f', 40, 30, (r, c) => (r + c) % 3),
  // One cell is longer than a page.
  matrixOf('g', 3, 4, (r, c) => (r === 1 && c === 2 ? 700 : 2)),
]

const codebook: Codebook = { actors: [], issues: [], discard: [] }
const source = sourceOf('obs', 'Nothing is said here.')
const epoch = { iso: '2026-01-01', printed: '1 January 2026' }

interface Printed {
  book: Book
  pdf: OpenedPdf
  docx: Uint8Array
  marginMm: number
}

async function printed(paper: Paper, matrices: readonly Matrix[], printer: Printer): Promise<Printed> {
  const config = readBookConfig(
    `title: Matrices\npaper: ${paper}\nparts:\n  - title: All\n    chapters: [all.md]\n`,
    'book.yaml',
  )
  const { template, diagnostics } = await loadTemplate('briefing', import.meta.dirname, paper, {})
  if (!config.value || !template) throw new Error(diagnostics.map(d => d.message).join('\n'))
  const { value: book } = composeBook({
    config: config.value,
    chapters: [{ path: 'chapters/all.md', text: `# All\n\n${matrices.map(m => `::matrix{#${m.id}}`).join('\n\n')}\n` }],
    sources: [source],
    codebook,
    analysis: {
      statements: [],
      rejected: [],
      mentions: [],
      matrices: [...matrices],
      timeline: [],
      figures: [],
      agreements: { camps: [], pairs: [], contradictions: [] },
      people: [],
      acronyms: [],
      appearances: [],
      abstracts: [],
    },
    tokens: template.tokens,
    advances: template.fonts.advances,
    date: epoch,
    contentHash: '0'.repeat(64),
    tool: 'test',
  })
  const { tokens, compiled, fonts } = template
  const { pdf, knowledge } = await printBook(printer, {
    html: paginateHtml(book, compiled, { tokens, fontFaces: fonts.css }),
    rectos: book.children.map(part => part.id),
    metadata: pages => ({
      title: 'Matrices',
      authors: [],
      subject: null,
      language: 'en',
      date: epoch.iso,
      creator: 'test',
      labels: pageLabelRanges(book, pages),
    }),
  })
  const docx = await renderDocx(book, tokens, { pages: knowledge.pages, fonts: fonts.faces })
  return { book, pdf: await openPdf(pdf), docx, marginMm: Math.min(tokens.page.innerMm, tokens.page.outerMm) }
}

const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

function tablesOf(book: Book): BookTable[] {
  return book.children.flatMap(part =>
    part.children.flatMap(chapter => chapter.children.filter(node => node.type === 'bookTable')),
  )
}

function wordsOf(node: unknown): string {
  const { value, children, type } = node as { value?: string; children?: unknown[]; type: string }
  if (value !== undefined) return value
  return (children ?? []).map(wordsOf).join(type === 'bookCell' ? ' ' : '')
}

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(async () => {
  await printer.close()
})

describe.each(['A4', 'Letter', 'A5'] as const)('matrices from 2 × 2 to 40 × 30 on %s', paper => {
  const matrices = allMatrices.filter(({ id }) => onPaper[paper].includes(id))
  let made: Printed
  let pages: string[]
  beforeAll(async () => {
    made = await printed(paper, matrices, printer)
    pages = made.pdf.pages.map(letters)
  }, 120_000)

  it('keep all text within the margins, no smaller than 7.5 points', () => {
    const marginPt = (made.marginMm / 25.4) * 72
    // The tab at the page's edge says the part.
    const tab = made.book.children[0]?.number
    const outside = made.pdf.runs.filter(run => {
      // The cover has no margins; what stands in them on other pages are running heads.
      const { width, height } = made.pdf.sizes[run.page - 1] as { width: number; height: number }
      return (
        run.page > 1 &&
        run.text !== tab &&
        (run.x < marginPt - 1 || run.x + run.width > width - marginPt + 1 || run.y < 10 || run.y > height - 10)
      )
    })
    expect(outside).toEqual([])
    expect(Math.min(...made.pdf.runs.map(run => run.height).filter(height => height > 0))).toBeGreaterThanOrEqual(7.49)
  })

  it('set nothing over anything else', () => {
    const overlaps: string[] = []
    for (let page = 2; page <= made.pdf.pages.length; page++) {
      const runs = made.pdf.runs.filter(run => run.page === page)
      runs.sort((a, b) => Math.round(a.y) - Math.round(b.y) || a.x - b.x)
      runs.forEach((run, i) => {
        const before = runs[i - 1]
        if (before && Math.round(before.y) === Math.round(run.y) && before.x + before.width > run.x + 1.5)
          overlaps.push(`${page}: ${before.text} | ${run.text}`)
      })
    }
    expect(overlaps).toEqual([])
  })

  it('have all of their words', () => {
    const missing: string[] = []
    for (const { cells, rows, columns } of matrices) {
      const wanted = [...rows, ...columns].map(({ name }) => name)
      for (const text of [...wanted, ...cells.flat().map(cell => cell.finding ?? '')]) {
        const whole = letters(text)
        if (pages.some(page => page.includes(whole))) continue
        // A cell that is cut by the end of a page is there word by word, and the reader of the PDF turns Arabic about.
        const words = text.split(' ').map(letters)
        const first = pages.findIndex(page => page.includes(words[0] as string))
        const near = pages.slice(first, first + 6)
        const isThere = (word: string) =>
          near.some(page => page.includes(word) || page.includes([...word].reverse().join('')))
        if (first < 0 || !words.every(isThere)) missing.push(text)
      }
    }
    expect(missing).toEqual([])
  })

  it('repeat their heads on every page, and say where a piece goes on', () => {
    const tables = tablesOf(made.book)
    expect(tables.length).toBeGreaterThan(matrices.length)
    for (const table of tables) {
      const heads = (table.head[0]?.children ?? []).slice(1).map(cell => letters(wordsOf(cell.children[0])))
      const own = table.children.map(row => letters(wordsOf(row.children[1])).match(/[a-g]x\d+y\d+z/)?.[0] ?? '')
      const on = pages.flatMap((text, i) => (own.some(name => text.includes(name)) ? [i] : []))
      expect(on.length, table.id).toBeGreaterThan(0)
      for (const i of on) for (const head of heads) expect(pages[i], `${table.id}, page ${i + 1}`).toContain(head)
      if (table.continuedOn !== null) {
        const next = made.pdf.labels?.[(made.pdf.destinations[table.continuedOn] as number) - 1]
        expect(
          pages.some(page => page.includes(`continuedonp${next}`)),
          table.continuedOn,
        ).toBe(true)
      }
    }
  })

  it('fit the text of their section in the DOCX', () => {
    const { widthMm, heightMm } = papers[paper]
    const xml = openDocx(made.docx).part('word/document.xml')
    const sections = xml.split(/(?=<w:sectPr)/)
    let tables = 0
    sections.slice(0, -1).forEach((section, i) => {
      const properties = sections[i + 1] as string
      const size = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(properties)?.[1])
      const room = size('w') - size('left') - size('right')
      expect([widthMm, heightMm].map(mm => Math.round(mm * 56.7)).some(w => Math.abs(w - size('w')) < 5)).toBe(true)
      for (const [, grid] of section.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gs)) {
        tables++
        const width = [...(grid as string).matchAll(/w:w="(\d+)"/g)].reduce((sum, [, w]) => sum + Number(w), 0)
        expect(width).toBeLessThanOrEqual(room + 5)
      }
    })
    expect(tables).toBe(tablesOf(made.book).length)
  })
})
