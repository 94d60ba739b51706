import { editWithLibreOffice, findOfficePython, findProgram } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { chapters, expectSettled, make, mergeInto } from './book.js'
import { endMark, inDocument, run } from './word.js'

const sent = await make(chapters)
const [river] = chapters.map(({ text }) => text) as [string]

const written = `| Who   | What *it* does |
| ----- | -------------- |
| North | builds a dam   |
| South | waits \\| sees |
`

/** Changes the rows of the chapter's table. */
const inTable = (change: (rows: string[]) => string[], docx = sent.docx) =>
  inDocument(docx, xml => {
    const table = (xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).find(tbl => tbl.includes('builds a dam')) ?? ''
    const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
    return xml.replace(table, () => table.replace(/<w:tr>.*<\/w:tr>/s, () => change(rows).join('')))
  })

const cell = (words: string) => `<w:tc><w:p>${words === '' ? '' : run(words)}</w:p></w:tc>`
const row = (...words: string[]) => `<w:tr>${words.map(cell).join('')}</w:tr>`
const tracked = (kind: 'ins' | 'del', drawn: string) =>
  drawn.replace('<w:tr>', `<w:tr><w:trPr><w:${kind} w:id="77" w:author="Eve"/></w:trPr>`)
const cellsOf = (drawn: string) => drawn.match(/<w:tc>.*?<\/w:tc>/gs) ?? []
const withCells = (drawn: string, change: (cells: string[]) => string[]) =>
  drawn.replace(/<w:tc>.*<\/w:tc>/s, () => change(cellsOf(drawn)).join(''))

describe('tables of the chapters', () => {
  it.each<[string, (rows: string[]) => string[], string]>([
    [
      'take a new row',
      ([a, b, c]) => [a, b, row('West', 'looks | on'), c] as string[],
      written.replace('| South', '| West | looks \\| on |\n| South'),
    ],
    ['take a recorded row', rows => [...rows, tracked('ins', row('West', ''))], `${written}| West |  |\n`],
    ['lose a row', ([a, , c]) => [a, c] as string[], written.replace('| North | builds a dam   |\n', '')],
    [
      'lose a row that is recorded as taken out',
      ([a, b, c]) => [a, tracked('del', b as string), c] as string[],
      written.replace('| North | builds a dam   |\n', ''),
    ],
    [
      'have their rows in another order',
      ([a, b, c]) => [a, c, b] as string[],
      written.replace(/(.*North.*\n)(.*South.*\n)/, '$2$1'),
    ],
    [
      'have words changed in a row that moved',
      ([a, b, c]) => [a, c, b?.replace('builds a dam', 'builds two')] as string[],
      written.replace(/(.*North.*\n)(.*South.*\n)/, '$2$1').replace('a dam   |', 'two   |'),
    ],
    [
      'take a new column',
      rows =>
        rows.map((drawn, i) => withCells(drawn, ([a, b]) => [a, cell(['When', '2020', ''][i] ?? ''), b] as string[])),
      `| Who   | When | What *it* does |
| ----- | --- | -------------- |
| North | 2020 | builds a dam   |
| South |  | waits \\| sees |
`,
    ],
    [
      'lose a column',
      rows => rows.map(drawn => withCells(drawn, ([, b]) => [b as string])),
      `| What *it* does |
| -------------- |
| builds a dam   |
| waits \\| sees |
`,
    ],
    [
      'lose a row and have words changed in another',
      ([a, , c]) => [a, c?.replace('waits', 'sits')] as string[],
      written.replace('| North | builds a dam   |\n', '').replace('waits', 'sits'),
    ],
  ])('%s', async (_, change, expected) => {
    const docx = inTable(change)
    const merged = mergeInto(docx, chapters)
    expect(merged.diagnostics).toEqual([])
    expect(merged.chapters[0]?.text).toBe(river.replace(written, () => expected))
    await expectSettled(docx, merged.chapters)
  })

  it('go with all their rows', async () => {
    const docx = inDocument(sent.docx, xml => xml.replace(/<w:tbl>(?:(?!<w:tbl>).)*?builds a dam.*?<\/w:tbl>/s, ''))
    const merged = mergeInto(docx, chapters)
    expect(merged.chapters[0]?.text).toBe(river.replace(`${written}\n`, ''))
    expect(merged.applied).toHaveLength(1)
    await expectSettled(docx, merged.chapters)
  })

  it('take words in a cell that had none', async () => {
    const text = '# Rain\n\nBefore.\n\n| a | b |\n| - | - |\n| c |   |\n|   | d |\n'
    const files = [{ path: 'chapters/10-rain.md', text }]
    const made = await make(files)
    const docx = inDocument(made.docx, xml => {
      const empty = (xml.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).find(drawn => !drawn.includes('<w:t ')) ?? ''
      return xml.replace(empty, () => empty.replace('</w:p>', `${run('rain')}</w:p>`))
    })
    const merged = mergeInto(docx, files)
    expect(merged.diagnostics).toEqual([])
    expect(merged.chapters[0]?.text).toBe(files[0]?.text.replace('| c |   |', '| c | rain |'))
    await expectSettled(docx, merged.chapters)
  })

  it('are a conflict where the content changed the row that an editor took out', () => {
    const docx = inTable(([a, , c]) => [a, c] as string[])
    const now = [
      { ...chapters[0], text: river.replace('builds a dam', 'builds a wall') },
      chapters[1],
    ] as typeof chapters
    const merged = mergeInto(docx, now)
    expect(merged.conflicts).toBe(1)
    expect(merged.chapters).toEqual(now)
  })

  it('stay as they are where a paragraph beside them goes', async () => {
    const docx = inDocument(sent.docx, xml =>
      xml.replace(/<w:sdt>(?:(?!<w:sdt>).)*The end of.*?<\/w:sdt>/s, p =>
        p.replace('</w:pPr>', `${endMark('del')}</w:pPr>`).replace(/<w:r>.*<\/w:r>/s, ''),
      ),
    )
    expect(mergeInto(docx, chapters).chapters[0]?.text).toContain(written)
  })
})

const office = (await findProgram('soffice')) !== null && (await findOfficePython()) !== null

describe.skipIf(!office)('tables that were changed in LibreOffice', () => {
  const ids = sent.ledger.blocks.flatMap(block => (block.kind === 'written' && block.type === 'cell' ? [block.id] : []))
  const [, , north = '', builds = '', south = ''] = ids

  it('come home', async () => {
    const changes = [
      [
        { kind: 'row', place: north, texts: ['West', 'looks on'] },
        written.replace('| South', '| West | looks on |\n| South'),
      ],
      [{ kind: 'take-row', place: south }, written.replace(/\| South.*\n/, '')],
      [
        { kind: 'column', place: north, texts: ['When', '2020', '2021'] },
        written
          .replace('Who   |', 'Who   | When |')
          .replace('| ----- |', '| ----- | --- |')
          .replace('North |', 'North | 2020 |')
          .replace('South |', 'South | 2021 |'),
      ],
      [{ kind: 'take-column', place: builds }, '| Who   |\n| ----- |\n| North |\n| South |\n'],
    ] as const
    const sessions = changes.flatMap(([edit]) =>
      [false, true].map(record => ({ docx: sent.docx, record, edits: [edit] })),
    )
    const edited = await editWithLibreOffice(sessions)
    for (const [i, { docx }] of edited.entries()) {
      const merged = mergeInto(docx, chapters)
      expect(merged.diagnostics).toEqual([])
      expect(merged.chapters[0]?.text).toBe(river.replace(written, () => changes[i >> 1]?.[1] ?? ''))
      await expectSettled(docx, merged.chapters)
    }
  }, 120_000)
})
