import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../src/text/fold.js'
import { toPieces } from '../src/text/pieces.js'
import { findQuotations } from '../src/text/quotations.js'
import { readTokens } from '../src/text/tokens.js'

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.lorem({ mode: 'sentences' }))

test('folding keeps every character in its place', () => {
  fc.assert(fc.property(anyText, text => fold(text).length === text.length))
  expect(fold('“don’t”–a b')).toBe('"don\'t"-a b')
})

test('pieces are the very words and signs of the text', () => {
  fc.assert(
    fc.property(anyText, text =>
      toPieces(text).every(({ text: piece, start, end }) => text.slice(start, end) === piece),
    ),
  )
})

test('tokens tell their places, in order and without overlap, and leave out white space only', () => {
  fc.assert(
    fc.property(anyText, text => {
      let at = 0
      for (const token of readTokens(text, [0, text.length])) {
        expect(token.start).toBeGreaterThanOrEqual(at)
        expect(text.slice(at, token.start).trim()).toBe('')
        expect(token.end).toBeGreaterThan(token.start)
        at = token.end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})

test.each(['\u00a0', '\u1680', '\u2003', '\u3000', '\ufeff'])('white space %j is counted', space => {
  expect(readTokens(`${space}a${space}b`, [0, 4]).map(t => [t.text, t.start])).toEqual([
    ['a', 1],
    ['b', 3],
  ])
})

test('a word that is none is one token, and holds nothing up', () => {
  const text = `a ${'*'.repeat(50_000)} b ${'x-'.repeat(50_000)}`
  expect(readTokens(text, [0, text.length]).map(t => t.end - t.start)).toEqual([1, 50_000, 1, 100_000])
})

test('words with hyphens are one token, and a hyphen between spaces is a dash', () => {
  expect(readTokens('a long-standing rule - and a re‑run', [0, 35]).map(t => t.text)).toEqual([
    'a',
    'long-standing',
    'rule',
    '—',
    'and',
    'a',
    're-run',
  ])
})

describe('quotations', () => {
  test.each([
    ['She said “no more of it” and left.', ['no more of it']],
    ['He said "no more" and "that is all".', ['no more', 'that is all']],
    ["It is the pilots' first day, isn't it?", []],
    ['“It goes on', ['It goes on']],
    ['An empty mark ” alone', []],
    ['a 5" pipe', []],
  ])('%s', (text, quoted) => {
    expect(findQuotations(text).map(({ span: [start, end] }) => text.slice(start, end))).toEqual(quoted)
  })

  test('one that is not closed says so', () => {
    expect(findQuotations('“It goes on')[0]?.closed).toBe(false)
  })
})
