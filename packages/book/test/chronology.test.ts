import type { BookCell, BookTable, Figure, TimelineEntry } from '@briefbook/ast'
import { describe, expect, it } from 'vitest'
import { printInterval } from '../src/strings/en.js'
import { analysis, compose } from './fixture.js'

const words = (node: unknown): string => {
  const { type, value, children } = node as { type?: string; value?: string; children?: unknown[] }
  if (type === 'pageReference') return '0'
  return value?.replaceAll('\u00a0', ' ') ?? (children ?? []).map(words).join('')
}
const lines = (cell: BookCell) => cell.children.map(words)

/** The rows of the tables of a generated chapter, cell by cell and line by line. */
function rowsOf(chapter: 'timeline' | 'figures', changes: Partial<typeof analysis>): string[][][][] {
  const { book } = compose({}, undefined, { analysis: { ...analysis, ...changes } })
  const found = book.children.flatMap(part => part.children).find(({ id }) => id === chapter)
  const tables = (found?.children ?? []).filter((block): block is BookTable => block.type === 'bookTable')
  return tables.map(table => table.children.map(row => row.children.map(lines)))
}

const [event] = analysis.timeline as [TimelineEntry]
const [figure] = analysis.figures as [Figure]

describe('the timeline', () => {
  it('puts the passages of one event in one row, each with its place, under the most precise date', () => {
    const timeline: TimelineEntry[] = [
      { ...event, date: '2019', event: 'North built', same: 'event-1' },
      { ...event, date: '2018', event: 'They met', status: 'planned' },
      { ...event, source: 'rev', anchor: 'rev.2', date: '2019-05-03', event: 'North began to build', same: 'event-1' },
    ]
    expect(rowsOf('timeline', { timeline })).toEqual([
      [
        [['2018'], ['“They met”'], ['planned'], ['OBS ¶2, p. 0']],
        [
          ['3 May 2019'],
          ['“North built” OBS ¶2', '“North began to build” REV ¶2'],
          ['past'],
          ['OBS ¶2, p. 0', 'REV ¶2, p. 0'],
        ],
      ],
    ])
  })
  it('prints the same words once', () => {
    const timeline: TimelineEntry[] = [
      { ...event, same: 'event-1' },
      { ...event, source: 'rev', anchor: 'rev.2', same: 'event-1' },
    ]
    expect(rowsOf('timeline', { timeline })[0]?.[0]?.[1]).toEqual(['“North has spent”'])
  })
  it.each([
    [['reported', 'North'], ['reported', 'South'], 'reported by North and South'],
    [['reported', 'North'], ['past', null], 'past'],
    [['planned', 'North'], ['reported', 'South'], 'planned'],
  ] as const)('tells how an event is told: %j and %j', (a, b, expected) => {
    const timeline = [a, b].map(
      ([status, claimant]): TimelineEntry => ({ ...event, status, claimant, same: 'event-1' }),
    )
    expect(rowsOf('timeline', { timeline })[0]?.[0]?.[2]).toEqual([expected])
  })
})

describe('the figures', () => {
  it('have who claims them and as of when', () => {
    const figures: Figure[] = [
      { ...figure, claimant: 'the minister', asOf: '2010/2014' },
      { ...figure, asOf: null },
    ]
    expect(rowsOf('figures', { figures })).toMatchObject([
      [
        [['40 million'], {}, ['the minister', '2010–2014'], {}],
        [['40 million'], {}, ['the source'], {}],
      ],
    ])
  })
  it('of one sentence share a row', () => {
    const figures: Figure[] = [figure, { ...figure, value: '5 years' }, { ...figure, value: '3 dams', asOf: '2012' }]
    expect(rowsOf('figures', { figures })[0]?.map(([values]) => values)).toEqual([
      ['40 million', '5 years'],
      ['3 dams'],
    ])
  })
  it('stand side by side where they are of one thing, with their conflict', () => {
    const figures: Figure[] = [
      { ...figure, same: 'figure-1', conflict: true },
      { ...figure, value: '2', what: 'other' },
      {
        ...figure,
        source: 'rev',
        anchor: 'rev.2',
        value: '60 million',
        claimant: 'South',
        same: 'figure-1',
        conflict: true,
      },
    ]
    expect(rowsOf('figures', { figures })[0]).toEqual([
      [
        ['“spent”'],
        ['40 million (the source, 2019): OBS ¶2, p. 0', '60 million (South, 2019): REV ¶2, p. 0'],
        ['≠ conflict'],
      ],
    ])
    expect(rowsOf('figures', { figures })).toHaveLength(2)
  })
})

it.each([
  ['2001', '2014', '2001–2014'],
  ['2021-08-18', '2021-08-20', '18–20 August 2021'],
  ['2021-04-30', '2021-05-02', '30 April – 2 May 2021'],
  ['2020-11', '2021-02', 'November 2020 – February 2021'],
  ['2021-07', '2021-09', 'July – September 2021'],
])('an interval is printed short: %s to %s', (from, to, printed) => {
  expect(printInterval(from, to)).toBe(printed)
})
