import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps, type Run, rawSpans, sliceRuns } from '../src/index.js'

// `Ab  cd&amp;e` cleaned to `Ab cd&e`
const raw = 'Ab  cd&amp;e'
const runs: Run[] = [
  { text: [0, 2], raw: [0, 2] },
  { text: [2, 3], raw: [2, 4] },
  { text: [3, 5], raw: [4, 6] },
  { text: [5, 6], raw: [6, 11] },
  { text: [6, 7], raw: [11, 12] },
]

describe('rawSpans', () => {
  it('joins runs that touch', () => {
    expect(rawSpans(runs)).toEqual([[0, raw.length]])
  })
  it('cuts a run that maps character by character', () => {
    expect(rawSpans(runs, [1, 4])).toEqual([[1, 5]])
  })
  it('takes a run that maps as a whole, whole', () => {
    expect(rawSpans(runs, [5, 6])).toEqual([[6, 11]])
  })
  it('leaves out markup between runs', () => {
    const bold: Run[] = [
      { text: [0, 3], raw: [2, 5] },
      { text: [3, 6], raw: [7, 10] },
    ]
    expect(rawSpans(bold)).toEqual([
      [2, 5],
      [7, 10],
    ])
  })
  it('gives nothing for nothing', () => {
    expect(rawSpans(runs, [3, 3])).toEqual([])
    expect(rawSpans([])).toEqual([])
  })
})

describe('sliceRuns', () => {
  it('keeps the raw characters of a stretch of direct runs', () => {
    const direct = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 5 })), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(direct, fc.nat(), fc.nat(), (pieces, a, b) => {
        let text = 0
        let at = 0
        const made: Run[] = pieces.map(([length, gap]) => {
          const run: Run = { text: [text, text + length], raw: [at + gap, at + gap + length] }
          text += length
          at += gap + length
          return run
        })
        const [from, to] = [a % (text + 1), b % (text + 1)].sort((x, y) => x - y) as [number, number]
        expect(rawSpans(sliceRuns(made, [from, to]))).toEqual(rawSpans(made, [from, to]))
        const length = rawSpans(made, [from, to]).reduce((n, [start, end]) => n + end - start, 0)
        expect(length).toBe(to - from)
      }),
    )
  })
})

it('tells ranges that share a character from those that touch', () => {
  expect(overlaps([0, 3], [2, 5])).toBe(true)
  expect(overlaps([0, 3], [3, 5])).toBe(false)
})
