import { describe, expect, it } from 'vitest'
import { diagnostic, formatReport } from '../src/index.js'

type Place = NonNullable<Parameters<typeof diagnostic>[2]>['place']

/** The lines of the frame alone. */
function frame(text: string, place: Place): string[] {
  const report = formatReport([diagnostic('link-is-safe', 'A link.', { file: 'a.md', place })], { textOf: () => text })
  return report
    .split('\n')
    .filter(line => line.includes(' │ '))
    .map(line => line.slice(4))
}
const at = (line: number, column: number, endLine?: number, endColumn?: number): Place => ({
  start: { line, column },
  ...(endLine ? { end: { line: endLine, column: endColumn ?? 1 } } : {}),
})

describe('the frame of a message', () => {
  it('is the line before, the line, and the place below it', () => {
    expect(frame('title: Book\npapr: A4\nmore: 1\n', at(2, 1, 2, 5))).toEqual([
      '1 │ title: Book',
      '2 │ papr: A4',
      '  │ ^^^^',
    ])
  })
  it('marks one character where the end is not known, the rest of the line where it is on another', () => {
    expect(frame('one two', at(1, 5))).toEqual(['1 │ one two', '  │     ^'])
    expect(frame('one two\nthree', at(1, 5, 2, 3))).toEqual(['1 │ one two', '  │     ^^^'])
  })
  it('cuts a long line around the place', () => {
    const [line = '', marks = ''] = frame(`${'a'.repeat(500)}HERE${'b'.repeat(500)}`, at(1, 501, 1, 505))
    expect(line.length).toBeLessThan(120)
    expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('HERE')
  })
  it('shows nothing that could move the cursor or turn the text around', () => {
    expect(frame('a\u001b[31mb\u202Ec\u0007\td', at(1, 1))[0]).toBe('1 │ a·[31mb·c· d')
  })
  it('is left out where the text has no such line', () => {
    expect(frame('one\n', at(7, 1))).toEqual([])
    expect(frame('', at(1, 1))).toEqual([])
  })
})
