import type { Chart, GridDrawing, TimelineDrawing } from '@briefbook/ast'
import { exampleTokens as tokens } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { drawChart } from '../src/index.js'
import { spread } from '../src/spread.js'
import { brokenTime } from '../src/time-scale.js'

const chart = (drawing: Chart['drawing']): Chart => ({
  type: 'chart',
  id: 'picture',
  kind: 'coverage',
  number: 1,
  caption: 'A picture',
  piece: null,
  alternative: 'What it shows.',
  drawing,
})

const grid: GridDrawing = {
  type: 'grid',
  fontPt: 7.5,
  rowHeadMm: 20,
  columnHeadMm: 10,
  overhangMm: 0,
  cellWidthMm: 10,
  cellHeightMm: 5,
  headAngle: 0,
  rows: [
    { lines: ['Northport'], sign: '+', target: 'actor-north' },
    { lines: ['South <&>', 'Harbour'], sign: null, target: null },
  ],
  columns: [{ lines: ['The dam'], target: null }],
  marks: [
    { row: 0, column: 0, area: 1, paint: 'favours', text: '8', target: 'actor-north-dam' },
    { row: 1, column: 0, area: 0.25, paint: 'opposes', text: '2', target: null },
  ],
  key: [],
}

describe('a grid', () => {
  const { svg, widthMm, heightMm } = drawChart(chart(grid), tokens)
  it('is as large as its heads and cells', () => {
    expect([widthMm, heightMm]).toEqual([30, 21])
    expect(svg).toContain('viewBox="0 0 85.04 59.53"')
  })
  it('says every label, with its sign and its link, and no markup of theirs', () => {
    expect(svg).toContain('+ Northport</text>')
    expect(svg).toContain('South &#x3C;&#x26;>')
    expect(svg).toMatch(/<a href="#actor-north-dam">.*8<\/text><\/a>/s)
  })
  it('tells paints apart by their pattern, and amounts by the size of the mark', () => {
    const rects = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"[^>]*fill="(#\w+)"/g)]
    expect(rects.map(([, , fill]) => fill)).toEqual([tokens.colours.stances.favours, tokens.colours.stances.opposes])
    expect(Number(rects[0]?.[1])).toBeGreaterThan(Number(rects[1]?.[1]))
    // The second mark alone is hatched, behind its number.
    expect(svg.indexOf('stroke-width="0.3"')).toBeGreaterThan(svg.indexOf(tokens.colours.stances.opposes))
  })
  it('keeps every line of a pattern within its mark', () => {
    const paints = ['opposes', 'apart', 'concerned', 'mixed'] as const
    for (const paint of paints) {
      const marks = [{ row: 0, column: 0, area: 0.6, paint, text: '3', target: null }]
      const drawn = drawChart(chart({ ...grid, marks }), tokens).svg
      const box = /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/.exec(drawn)?.slice(1).map(Number)
      const [x = 0, y = 0, width = 0, height = 0] = box ?? []
      const pattern = [...drawn.matchAll(/<path d="([^"]*)"/g)].at(-1)?.[1] ?? ''
      const points = [...pattern.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, px, py]) => [Number(px), Number(py)])
      expect(points.length, paint).toBeGreaterThan(2)
      for (const [px = 0, py = 0] of points) {
        expect(px).toBeGreaterThanOrEqual(x - 0.02)
        expect(px).toBeLessThanOrEqual(x + width + 0.02)
        expect(py).toBeGreaterThanOrEqual(y - 0.02)
        expect(py).toBeLessThanOrEqual(y + height + 0.02)
      }
    }
  })
})

describe('a timeline', () => {
  const days = ['2001-10-07', '2020-02-29', '2021-08-15', '2021-08-15', '2021-08-16', '2021-08-30']
  const drawing: TimelineDrawing = {
    type: 'timeline',
    fontPt: 7.5,
    widthMm: 168,
    heightMm: 90,
    axisMm: 28,
    datesMm: 37,
    eventsMm: 60,
    events: days.map((from, i) => ({
      from,
      to: i === 0 ? '2001-12-31' : null,
      status: (['past', 'reported', 'planned'] as const)[i % 3] ?? 'past',
      label: i === 3 ? null : { date: from, event: `“Event ${i}”` },
      target: `timeline-event-${i + 1}`,
    })),
    key: [{ paint: 'past', sign: null, label: 'told as past' }],
  }
  const { svg, heightMm } = drawChart(chart(drawing), tokens)
  it('has a sign for every event and a label for those that have one, in order', () => {
    expect([...svg.matchAll(/href="#timeline-event-(\d)"/g)]).toHaveLength(11)
    expect([...svg.matchAll(/“Event (\d)”/g)].map(m => m[1])).toEqual(['0', '1', '2', '4', '5'])
    expect(heightMm).toBeLessThanOrEqual(90)
  })
  it('sets no label over another', () => {
    const bases = [...svg.matchAll(/y="([\d.]+)"[^>]*>“Event/g)].map(m => Number(m[1]))
    bases.slice(1).forEach((base, i) => {
      expect(base - (bases[i] ?? 0)).toBeGreaterThanOrEqual(8.7)
    })
  })
  it('draws one event as well', () => {
    const [first] = drawing.events
    expect(drawChart(chart({ ...drawing, events: first ? [first] : [] }), tokens).svg).toContain('“Event 0”')
  })
})

describe('brokenTime', () => {
  it('keeps the order of days and stays on the line', () => {
    const days = Array.from({ length: 40 }, (_, i) => `${1980 + i}-0${(i % 9) + 1}-10`)
    const { at, end } = brokenTime(days, 10, 500, 20)
    const places = days.map(day => at(new Date(`${day}T00:00:00Z`)))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(end).toBeCloseTo(500, 0)
  })
  it('breaks a long stretch in which nothing happens', () => {
    const { breaks } = brokenTime(['1900-01-01', '2020-01-01', '2020-02-01', '2020-03-01'], 0, 300, 20)
    expect(breaks).toHaveLength(1)
  })
})

describe('spread', () => {
  it('leaves places that are far enough apart', () => {
    expect(spread([0, 20, 40], 10, 0, 100)).toEqual([0, 20, 40])
  })
  it('moves those that are too near as little as it can, and keeps them within their limits', () => {
    expect(spread([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60])
    expect(spread([98, 99, 100], 10, 0, 100)).toEqual([80, 90, 100])
    expect(spread([0, 1], 10, 5, 100)).toEqual([5, 15])
  })
})
