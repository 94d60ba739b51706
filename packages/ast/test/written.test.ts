import { expect, it } from 'vitest'
import { hashOfWords, rawOffsets } from '../src/index.js'

it.each([
  ['as it is', 'plain', 'plain', [0, 1, 2, 3, 4, 5]],
  ['an escape', 'a\\*b', 'a*b', [0, 1, 3, 4]],
  ['a reference', 'a&amp;b', 'a&b', [0, 1, 6, 7]],
  ['a reference to what needs two code units', '&#x1F4A7;!', '💧!', [0, 9, 9, 10]],
  ['a line end in a list', 'a \n  b', 'a\nb', [0, 1, 5, 6]],
  ['a line end in a quotation', 'a\r\n> b', 'a\nb', [0, 1, 5, 6]],
])('knows where each character was written: %s', (_, raw, value, offsets) => {
  expect(rawOffsets(raw, value)).toEqual(offsets)
})

it.each([
  ['other words', 'abc', 'abd'],
  ['more in the file', 'abc', 'ab'],
  ['less in the file', 'ab', 'abc'],
])('guesses nothing: %s', (_, raw, value) => {
  expect(rawOffsets(raw, value)).toBeNull()
})

it('knows words by a hash that white space and soft hyphens do not change', () => {
  expect(hashOfWords(' two\u00a0  wor\u00adds\n')).toBe(hashOfWords('two words'))
  expect(hashOfWords('two words')).not.toBe(hashOfWords('two word'))
})
