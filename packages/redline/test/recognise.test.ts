import { type GeneratedBlock, hashOfWords } from '@briefbook/ast'
import { expect, it } from 'vitest'
import type { EditedParagraph } from '../src/document/document.js'
import { recognise } from '../src/recognise/recognise.js'

const block = (words: string): GeneratedBlock => ({ kind: 'generated', words, hash: hashOfWords(words) })
const paragraph = (words: string): EditedParagraph => ({
  items: [],
  words,
  original: words,
  ids: [],
  emptied: [],
  control: null,
  heading: 0,
  list: null,
  cell: { table: 0, row: 0, column: 0, gone: false },
  authors: [],
})

it.each([
  ['the first', ['none once', 'none', 'none'], 0],
  ['one between', ['none', 'none once', 'none'], 1],
  ['the last', ['none', 'none', 'none once'], 2],
])('knows which of equal cells one after another was edited: %s', (_, words, at) => {
  const blocks = ['Head', 'none', 'none', 'none', 'Foot'].map(block)
  const { generated, inserted } = recognise(blocks, ['Head', ...words, 'Foot'].map(paragraph), ({ hash }) =>
    hash === hashOfWords('none') ? 'none' : 'other',
  )
  expect(inserted).toEqual([])
  expect(generated).toEqual([{ paragraph: at + 1, block: blocks[at + 1] }])
})
