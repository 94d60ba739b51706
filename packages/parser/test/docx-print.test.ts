import type { Source } from '@briefbook/ast'
import { describe, expect, test } from 'vitest'
import { docx, furniture, outline, p, part, read, t } from './helpers.js'
import { checkSource, uncovered } from './invariants.js'

const one = 'The council of the harbour met for the third time this year and took no decision at all.'
const two = 'Nobody who had been in the room wanted to speak about it to the papers afterwards.'

/** Stands in front, for short lines at the head of a document are its title. */
const lead = 'Ships came and went in those years as they had always done, and the clerks wrote all of them down.'

async function open(body: string, parts: { [name: string]: string } = {}) {
  const result = await read(docx(p(lead) + body, parts), 'a.docx')
  checkSource(result.source)
  // Numbers in front of items are their markers.
  const { lost, twice } = uncovered(result.source, word => /^\d$/.test(word))
  expect({ lost, twice }).toEqual({ lost: [], twice: [] })
  return result
}

const bodyOf = (source: Source) => outline(source).slice(1)
const lines = async (body: string, parts: { [name: string]: string } = {}) => bodyOf((await open(body, parts)).source)

const style = (id: string, name: string, inner = '', type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`
const styled = (text: string, id: string) => p(text, `<w:pStyle w:val="${id}"/>`)
const item = (text: string, list: number, level = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

describe('styles', () => {
  test.each([
    ['Word, in any language, writes the English name', 'berschrift1', 'heading 1', 'heading 1'],
    ['other programs write the name that they show', 'P1', 'Überschrift 2', 'heading 1'],
    ['French', 'Titre1', 'Titre 1', 'heading 1'],
    ['Russian', 'a1', 'Заголовок 1', 'heading 1'],
    ['Chinese', 'b1', '标题 1', 'heading 1'],
    ['a quotation in German', 'Z', 'Zitat', 'quotation'],
    ['a block of text', 'B', 'Block Text', 'quotation'],
    ['none of these', 'X', 'Headline News 1', 'paragraph'],
  ])('%s', async (_, id, name, expected) => {
    const styles = part('styles', style(id, name))
    expect((await lines(styled('A short line', id) + p(one), { 'word/styles.xml': styles }))[0]).toBe(
      `${expected}: A short line`,
    )
  })

  test('a style that the file does not have is known by its id', async () => {
    expect(await lines(styled('A short line', 'Heading2') + p(one))).toEqual([
      'heading 1: A short line',
      `paragraph: ${one}`,
    ])
  })

  test('a character style hides text, and sets a line apart', async () => {
    const styles = part(
      'styles',
      style('V', 'Secret', '<w:rPr><w:vanish/></w:rPr>', 'character') +
        style('S', 'Loud', '<w:rPr><w:b/></w:rPr>', 'character'),
    )
    const { source } = await open(
      p(t('A short line', '<w:rStyle w:val="S"/>')) + p(t(one) + t(' Not for print.', '<w:rStyle w:val="V"/>')),
      { 'word/styles.xml': styles },
    )
    expect(bodyOf(source)).toEqual(['heading 1: A short line', `paragraph: ${one}`])
    expect(furniture(source)).toEqual(['hidden text: Not for print.'])
  })

  test('a line in larger type is set apart', async () => {
    expect(
      (await lines(p(one) + p(t('A short line', '<w:sz w:val="32"/>')) + p(t(two, '<w:sz w:val="22"/>'))))[1],
    ).toBe('heading 1: A short line')
  })

  test('a paragraph drawn in on both sides is a quotation, unless all of them are, or it is centred', async () => {
    const drawn = '<w:ind w:left="720" w:right="720"/>'
    const kinds = async (body: string) => (await lines(body)).map(line => line.replace(/:.*/, ''))
    expect(await kinds(p(one) + p(two, drawn) + p(one))).toEqual(['paragraph', 'quotation', 'paragraph'])
    expect(await kinds(p(one, drawn) + p(two, drawn) + p(one))).toEqual(['paragraph', 'paragraph', 'paragraph'])
    expect(await kinds(p(one) + p(two, `${drawn}<w:jc w:val="center"/>`) + p(one))).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })

  test('a large first letter belongs to the paragraph behind it', async () => {
    expect(await lines(p('T', '<w:framePr w:dropCap="drop" w:lines="3"/>') + p('he quay is old.') + p(one))).toEqual([
      'paragraph: The quay is old.',
      `paragraph: ${one}`,
    ])
  })
})

describe('lists', () => {
  const level = (n: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const abstract = (id: number, inner: string) => `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`
  const num = (id: number, base: number, inner = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${base}"/>${inner}</w:num>`

  test('a list that begins anew with the number that the shared one begins with', async () => {
    const numbering = part(
      'numbering',
      abstract(1, level(0, 'decimal', '%1.')) +
        num(1, 1) +
        num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
        num(3, 1),
    )
    const body = item('a', 1) + item('b', 1) + item('anew', 2) + item('on', 2) + item('and on', 3) + p(one)
    expect((await lines(body, { 'word/numbering.xml': numbering })).slice(0, -1)).toEqual([
      'item 1 (1): a',
      'item 1 (2): b',
      'item 1 (1): anew',
      'item 1 (2): on',
      'item 1 (3): and on',
    ])
  })

  test('legal numbers, a list that a list style defines, a level that a paragraph style stands for', async () => {
    const numbering = part(
      'numbering',
      abstract(
        1,
        `<w:styleLink w:val="L"/>${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="S"/><w:isLgl/>')}`,
      ) +
        abstract(2, '<w:numStyleLink w:val="L"/>') +
        num(1, 1) +
        num(2, 2),
    )
    const styles = part('styles', style('S', 'Clause', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'))
    const body = item('a', 2) + styled('b', 'S') + item('c', 2) + styled('d', 'S') + p(one)
    expect((await lines(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles })).slice(0, -1)).toEqual([
      'item 1 (I): a',
      'item 2 (1.1): b',
      'item 1 (II): c',
      'item 2 (2.1): d',
    ])
  })

  test.each([
    ['lowerLetter', 28, 'bb'],
    ['ordinal', 22, '22nd'],
    ['ordinal', 12, '12th'],
    ['chicago', 6, '††'],
    ['russianLower', 3, 'в'],
    ['decimalZero', 7, '07'],
    ['decimalEnclosedCircle', 3, '③'],
    ['chineseCounting', 21, '二十一'],
    ['thaiNumbers', 10, '๑๐'],
    ['unheardOf', 4, '4'],
    ['lowerLetter', 1e300, '1e+300'],
    ['upperRoman', 2.5, 'II'],
  ])('%s %d is %s', async (format, start, printed) => {
    const numbering = part(
      'numbering',
      abstract(1, level(0, format, '%1').replace('w:start w:val="1"', `w:start w:val="${start}"`)) + num(1, 1),
    )
    expect((await lines(item('a', 1) + p(one), { 'word/numbering.xml': numbering }))[0]).toBe(`item 1 (${printed}): a`)
  })

  test('bullets and numbers that were typed', async () => {
    const body =
      p('• a quay') + p('•\u00a0a mole') + p(one) + p('1) ships') + p('2) boats') + p(two) + p('3. May was wet.')
    expect(await lines(body.replaceAll('\u00a0', '&#160;'))).toEqual([
      'item 1: a quay',
      'item 1: a mole',
      `paragraph: ${one}`,
      'item 1 (1): ships',
      'item 1 (2): boats',
      `paragraph: ${two}`,
      'paragraph: 3. May was wet.',
    ])
  })
})

describe('characters', () => {
  const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
  test.each([
    ['Symbol, by its place in the private area', sym('Symbol', 'F061'), 'α'],
    ['Symbol, by its own code', sym('Symbol', '62'), 'β'],
    ['Wingdings, an arrow', sym('Wingdings', 'F0E0'), '→'],
    ['a run in Symbol', t('abg', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), 'αβγ'],
    ['a font that nobody knows', sym('Corporate Logos', 'F041'), ''],
    ['a font of letters', sym('Arial', '2192'), '→'],
  ])('%s', async (_, run, expected) => {
    expect((await lines(p(t('So:') + run) + p(one)))[0]).toBe(`paragraph: So:${expected}`.trim())
  })

  test('an alternative that holds text, and a table in a paragraph', async () => {
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    const alternative = `<w:r><mc:AlternateContent ${mc}><mc:Choice Requires="new"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>`
    const table = `<w:tbl><w:tr><w:tc>${p('astray')}</w:tc></w:tr></w:tbl>`
    expect(await lines(`<w:p>${t('A ')}${alternative}${t(' mole')}${table}</w:p>${p(one)}`)).toEqual([
      'paragraph: A new mole',
      'paragraph: astray',
      `paragraph: ${one}`,
    ])
  })
})

describe('fields and controls', () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`

  test('the result of a field within the instruction of another is not printed', async () => {
    const inner = mark('begin') + code('NAME') + mark('separate') + t('Feld') + mark('end')
    const { source } = await open(
      p(t('To ') + mark('begin') + code('IF ') + inner + mark('separate') + t('Mira') + mark('end')) + p(one),
    )
    expect(bodyOf(source)[0]).toBe('paragraph: To Mira')
    expect(furniture(source)).toEqual(['field code: Feld'])
  })

  test('a field that never ends swallows nothing', async () => {
    expect((await lines(p(mark('begin') + code('IF ') + t('Kept.')) + p(one)))[0]).toBe('paragraph: Kept.')
  })

  test('a table of contents without a control around it, and its head', async () => {
    const entries =
      p(mark('begin') + code('TOC \\o') + mark('separate') + t('Costs 3')) + p(t('Fees 4')) + p(mark('end'))
    const { source } = await open(p(t('What is inside', '<w:b/>')) + entries + p(one))
    expect(bodyOf(source)).toEqual([`paragraph: ${one}`])
    expect(furniture(source)).toEqual([
      'table of contents: What is inside',
      'table of contents: Costs 3',
      'table of contents: Fees 4',
    ])
  })

  test('what a form asks for is not its text', async () => {
    const control = '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
    const { source } = await open(
      p(`${t('Name: ')}${control}${t('Type here.')}</w:sdtContent></w:sdt>`) +
        `${control}${p('Or here.')}</w:sdtContent></w:sdt>${p(one)}`,
    )
    expect(bodyOf(source)).toEqual(['paragraph: Name:', `paragraph: ${one}`])
    expect(furniture(source)).toEqual(['placeholder: Type here.', 'placeholder: Or here.'])
  })
})

describe('tables', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
  const first = async (body: string) => {
    const block = (await open(body + p(one))).source.children[1]
    if (block?.type !== 'table') throw new Error(`not a table: ${block?.text}`)
    return {
      text: block.text,
      head: block.head,
      rows: block.rows.map(cells => cells.map(([a, b]) => block.text.slice(a, b))),
    }
  }

  test('merged cells keep their words once, and the grid its columns', async () => {
    const wide = cell('Ships', '<w:gridSpan w:val="2"/>')
    const tall = cell('', '<w:vMerge/>')
    expect(
      await first(
        table(
          row(cell('Year', '<w:vMerge w:val="restart"/>'), wide),
          row(tall, cell('old'), cell('new')),
          row(cell('2020'), cell('4'), cell('9')),
        ),
      ),
    ).toEqual({
      text: 'Year | Ships /  | old | new / 2020 | 4 | 9',
      head: false,
      rows: [
        ['Year', 'Ships', ''],
        ['', 'old', 'new'],
        ['2020', '4', '9'],
      ],
    })
  })

  test('a grid that is much finer than its cells is not filled', async () => {
    const wide = (text: string) => cell(text, '<w:gridSpan w:val="60"/>')
    expect((await first(table(row(wide('a'), wide('b')), row(wide('c'), wide('d'))))).rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test.each([
    ['bold', row(`<w:tc>${p(t('Year', '<w:b/>'))}</w:tc>`, `<w:tc>${p(t('Ships', '<w:b/>'))}</w:tc>`), true],
    ['shaded', row(cell('Year', '<w:shd w:fill="DDDDDD"/>'), cell('Ships', '<w:shd w:fill="DDDDDD"/>')), true],
    ['like the others', row(cell('Year'), cell('Ships')), false],
  ])('a first row that is %s', async (_, head, expected) => {
    expect((await first(table(head, row(cell('2020'), cell('4'))))).head).toBe(expected)
  })

  test('one that lays out the page is its paragraphs: one column, columns of prose, tables in it', async () => {
    const long = Array.from({ length: 10 }, () => one).join(' ')
    expect(await lines(table(row(cell(one)), row(cell(''), cell(two))))).toEqual([
      `paragraph: ${one}`,
      `paragraph: ${two}`,
    ])
    expect(await lines(table(row(cell('Aside'), cell(long))))).toEqual(['paragraph: Aside', `paragraph: ${long}`])
    const inner = table(row(cell('a'), cell('b')), row(cell('c'), cell('d')))
    expect(await lines(table(row(cell('Fee'), `<w:tc>${inner}<w:p/></w:tc>`)) + p(one))).toEqual([
      'paragraph: Fee',
      'table: a | b / c | d',
      `paragraph: ${one}`,
    ])
  })

  test('what is not of the text stays outside', async () => {
    const { source } = await open(
      table(row(`<w:tc>${p(t('a') + t(' hid', '<w:vanish/>'))}</w:tc>`, cell('b')), row(cell('c'), cell('d'))) + p(one),
    )
    expect(bodyOf(source)[0]).toBe('table: a | b / c | d')
    expect(furniture(source)).toEqual(['hidden text: hid'])
  })
})

describe('notes', () => {
  const reference = (id: number, kind = 'footnote') => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`
  const section = (inner: string) => p('', `<w:sectPr><w:footnotePr>${inner}</w:footnotePr></w:sectPr>`)
  const notes = {
    'word/footnotes.xml': part('footnotes', note(1, 'Note a.') + note(2, 'Note b.') + note(3, 'Note c.')),
  }

  test('are numbered in the format of their section, and begin anew where it says so', async () => {
    const letters = '<w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/>'
    const body =
      p(t('First.') + reference(1)) +
      p(t('Second.') + reference(2)) +
      section(letters) +
      p(t('Third.') + reference(3)) +
      p(one) +
      section(letters)
    expect(await lines(body, notes)).toEqual([
      'paragraph: First.',
      'footnote (a): Note a.',
      'paragraph: Second.',
      'footnote (b): Note b.',
      'paragraph: Third.',
      'footnote (a): Note c.',
      `paragraph: ${one}`,
    ])
  })

  test('are numbered as the whole document says', async () => {
    const settings = part(
      'settings',
      '<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>',
    )
    const endnotes = part('endnotes', `<w:endnote w:id="1">${p('At the end.')}</w:endnote>`)
    const body = p(t('First.') + reference(1) + reference(1, 'endnote') + reference(2)) + p(one)
    expect(await lines(body, { ...notes, 'word/settings.xml': settings, 'word/endnotes.xml': endnotes })).toEqual([
      'paragraph: First.',
      'footnote (*): Note a.',
      'footnote (1): At the end.',
      'footnote (†): Note b.',
      `paragraph: ${one}`,
    ])
  })

  test('can have a sign of their own, which is not counted', async () => {
    const own =
      '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:sym w:font="Symbol" w:char="F0A7"/></w:r>'
    expect(await lines(p(t('First.') + own + t(' Second.') + reference(2)) + p(one), notes)).toEqual([
      'paragraph: First. Second.',
      'footnote (♣): Note a.',
      'footnote (1): Note b.',
      `paragraph: ${one}`,
    ])
  })

  test('a raised number without a note is one of the text', async () => {
    const raised = (text: string) => t(text, '<w:vertAlign w:val="superscript"/>')
    expect(
      (await lines(p(t('So (x') + raised('2') + t(') it is, and U') + raised('3') + t(' too.')) + p(one)))[0],
    ).toBe('paragraph: So (x2) it is, and U3 too.')
  })
})

describe('tracked changes', () => {
  const by = (author: string) => `w:id="1" w:author="${author}"`
  const told = async (body: string) => {
    const { source, diagnostics } = await open(body + p(one))
    const message = diagnostics.find(({ rule }) => rule === 'source-is-read-as-accepted')?.message
    return { first: bodyOf(source)[0], changes: /\((.*)\)/.exec(message ?? '')?.[1] }
  }

  test('are counted by their authors; pieces that touch are one', async () => {
    const insert = (author: string, text: string) => `<w:ins ${by(author)}>${t(text)}</w:ins>`
    expect(
      await told(
        p(
          insert('Mira', 'One') +
            insert('Mira', ' two') +
            t(' and ') +
            insert('Mira', 'three') +
            `<w:del ${by('Jan')}>${t('x')}</w:del>`,
        ),
      ),
    ).toEqual({ first: 'paragraph: One two and three', changes: 'Mira: 2 insertions; Jan: 1 deletion' })
  })

  test('a paragraph that was moved away, a cell that was deleted, a mark that was deleted in front of a table', async () => {
    const moved = p(`<w:moveFrom ${by('A')}>${t('away')}</w:moveFrom>`, `<w:rPr><w:moveFrom ${by('A')}/></w:rPr>`)
    expect(await told(moved + p(two))).toEqual({ first: `paragraph: ${two}`, changes: 'A: 1 move' })
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
    const rows = `<w:tr>${cell('a')}${cell('gone', `<w:cellDel ${by('A')}/>`)}${cell('b')}</w:tr><w:tr>${cell('c')}${cell('d')}</w:tr>`
    expect((await told(`<w:tbl>${rows}</w:tbl>`)).first).toBe('table: a | b / c | d')
    const deleted = p('Before.', `<w:rPr><w:del ${by('A')}/></w:rPr>`)
    expect(await lines(`${deleted}<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr></w:tbl>${p(one)}`)).toEqual([
      'paragraph: Before.',
      'table: a | b',
      `paragraph: ${one}`,
    ])
  })
})

describe('pages', () => {
  const rendered = '<w:r><w:lastRenderedPageBreak/></w:r>'
  const pages = async (body: string, parts: { [name: string]: string } = {}) =>
    (await open(body, parts)).source.children.slice(1).map(block => block.page ?? null)
  const app = (n: number) => ({
    'docProps/app.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office Word</Application><Pages>${n}</Pages></Properties>`,
  })

  test('a block stands on the page that its text begins on', async () => {
    expect(await pages(p(one) + p(rendered + t(two)) + p(t(one) + rendered + t(two)) + p(one))).toEqual([1, 2, 2, 3])
  })

  test('a break that the author set counts once, whether Word left its mark behind it or not', async () => {
    const set = p('<w:r><w:br w:type="page"/></w:r>')
    expect(await pages(p(one) + set + p(rendered + t(two)) + set + p(one))).toEqual([1, 2, 3])
    expect(await pages(p(one) + p(rendered + t(two)) + p(one, '<w:pageBreakBefore/>'))).toEqual([1, 2, 3])
  })

  test('cells beside each other reach the same page', async () => {
    const cell = `<w:tc>${p(t('a') + rendered + t('b'))}</w:tc>`
    expect(await pages(`${p(one)}<w:tbl><w:tr>${cell}${cell}</w:tr></w:tbl>${p(two)}`)).toEqual([1, 1, 2])
  })

  test('columns are marked like pages: from there on nobody can tell', async () => {
    const columns = p('', '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2"/></w:sectPr>')
    expect(await pages(p(one) + p(rendered + t(two)) + p(one) + columns)).toEqual([1, null, null])
  })

  test('where Word counted others when it saved the file, it was worked on since', async () => {
    expect(await pages(p(one) + p(rendered + t(two)), app(2))).toEqual([1, 2])
    expect(await pages(p(one) + p(rendered + t(two)), app(9))).toEqual([null, null])
  })
})

describe('languages', () => {
  const lang = (language: string) => `<w:lang w:val="${language}"/>`
  const german = 'Der Rat des Hafens trat in diesem Jahr zum dritten Mal zusammen und traf keine Entscheidung.'

  test('a passage in another language says so, where its words or letters bear out what the keyboard was set to', async () => {
    const { source } = await open(
      p(t(one, lang('en-GB'))) +
        p(t(two, lang('de-DE'))) +
        p(t('Short.', lang('de-DE'))) +
        p(t(german, lang('de-DE'))) +
        p(t('Гавань.', lang('ru-RU'))) +
        p(t(one, lang('en-US'))) +
        p(t(two, lang('en-US'))),
    )
    expect(source.children.slice(1).map(block => block.language ?? null)).toEqual([
      null,
      null,
      null,
      'de-DE',
      'ru-RU',
      null,
      null,
    ])
  })
})
