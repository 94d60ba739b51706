import { describe, expect, it } from 'vitest'
import { PdfFile } from '../src/pdf/file.js'
import { finishPdf } from '../src/pdf/finish.js'
import { readPageMap } from '../src/pdf/page-map.js'
import { PdfLexer, PdfName, PdfReference, PdfString, serialise, textString } from '../src/pdf/syntax.js'
import { smallPdf } from './small-pdf.js'

const parse = (text: string) => new PdfLexer(text).value()

describe('PdfLexer', () => {
  it.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['true', true],
    ['null', null],
    ['/Na#6de', new PdfName('Name')],
    ['12 0 R', new PdfReference(12)],
    ['(a\\(b\\)\\051 (c) \\n)', new PdfString('a(b)) (c) \n')],
    ['<414>', new PdfString('A@')],
    ['[1 2 0 R (x) /Y]', [1, new PdfReference(2), new PdfString('x'), new PdfName('Y')]],
    ['% note\n 7', 7],
  ])('reads %s', (text, value) => {
    expect(parse(text)).toEqual(value)
  })
  it('reads dictionaries, also of dictionaries', () => {
    expect({ ...(parse('<</A 1/B<</C[/D]>>>>') as object) }).toMatchObject({ A: 1, B: { C: [new PdfName('D')] } })
  })
  it.each(['(open', '[1 2', '<</A', '<41', 'endobj'])('refuses %s', text => {
    expect(() => parse(text)).toThrow(SyntaxError)
  })
  it('takes no words of a dictionary for those of an object', () => {
    expect(Object.getPrototypeOf(parse('<</__proto__ 1>>'))).toBeNull()
  })
})

describe('serialise', () => {
  it.each([
    [new PdfName('a b/c'), '/a#20b#2fc'],
    [new PdfString('()\\'), '<28295C>'],
    [[1, null, false], '[1 null false]'],
    [new PdfReference(3), '3 0 R'],
  ])('%j', (value, text) => {
    expect(serialise(value)).toBe(text)
  })
  it('reads back what it wrote', () => {
    const value = { Title: textString('Häuser 中 🏠'), Kids: [new PdfReference(1)], 'A b': -1.25 }
    expect({ ...(parse(serialise(value)) as object) }).toEqual(value)
  })
})

describe('PdfFile', () => {
  it('maps destinations to the pages in their order', () => {
    const file = new PdfFile(smallPdf())
    expect(readPageMap(file)).toEqual({ count: 2, pages: { 'swp.1': 2, café: 1 } })
  })
  it('keeps the rest when it is rewritten', () => {
    const file = new PdfFile(smallPdf())
    const again = new PdfFile(file.rewrite(new Map([[1, Buffer.from('<</Title (New)>>')]]), file.trailer))
    expect(again.dictionary(again.trailer.Info).Title).toEqual(new PdfString('New'))
    expect(readPageMap(again)).toEqual(readPageMap(file))
  })
  it('has room for the objects of a thick book', () => {
    const file = new PdfFile(smallPdf())
    const objects = new Map(Array.from({ length: 200_000 }, (_, i) => [file.size + i, Buffer.from('null')] as const))
    expect(new PdfFile(file.rewrite(objects, file.trailer)).size).toBe(file.size + 200_000)
  })
  it.each([
    ['nothing', ''],
    ['a file with a cross-reference stream', '%PDF-1.5\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF'],
  ])('refuses %s', (_, text) => {
    expect(() => new PdfFile(Buffer.from(text))).toThrow(SyntaxError)
  })
})

describe('finishPdf', () => {
  const meta = {
    title: 'Über <den> Damm',
    authors: ['A. One', 'B. Two'],
    subject: null,
    language: 'de',
    date: '2026-03-01',
    creator: 'Briefbook',
  }
  it('gives the same bytes for prints that differ in their dates alone', () => {
    const one = finishPdf(new PdfFile(smallPdf('20260101000000')), meta)
    const two = finishPdf(new PdfFile(smallPdf('20271231235959')), meta)
    expect(Buffer.compare(one, two)).toBe(0)
  })
  it('says what the file is, and escapes it', () => {
    const file = new PdfFile(finishPdf(new PdfFile(smallPdf()), meta))
    const info = file.dictionary(file.trailer.Info)
    expect(info.Title).toEqual(textString(meta.title))
    expect(info.CreationDate).toEqual(new PdfString("D:20260301000000+00'00'"))
    expect(file.trailer.ID).toHaveLength(2)
    const packet = Buffer.from(finishPdf(new PdfFile(smallPdf()), meta)).toString('utf8')
    expect(packet).toContain('Über &#60;den&#62; Damm')
  })
})
