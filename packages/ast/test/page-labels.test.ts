import { describe, expect, it } from 'vitest'
import { type PageLabelRange, pageLabel, pageLabelRanges, printedPage, romanNumeral } from '../src/index.js'

describe('romanNumeral', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
    [1994, 'MCMXCIV'],
  ])('%i is %s', (n, numeral) => expect(romanNumeral(n)).toBe(numeral))
})

const book = (frontMatter: 'roman' | 'arabic') => ({
  meta: { print: { frontMatter } },
  children: [{ type: 'part' as const, id: 'part-one', number: 'I', title: 'One', children: [] }],
})
const pages = { contents: 4, 'part-one': 7, 'swp.1': 12 }

describe('printedPage', () => {
  it('counts in Roman numerals up to the first part, and from 1 with it', () => {
    expect(Object.keys(pages).map(id => printedPage(book('roman'), pages, id))).toEqual(['iv', '1', '6'])
  })
  it('counts through where the book has it so', () => {
    expect(Object.keys(pages).map(id => printedPage(book('arabic'), pages, id))).toEqual(['4', '7', '12'])
  })
  it('does not know what was not printed', () => {
    expect(printedPage(book('roman'), pages, 'toString')).toBeNull()
    expect(printedPage(book('roman'), {}, 'contents')).toBeNull()
  })
})

describe('pageLabelRanges', () => {
  const one: PageLabelRange[] = [{ from: 1, style: 'arabic' }]
  it('has no Roman range where nothing stands before the first part, or no part is known', () => {
    expect(pageLabelRanges(book('roman'), { 'part-one': 1 })).toEqual(one)
    expect(pageLabelRanges(book('roman'), {})).toEqual(one)
    expect(pageLabel(one, 3)).toBe('3')
  })
})
