import { describe, expect, test } from 'vitest'
import { compileCodebook } from '../src/codebook/compile.js'
import { analyse, readCodebook } from '../src/index.js'
import { readPieces } from '../src/text/pieces.js'
import { sourceOf } from './helpers.js'

const { value: codebook } = readCodebook(
  `
actors:
  norway:
    name: Norway
    country: "NO"
    people:
      - { name: Kari Strand, role: foreign minister, from: 2015-03, until: 2019-05-31 }
      - { name: Ola Lie, role: Foreign Minister, from: 2019-06-01 }
      - { name: Liv Moe, offices: [{ role: chair of the fisheries board, from: 2010, until: 2012 }, { role: envoy, from: 2018 }] }
  union:
    name: Fishers' Union
    aliases: [the Union]
    people: [{ name: Tor Vik, role: president }]
issues:
  whaling: { name: Whaling, towards: whaling, terms: [whaling] }
`,
  'codebook.yaml',
)
if (!codebook) throw new Error('the codebook of this test cannot be read')
const compiled = compileCodebook(codebook)
const people = (text: string, date: string | null) =>
  compiled
    .at(date)
    .names(readPieces(text))
    .filter(name => name.kind === 'person')
    .map(name => `${name.person}: ${text.slice(name.start, name.end)}`)

describe('an office in a text of its time is who held it', () => {
  test.each([
    ['the Norwegian foreign minister said', '2016-01-01', ['Kari Strand: Norwegian foreign minister']],
    ['Norway’s Foreign Minister said', '2016', ['Kari Strand: Norway’s Foreign Minister']],
    ['the Foreign Minister of Norway', '2015-03-01', ['Kari Strand: Foreign Minister of Norway']],
    [
      'the foreign minister of the Kingdom of Norway',
      '2016-01-01',
      ['Kari Strand: foreign minister of the Kingdom of Norway'],
    ],
    ['Oslo’s foreign minister', '2019-05-31', ['Kari Strand: Oslo’s foreign minister']],
    ['the Norwegian foreign minister', '2019-06-01', ['Ola Lie: Norwegian foreign minister']],
    ['the Norwegian foreign minister', '2015-02-28', []],
    ['the Norwegian foreign minister', null, []],
    ['the Norwegian chair of the fisheries board', '2011-07', ['Liv Moe: Norwegian chair of the fisheries board']],
    ['the Norwegian envoy', '2011-07', []],
    ['the Norwegian envoy', '2018-01-01', ['Liv Moe: Norwegian envoy']],
    ['the Union’s president', null, ['Tor Vik: Union’s president']],
  ])('%s (%s)', (text, date, expected) => {
    expect(people(text, date)).toEqual(expected)
  })
})

describe('other words around it make it somebody else', () => {
  test.each([
    ['a former Norwegian foreign minister', []],
    ['the ex-Norwegian foreign minister', []],
    ['the deputy Norwegian foreign minister', []],
    ['Norwegian foreign minister-designate', []],
    ['the Norwegian foreign ministry', []],
    ['Norwegian foreign ministers', []],
    ['Norwegian foreign minister Per Holm', []],
    ['the Norwegian foreign minister, Per Holm,', []],
    ['the Danish foreign minister', []],
    ['the Norwegian foreign minister, Ms. Strand,', ['Kari Strand', 'Kari Strand']],
    ['Norwegian Foreign Minister Kari Strand', ['Kari Strand', 'Kari Strand']],
  ])('%s', (text, expected) => {
    const found = compiled.at('2016').names(readPieces(text))
    expect(found.flatMap(name => name.person ?? [])).toEqual(expected)
  })

  test('whose actor is named all the same', () => {
    expect(compiled.at('2016').names(readPieces('a former Norwegian foreign minister'))).toMatchObject([
      { actor: 'norway', kind: 'name' },
    ])
  })
})

test('a statement has the holder of the office as its speaker', () => {
  const text = 'Norway’s foreign minister said that Norway would oppose whaling.'
  const speakers = (date: string) =>
    analyse([sourceOf([text], { date })], codebook).value.statements.map(s => s.speaker)
  expect(speakers('2016-05-01')).toEqual(['Kari Strand'])
  expect(speakers('2020-05-01')).toEqual(['Ola Lie'])
  expect(speakers('2001-05-01')).not.toContain('Kari Strand')
})
