import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuantities } from '../src/figures/quantities.js'
import { analyse } from '../src/index.js'
import { numberWord } from '../src/text/numbers.js'
import { sourceOf, testCodebook } from './helpers.js'

const codebook = testCodebook()
const figuresOf = (text: string) => analyse([sourceOf([text])], codebook).value.figures
const show = (text: string) => figuresOf(text).map(f => [f.value, f.low, f.high, f.unit, f.what])

test.each([
  ['They counted 4,300 boats.', ['4,300', 4300, 4300, 'boats', 'boats']],
  ['They counted around 4,300 small boats.', ['around 4,300', 4300, 4300, 'boats', 'small boats']],
  ['More than 4,300 boats sank.', ['More than 4,300', 4300, null, 'boats', 'boats']],
  ['Up to 30 boats sank.', ['Up to 30', null, 30, 'boats', 'boats']],
  ['They counted 400-600 boats.', ['400-600', 400, 600, 'boats', 'boats']],
  ['They counted between 400 and 600 boats.', ['between 400 and 600', 400, 600, 'boats', 'boats']],
  ['They counted two to three dozen boats.', ['two to three dozen', 24, 36, 'boats', 'boats']],
  ['Exports fell by 12.5%.', ['12.5%', 12.5, 12.5, '%', 'Exports fell']],
  ['A third of the boats sank.', ['A third', 0.333, 0.333, 'boats', 'of the boats']],
  ['It cost $3.5 million.', ['$3.5 million', 3_500_000, 3_500_000, 'USD', 'It']],
  ['It cost 3 to 5 million euros.', ['3 to 5 million euros', 3_000_000, 5_000_000, 'EUR', 'It']],
  ['The reef is 76-kilometre-long.', ['76-kilometre-long', 76, 76, 'km', 'The reef is']],
  ['The 12-member board met.', ['12-member', 12, 12, 'board', 'board']],
  ['They fished for twenty-five years.', ['twenty-five years', 25, 25, 'years', 'They']],
  ['Yields are two to three times higher.', ['two to three times', 2, 3, 'times', 'higher']],
  ['They spent billions on the port.', ['billions', null, null, '', 'on the port']],
  ['Some 40 000 people came.', ['Some 40 000', 40_000, 40_000, 'people', 'people']],
  ['Two hundred and fifty boats came.', ['Two hundred and fifty', 250, 250, 'boats', 'boats']],
])('%s', (text, figure) => {
  expect(show(text)).toEqual([figure])
})

describe('is no claim', () => {
  test.each([
    'On 3 May 2014 the pier opened.',
    'Ten years ago the pier opened.',
    'The two countries met.',
    'They are concerned about three issues.',
    'One of the boats sank.',
    'It was the 13th meeting, and the first of its kind.',
    'See Article 5 and Resolution 1373.',
    'The G7 and the G-20 met.',
    'Address 192.168.1.2 failed.',
  ])('%s', text => {
    expect(show(text)).toEqual([])
  })
})

test.each([
  ['twenty-one', 21],
  ['one hundred and five', 105],
  ['two hundred and two thousand', 202_000],
  ['three million four hundred thousand and one', 3_400_001],
  ['half a million', 500_000],
  ['boat', null],
])('%s is %s', (words, value) => {
  expect(numberWord(words)).toBe(value)
})

test('no text makes it fail, and every value is in the text', () => {
  const part = fc.constantFrom(
    '12',
    '1,200',
    'two',
    'hundred',
    'and',
    '-',
    'to',
    'between',
    '%',
    '$',
    'million',
    'about',
    'more than',
    'km',
    '.',
    'a',
    'third',
    'of',
    '5/8',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map(parts => parts.join(' ')),
      ),
      text => {
        for (const { start, end, low, high } of findQuantities(text)) {
          expect(text.slice(start, end)).not.toBe('')
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
        }
      },
    ),
  )
})
