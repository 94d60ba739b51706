import { openPdf } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { withBoxes } from '../src/pdf/boxes.js'
import { idOfDestination } from '../src/pdf/destinations.js'
import { PdfFile } from '../src/pdf/file.js'
import { finishPdf } from '../src/pdf/finish.js'
import { pageObjects, readPageMap } from '../src/pdf/page-map.js'
import { PdfLexer, PdfName, PdfReference, PdfString, serialise, textString } from '../src/pdf/syntax.js'
import { deflated, writePdf } from '../src/pdf/write.js'
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
  it.each([
    ['swp.1', 'swp.1'],
    ['caf\u00c3\u00a9', 'café'],
    ['%E6%B0%B4-dam', '水-dam'],
    ['100%-sure', '100%-sure'],
  ])('knows the id that the destination %s stands for', (name, id) => {
    expect(idOfDestination(name)).toBe(id)
  })
  it('gives every object as it stands', () => {
    const bodies = new PdfFile(smallPdf()).bodies()
    expect([...bodies.keys()]).toEqual([1, 2, 3, 4, 5, 6])
    expect(bodies.get(4)?.toString()).toBe('<</Type /Page\n/MediaBox [0 0 600 800]\n/Parent 3 0 R>>')
  })
  it.each([
    ['nothing', ''],
    ['a file with a cross-reference stream', '%PDF-1.5\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF'],
  ])('refuses %s', (_, text) => {
    expect(() => new PdfFile(Buffer.from(text))).toThrow(SyntaxError)
  })
})

describe('writePdf', () => {
  const small = new PdfFile(smallPdf())
  it('writes a file that others read, streams and all', async () => {
    const contents = deflated({}, Buffer.from('q Q'))
    const page = Buffer.from(`<</Type /Page /MediaBox [0 0 10 20] /Parent 3 0 R /Contents ${small.size} 0 R>>`)
    const pdf = await openPdf(
      await writePdf(new Map([...small.bodies(), [small.size, contents], [5, page]]), small.trailer),
    )
    expect(pdf.destinations).toEqual({ 'swp.1': 2, café: 1 })
    expect(pdf.info).toMatchObject({ Title: 'Old', PDFFormatVersion: '1.7' })
    expect(pdf.sizes[1]).toEqual({ width: 10, height: 20 })
  })
  it('packs what is no stream', async () => {
    const objects = new Map([...small.bodies()])
    for (let i = 0; i < 2000; i++) objects.set(small.size + i, Buffer.from(`<</Type /StructElem /K ${i}>>`))
    expect((await writePdf(objects, small.trailer)).length).toBeLessThan(20_000)
  })
  it('has room for the objects of a thick book', async () => {
    const objects = new Map(small.bodies())
    for (let i = 0; i < 200_000; i++) objects.set(small.size + i, Buffer.from('null'))
    expect((await openPdf(await writePdf(objects, small.trailer))).pages).toHaveLength(2)
  })
  it('has an identifier that changes with the content alone', async () => {
    const identifier = async (title: string) => {
      const objects = new Map([...small.bodies(), [1, Buffer.from(`<</Title (${title})>>`)]])
      return (await openPdf(await writePdf(objects, small.trailer))).identifier
    }
    expect(await identifier('a')).toBe(await identifier('a'))
    expect(await identifier('a')).not.toBe(await identifier('b'))
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
  const finished = async (date?: string) => (await finishPdf(new PdfFile(smallPdf(date)), meta)).bytes
  it('gives the same bytes for prints that differ in their dates alone', async () => {
    const one = await finished('20260101000000')
    const two = await finished('20271231235959')
    expect(Buffer.compare(one, two)).toBe(0)
  })
  it('says where the sheets are cut', async () => {
    const file = new PdfFile(smallPdf())
    expect(withBoxes(file, pageObjects(file), { edgeMm: 8, bleedMm: 3 }).get(4)).toMatchObject({
      MediaBox: [0, 0, 600, 800],
      TrimBox: [22.677, 22.677, 577.323, 777.323],
      BleedBox: [14.173, 14.173, 585.827, 785.827],
    })
    const written = await finishPdf(file, { ...meta, trim: { edgeMm: 8, bleedMm: 3 } })
    expect(written.bytes.length).toBeGreaterThan((await finished()).length)
  })
  it('says what the file is, and escapes it', async () => {
    const pdf = await openPdf(await finished())
    expect(pdf.info).toMatchObject({
      Title: meta.title,
      Author: 'A. One; B. Two',
      Creator: 'Briefbook',
      CreationDate: "D:20260301000000+00'00'",
    })
    expect(pdf.xmp).toContain('Über &#60;den&#62; Damm')
  })
})
