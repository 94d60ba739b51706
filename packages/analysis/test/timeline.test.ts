import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.js'
import { findTimes } from '../src/timeline/expressions.js'
import { findReference } from '../src/timeline/reference.js'
import { sourceOf, testCodebook } from './helpers.js'

const codebook = testCodebook()
const entriesOf = (text: string, date: string | null = '2019-06-14') =>
  analyse([sourceOf([text], { date })], codebook).value.timeline
const datesOf = (text: string, date: string | null = '2019-06-14') =>
  entriesOf(text, date).map(e => `${e.date}${e.end === undefined ? '' : `/${e.end}`} ${e.precision}`)

test.each([
  // absolute
  ['The pier opened on 3 May 2014.', '2014-05-03 day'],
  ['The pier opened on May 3, 2014.', '2014-05-03 day'],
  ['The pier opened on the 3rd of May, 2014.', '2014-05-03 day'],
  ['The pier opened on 2014-05-03.', '2014-05-03 day'],
  ['The pier opened on 29/05/2014.', '2014-05-29 day'],
  ['The pier opened in May 2014.', '2014-05 month'],
  ['The pier opened in early Sept. 2014.', '2014-09 month'],
  ['The pier opened in 2014.', '2014 year'],
  ['The pier has been open since 2014.', '2014 year'],
  ['They still speak of the 1987 flood.', '1987 year'],
  ['The pier opened in the summer of 2014.', '2014-06/2014-08 season'],
  ['The pier opened in the late 1990s.', '1990/1999 decade'],
  ['Fishing boomed in the eighties.', '1980/1989 decade'],
  ['Prices fell in the third quarter of 2014.', '2014-07/2014-09 month'],
  // intervals
  ['The fair ran from 3-5 May 2014.', '2014-05-03/2014-05-05 day'],
  ['The fair ran from 30 April to 2 May 2014.', '2014-04-30/2014-05-02 day'],
  ['The fair ran from May to July 2014.', '2014-05/2014-07 month'],
  ['The fair ran from November to February 2014.', '2013-11/2014-02 month'],
  ['The war of 1904-1905 changed that.', '1904/1905 year'],
  ['Between 2010 and 2014 the port grew.', '2010/2014 year'],
  // against the source's date, 14 June 2019, a Friday
  ['The pier closed last month.', '2019-05 month'],
  ['The pier closed last year.', '2018 year'],
  ['The pier closed three years ago.', '2016 year'],
  ['The pier closed two to four years ago.', '2015/2017 year'],
  ['The pier closed a decade ago.', '2009 year'],
  ['The port grew quickly in parts of the last decade.', '2000/2009 decade'],
  ['The pier closed yesterday.', '2019-06-13 day'],
  ['The pier closed on Wednesday.', '2019-06-12 day'],
  ['The pier will close on Wednesday.', '2019-06-19 day'],
  ['The pier closed last week.', '2019-06-03/2019-06-09 day'],
  ['The pier closed last winter.', '2018-12/2019-02 season'],
  ['The pier will close next spring.', '2020-03/2020-05 season'],
  // without a year: the tense tells
  ['In August the pier closed.', '2018-08 month'],
  ['In August the pier will close.', '2019-08 month'],
  ['In March the pier closed.', '2019-03 month'],
  ['On 20 August the pier was closed.', '2018-08-20 day'],
  ['The town plans to open the pier in August.', '2019-08 month'],
  ['The pier closed on 20 June.', '2018-06-20 day'],
  ['The pier may close in February.', '2020-02 month'],
  ['The pier opens in August.', '2019-08 month'],
  ['The pier would open in August.', '2019-08 month'],
  ['The pier closed last Tuesday.', '2019-06-04 day'],
  ['They spoke of the coming Monday.', '2019-06-17 day'],
  ['The fair is next Monday.', '2019-06-17 day'],
  ['The pier closed on Tuesday of last week.', '2019-06-04 day'],
  ['The council, which met Wednesday, closed the pier.', '2019-06-12 day'],
  ['The pier will open in the week of 8 July.', '2019-07-08/2019-07-14 day'],
  ['The pier closed in the last week of May.', '2019-05-27/2019-06-02 day'],
  ['The pier opened on the 3rd.', '2019-06-03 day'],
  ['The pier burned on 3 May 2014 and reopened on the 18th.', '2014-05-03 day', '2014-05-18 day'],
  ['In the past two years, the port built three piers.', '2017/2019 year'],
  ['The port will build three piers in the next three months.', '2019-06/2019-09 month'],
  ['The pier will open in three years.', '2022 year'],
  ['The pier closed a few years ago.', '2013/2017 year'],
  ['Trade fell in the first quarter.', '2019-01/2019-03 month'],
  ['Trade fell in the second half of last year.', '2018-07/2018-12 month'],
  ['The pier was built at the turn of the century.', '2000 year'],
  ['The port grew in the 19th century.', '1801/1900 year'],
  ['The port grew from early 2007 to the end of 2012.', '2007/2012 year'],
  ['The budget of FY2018 was cut.', '2018 year'],
  ['in march 2014 the pier closed.', '2014-03 month'],
  ['The pier opened on Christmas Day.', '2018-12-25 day'],
  ['They met on 3 May 2014 and again a year later.', '2014-05-03 day', '2015 year'],
  ['In 2014 the pier closed in March and opened again in July.', '2014 year', '2014-03 month', '2014-07 month'],
])('%s', (text, ...dates) => {
  expect(datesOf(text)).toEqual(dates)
})

test.each([
  'About 2014 people came.',
  'The bridge cost $2014 and took 2000 tonnes of steel.',
  'They waited for three years.',
  'Catches have fallen over the last year.',
  'May they rest.',
  'It will march on.',
  'The pier is 2,014 metres long.',
  'It falls apart in the fall of night.',
  'Resolution 1973 was passed.',
  'The 18th meeting was long.',
  'They may march and they may not.',
  'Friday prayers were held at the pier.',
  'In the last ten years of the war the port was closed.',
  'A month before the war the port was closed.',
  'They killed 2000 goats.',
])('is no date: %s', text => {
  expect(datesOf(text)).toEqual([])
})

test('a year at the head of a sentence holds for a month in the next one; one after `since` does not', () => {
  expect(datesOf('In 2011, the pier burned. In March, work began.')).toEqual(['2011 year', '2011-03 month'])
  expect(datesOf('The pier has been open since 2011. In March, work began.')).toEqual(['2011 year', '2019-03 month'])
})

test.each([
  ['its own dates show it', ['The pier opened on 3/5/2014.', 'It closed on 25/6/2015.'], 'en', '2014-05-03'],
  ['its language shows it', ['The pier opened on 3/5/2014.'], 'en-US', '2014-03-05'],
  ['its language shows it', ['The pier opened on 3/5/2014.'], 'en-GB', '2014-05-03'],
])('3/5 is read where %s', (_, paragraphs, language, date) => {
  expect(analyse([sourceOf(paragraphs, { language })], codebook).value.timeline[0]?.date).toBe(date)
})

test.each([
  ['nothing shows it', ['The pier opened on 3/5/2014.'], 'en'],
  ['its dates contradict each other', ['It opened on 3/5/2014, 25/6/2015 and 6/25/2015.'], 'en'],
])('3/5 is left out where %s', (_, paragraphs, language) => {
  const dates = analyse([sourceOf(paragraphs, { language })], codebook).value.timeline.map(e => e.date)
  expect(dates.filter(date => date.startsWith('2014'))).toEqual([])
})

test.each([
  ['The pier, which was closed in 2014, burned.', 'The pier, which was closed in 2014, burned.'],
  ['“The pier is old,” she said in May 2014.', '“The pier is old,” she said in May 2014.'],
  [
    'The pier burned in 2014, and a year later, the town built a new one.',
    'The pier burned in 2014',
    'a year later, the town built a new one.',
  ],
])('an event can be read alone: %s', (text, ...events) => {
  expect(entriesOf(text).map(e => e.event)).toEqual(events)
})

test('the event is the clause that the date stands in, verbatim', () => {
  const [entry] = entriesOf('Although the pier closed in 2014, the town kept its ferry.')
  expect(entry).toMatchObject({
    event: 'Although the pier closed in 2014',
    quote: 'Although the pier closed in 2014, the town kept its ferry.',
  })
})

test('a sentence whose verb the tagger misses tells its event', () => {
  const source = sourceOf(['In 2019 Northland spent 40 million dollars on the pier.'])
  expect(analyse([source], codebook).value.timeline.map(e => e.date)).toEqual(['2019'])
})

test('headings and sentences without a verb tell no event', () => {
  const source = sourceOf(['# The pier in 2014', 'Harbour, 3 May 2014'])
  expect(analyse([source], codebook).value.timeline).toEqual([])
})

describe('a source without a date', () => {
  test('leaves out what nothing can place, and says so', () => {
    const { value, diagnostics } = analyse(
      [sourceOf(['The pier closed last month. It opened in 2014.'], { date: null })],
      codebook,
    )
    expect(value.timeline.map(e => e.date)).toEqual(['2014'])
    expect(diagnostics).toMatchObject([{ rule: 'relative-dates-have-a-base', severity: 'note' }])
  })

  test.each([
    ['an office that is held', ['President Macron spoke.'], '2017-05-14'],
    ['a day that is past', ['The pier closed on 3 May 2014.', 'It had been built in 1990.'], '2014-05-03'],
    ['a month behind it', ['President Macron spoke.', 'In August, the pier closed.'], '2017-09'],
    ['not a day to come', ['The pier closed on 3 May 2014.', 'It will open by 1 May 2016.'], '2014-05-03'],
    ['the source’s own date', ['President Macron spoke.'], '2019-06', '2019-06'],
  ])('is no older than %s', (_, paragraphs, expected, date?: string) => {
    const reference = findReference(sourceOf(paragraphs, { date: date ?? null }))
    const { year, month, day } = reference?.date ?? { year: 0, month: null, day: null }
    expect(
      [year, month, day]
        .filter(n => n !== null)
        .map(n => String(n).padStart(2, '0'))
        .join('-'),
    ).toBe(expected)
  })

  test('from a month that is certain, later ones are counted from that alone', () => {
    expect(datesOf('President Macron spoke. In July, the pier closed. In June, it was full.', null)).toEqual([
      '2017-07 month',
      '2017-06 month',
    ])
  })
})

test('no text makes it fail, and every place is in the text', () => {
  const part = fc.constantFrom(
    '2014',
    '14',
    'May',
    'last',
    'month',
    '-',
    'to',
    'the',
    'early',
    'of',
    '31',
    'Feb',
    '30',
    '/',
    ' ',
    ',',
    'ago',
    'years',
    'two',
    '’s',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map(parts => parts.join(' ')),
      ),
      text => {
        for (const { start, end } of findTimes(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThan(end)
        }
        for (const entry of entriesOf(text)) expect(entry.date).toMatch(/^\d{4}(?:-\d\d){0,2}$/)
      },
    ),
  )
})
