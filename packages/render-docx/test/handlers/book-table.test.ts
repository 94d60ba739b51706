import { cell, line, row, stanceMark, text } from '@briefbook/ast'
import { describe, expect, it } from 'vitest'
import { bookOf, chapterOf, draw, inStyle, open, outline, p, tableOf, tokens } from '../fixture.js'

const fill = (hex: string) => `w:fill="${hex.slice(1).toUpperCase()}"`
/** The cells of the first table, as their XML. */
const cellsOf = (xml: string) => xml.match(/<w:tc>.*?<\/w:tc>/gs) ?? []

describe('tables', () => {
  it('have a caption that counts, the planned widths, a repeated head and marked first row and column', async () => {
    const { body } = await draw([tableOf({ legend: [stanceMark('favours'), text(' favours')] })])
    expect(outline(body)).toEqual([
      'Caption: Table 1. Who holds what',
      'TableHead: ',
      'TableHead: Night service',
      'TableRowHead: Northport',
      'TableText: wants it',
      'TableLegend: + favours',
    ])
    expect(inStyle(body, 'Caption')).toMatch(/w:name="matrix".*SEQ Table \\\* ARABIC <.*separate.*>1<.*"end"/)
    expect([...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(m => m[1])).toEqual(['2268', '7257'])
    expect(body).toContain('<w:tblLayout w:type="fixed"/>')
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(2)
    expect(body).toMatch(/<w:tblLook [^>]*w:firstRow="(1|true)"[^>]*w:firstColumn="(1|true)"/)
    expect(body).toContain('<w:tblCaption w:val="Who holds what"/><w:tblDescription w:val="Two towns by one issue."/>')
  })

  it('grounds cells by stance, state and level, heads by none', async () => {
    const { colours } = tokens
    const { body } = await draw([
      tableOf({
        columns: [{ widthMm: 30 }, { widthMm: 30 }, { widthMm: 30 }, { widthMm: 30 }, { widthMm: 30 }],
        head: [],
        children: [
          row(
            cell(['h'], { header: 'row', stance: 'favours' }),
            cell(['a'], { state: 'position', stance: 'concerned' }),
            cell(['b'], { state: 'position' }),
            cell(['c'], { state: 'mentioned' }),
            cell(['d'], { level: 4 }),
          ),
        ],
      }),
    ])
    const cells = cellsOf(body)
    expect(cells[0]).not.toContain('<w:shd')
    expect(cells[1]).toContain(fill(colours.stances.concerned))
    expect(cells[2]).not.toContain('<w:shd')
    expect(cells[3]).toContain(fill(colours.states.mentioned))
    expect(cells[4]).toContain(fill(colours.levels[4]))
  })

  it('tells the lines of a cell apart by style, at a size of their own where the plan says so', async () => {
    const lines = [
      line('stance', stanceMark('favours', 2)),
      line('finding', 'It wavers.'),
      line('evidence', 'LOG ¶3'),
      line('text', '12'),
    ]
    const { body, docx } = await draw([
      tableOf({ children: [row(cell(['x'], { header: 'row' }), cell(lines))] }),
      tableOf({ id: 'small', number: 2, fontSizePt: 7.5, head: [], children: [row(cell(lines), cell([]))] }),
    ])
    expect(outline(body)).toEqual([
      'Caption: Table 1. Who holds what',
      'TableHead: ',
      'TableHead: Night service',
      'TableRowHead: x',
      'TableStance: +2',
      'TableFinding: It wavers.',
      'TableEvidence: LOG ¶3',
      'TableText: 12',
      'Spacer: ',
      'Caption: Table 2. Who holds what',
      'TableStance7_5: +2',
      'TableFinding7_5: It wavers.',
      'TableEvidence7_5: LOG ¶3',
      'TableText7_5: 12',
      'TableText7_5: ',
      'Spacer: ',
    ])
    const styles = docx.part('word/styles.xml')
    expect(styles).toMatch(
      /w:styleId="TableFinding7_5"><w:name w:val="Table Finding 7.5 pt"\/><w:basedOn w:val="TableFinding"\/>.*?<w:sz w:val="15"\/>/,
    )
  })

  it('says of further pieces that they go on, and does not count them', async () => {
    const { body } = await draw([
      tableOf({ number: 1 }),
      tableOf({ id: 'matrix--2', number: 1, continuedFrom: 'matrix' }),
      tableOf({ id: 'next', number: 2 }),
    ])
    expect(outline(body).filter(line => line.startsWith('Caption'))).toEqual([
      'Caption: Table 1. Who holds what',
      'Caption: Table 1. Who holds what (continued from p.\u00a0–)',
      'Caption: Table 2. Who holds what',
    ])
    expect(body.match(/ SEQ Table \\\* ARABIC </g)).toHaveLength(2)
  })

  it('sets the count where the book does not count on', async () => {
    const { body } = await draw([tableOf({ number: 4 })])
    expect(body).toContain('SEQ Table \\* ARABIC \\r 4 ')
  })

  it('carries its bookmark in the first cell where it has no caption, and no number where it has none', async () => {
    const { body } = await draw([
      tableOf({ number: null, caption: '' }),
      tableOf({ id: 'named', number: null, caption: 'Just a name' }),
    ])
    expect(outline(body).filter(line => line.startsWith('Caption'))).toEqual(['Caption: Just a name'])
    expect(cellsOf(body)[0]).toContain('w:name="matrix"')
  })

  it('lets a row break that would leave half a page empty', async () => {
    const long = 'many words '.repeat(900)
    const { body } = await draw([
      tableOf({ children: [row(cell(['x'], { header: 'row' }), cell([long])), row(cell(['y']), cell(['short']))] }),
    ])
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(2)
  })

  it('keeps a table on one page that is to stand together, and lets others run over many', async () => {
    const children = Array.from({ length: 3 }, (_, i) => row(cell([`r${i}`], { header: 'row' }), cell([`v${i}`])))
    const kept = async (together: boolean) => {
      const { body } = await draw([tableOf({ together, children })])
      return outline(body).filter((_, i) => /<w:keepNext\/>/.test((body.match(/<w:p>.*?<\/w:p>/gs) ?? [])[i] ?? ''))
    }
    expect(await kept(true)).toEqual([
      'TableHead: ',
      'TableHead: Night service',
      'TableRowHead: r0',
      'TableText: v0',
      'TableRowHead: r1',
      'TableText: v1',
    ])
    expect(await kept(false)).toEqual([])
  })

  it('sets figures below each other, their head as well', async () => {
    const { body } = await draw([tableOf({ columns: [{ widthMm: 40 }, { widthMm: 20, align: 'end' }] })])
    const cells = cellsOf(body)
    expect(cells.filter((_, i) => i % 2 === 1).every(one => one.includes('<w:jc w:val="end"/>'))).toBe(true)
    expect(cells[0]).not.toContain('<w:jc w:val="end"/>')
  })

  it('draws rows that are too short or too long, and no table without rows', async () => {
    const { body } = await draw([
      tableOf({ head: [row()], children: [row(cell(['only'])), row(cell(['a']), cell(['b']), cell(['cut'])), row()] }),
      tableOf({ id: 'none', number: 2, head: [], children: [] }),
    ])
    expect(body.match(/<w:tbl>/g)).toHaveLength(1)
    expect(outline(body)).toContain('TableText: b')
    expect(outline(body)).not.toContain('TableText: cut')
    expect(body).not.toContain('<w:tblHeader/>')
  })
})

describe('turned pages', () => {
  const wide = (id: string, number: number) =>
    tableOf({ id, number, orientation: 'landscape', columns: [{ widthMm: 55 }, { widthMm: 200 }] })
  const sections = (xml: string) =>
    [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([section]) => ({
      orient: /w:orient="(\w+)"/.exec(section)?.[1],
      width: Number(/w:pgSz w:w="(\d+)"/.exec(section)?.[1]),
      type: /<w:type w:val="(\w+)"/.exec(section)?.[1],
      heads: (section.match(/headerReference/g) ?? []).length,
    }))

  it('hold wide tables, together where they follow one another, with the heads of the pages before', async () => {
    const { document } = await draw([p('before'), p('and'), p('more'), wide('a', 1), wide('b', 2), p('after')])
    expect(sections(document)).toEqual([
      { orient: 'portrait', width: 11906, type: 'nextPage', heads: 0 },
      { orient: 'portrait', width: 11906, type: 'nextPage', heads: 2 },
      { orient: 'portrait', width: 11906, type: 'oddPage', heads: 1 },
      { orient: 'landscape', width: 16838, type: 'nextPage', heads: 0 },
      { orient: 'portrait', width: 11906, type: 'nextPage', heads: 0 },
    ])
  })

  it('are shared by chapters that follow one another', async () => {
    const book = bookOf([])
    const children = [chapterOf(1, 'One', [wide('a', 1)]), chapterOf(2, 'Two', [wide('b', 2)])]
    const { document } = await open({ ...book, children: book.children.map(part => ({ ...part, children })) })
    expect(sections(document).map(s => s.orient)).toEqual(['portrait', 'portrait', 'portrait', 'landscape'])
  })
})
