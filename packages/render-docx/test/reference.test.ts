import { convertWithLibreOffice, findProgram, openDocx, openPdf, schemaFaults } from '@briefbook/testkit'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readReference, renderDocx } from '../src/index.js'
import { bookOf, open, outline, p, tableOf, tokens } from './fixture.js'
import { dotPng, sampleBook } from './sample.js'

const office = await findProgram('soffice')
if (office === null) console.warn('LibreOffice is not on the PATH: what it makes of a house’s styles is not tested.')

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = (lines: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines}</Relationships>`

/** A house's DOCX as a Word in German writes it: other ids, the same names. */
function house(parts: { [part: string]: string } = {}): Uint8Array {
  const all: { [part: string]: string } = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels(`<Relationship Id="rId1" Type="${types}/officeDocument" Target="/word/document2.xml"/>`),
    'word/_rels/document2.xml.rels': rels(
      `<Relationship Id="rId1" Type="${types}/styles" Target="styles2.xml"/><Relationship Id="rId2" Type="${types}/header" Target="header7.xml"/><Relationship Target="footer1.xml" Type="${types}/footer" Id="rId3"/><Relationship Id="rId4" Type="${types}/theme" Target="theme/theme1.xml"/>`,
    ),
    'word/document2.xml': `<w:document xmlns:w="${w}" xmlns:r="${types}"><w:body><w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference r:id="rId3" w:type="default"/></w:sectPr></w:body></w:document>`,
    'word/styles2.xml': `<w:styles xmlns:w="${w}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults><w:latentStyles w:count="376"/><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:rPr><w:sz w:val="23"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/><w:next w:val="Standard"/><w:link w:val="berschrift2Zchn"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:color w:val="AB1234"/></w:rPr></w:style><w:style w:type="character" w:customStyle="1" w:styleId="berschrift2Zchn"><w:name w:val="Überschrift 2 Zchn"/><w:link w:val="berschrift2"/></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="Finding"><w:name w:val="House Result"/><w:basedOn w:val="Standard"/></w:style><w:style w:type="paragraph" w:styleId="Kopfzeile"><w:name w:val="header"/><w:basedOn w:val="Standard"/></w:style><w:style w:type="numbering" w:customStyle="1" w:styleId="Liste"><w:name w:val="House List"/></w:style></w:styles>`,
    'word/theme/theme1.xml': '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House"/>',
    'word/header7.xml': `<w:hdr xmlns:w="${w}" xmlns:r="${types}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:p><w:pPr><w:pStyle w:val="Kopfzeile"/></w:pPr><w:r><w:t>Ministry of Ferries</w:t></w:r></w:p></w:hdr>`,
    'word/footer1.xml': `<w:ftr xmlns:w="${w}"><w:p><w:r><w:t>Room 12</w:t></w:r></w:p></w:ftr>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])))
}

const withHandling = (draft = false) => {
  const book = bookOf([p('words'), tableOf()], { meta: { handling: 'Internal' } })
  return { ...book, meta: { ...book.meta, print: { ...book.meta.print, draft } } }
}
const styleIn = (xml: string, id: string) =>
  new RegExp(`<w:style[^>]*w:styleId="${id}".*?</w:style>`, 's').exec(xml)?.[0] ?? ''

describe('a house’s own DOCX', () => {
  it('gives its styles, by their names, under the ids that the book’s paragraphs ask for', async () => {
    const { docx, document } = await open(withHandling(), {
      reference: readReference(
        house({
          'word/theme/theme1.xml': openDocx(await renderDocx(bookOf([]), tokens))
            .part('word/theme/theme1.xml')
            .replace(/name="[^"]*"/, 'name="House"'),
        }),
      ),
    })
    const styles = docx.part('word/styles.xml')
    expect(styleIn(styles, 'Heading2')).toContain('<w:color w:val="AB1234"/>')
    expect(styleIn(styles, 'Heading2')).toMatch(
      /basedOn w:val="Normal".*next w:val="Normal".*link w:val="berschrift2Zchn"/,
    )
    // Where the house says nothing of pages, a chapter still begins one.
    expect(styleIn(styles, 'Heading2')).toContain('<w:pPr><w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:outlineLvl')
    expect(styleIn(styles, 'Header')).not.toContain('<w:pPr>')
    expect(styleIn(styles, 'Normal')).toContain('<w:sz w:val="23"/>')
    expect(styles).toContain('w:asciiTheme="minorHAnsi"')
    expect(docx.part('word/theme/theme1.xml')).toContain('name="House"')
    expect(document).toContain('<w:pStyle w:val="Heading2"/>')
    // Its numbers are the book's own, and so is what the house has no style for.
    expect(styles).not.toContain('w:numPr')
    expect(styles).not.toContain('House List')
    expect(styleIn(styles, 'Finding')).toContain('w:val="Finding"')
    expect(styleIn(styles, 'House_Finding')).toContain('House Result')
    const ids = [...styles.matchAll(/w:styleId="([^"]+)"/g)].map(m => m[1])
    expect(new Set(ids).size).toBe(ids.length)
    const faults = await schemaFaults([await renderDocx(withHandling(), tokens, { reference: readReference(house()) })])
    expect((faults ?? []).filter(fault => !fault.includes('theme'))).toEqual([])
  })

  it('gives its heads and feet; marking and watermark stay', async () => {
    const file = await renderDocx(withHandling(true), tokens, { reference: readReference(house()) })
    const docx = openDocx(file)
    const heads = docx.names.filter(name => /word\/header\d+\.xml$/.test(name))
    expect(heads.length).toBeGreaterThan(2)
    for (const head of heads) {
      expect(outline(docx.part(head))).toEqual(['Handling: Internal', 'Header: Ministry of Ferries'])
      expect(docx.part(head).match(/<w:pict>/g)).toHaveLength(1)
    }
    expect(outline(docx.part('word/footer1.xml'))).toEqual(['none: Room 12', 'Handling: Internal'])
    expect(outline(docx.part('word/footer2.xml'))).toEqual(['none: Room 12', 'Handling: Internal'])
  })

  it('brings the pictures of its heads, and nothing that would be fetched', async () => {
    const header = house({
      'word/_rels/header7.xml.rels': rels(
        `<Relationship Id="rId1" Type="${types}/image" Target="media/logo.gif"/><Relationship Id="rId2" Type="${types}/hyperlink" Target="https://example.org/" TargetMode="External"/>`,
      ),
      'word/media/logo.gif': 'GIF89a',
    })
    const docx = openDocx(await renderDocx(withHandling(), tokens, { reference: readReference(header) }))
    expect(docx.names.filter(name => name.includes('media/'))).toEqual(['word/media/house1-1.gif'])
    expect(docx.part('word/_rels/header1.xml.rels')).toContain('Target="media/house1-1.gif"')
    expect(docx.part('[Content_Types].xml')).toContain('Extension="gif"')
    const fetching = house({
      'word/_rels/header7.xml.rels': rels(
        `<Relationship Id="rId1" Type="${types}/image" Target="https://example.org/logo.png" TargetMode="External"/>`,
      ),
    })
    const plain = openDocx(await renderDocx(withHandling(), tokens, { reference: readReference(fetching) }))
    expect(outline(plain.part('word/header1.xml'))).not.toContain('Header: Ministry of Ferries')
  })

  it('may be the book’s own DOCX with its styles changed', async () => {
    const pictures = { 'pictures/dot.png': { bytes: dotPng, mime: 'image/png' as const, widthPx: 300, heightPx: 120 } }
    const first = await renderDocx(sampleBook(), tokens, { pictures })
    const parts = unzipSync(first)
    const styles = openDocx(first).part('word/styles.xml').replaceAll('w:val="14375E"', 'w:val="7A0019"')
    const changed = zipSync({ ...parts, 'word/styles.xml': strToU8(styles) })
    const { file, docx, document } = await open(sampleBook(), { pictures, reference: readReference(changed) })
    expect(styleIn(docx.part('word/styles.xml'), 'Heading1')).toContain('7A0019')
    expect(document).toBe(openDocx(first).part('word/document.xml'))
    expect(docx.part('word/header3.xml')).toBe(openDocx(first).part('word/header3.xml'))
    expect((await schemaFaults([file])) ?? []).toEqual([])
    expect(
      Buffer.compare(file, await renderDocx(sampleBook(), tokens, { pictures, reference: readReference(changed) })),
    ).toBe(0)
  })

  it.skipIf(office === null)('is shown by LibreOffice', async () => {
    const file = await renderDocx(withHandling(), tokens, { reference: readReference(house()) })
    const { pages } = await openPdf(await convertWithLibreOffice(file))
    expect(pages.at(-1)).toContain('Ministry of Ferries')
    expect(pages.at(-1)).toContain('Internal')
  })

  it.each([
    ['no zip at all', strToU8('words'), 'it is no DOCX'],
    ['a zip of something else', zipSync({ 'a.xml': strToU8('<a/>') }), 'it is no DOCX'],
    ['cut off', house().slice(0, 900), 'it is no DOCX'],
    [
      'Strict',
      house({ 'word/document2.xml': '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>' }),
      'Strict',
    ],
    ['without styles', house({ 'word/styles2.xml': '' }), 'it has no styles'],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(70 * 2 ** 20) }), 'it is too large'],
  ])('is refused where it is %s', (_, file, why) => {
    expect(() => readReference(file)).toThrow(why)
  })
})
