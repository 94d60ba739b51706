import type { Codebook } from '@briefbook/ast'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyseSource, checkCodebook, readLocatedCodebook, type SourceAnalysis } from '../src/index.js'
import { sourceOf } from './helpers.js'

const sentences = [
  'Norway wants a ban on whaling. Oslo fears for its ships.',
  'The Harbour Front of Norway talked to the Union.',
  'Japan supports whaling and unfreezes the funds.',
  'The Norway lobster is a dish.',
  'A waiver was asked for.',
]

/** What is found in sources of such paragraphs, as it comes out of a cache. */
const partsOf = (notes: readonly (readonly string[])[], codebook: Codebook): SourceAnalysis[] =>
  JSON.parse(JSON.stringify(notes.map((texts, i) => analyseSource(sourceOf(texts, { id: `note${i}` }), codebook))))

/** Everything that is told of a codebook, static and against the sources: rule, line and column, message. */
function checkAll(text: string, notes: readonly (readonly string[])[]): string[] {
  const { value, diagnostics } = readLocatedCodebook(text, 'codebook.yaml')
  const found = [...diagnostics, ...(value ? checkCodebook(value, partsOf(notes, value.value)) : [])]
  return found.map(({ rule, place, message }) => `${place?.start.line}:${place?.start.column} ${rule}: ${message}`)
}

const check = (text: string, paragraphs: readonly string[] = sentences) => checkAll(text, [paragraphs])

const norway = 'norway: { name: Norway, country: "NO" }'
const whaling = 'whaling: { name: Whaling, towards: whaling, terms: [whaling] }'

test('a codebook in which nothing is doubtful gives no message', () => {
  expect(check(`actors:\n  ${norway}\nissues:\n  ${whaling}\n`)).toEqual([])
})

describe('actors', () => {
  test.each([
    [
      'an alias of two',
      `${norway}\n  front: { name: Harbour Front, aliases: [the Front, Oslo] }`,
      ['3:54 codebook-name-is-unambiguous: `Oslo` stands for `norway` and for `front`.'],
    ],
    [
      'a surname of the people of two',
      `${norway}\n  front: { name: Harbour Front, people: [Jo Lund] }\n  union: { name: The Union, people: [Ann Alm, Mia Lund] }`,
      ['4:47 codebook-name-is-unambiguous: `Lund` stands for Jo Lund of `front` and for Mia Lund of `union`.'],
    ],
    [
      'an office of two at once',
      'norway: { name: Norway, country: "NO", people: [{ name: Jo Lund, role: mayor, from: 2011 }, { name: Mia Alm, role: Mayor }] }',
      ['2:95 codebook-office-has-one-holder: Jo Lund and Mia Alm are both `Mayor` of `norway`.'],
    ],
    [
      'an office of two, one after another',
      'norway: { name: Norway, country: "NO", people: [{ name: Jo Lund, role: mayor, until: 2011 }, { name: Mia Alm, role: Mayor, from: 2012 }] }',
      [],
    ],
    [
      'a name that is a term',
      `${norway}\n  japan: { name: Japan, aliases: [whaling] }`,
      [
        '3:35 codebook-name-is-no-term: `whaling` is a name of `japan` and, as `whaling`, a term of `whaling`. Every sentence that so names the actor comes under the issue.',
      ],
    ],
    [
      'one whom no source names',
      `${norway}\n  brazil: { name: Brazil, country: BR }`,
      ['3:11 codebook-actor-is-named: No source names Brazil.'],
    ],
    [
      "a name that stands inside another's",
      `${norway}\n  front: { name: Harbour Front of Norway }`,
      [
        '3:10 codebook-name-stands-alone: `Norway` in `Harbour Front of Norway` (1 time): counted for `front`, which has the longer name, and not for `norway`.',
      ],
    ],
  ])('%s', (_, actors, expected) => {
    expect(check(`actors:\n  ${actors}\nissues:\n  ${whaling}\n`)).toEqual(expected)
  })
})

describe('issues', () => {
  test.each([
    [
      'a term of two',
      `${whaling}\n  funds: { name: Funds, towards: funds, terms: [funds, whaling] }`,
      [
        '5:56 codebook-term-has-one-issue: `whaling` is a term of `whaling` and of `funds`; 2 sentences come under both.',
      ],
    ],
    [
      'a term in both directions',
      'whaling: { name: W, towards: w, terms: [whaling, ban], against: [ban] }',
      ['4:68 codebook-term-has-one-direction: Of the terms of `whaling`, `ban` stands in `against` too, which wins.'],
    ],
    [
      'a term that no source has',
      'whaling: { name: W, towards: w, terms: [whaling, [whaling, Oslo], wahling] }',
      ['4:52 codebook-term-is-used: 2 of 3 terms stand in no source. whaling: `whaling + Oslo`, `wahling`.'],
    ],
    [
      'one that no source addresses',
      `${whaling}\n  tax: { name: Tax, towards: tax, terms: [tax, taxes] }`,
      ['5:8 codebook-issue-is-addressed: No term of Tax stands in a source.'],
    ],
    [
      'terms against it that turn none of its own',
      'funds: { name: Funds, towards: frozen funds, terms: [freez*], against: [unfreez*, a waiver] }',
      [
        '4:56 codebook-term-is-used: 1 of 3 terms stands in no source. funds: `freez*`.',
        '4:85 codebook-against-turns-a-term: No term of `funds` stands in `a waiver` (1 sentence): under the issue by itself, and always against it.',
      ],
    ],
  ])('%s', (_, issues, expected) => {
    expect(check(`actors:\n  ${norway}\nissues:\n  ${issues}\n`)).toEqual(expected)
  })

  test('a term in most sentences tells nothing apart', () => {
    const text = `actors:\n  ${norway}\nissues:\n  ships: { name: Ships, towards: ships, terms: [ship*, harbour] }\n`
    const many = Array.from({ length: 15 }, () => 'The ships left Norway. The harbour was empty.')
    expect(check(text, many)).toEqual([])
    expect(check(text, [...many, 'The shipping news.'])).toEqual([
      '4:49 codebook-term-is-specific: `ship*` stands in 16 of 31 sentences.',
    ])
    expect(check(text, ['The ships left Norway.', 'The harbour was empty.', 'Ship after ship came.'])).toEqual([])
  })
})

test('what is discarded should stand in a source and hold a name', () => {
  const text = `actors:\n  ${norway}\nissues:\n  ${whaling}\ndiscard: [Norway lobster, Norway spruce, fish soup]\n`
  expect(check(text)).toEqual([
    '5:27 codebook-discard-is-used: `Norway spruce` stands in no source.',
    '5:42 codebook-discard-is-used: `fish soup` holds no name of an actor.',
  ])
})

test('a proper name among the terms hides the actor that bears it', () => {
  const text =
    'actors: { front: { name: Harbour Front } }\nissues: { i: { name: I, towards: i, terms: [Harbour Front] } }\n'
  expect(check(text)).toEqual([
    expect.stringMatching(/^1:26 codebook-name-is-no-term: .* The actor is not found by it\.$/),
    '1:18 codebook-actor-is-named: No source names Harbour Front.',
  ])
})

test('what is told does not depend on how the text is divided into sources', () => {
  const text = `actors:
  ${norway}
  front: { name: Front, aliases: [Union] }
  harbour: { name: Harbour Front of Norway }
issues:
  ${whaling}
  ships: { name: Ships, towards: ships, terms: [ship*, whaling, ferry], against: [funds] }
  tax: { name: Tax, towards: tax, terms: [tax, [ban, taxes]] }
discard: [Norway lobster, Norway spruce]
`
  const many = Array.from({ length: 4 }, () => [...sentences, 'Ships came to Oslo. '.repeat(9).trim()]).flat()
  const whole = check(text, many)
  for (const rule of ['stands-alone', 'is-specific', 'one-issue', 'turns-a-term', 'term-is-used', 'discard-is-used'])
    expect(whole.join('\n')).toContain(rule)
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(many.length), { maxLength: 6 }), cuts => {
      const edges = [0, ...cuts.sort((a, b) => a - b), many.length]
      const notes = edges.slice(1).map((end, i) => many.slice(edges[i], end))
      expect(checkAll(text, notes)).toEqual(whole)
    }),
    { numRuns: 20 },
  )
})
