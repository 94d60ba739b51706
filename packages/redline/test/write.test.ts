import type { LedgerPiece, Span } from '@briefbook/ast'
import { describe, expect, it } from 'vitest'
import { type Item, unmarked } from '../src/document/document.js'
import { itemsOf } from '../src/words/items.js'
import { type Writing, writeWords } from '../src/words/write.js'

const file = 'A *b c* d [@obs ¶1] e\\*f.'

const span = (words: string): Span => [file.indexOf(words), file.indexOf(words) + words.length]

const pieces: LedgerPiece[] = [
  { type: 'text', span: span('A ') },
  {
    type: 'mark',
    mark: 'emphasis',
    span: span('*b c*'),
    inner: span('b c'),
    children: [{ type: 'text', span: span('b c') }],
  },
  { type: 'text', span: span(' d') },
  { type: 'note', span: span(' [@obs ¶1]'), shown: 'OBS ¶1, p. ' },
  { type: 'text', span: span(' e\\*f.'), shown: ' e*f.' },
]

/** `_x_` is marked as emphasis, `[x]` as strong, `^` is the note. */
function edited(words: string): Item[] {
  const items: Item[] = []
  let marks = unmarked
  for (const text of words) {
    if (text === '_') marks = { ...marks, emphasis: !marks.emphasis }
    else if (text === '[' || text === ']') marks = { ...marks, strong: text === '[' }
    else items.push(text === '^' ? { text: '\ufffc', marks, note: 'OBS ¶1, p.' } : { text, marks })
  }
  return items
}

const writing: Writing = {
  file,
  region: [0, file.length],
  separator: () => '\n\n',
  note: item => `[^${item.note}]`,
  link: target => target,
  inTable: false,
  oneLine: false,
  plain: false,
}

const write = (words: string, more: Partial<Writing> = {}) =>
  writeWords(itemsOf(pieces, file), edited(words), { ...writing, ...more })?.text

describe('words of an editor as Markdown', () => {
  it.each([
    ['nothing', 'A _b c_ d^ e*f.', file],
    ['a word more', 'A _b c_ new d^ e*f.', 'A *b c* new d [@obs ¶1] e\\*f.'],
    ['a word more within a mark', 'A _b new c_ d^ e*f.', 'A *b new c* d [@obs ¶1] e\\*f.'],
    ['a plain word within a mark', 'A _b_ new _c_ d^ e*f.', 'A *b* new *c* d [@obs ¶1] e\\*f.'],
    ['a mark less', 'A b c d^ e*f.', 'A b c d [@obs ¶1] e\\*f.'],
    ['a mark gone with its words', 'A d^ e*f.', 'A d [@obs ¶1] e\\*f.'],
    ['a mark more', 'A _b c_ [d]^ e*f.', 'A *b c* **d** [@obs ¶1] e\\*f.'],
    ['a mark with a space at its end', '[A ]_b c_ d^ e*f.', '**A** *b c* d [@obs ¶1] e\\*f.'],
    ['the note gone', 'A _b c_ d e*f.', 'A *b c* d e\\*f.'],
    ['words before the note', 'A _b c_ d too^ e*f.', 'A *b c* d too [@obs ¶1] e\\*f.'],
    ['the note moved', 'A^ _b c_ d e*f.', 'A[^OBS ¶1, p.] *b c* d e\\*f.'],
    [
      'signs that mean something',
      'A _b c_ d^ e*f. # <b> `x` *y*',
      'A *b c* d [@obs ¶1] e\\*f. \\# \\<b\\> \\`x\\` \\*y\\*',
    ],
    ['signs that mean nothing', 'A _b c_ d^ e*f. 5 < 7 & a#b', 'A *b c* d [@obs ¶1] e\\*f. 5 < 7 & a#b'],
    ['the escaped sign gone', 'A _b c_ d^ ef.', 'A *b c* d [@obs ¶1] ef.'],
    ['a number that would begin a list', '1. A _b c_ d^ e*f.', '1\\. A *b c* d [@obs ¶1] e\\*f.'],
    ['two paragraphs', 'A _b c_\u2029 d^ e*f.', 'A *b c*\n\nd [@obs ¶1] e\\*f.'],
    ['a line break', 'A _b c_ d^ e*f.\nnew', 'A *b c* d [@obs ¶1] e\\*f.\\\nnew'],
    ['a number behind a line break', 'A _b c_ d^ e*f.\n1. new', 'A *b c* d [@obs ¶1] e\\*f.\\\n1\\. new'],
    ['a line break in a mark that goes on', 'A _b_\n_c_ d^ e*f.', 'A *b\\\nc* d [@obs ¶1] e\\*f.'],
    ['a mark that cannot end there', 'A _b c“so”_x d^ e*f.', 'A *b c*“so”x d [@obs ¶1] e\\*f.'],
  ])('%s', (_, words, markdown) => {
    expect(write(words)).toBe(markdown)
  })

  it('is in plain words where no marks may be, and says so', () => {
    const write = (words: string) => writeWords([], edited(words), { ...writing, region: [0, 0], plain: true })
    expect(write('A title')).toEqual({ text: 'A title', formatting: true })
    expect(write('A _new_ title')).toEqual({ text: 'A new title', formatting: false })
  })

  it('takes citations as chapters write them for citations', () => {
    const items: Item[] = [...'[@obs ¶2] says *so*'].map(text => ({ text, marks: unmarked }))
    expect(writeWords([], items, { ...writing, region: [0, 0] })?.text).toBe('[@obs ¶2] says \\*so\\*')
  })

  it('keeps a cell one line, and its bars apart from the table’s', () => {
    expect(write('A|_b c_ d^ e*f.\nnew', { inTable: true, oneLine: true })).toBe('A\\|*b c* d [@obs ¶1] e\\*f. new')
  })
})
