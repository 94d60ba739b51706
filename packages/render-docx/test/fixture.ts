import type { Book, BookBlock, BookPhrasing, BookTable, Chapter, Passage } from '@briefbook/ast'
import { cell, line, row, text } from '@briefbook/ast'
import {
  examplePrint,
  exampleStrings,
  openDocx,
  exampleTokens as tokens,
  validateDocx,
  wordsOf,
} from '@briefbook/testkit'
import { expect } from 'vitest'
import { type DocxOptions, renderDocx } from '../src/index.js'

export { examplePrint, tokens }

const meta: Book['meta'] = {
  title: 'Harbour towns and the ferry',
  subtitle: 'Who wants the night service back',
  authors: ['Ada Quill', 'Ben Marsh'],
  organisation: 'Institute for Small Crossings',
  edition: '2nd edition',
  date: '2024-05-04',
  dateText: '4 May 2024',
  language: 'en',
  paper: 'A4',
  handling: null,
  print: examplePrint,
  sources: [],
  contentHash: 'ab'.repeat(32),
  tool: 'Briefbook 0.1.0',
}

export function chapterOf(
  number: number,
  title: string,
  children: BookBlock[],
  fields: Partial<Chapter> = {},
): Chapter {
  return {
    type: 'chapter',
    id: `chapter-${number}`,
    number: String(number),
    title,
    voice: 'written',
    file: null,
    listsSections: true,
    children,
    ...fields,
  }
}

/** A complete book of one part and one chapter with these blocks in it. */
export function bookOf(
  children: BookBlock[],
  fields: { meta?: Partial<Book['meta']>; tables?: Book['tables']; charts?: Book['charts'] } = {},
): Book {
  return {
    type: 'book',
    meta: { ...meta, ...fields.meta },
    strings: exampleStrings,
    contents: [
      { id: 'part-1', number: 'I', title: 'The crossing', depth: 1 },
      { id: 'chapter-1', number: '1', title: 'The night service', depth: 2 },
    ],
    tables: fields.tables ?? [],
    charts: fields.charts ?? [],
    children: [
      {
        type: 'part',
        id: 'part-1',
        number: 'I',
        title: 'The crossing',
        children: [chapterOf(1, 'The night service', children)],
      },
    ],
  }
}

/** A paragraph of text and other phrasing. */
export function p(...children: (BookPhrasing | string)[]): BookBlock {
  return { type: 'paragraph', children: children.map(child => (typeof child === 'string' ? text(child) : child)) }
}

export function tableOf(fields: Partial<BookTable> = {}): BookTable {
  return {
    type: 'bookTable',
    id: 'matrix',
    kind: 'matrix',
    number: 1,
    caption: 'Who holds what',
    continuedFrom: null,
    continuedOn: null,
    alternative: 'Two towns by one issue.',
    orientation: 'portrait',
    fontSizePt: 8,
    together: true,
    columns: [{ widthMm: 40 }, { widthMm: 128 }],
    head: [row(cell([], { header: 'column' }), cell(['Night service'], { header: 'column' }))],
    children: [
      row(
        cell(['Northport'], { header: 'row' }),
        cell([line('text', 'wants it')], { state: 'position', stance: 'favours' }),
      ),
    ],
    legend: [],
    ...fields,
  }
}

export function passageOf(fields: Partial<Passage> = {}): Passage {
  return {
    type: 'passage',
    id: 'log.3',
    number: 3,
    kind: 'paragraph',
    depth: 1,
    marker: null,
    rows: null,
    children: [text('The last boat left at nine.')],
    supports: [],
    ...fields,
  }
}

/** A drawn book, opened, and found to be what Word expects. */
export async function open(book: Book, options: DocxOptions = {}) {
  const file = await renderDocx(book, tokens, options)
  expect(await validateDocx(file)).toEqual([])
  const docx = openDocx(file)
  return { file, docx, document: docx.part('word/document.xml') }
}

/** The document of a book with these blocks, and what the blocks themselves became in it. */
export async function draw(children: BookBlock[], options: DocxOptions = {}, book: Book = bookOf(children)) {
  const opened = await open(book, options)
  const head = opened.document.indexOf('w:name="chapter_1"')
  const body = opened.document.slice(opened.document.indexOf('</w:p>', head) + '</w:p>'.length)
  return { ...opened, body }
}

/** `Style: words` for each paragraph, in order. */
export function outline(xml: string): string[] {
  return (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).map(paragraph => {
    const [, style = 'none'] = /<w:pStyle w:val="([^"]+)"/.exec(paragraph) ?? []
    return `${style}: ${wordsOf(paragraph)}`
  })
}

/** The paragraph, of those in a style, that stands at an index. */
export function inStyle(xml: string, style: string, index = 0): string {
  const found = (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).filter(p => p.includes(`<w:pStyle w:val="${style}"/>`))
  const paragraph = found[index]
  if (paragraph === undefined) throw new Error(`${found.length} paragraphs are ${style}`)
  return paragraph
}

/** The run, properties and all, that holds exactly these words. */
export function runOf(xml: string, words: string): string {
  const run = (xml.match(/<w:r>.*?<\/w:r>/gs) ?? []).find(r => wordsOf(`<w:p>${r}</w:p>`) === words)
  if (run === undefined) throw new Error(`no run says ${words}`)
  return run
}
