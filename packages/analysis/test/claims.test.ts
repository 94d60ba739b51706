import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.js'
import { sourceOf, testCodebook } from './helpers.js'

const codebook = testCodebook()
const analysisOf = (...texts: string[]) =>
  analyse(
    texts.map((text, i) => sourceOf([text], { id: `s${i + 1}`, date: '2019-06-14' })),
    codebook,
  ).value

describe('who claims a figure', () => {
  test.each([
    ['The town has 300 boats.', null],
    ['According to the Ministry of Fisheries, the town has 300 boats.', 'Ministry of Fisheries'],
    ['Kari Strand said that the town has 300 boats.', 'Kari Strand'],
    ['The town has 300 boats, Kari Strand said.', 'Kari Strand'],
    ['“The town has lost 300 boats in the storm,” said Kari Strand.', 'Kari Strand'],
    ['Fishermen estimate 300 boats.', 'Fishermen'],
    ['The latest report of the union estimates there are 300 boats.', 'The latest report of the union'],
    ['The port is estimated at 300 boats.', null],
    ['Norway bought 300 boats.', null],
    ['Kari Strand met the crews of 300 boats.', null],
    // what stands beside a quotation is the source's own
    ['“We will rebuild the whole of the harbour,” Kari Strand told 300 fishermen.', null],
  ])('%s', (text, claimant) => {
    expect(analysisOf(text).figures.map(f => f.claimant)).toEqual([claimant])
  })

  test('a pronoun stands for who was named last', () => {
    const { figures } = analysisOf(
      'Kari Strand said that the north has 300 boats. She said that the south has 200 boats.',
    )
    expect(figures.map(f => f.claimant)).toEqual(['Kari Strand', 'Kari Strand'])
  })
})

test.each([
  ['In 2012 the town had 300 boats.', '2012'],
  ['Between 2010 and 2014 the town lost 300 boats.', '2010/2014'],
  ['The town has 300 boats.', '2019-06-14'],
  ['In May 2018, when the pier opened, the town had 300 boats.', '2018-05'],
  // several dates in the clause: open
  ['From a low in 1990 to a high in 2012 the town built 300 boats.', null],
  ['The pier was opened in 1990; it holds 300 boats.', '2019-06-14'],
])('as of when: %s', (text, asOf) => {
  expect(analysisOf(text).figures.map(f => f.asOf)).toEqual([asOf])
})

describe('claims of one thing', () => {
  const compared = (...texts: string[]) => analysisOf(...texts).figures.map(f => [f.same, f.conflict])
  test.each([
    [
      'agree',
      'The harbour of Helsund has 300 fishing boats.',
      'The harbour of Helsund has some 310 fishing boats.',
      false,
    ],
    [
      'are in conflict',
      'The harbour of Helsund has 300 fishing boats.',
      'The harbour of Helsund has 500 fishing boats.',
      true,
    ],
    [
      'leave a number that fits both',
      'The harbour of Helsund has at least 300 fishing boats.',
      'The harbour of Helsund has 500 fishing boats.',
      false,
    ],
    [
      'are of two times',
      'In 2010 the harbour of Helsund had 300 fishing boats.',
      'In 2015 the harbour of Helsund had 500 fishing boats.',
      false,
    ],
    [
      'have no number',
      'The harbour of Helsund has hundreds of fishing boats.',
      'The harbour of Helsund has 5,000 fishing boats.',
      false,
    ],
  ])('%s', (_, a, b, conflict) => {
    expect(compared(a, b)).toEqual([
      ['figure-1', conflict],
      ['figure-1', conflict],
    ])
  })
  test.each([
    ['things', 'The harbour of Helsund has 300 fishing boats.', 'The harbour of Helsund has 500 fishing nets.'],
    ['places', 'The harbour of Helsund has 300 boats.', 'An army in the desert bought 500 boats.'],
    ['units', 'The catch of herring in Helsund was 300 tonnes.', 'The catch of herring in Helsund was 300 dollars.'],
  ])('of two %s are none', (_, a, b) => {
    expect(compared(a, b)).toEqual([
      [null, false],
      [null, false],
    ])
  })
  test('one sentence does not contradict itself', () => {
    expect(
      compared('The harbour of Helsund has 300 fishing boats, not 500 fishing boats.').map(([same]) => same),
    ).toEqual([null, null])
  })
})

describe('how an event is told', () => {
  const told = (text: string) => analysisOf(text).timeline.map(e => [e.date, e.status, e.claimant])
  test.each([
    ['The pier opened in 2014.', ['2014', 'past', null]],
    ['The pier will open in 2022.', ['2022', 'planned', null]],
    ['The town plans to open the pier in August.', ['2019-08', 'planned', null]],
    ['The town agreed to open the pier by May 2018.', ['2018-05', 'planned', null]],
    ['The town decided in May 2018 to open the pier.', ['2018-05', 'past', null]],
    ['In May 2018 the town decided to open the pier.', ['2018-05', 'past', null]],
    ['The pier may open in 2018.', ['2018', 'planned', null]],
    ['The pier would open in May 2018.', ['2018-05', 'planned', null]],
    ['The exercise was planned for May 2018.', ['2018-05', 'planned', null]],
    ['The next fair is in 2023.', ['2023', 'planned', null]],
    ['Kari Strand said that the pier opened in 2014.', ['2014', 'reported', 'Kari Strand']],
    ['Kari Strand said that the pier will open in 2022.', ['2022', 'planned', 'Kari Strand']],
    ['According to the Union, the pier opened in 2014.', ['2014', 'reported', 'Union']],
    ['The pier has been open since 2014.', ['2014', 'past', null]],
    // saying it is the event that is dated
    ['In May 2018 Kari Strand said that the pier was open.', ['2018-05', 'past', null]],
  ])('%s', (text, event) => {
    expect(told(text)).toEqual([event])
  })
  test('what has not been is no event', () => {
    expect(told('The pier would have opened in 2014.')).toEqual([])
    expect(told('Had the pier opened in 2014, it would have paid.')).toEqual([])
  })
})

describe('one event', () => {
  const same = (...texts: string[]) => analysisOf(...texts).timeline.map(e => e.same)
  test.each([
    [
      'in other words',
      'On 3 May 2014 the council of Helsund opened the pier.',
      'The pier was opened by the council of Helsund on 3 May 2014.',
    ],
    [
      'of the month and of the day',
      'On 3 May 2014 the council of Helsund opened the pier.',
      'The council of Helsund opened the pier in May 2014.',
    ],
    [
      'reported and told',
      'On 3 May 2014 the council opened the pier.',
      'Kari Strand said that the council opened the pier on 3 May 2014.',
    ],
  ])('%s', (_, a, b) => {
    expect(same(a, b)).toEqual(['event-1', 'event-1'])
  })
  test.each([
    ['on two days', 'On 3 May 2014 the council opened the pier.', 'On 4 May 2014 the council opened the pier.'],
    ['by the same people', 'On 3 May 2014 Kari Strand fled Helsund.', 'On 3 May 2014 Kari Strand spoke in Helsund.'],
    [
      'planned and done',
      'The council would open the pier on 3 May 2014.',
      'The council opened the pier on 3 May 2014.',
    ],
    ['of one year', 'In 2014 Norway voted for the dam.', 'In 2014 Norway lost half its herring.'],
  ])('is not seen in two %s', (_, a, b) => {
    expect(same(a, b)).toEqual([null, null])
  })
})

test('whatever the texts, claims and events are verbatim, and groups have at least two members', () => {
  const part = fc.constantFrom(
    'On 3 May 2014',
    'in 2014',
    'the council',
    'Kari Strand',
    'said that',
    'opened',
    'will open',
    'the pier',
    '300 boats',
    'about 500 boats',
    'according to',
    'the Union',
    ',',
    '.',
    '“',
    '”',
    'and',
  )
  fc.assert(
    fc.property(
      fc.array(
        fc.array(part, { maxLength: 14 }).map(parts => `${parts.join(' ')}.`),
        { minLength: 1, maxLength: 4 },
      ),
      texts => {
        const { timeline, figures } = analysisOf(...texts)
        const textOf = (source: string) => texts[Number(source.slice(1)) - 1] as string
        for (const found of [...timeline, ...figures]) {
          expect(textOf(found.source)).toContain(found.quote)
          if (found.claimant !== null) expect(textOf(found.source)).toContain(found.claimant)
        }
        for (const { source, event } of timeline) expect(textOf(source)).toContain(event)
        for (const { source, value } of figures) expect(textOf(source)).toContain(value)
        const groups = [...timeline, ...figures].flatMap(({ same }) => (same === null ? [] : [same]))
        for (const id of groups) expect(groups.filter(other => other === id).length).toBeGreaterThan(1)
        for (const { same, conflict } of figures) if (conflict) expect(same).not.toBeNull()
      },
    ),
  )
})
