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
  ['The reef is 90-kilometre-long.', ['90-kilometre-long', 90, 90, 'km', 'The reef is']],
  ['The 12-member board met.', ['12-member', 12, 12, 'board', 'board']],
  ['They fished for twenty-five years.', ['twenty-five years', 25, 25, 'years', 'They']],
  ['Yields are two to three times higher.', ['two to three times', 2, 3, 'times', 'higher']],
  ['They spent billions on the port.', ['billions', null, null, '', 'on the port']],
  ['Some 40 000 people came.', ['Some 40 000', 40_000, 40_000, 'people', 'people']],
  ['Two hundred and fifty boats came.', ['Two hundred and fifty', 250, 250, 'boats', 'boats']],
  // shares, multiples, rates
  ['Two thirds of the boats sank.', ['Two thirds', 0.667, 0.667, 'boats', 'of the boats']],
  ['Exports fell by a quarter.', ['a quarter', 0.25, 0.25, '', 'Exports fell']],
  ['One in five fishermen left.', ['One in five', 0.2, 0.2, 'fishermen', 'fishermen']],
  ['Exports doubled.', ['doubled', 2, 2, 'times', 'Exports']],
  ['Exports grew tenfold.', ['tenfold', 10, 10, 'times', 'Exports grew']],
  [
    'The rate rose by 1.5 percentage points.',
    ['1.5 percentage points', 1.5, 1.5, 'percentage points', 'The rate rose'],
  ],
  ['They landed 20 tonnes a day.', ['20 tonnes a day', 20, 20, 't per day', 'They']],
  ['The boat makes 30 km/h.', ['30 km/h', 30, 30, 'km/h', 'The boat makes']],
  // money
  ['It cost Rs 300 crore.', ['Rs 300 crore', 3_000_000_000, 3_000_000_000, 'rupees', 'It']],
  ['It cost €12bn.', ['€12bn', 12_000_000_000, 12_000_000_000, 'EUR', 'It']],
  ['It cost USD 1.2 million.', ['USD 1.2 million', 1_200_000, 1_200_000, 'USD', 'It']],
  ['It cost two and a half million euros.', ['two and a half million euros', 2_500_000, 2_500_000, 'EUR', 'It']],
  // ranges and bounds
  ['They counted 8-10,000 boats.', ['8-10,000', 8_000, 10_000, 'boats', 'boats']],
  ['They counted 500-2,000 boats.', ['500-2,000', 500, 2_000, 'boats', 'boats']],
  ['They counted 300 or more boats.', ['300 or more', 300, null, 'boats', 'boats']],
  ['They counted several hundred boats.', ['several hundred', null, null, 'boats', 'boats']],
  // signs and forms
  ['Growth was -2.5%.', ['-2.5%', -2.5, -2.5, '%', 'Growth was']],
  ['They counted 12,34,567 nets.', ['12,34,567', 1_234_567, 1_234_567, 'nets', 'nets']],
  ['They counted 10m boats.', ['10m', 10_000_000, 10_000_000, 'boats', 'boats']],
  ['The mast is 10m high.', ['10m', 10, 10, 'm', 'high']],
  ['They put the number of boats at 300.', ['300', 300, 300, 'boats', 'boats']],
])('%s', (text, figure) => {
  expect(show(text)).toEqual([figure])
})

describe('is no claim', () => {
  test.each([
    'On 3 May 2014 the pier opened.',
    'Ten years ago the pier opened.',
    'The two countries met.',
    'They are worried about four matters.',
    'One of the boats sank.',
    'It was the 13th meeting, and the first of its kind.',
    'See Article 5 and Resolution 1373.',
    'The G7 and the G-20 met.',
    'Address 192.168.1.2 failed.',
    'They met at 10 p.m. and at 11:30.',
    'A third party came.',
    'See https://example.org/12/page-300 for more.',
    'On the twenty-fifth of the month it rained.',
    'They doubled down.',
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
  ['a million and a half', 1_500_000],
  ['three lakh crore', 3_000_000_000_000],
  ['five point five', 5.5],
  ['boat', null],
])('%s is %s', (words, value) => {
  expect(numberWord(words)).toBe(value)
})

test('a change from one value to another is two claims, which share their magnitude', () => {
  expect(show('Exports rose from 10 to 15 million euros.').map(([, low, high]) => [low, high])).toEqual([
    [10_000_000, 10_000_000],
    [15_000_000, 15_000_000],
  ])
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
