import { describe, expect, test } from 'vitest'
import { docx, furniture, outline, p, part, read, t, wordNamespace } from './helpers.js'
import { checkSource, uncovered } from './invariants.js'

const one = 'The council of the harbour met for the third time this year and took no decision at all.'
const two = 'Nobody who had been in the room wanted to speak about it to the papers afterwards.'

async function open(body: string, parts: { [name: string]: string } = {}) {
  const read_ = await read(docx(body, parts), 'a.docx')
  checkSource(read_.source)
  expect(uncovered(read_.source)).toEqual({ lost: [], twice: [] })
  return read_
}

const style = (id: string, name: string, inner = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`
const styles = part(
  'styles',
  style('Titel', 'Title') +
    style('berschrift1', 'heading 1') +
    style('Eigene', 'My Heading', '<w:basedOn w:val="berschrift1"/>') +
    style('Stufe', 'Outlined', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
    style('Zitat', 'Intense Quote') +
    style('Punkt', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
    style('Verzeichnis1', 'toc 1'),
)
const styled = (text: string, id: string) => p(text, `<w:pStyle w:val="${id}"/>`)
const item = (text: string, list: number, level = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const level = (n: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = part(
  'numbering',
  `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'upperRoman', '%1.%3')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
)

describe('paragraphs', () => {
  test('styles make headings, by name, by what they are based on and by outline level, in any language of Word', async () => {
    const { source } = await open(
      p(one) +
        styled('First', 'berschrift1') +
        p(two) +
        styled('Second', 'Eigene') +
        p(two) +
        styled('Third', 'Stufe') +
        p(two) +
        p('Fourth', '<w:outlineLvl w:val="2"/>') +
        p(two) +
        styled('A word of the mayor.', 'Zitat') +
        p(one),
      { 'word/styles.xml': styles },
    )
    expect(outline(source).filter(line => !line.startsWith('paragraph'))).toEqual([
      'heading 1: First',
      'heading 1: Second',
      'heading 2: Third',
      'heading 3: Fourth',
      'quotation: A word of the mayor.',
    ])
  })

  test('lists with the numbers that Word prints', async () => {
    const { source } = await open(
      p(one) +
        item('a', 2) +
        item('b', 2) +
        item('deep', 2, 1) +
        item('deep', 2, 1) +
        item('deeper', 2, 2) +
        item('c', 2) +
        item('anew', 2, 1) +
        item('elsewhere', 3) +
        item('a bullet', 1) +
        styled('one by its style', 'Punkt') +
        item('none', 0) +
        p(two),
      { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
    )
    expect(outline(source).slice(1, -1)).toEqual([
      'item 1 (1): a',
      'item 1 (2): b',
      'item 2 (a): deep',
      'item 2 (b): deep',
      'item 3 (2.I): deeper',
      'item 1 (3): c',
      'item 2 (a): anew',
      'item 1 (5): elsewhere',
      'item 1: a bullet',
      'item 1: one by its style',
      'paragraph: none',
    ])
  })

  test('what runs are made of', async () => {
    const runs = `${t('One')}<w:r><w:tab/></w:r>${t('two', '<w:b/>')}<w:r><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t> 5</w:t><w:fldChar w:fldCharType="end"/></w:r><w:smartTag><w:hyperlink w:anchor="x">${t(' six')}</w:hyperlink></w:smartTag><w:r><w:sym w:font="Arial" w:char="2192"/></w:r>`
    const { source } = await open(p(one) + p(runs) + p(two))
    expect(outline(source)[1]).toBe('paragraph: One two three‑four 5 six→')
  })

  test('content controls, text boxes and their copy for old programs, equations', async () => {
    const box = `<w:txbxContent>${p('In a box.')}</w:txbxContent>`
    const { source } = await open(
      `<w:sdt><w:sdtContent>${p(one)}</w:sdtContent></w:sdt>` +
        p(
          `${t('Beside it. ')}<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=2</m:t></m:r></m:oMath>`,
        ) +
        p(two),
    )
    expect(outline(source)).toEqual([
      `paragraph: ${one}`,
      'paragraph: Beside it. x=2',
      'paragraph: In a box.',
      `paragraph: ${two}`,
    ])
  })

  test('pages, where Word left marks of them', async () => {
    const { source } = await open(p(one) + p(`<w:r><w:lastRenderedPageBreak/></w:r>${t(two)}`) + p(one))
    expect(source.children.map(block => block.page)).toEqual([1, 2, 2])
    expect((await open(p(one))).source.children[0]?.page).toBeUndefined()
  })

  test('hidden text is told apart', async () => {
    const { source } = await open(
      p(`${t('The harbour is old.')}${t(' Do not quote.', '<w:vanish/>')}${t(' It silted up.')}`) + p(two),
    )
    expect(outline(source)[0]).toBe('paragraph: The harbour is old. It silted up.')
    expect(furniture(source)).toEqual(['hidden text: Do not quote.'])
  })
})

describe('tables', () => {
  const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`

  test('cells, a head, several paragraphs, a control around a row', async () => {
    const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Year')}${cell('Ships')}</w:tr><w:sdt><w:sdtContent><w:tr>${cell('2020')}<w:tc>${p('4')}${p('of them old')}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`
    const { source } = await open(p(one) + table + p(two))
    expect(outline(source)[1]).toBe('table: Year | Ships / 2020 | 4 of them old')
    const block = source.children[1]
    expect(block?.type === 'table' && block.head).toBe(true)
    expect(block?.type === 'table' && block.rows.map(row => row.map(([a, b]) => block.text.slice(a, b)))).toEqual([
      ['Year', 'Ships'],
      ['2020', '4 of them old'],
    ])
  })

  test('a frame of one cell is no table', async () => {
    expect(outline((await open(`<w:tbl><w:tr>${cell(one)}</w:tr></w:tbl>${p(two)}`)).source)).toEqual([
      `paragraph: ${one}`,
      `paragraph: ${two}`,
    ])
  })
})

describe('notes and what stands beside the text', () => {
  test('footnotes and endnotes come behind their paragraph, numbered as they are printed', async () => {
    const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
    const { source } = await open(
      p(t('First.') + reference('footnote', 7) + t(' Second.') + reference('endnote', 3)) +
        p(t('Third.') + reference('footnote', 2)) +
        p(two),
      {
        'word/footnotes.xml': part(
          'footnotes',
          `<w:footnote w:type="separator" w:id="-1">${p('-')}</w:footnote><w:footnote w:id="2">${p('Note two.')}</w:footnote><w:footnote w:id="7">${p('Note one,')}${p('in two parts.')}</w:footnote>`,
        ),
        'word/endnotes.xml': part('endnotes', `<w:endnote w:id="3">${p('At the end.')}</w:endnote>`),
      },
    )
    expect(outline(source)).toEqual([
      'paragraph: First. Second.',
      'footnote (1): Note one, in two parts.',
      'footnote (i): At the end.',
      'paragraph: Third.',
      'footnote (2): Note two.',
      `paragraph: ${two}`,
    ])
  })

  test('notes that were typed by hand', async () => {
    const raised = (text: string) => t(text, '<w:vertAlign w:val="superscript"/>')
    const { source } = await read(
      docx(
        p(t('They left.') + raised('1') + t(' An area of 40 km') + raised('2') + t(' lies bare.')) +
          p(two) +
          p(raised('1') + t(' So the clerk.')),
      ),
      'a.docx',
    )
    checkSource(source)
    expect(outline(source)).toEqual([
      'paragraph: They left. An area of 40 km2 lies bare.',
      'footnote (1): So the clerk.',
      `paragraph: ${two}`,
    ])
  })

  test('comments, heads and feet are furniture', async () => {
    const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>`
    const { source } = await open(p(one) + p(two), {
      'word/comments.xml': part('comments', `<w:comment w:id="0" w:author="Mira">${p('Is that so?')}</w:comment>`),
      'word/header1.xml': part('hdr', p('Port Papers 12')),
      'word/_rels/document.xml.rels': relationships,
    })
    expect(furniture(source)).toEqual(['comment by Mira: Is that so?', 'running head: Port Papers 12'])
  })

  test('the table of contents is a copy of the headings', async () => {
    const { source } = await open(
      `${styled('Costs 3', 'Verzeichnis1')}<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Contents')}</w:sdtContent></w:sdt>${p(one)}`,
      { 'word/styles.xml': styles },
    )
    expect(furniture(source)).toEqual(['table of contents: Costs 3', 'table of contents: Contents'])
  })
})

describe('tracked changes', () => {
  test('are read as accepted, and told', async () => {
    const change = 'w:id="1" w:author="A" w:date="2020-01-01T00:00:00Z"'
    const { source, diagnostics } = await open(
      p(
        `${t('The fee is ')}<w:del ${change}><w:r><w:delText>two</w:delText></w:r></w:del><w:ins ${change}>${t('three')}</w:ins>${t(' marks.')}`,
      ) +
        p(t('This paragraph'), `<w:rPr><w:del ${change}/></w:rPr>`) +
        p(' and this are one now, and nobody minds.') +
        `<w:tbl><w:tr><w:trPr><w:del ${change}/></w:trPr><w:tc>${p('gone')}</w:tc></w:tr></w:tbl>` +
        p(`<w:moveFrom ${change}>${t('away')}</w:moveFrom><w:moveTo ${change}>${t(two)}</w:moveTo>`),
    )
    expect(outline(source)).toEqual([
      'paragraph: The fee is three marks.',
      'paragraph: This paragraph and this are one now, and nobody minds.',
      `paragraph: ${two}`,
    ])
    expect(diagnostics.find(d => d.rule === 'source-is-read-as-accepted')).toMatchObject({
      severity: 'note',
      message:
        'The document has tracked changes (A: 1 insertion, 3 deletions, 1 move); it was read as if all were accepted.',
    })
  })
})

describe('properties', () => {
  const core = (inner: string) =>
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${inner}</cp:coreProperties>`
  const custom = (pairs: { [name: string]: string }) =>
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${Object.entries(
      pairs,
    )
      .map(([name, text]) => `<property name="${name}"><vt:lpwstr>${text}</vt:lpwstr></property>`)
      .join('')}</Properties>`

  test('of the file, and of the original', async () => {
    const { source } = await open(p(one) + p(two), {
      'docProps/core.xml': core(
        '<dc:title>The Quay</dc:title><dc:creator>Mira Feld; Jan Ort</dc:creator><dcterms:created>2020-05-12T07:00:00Z</dcterms:created>',
      ),
      'docProps/custom.xml': custom({
        'source.kind': 'speech',
        'original.title': 'Der Kai',
        'original.publisher': 'Hafenblatt',
      }),
    })
    expect(source.meta).toMatchObject({
      title: 'The Quay',
      authors: ['Mira Feld', 'Jan Ort'],
      date: '2020-05-12',
      kind: 'speech',
      original: { title: 'Der Kai', publisher: 'Hafenblatt' },
    })
    expect(source.meta.foundIn).toMatchObject({ title: 'file properties', kind: 'custom file properties' })
  })

  test('what the text shows counts for more, and what programs fill in for nothing', async () => {
    const { source } = await open(
      styled('No decision on the quay', 'Titel') + p('By Mira Feld') + p('3 June 2021') + p(one) + p(two),
      {
        'word/styles.xml': styles,
        'docProps/core.xml': core(
          '<dc:title>Document1</dc:title><dc:creator>Microsoft Office User</dc:creator><dcterms:created>2020-05-12T07:00:00Z</dcterms:created>',
        ),
      },
    )
    expect(source.meta).toMatchObject({ title: 'No decision on the quay', authors: ['Mira Feld'], date: '2021-06-03' })
    expect(furniture(source)).toEqual([
      'title: No decision on the quay',
      'by-line: By Mira Feld',
      'date line: 3 June 2021',
    ])
  })
})

test('a strict file with prefixes of its own', async () => {
  const strict = docx('', {
    'word/document.xml': `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>${one}</x:t></x:r></x:p></x:body></x:document>`,
  })
  expect(outline((await read(strict, 'a.docx')).source)).toEqual([`paragraph: ${one}`])
  expect(wordNamespace).toContain('schemas.openxmlformats.org')
})
