import type { Book, BookBlock, BookPhrasing, BookTable, Chapter, Passage, Tokens } from '@briefbook/ast'
import { cell, line, row, text } from '@briefbook/ast'
import { openDocx, validateDocx, wordsOf } from '@briefbook/testkit'
import { expect } from 'vitest'
import { type DocxOptions, renderDocx } from '../src/index.js'

export const tokens: Tokens = {
  page: { topMm: 24, bottomMm: 24, innerMm: 24, outerMm: 18, notesMm: 36, notesGapMm: 6 },
  fonts: {
    text: { family: 'Source Serif 4', fallback: ['Cambria', 'Georgia', 'serif'], files: [] },
    display: { family: 'Source Sans 3', fallback: ['Calibri', 'Arial', 'sans-serif'], files: [] },
  },
  sizes: {
    textPt: 10,
    smallPt: 8.5,
    notePt: 7.5,
    tablePt: 8,
    tableLeastPt: 7.5,
    titlePt: 34,
    partPt: 28,
    chapterPt: 20,
    sectionPt: 13,
    subsectionPt: 10.5,
  },
  lineHeight: { text: 1.42, display: 1.2, table: 1.3 },
  colours: {
    ink: '#1b1d20',
    muted: '#565c64',
    rule: '#c4c8ce',
    accent: '#14375e',
    extracted: '#f3f5f8',
    written: '#fbf6ea',
    stances: { favours: '#d4e8d4', opposes: '#eec9c1', concerned: '#fbe9c2', mixed: '#ddd3ea', none: '#eceef1' },
    states: { mentioned: '#f4f5f7', absent: '#ffffff' },
    levels: ['#ffffff', '#e3edf6', '#c2d8ec', '#9bc1e1', '#74a8d4'],
  },
}

const strings: Book['strings'] = {
  contents: 'Contents',
  listOfTables: 'Tables',
  table: 'Table',
  part: 'Part',
  continued: 'continued',
  keyJudgement: 'Key judgement',
  likelihood: 'Likelihood',
  confidence: 'Confidence',
  notes: 'Notes',
  page: 'p.',
  reviewed: 'reviewed by an analyst',
  normalised: 'marks and spaces made alike',
  stances: {
    favours: 'favours',
    opposes: 'opposes',
    concerned: 'concerned',
    mixed: 'mixed',
    none: 'no attitude shown',
  },
  states: { position: 'position', mentioned: 'mentioned, no position', absent: 'no source addresses this' },
}

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
  fields: { meta?: Partial<Book['meta']>; tables?: Book['tables'] } = {},
): Book {
  return {
    type: 'book',
    meta: { ...meta, ...fields.meta },
    strings,
    contents: [
      { id: 'part-1', number: 'I', title: 'The crossing', depth: 1 },
      { id: 'chapter-1', number: '1', title: 'The night service', depth: 2 },
    ],
    tables: fields.tables ?? [],
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
    continued: false,
    alternative: 'Two towns by one issue.',
    orientation: 'portrait',
    fontSizePt: 8,
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
