import { describe, expect, it } from 'vitest'
import { type BookBlock, type BookTable, type Chapter, pageRuns, text } from '../src/index.js'

const p: BookBlock = { type: 'paragraph', children: [text('words')] }
const h: BookBlock = { type: 'heading', depth: 3, children: [text('head')] }
const table = (orientation: BookTable['orientation']): BookTable => ({
  type: 'bookTable',
  id: 't',
  kind: 'matrix',
  number: 1,
  caption: 'c',
  continuedFrom: null,
  continuedOn: null,
  alternative: 'a',
  orientation,
  fontSizePt: 8,
  together: true,
  columns: [],
  head: [],
  children: [],
  legend: [],
})
const wide = table('landscape')
const upright = table('portrait')
const chapter = (...children: BookBlock[]): Chapter => ({
  type: 'chapter',
  id: 'c',
  number: '1',
  title: 'C',
  voice: 'generated',
  file: null,
  listsSections: true,
  children,
})
const runsOf = (...children: BookBlock[]) => pageRuns(chapter(...children)).map(run => [run.orientation, run.children])

describe('pageRuns', () => {
  it('keeps an upright chapter in one', () => {
    expect(runsOf(h, p, upright, p)).toEqual([['portrait', [h, p, upright, p]]])
  })
  it('turns a heading and its sentence with the table they introduce', () => {
    expect(runsOf(p, h, p, wide, p)).toEqual([
      ['portrait', [p]],
      ['landscape', [h, p, wide]],
      ['portrait', [p]],
    ])
  })
  it('leaves text that no heading sets apart where it is', () => {
    expect(runsOf(p, wide)).toEqual([
      ['portrait', [p]],
      ['landscape', [wide]],
    ])
  })
  it('leaves a long text under a heading where it is', () => {
    expect(runsOf(h, p, p, p, wide)[0]).toEqual(['portrait', [h, p, p, p]])
  })
  it('joins wide tables that follow one another, with their headings', () => {
    expect(runsOf(h, wide, h, p, wide)).toEqual([['landscape', [h, wide, h, p, wide]]])
  })
  it('gives an empty chapter a page', () => {
    expect(runsOf()).toEqual([['portrait', []]])
  })
  it('loses and repeats nothing', () => {
    const all = [h, p, wide, p, h, h, p, p, wide, wide, upright, h, wide]
    expect(pageRuns(chapter(...all)).flatMap(run => run.children)).toEqual(all)
  })
})
