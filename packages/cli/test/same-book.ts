import { type HtmlElement, type OpenedPdf, openDocx, openHtml, wordsOf } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'

/** The three outputs of one build. */
interface Outputs {
  html: string
  docx: Uint8Array
  pdf: OpenedPdf
}

/** Letters, figures and the signs of stances: what a book says, without what sets it apart on a page. */
const said = (text: string) => text.replace(/[^\p{L}\p{N}+−±!]/gu, '')

/** Where two texts part, with what stands before and behind; null where they are one. */
export function firstDifference(one: string, other: string): { before: string; one: string; other: string } | null {
  if (one === other) return null
  let at = 0
  while (one[at] === other[at]) at++
  return { before: one.slice(Math.max(0, at - 60), at), one: one.slice(at, at + 60), other: other.slice(at, at + 60) }
}

/** What a page has and the text has not, by the height in points of where it stands. */
const [headPt, footPt] = [60, 60]

/** A page of the book in HTML, its notes taken out. */
function readHtml(html: string) {
  const page = openHtml(html)
  const notes = [...page.querySelectorAll('.note')].map(note => said(note.textContent))
  const marks = [...page.querySelectorAll('.note-mark')].map(mark => mark.textContent)
  // What is drawn is a picture in Word.
  for (const other of page.querySelectorAll('.note, .note-mark, svg')) other.remove()
  // In the margin on paper, and below its passage in Word.
  for (const supports of page.querySelectorAll('.passage-supports')) supports.parentElement?.append(supports)
  const texts = (selector: string, within: HtmlElement = page) =>
    [...within.querySelectorAll(selector)].map(element => said(element.textContent))
  const tables = [...page.querySelectorAll('.table')].map(table => ({
    caption: texts('.caption', table).join(''),
    rows: [...table.querySelectorAll('tr')].map(row => texts('th, td', row)),
  }))
  return { page, notes, marks, texts, tables }
}

/** The same of a DOCX: what matches is innermost first, for tables stand in no table. */
function readDocx(file: Uint8Array) {
  const docx = openDocx(file)
  const xml = docx.part('word/document.xml')
  const pieces = (name: string, within: string) => within.match(new RegExp(`<w:${name}[ >].*?</w:${name}>`, 'gs')) ?? []
  const body = xml.slice(xml.indexOf('<w:pStyle w:val="Heading1"/>'))
  const tables = [...xml.matchAll(/(<w:p[ >](?:(?!<w:p[ >]).)*<\/w:p>(?:<[^>]*>)*?)?(<w:tbl>.*?<\/w:tbl>)/gs)]
    .filter(([, , table = '']) => /<w:tblStyle w:val="BookTable/.test(table))
    .map(([, before = '', table = '']) => ({
      caption: before.includes('<w:pStyle w:val="Caption"/>') ? said(wordsOf(before)) : '',
      rows: pieces('tr', table).map(row => pieces('tc', row).map(cell => said(wordsOf(cell)))),
    }))
  const footnotes = docx.part('word/footnotes.xml')
  const ids = [...xml.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(m => m[1] ?? '')
  const notes = ids.map(id => {
    const [note = ''] = new RegExp(`<w:footnote w:id="${id}".*?</w:footnote>`, 's').exec(footnotes) ?? []
    return id + said(wordsOf(note))
  })
  return { body: said(wordsOf(`<w:p>${body}`)), tables, ids, notes, headings: said(docx.text()) }
}

/** What an output of one build says, another says too. */
export function describeSameBook(outputs: () => Outputs): void {
  describe('PDF, DOCX and HTML', () => {
    it('say the same, to the last letter and figure', () => {
      const { html, docx } = outputs()
      const parts = readHtml(html).texts('section.part').join('')
      expect(parts.length).toBeGreaterThan(50_000)
      expect(firstDifference(readDocx(docx).body, parts)).toBeNull()
    })
    it('have the same tables, cell by cell', () => {
      const { html, docx } = outputs()
      const { tables } = readHtml(html)
      expect(tables.length).toBeGreaterThan(20)
      expect(readDocx(docx).tables).toEqual(tables)
    })
    it('have the same notes under the same numbers', () => {
      const { html, docx, pdf } = outputs()
      const page = readHtml(html)
      const word = readDocx(docx)
      expect(page.notes.length).toBeGreaterThan(20)
      expect(page.marks).toEqual(page.notes.map((_, i) => String(i + 1)))
      expect(word.ids).toEqual(page.marks)
      expect(word.notes).toEqual(page.notes)
      const printed = said(pdf.pages.join(''))
      for (const note of page.notes) expect(printed).toContain(note)
    })
    it('have every paragraph, item, cell and heading on paper', () => {
      const { html, pdf } = outputs()
      const { page } = readHtml(html)
      const heights = pdf.sizes.map(size => size.height)
      const printed = said(
        pdf.runs
          .filter(({ page, y }) => y > footPt && y < (heights[page - 1] as number) - headPt)
          .map(run => run.text)
          .join(''),
      )
      const missing: string[] = []
      let found = 0
      for (const block of page.querySelectorAll(
        '.part p, .part li, .part h3, .part h4, .part dt, .part dd, .part th, .part td',
      )) {
        const words = said(block.textContent)
        // What two pages share has a head, a foot or a note in between; what a note stands in, its number.
        const pieces = words.length < 60 ? [words] : [words.slice(0, 25), words.slice(-25)]
        if (pieces.some(piece => printed.includes(piece))) found++
        else missing.push(words)
      }
      expect(missing).toEqual([])
      expect(found).toBeGreaterThan(1500)
    })
  })
}
