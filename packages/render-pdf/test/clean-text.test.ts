import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { nameApostrophes, withoutSoftHyphens } from '../src/pdf/clean-text.js'
import { changePages } from '../src/pdf/contents.js'
import { PdfFile } from '../src/pdf/file.js'

/** A PDF with a page's content and a font's map of glyphs to letters, each deflated. */
function pdf(content: string, map: string): { file: PdfFile; objects: Map<number, Buffer> } {
  const stream = (text: string) => {
    if (text === '') return '<</Length 0>> stream\n\nendstream'
    const data = deflateSync(Buffer.from(text, 'latin1')).toString('latin1')
    return `<</Filter /FlateDecode\n/Length ${data.length}>> stream\n${data}\nendstream`
  }
  const bodies = [
    '<</Type /Page\n/Contents 2 0 R>>',
    stream(content),
    '<</Type /Font\n/ToUnicode 4 0 R>>',
    stream(map),
    '<</Type /Catalog>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = bodies.map((body, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n `
  })
  text += `xref\n0 6\n0000000000 65535 f \n${offsets.join('\n')}\ntrailer\n<</Size 6\n/Root 5 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  const file = new PdfFile(Buffer.from(text, 'latin1'))
  return { file, objects: file.bodies() }
}

function contentOf(body: Buffer | undefined): string {
  const text = body as Buffer
  const start = text.indexOf('stream\n') + 'stream\n'.length
  return inflateSync(text.subarray(start, text.lastIndexOf('endstream'))).toString('latin1')
}

describe('withoutSoftHyphens', () => {
  it.each([
    [
      'one within a line',
      '<0041> Tj\n/Span<</ActualText <feff00ad> >> BDC\n<0003> Tj\nEMC\n9 0 Td <0042> Tj\n',
      '<0041> Tj\n9 0 Td <0042> Tj\n',
    ],
    [
      'the way to it, which the next glyph counts from',
      '<0041> Tj\n/Span<</ActualText <feff00ad> >> BDC\n7.5 0 Td <0003> Tj\nEMC\n0 0 Td <0042> Tj\n',
      '<0041> Tj\n7.5 0 Td 0 0 Td <0042> Tj\n',
    ],
    [
      'that of a ligature',
      '/Span<</ActualText <feff006600ad0066> >> BDC\n<0f> Tj\nEMC\n',
      '/Span<</ActualText <feff00660066> >> BDC\n<0f> Tj\nEMC\n',
    ],
    [
      'nothing else that is said',
      '/Span<</ActualText <feff2019> >> BDC\n<0f> Tj\nEMC\n',
      '/Span<</ActualText <feff2019> >> BDC\n<0f> Tj\nEMC\n',
    ],
    [
      'nothing that only looks so, across two letters',
      '/Span<</ActualText <feff100ad000> >> BDC\n',
      '/Span<</ActualText <feff100ad000> >> BDC\n',
    ],
  ])('takes out %s', (_, before, after) => {
    expect(withoutSoftHyphens(before)).toBe(after)
  })
})

describe('changePages', () => {
  it('changes what a page paints, and leaves the rest', async () => {
    const { file, objects } = pdf('<0041> Tj\n', 'a map')
    expect(await changePages(file, [1], objects, content => content.replace('0041', '0042'))).toEqual([])
    expect(contentOf(objects.get(2))).toBe('<0042> Tj\n')
    expect(contentOf(objects.get(4))).toBe('a map')
  })

  it('leaves an empty page as it is', async () => {
    const { file, objects } = pdf('', '')
    const before = [...objects]
    expect(await changePages(file, [1], objects, withoutSoftHyphens)).toEqual([])
    await nameApostrophes(file, objects)
    expect([...objects]).toEqual(before)
  })

  it('tells the pages that it cannot change', async () => {
    const { file, objects } = pdf('<0041> Tj\n', '')
    const before = [...objects]
    expect(await changePages(file, [1, 4], objects, () => null)).toEqual([1, 2])
    expect([...objects]).toEqual(before)
  })
})

describe('nameApostrophes', () => {
  it('says U+2019 of a glyph that is said to be U+02BC', async () => {
    const { file, objects } = pdf('', '2 beginbfchar\n<0041> <02BC>\n<02BC> <0041>\nendbfchar\n')
    await nameApostrophes(file, objects)
    expect(contentOf(objects.get(4))).toBe('2 beginbfchar\n<0041> <2019>\n<02BC> <0041>\nendbfchar\n')
  })
})
