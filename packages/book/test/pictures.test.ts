import type { Actor, ActorPair, BookBlock, BookCell, Chart, GridDrawing } from '@briefbook/ast'
import { unknownAdvances } from '@briefbook/ast'
import { describe, expect, it } from 'vitest'
import { inCamps } from '../src/compose/pictures/agreement.js'
import { pageGeometry } from '../src/layout/geometry.js'
import { type GridContent, layGrid } from '../src/layout/grid.js'
import { labelWidth, shorten, wrap } from '../src/layout/labels.js'
import { layoutSettings } from '../src/layout/table.js'
import { analysis, chapterOf, codebook, compose } from './fixture.js'

const chartsIn = (blocks: readonly BookBlock[]): Chart[] => blocks.filter(node => node.type === 'chart')
const gridOf = (chart: Chart | undefined) => chart?.drawing as GridDrawing

const width = labelWidth(unknownAdvances, 7.5, 'bold')
const page = { topMm: 24, bottomMm: 24, innerMm: 24, outerMm: 18, notesMm: 36, notesGapMm: 6, edgeMm: 0 }

describe('labels', () => {
  it('are broken where a line may break, and cut where there is no room', () => {
    const [first, ...rest] = wrap('Ministry for Reconstruction and Development', width('Ministry for Recon'), 3, width)
    expect([first, ...rest].join(' ').replace(/…/g, '')).toContain('Ministry for')
    expect(wrap('水坝与河流管理委员会', width('水坝与河'), 3, width)).toEqual(['水坝与河', '流管理委', '员会'])
    expect(wrap('One two three four', width('One two'), 2, width).at(-1)).toMatch(/^three.*…$/)
    expect(shorten('Arland', width('Arland'), width)).toBe('Arland')
  })
  it('are never wider than they may be', () => {
    const names = [
      'Donaudampfschifffahrtsgesellschaft',
      'Управление водными ресурсами',
      'وزارة الموارد المائية',
      'A B C D E F',
    ]
    for (const name of names) {
      for (const mm of [8, 15, 30]) {
        for (const line of wrap(name, mm, 2, width)) expect(width(line), `${name} ${mm}`).toBeLessThanOrEqual(mm)
      }
    }
  })
})

describe('layGrid', () => {
  const content = (rows: number, columns: number): GridContent => ({
    id: 'coverage-picture',
    kind: 'coverage',
    caption: 'What the sources cover',
    alternative: 'Everything.',
    rows: Array.from({ length: rows }, (_, i) => ({ label: `Ministry for Reconstruction ${i}` })),
    columns: Array.from({ length: columns }, (_, i) => ({ label: `Rights of navigation on the upper river ${i}` })),
    marks: Array.from({ length: rows * columns }, (_, i) => ({
      row: Math.floor(i / columns),
      column: i % columns,
      area: 1,
      paint: 'amount' as const,
      text: String(i),
      target: null,
    })),
    key: [],
  })
  it.each([
    ['A4', 5, 4],
    ['A4', 60, 20],
    ['Letter', 25, 25],
    ['A5', 9, 11],
    ['A5', 60, 40],
    ['A4', 130, 3],
  ] as const)('fits on %s with %i rows and %i columns, every mark once', (paper, rows, columns) => {
    const geometry = pageGeometry(paper, page)
    const settings = layoutSettings(geometry, { tablePt: 8, tableLeastPt: 7.5, lineHeight: 1.3 }, unknownAdvances)
    const charts = layGrid(content(rows, columns), settings)
    const texts: string[] = []
    for (const chart of charts) {
      const drawing = gridOf(chart)
      const across = drawing.rowHeadMm + drawing.columns.length * drawing.cellWidthMm + drawing.overhangMm
      const down = drawing.columnHeadMm + drawing.rows.length * drawing.cellHeightMm
      expect(across).toBeLessThanOrEqual(geometry.portrait.widthMm + 0.01)
      expect(down).toBeLessThanOrEqual(geometry.portrait.heightMm - 12)
      expect(drawing.fontPt).toBeGreaterThanOrEqual(7.5)
      expect(drawing.cellHeightMm).toBeGreaterThan(3)
      texts.push(...drawing.marks.map(mark => mark.text))
    }
    expect(new Set(texts).size).toBe(rows * columns)
    expect(texts).toHaveLength(rows * columns)
  })
})

describe('pictures', () => {
  it('are numbered and listed apart from the tables', () => {
    const { book } = compose({ 'a.md': '# A\n\n![A map](map.png)\n\n::stances{actor=north}\n\n![](rule.png)\n' })
    expect(book.charts.map(({ number }) => number)).toEqual(book.charts.map((_, i) => String(i + 1)))
    expect(book.charts.map(({ id }) => id)).toEqual(['picture-map', 'actor-north-stances', 'coverage-picture'])
    expect(book.tables.map(({ number }) => number)).toEqual(book.tables.map((_, i) => String(i + 1)))
  })
  it('of what the sources cover say how much, and what nobody speaks of', () => {
    const [chart] = chartsIn(chapterOf('# One\n\n::coverage{picture}\n').blocks)
    expect(chart?.alternative).toBe(
      '3 statements of 2 sources on 2 issues. Most are in OBS (2), most on The dam (3). No source speaks of Fishing. 2 of 4 cells are empty.',
    )
    expect(gridOf(chart).marks.map(({ row, column, area, text }) => [row, column, area, text])).toEqual([
      [0, 0, 1, '2'],
      [1, 0, 0.5, '1'],
    ])
  })
  it('of an actor have a line for each stance, from for to against, with its sign', () => {
    const [chart] = chartsIn(chapterOf('# One\n\n::stances{actor=south}\n').blocks)
    expect(gridOf(chart).rows.map(({ sign, lines }) => [sign, ...lines])).toEqual([
      ['!', 'concerned'],
      ['−', 'opposes'],
    ])
    expect(gridOf(chart).marks.map(({ paint, target }) => [paint, target])).toEqual([
      ['concerned', 'actor-south-dam'],
      ['opposes', 'actor-south-dam'],
    ])
    expect(chart?.alternative).toContain('The dam: 1 concerned, 1 opposes')
  })
  it('of an actor that is not there are told, with the nearest', () => {
    expect(chapterOf('# One\n\n::stances{actor=suth}\n').told).toEqual(['chapters/10-test.md:3:1 actor-is-known'])
    expect(chapterOf('# One\n\n::stances\n').told).toEqual(['chapters/10-test.md:3:1 directive-is-well-formed'])
  })
  it('of agreement show who is together above the diagonal and who apart below it', () => {
    const pairs: ActorPair[] = [
      { actors: ['north', 'south'], together: [], apart: ['dam'], normalised: { together: 0, apart: 1 } },
      { actors: ['north', 'island'], together: ['dam', 'fish'], apart: [], normalised: { together: 1, apart: 0 } },
    ]
    const { book } = compose({}, 'title: Dams\n', {
      analysis: { ...analysis, agreements: { ...analysis.agreements, pairs } },
    })
    const [chart] = book.children
      .flatMap(part => part.children)
      .filter(({ id }) => id === 'agreements')
      .flatMap(({ children }) => chartsIn(children))
    const { rows, marks } = gridOf(chart)
    expect(rows.map(({ lines }) => lines.join(' '))).toEqual(['North', 'Island', 'South'])
    expect(marks.filter(({ paint }) => paint !== null).map(({ row, column, text }) => [row, column, text])).toEqual([
      [0, 1, '=2'],
      [2, 0, '≠1'],
    ])
    expect(chart?.alternative).toContain('Most often together: North and Island (2).')
  })
  it('of agreement between many go by numbers, which the square of the same actors has too', () => {
    const actors = Array.from({ length: 12 }, (_, i) => ({
      ...(codebook.actors[0] as Actor),
      id: `a${i}`,
      name: `Actor ${i}`,
    }))
    const pairs = actors.slice(1).map(
      ({ id }): ActorPair => ({
        actors: ['a0', id],
        together: ['dam'],
        apart: [],
        normalised: { together: 1, apart: 0 },
      }),
    )
    const { book } = compose({}, 'title: Dams\n', {
      codebook: { ...codebook, actors },
      analysis: { ...analysis, agreements: { ...analysis.agreements, pairs } },
    })
    const blocks = book.children.flatMap(part => part.children).find(({ id }) => id === 'agreements')?.children ?? []
    const { rows, columns } = gridOf(chartsIn(blocks)[0])
    expect(rows.map(({ sign }) => sign)).toEqual(columns.map(({ lines }) => lines.join('')))
    expect(new Set(rows.map(({ sign, lines }) => `${sign} ${lines.join(' ')}`)).has('12 Actor 11')).toBe(true)
    const square = blocks.find(node => node.type === 'bookTable')
    const words = (cell: BookCell | undefined) =>
      cell?.children.flatMap(l => l.children.map(n => ('value' in n ? n.value : '')))
    expect(words(square?.head[0]?.children[12])).toEqual(['12'])
    expect(words(square?.children[11]?.children[0])).toEqual(['12\u00a0 Actor 11'])
  })
  it('of time lead to the rows of the table', () => {
    const timeline = ['2019', '2020-03', '2021-08-15', '2021-08-20'].map((date, i) => ({
      ...(analysis.timeline[0] as (typeof analysis.timeline)[number]),
      date,
      precision: (['year', 'month', 'day', 'day'] as const)[i] ?? 'day',
      status: (['past', 'planned', 'reported', 'past'] as const)[i] ?? 'past',
    }))
    const { book } = compose({}, 'title: Dams\n', { analysis: { ...analysis, timeline } })
    const blocks = book.children.flatMap(part => part.children).find(({ id }) => id === 'timeline')?.children ?? []
    const drawing = chartsIn(blocks)[0]?.drawing
    if (drawing?.type !== 'timeline') throw new Error('there is no picture of time')
    expect(drawing.events.map(({ from, to, status }) => [from, to, status])).toEqual([
      ['2019-01-01', '2019-12-31', 'past'],
      ['2020-03-01', '2020-03-31', 'planned'],
      ['2021-08-15', null, 'reported'],
      ['2021-08-20', null, 'past'],
    ])
    const table = blocks.find(node => node.type === 'bookTable')
    expect(table?.children.map(row => row.id)).toEqual(drawing.events.map(({ target }) => target))
  })
})

describe('inCamps', () => {
  const pair = (a: string, b: string, together: number, apart: number): ActorPair => ({
    actors: [a, b],
    together: [],
    apart: [],
    normalised: { together, apart },
  })
  it('puts those next to each other who stand together, and loses nobody', () => {
    const pairs = [pair('a', 'c', 1, 0), pair('b', 'd', 1, 0), pair('a', 'b', 0, 1), pair('c', 'd', 0.1, 0)]
    const pairOf = (x: string, y: string) => pairs.find(({ actors }) => actors.includes(x) && actors.includes(y))
    expect(inCamps(['a', 'b', 'c', 'd', 'e'], pairOf)).toEqual(['a', 'c', 'd', 'b', 'e'])
    expect(inCamps([], pairOf)).toEqual([])
    expect(
      inCamps(
        codebook.actors.map(({ id }) => id),
        () => undefined,
      ),
    ).toHaveLength(3)
  })
})
