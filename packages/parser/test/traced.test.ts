import { rawSpans } from '@briefbook/ast'
import { describe, expect, test } from 'vitest'
import { cutTraced, joinTraced, type Piece, rawExtent, sliceTraced, trace } from '../src/traced.js'

const whole = (text: string): Piece[] => [{ start: 0, end: text.length }]

describe('trace', () => {
  test('collapses white space and keeps the place of each run', () => {
    const raw = '  one \n\t two  '
    const traced = trace(raw, whole(raw))
    expect(traced.text).toBe('one two')
    expect(traced.runs).toEqual([
      { text: [0, 3], raw: [2, 5] },
      { text: [3, 4], raw: [5, 9] },
      { text: [4, 7], raw: [9, 12] },
    ])
  })

  test('a piece with a text of its own reads as that', () => {
    const raw = 'A&amp;B'
    const traced = trace(raw, [
      { start: 0, end: 1 },
      { start: 1, end: 6, text: '&' },
      { start: 6, end: 7 },
    ])
    expect(traced.text).toBe('A&B')
    expect(rawSpans(traced.runs, [1, 2])).toEqual([[1, 6]])
    expect(rawSpans(traced.runs, [2, 3])).toEqual([[6, 7]])
  })

  test('white space on both sides of markup is one space, and markup between letters none', () => {
    const raw = 'a ** b**c'
    expect(
      trace(raw, [
        { start: 0, end: 2 },
        { start: 4, end: 6 },
        { start: 8, end: 9 },
      ]).text,
    ).toBe('a bc')
  })

  test('a line end between Chinese characters is no space', () => {
    const raw = '港口\n关闭 now\n港'
    expect(trace(raw, whole(raw)).text).toBe('港口关闭 now 港')
  })

  test('a long text of short words takes no longer a word than a short one', () => {
    const raw = 'word\n'.repeat(200_000)
    expect(trace(raw, whole(raw)).text).toHaveLength(999_999)
  })
})

describe('parts of traced text', () => {
  const raw = 'The [1] fleet  left [2], at last'
  const traced = trace(raw, whole(raw))

  test('slice', () => {
    const slice = sliceTraced(traced, [7, 18])
    expect(slice.text).toBe('fleet left')
    expect(slice.runs[0]).toEqual({ text: [0, 5], raw: [8, 13] })
  })

  test('cut', () => {
    const at = (text: string): [number, number] => [traced.text.indexOf(text), traced.text.indexOf(text) + text.length]
    const cut = cutTraced(traced, [at('[1]'), at('[2]')])
    expect(cut.text).toBe('The fleet left , at last')
    expect(rawSpans(cut.runs, [4, 9])).toEqual([[8, 13]])
    expect(cutTraced(traced, [[0, traced.text.length]]).text).toBe('')
    expect(cutTraced(traced, [at(', at last')]).text).toBe('The [1] fleet left [2]')
  })

  test('join: the space came from the first white space between', () => {
    const source = 'one\n\n---\n\ntwo'
    const joined = joinTraced(source, [trace(source, [{ start: 0, end: 3 }]), trace(source, [{ start: 10, end: 13 }])])
    expect(joined.text).toBe('one two')
    expect(joined.runs[1]).toEqual({ text: [3, 4], raw: [3, 5] })
    expect(rawExtent(joined)).toEqual([0, 13])
  })
})
