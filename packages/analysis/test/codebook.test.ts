import { describe, expect, test } from 'vitest'
import { compileCodebook } from '../src/codebook/compile.js'
import { readCodebook } from '../src/index.js'
import { readPieces } from '../src/text/pieces.js'
import { codebookText, testCodebook } from './helpers.js'

const minimal = 'actors: { a: { name: Alder } }\nissues: { i: { name: Ice, towards: ice, terms: [ice] } }\n'

describe('reading', () => {
  test('keeps the order and fills in what is left out', () => {
    const codebook = testCodebook()
    expect(codebook.actors.map(a => a.id)).toEqual(['norway', 'japan', 'brazil', 'union', 'rebels'])
    expect(codebook.actors[3]).toEqual({
      id: 'union',
      name: "Fishers' Union",
      country: null,
      aliases: ['the Union'],
      people: [],
    })
    expect(codebook.actors[0]?.people).toEqual([{ name: 'Kari Strand', offices: [] }])
    expect(codebook.issues[2]?.terms).toEqual([
      ['recogni*'],
      ['talk*', 'Front'],
      ['negotiat*', 'Front'],
      ['engage*', 'Front'],
    ])
    expect(codebook.discard).toEqual(['Norway lobster'])
  })

  test.each([
    ['{ name: Jo Fir, role: minister }', [{ role: 'minister', from: null, until: null }]],
    ['{ name: Jo Fir, role: minister, from: 2014 }', [{ role: 'minister', from: '2014', until: null }]],
    [
      '{ name: Jo Fir, offices: [{ role: mayor, until: 2014-05 }, { role: envoy, from: 2014-05-02 }] }',
      [
        { role: 'mayor', from: null, until: '2014-05' },
        { role: 'envoy', from: '2014-05-02', until: null },
      ],
    ],
  ])('a person may have offices: %s', (person, offices) => {
    const { value, diagnostics } = readCodebook(
      minimal.replace('name: Alder', `name: Alder, people: [${person}]`),
      'codebook.yaml',
    )
    expect(diagnostics).toEqual([])
    expect(value?.actors[0]?.people).toEqual([{ name: 'Jo Fir', offices }])
  })

  test.each([
    [
      'an unknown key',
      minimal.replace('name: Alder', 'name: Alder, alias: [Elm]'),
      'key-is-known',
      /alias.*Did you mean `aliases`/,
      1,
    ],
    [
      'no actors',
      'actors: {}\nissues: { i: { name: I, towards: t, terms: [x] } }',
      'value-is-valid',
      /at least one actor/,
      1,
    ],
    ['no issues', 'actors: { a: { name: A } }\nissues: {}', 'value-is-valid', /at least one issue/, 2],
    ['an issue without terms', minimal.replace('[ice]', '[]'), 'value-is-valid', /at least one term/, 2],
    ['a star in the wrong place', minimal.replace('[ice]', '["*ice"]'), 'value-is-valid', /end of a word/, 2],
    ['an id that is a number', minimal.replace('{ a:', '{ 12:'), 'value-is-valid', /letter/, 1],
    [
      'a country that is a name',
      minimal.replace('name: Alder', 'name: Alder, country: Alder'),
      'value-is-valid',
      /two capital letters/,
      1,
    ],
    [
      'a country that is none',
      minimal.replace('name: Alder', 'name: Alder, country: QQ'),
      'value-is-valid',
      /No country has the code `QQ`/,
      1,
    ],
    [
      'two actors with one id',
      'actors:\n  a: { name: A }\n  a: { name: B }\nissues: { i: { name: I, towards: t, terms: [x] } }',
      'yaml-is-well-formed',
      /unique/i,
      3,
    ],
    [
      'an office that ends before it begins',
      minimal.replace(
        'name: Alder',
        'name: Alder, people: [{ name: Jo Fir, role: mayor, from: 2014, until: 2013-12 }]',
      ),
      'value-is-valid',
      /until 2013-12, before it begins in 2014/,
      1,
    ],
    [
      'a date that is none',
      minimal.replace('name: Alder', 'name: Alder, people: [{ name: Jo Fir, role: mayor, from: May 2014 }]'),
      'value-is-valid',
      /2014-05-26/,
      1,
    ],
    ['broken YAML', 'actors: [', 'yaml-is-well-formed', /./, 1],
  ])('%s is an error with its line', (_, text, rule, message, line) => {
    const { value, diagnostics } = readCodebook(text, 'codebook.yaml')
    expect(value).toBeNull()
    expect(diagnostics[0]).toMatchObject({
      rule,
      severity: 'error',
      file: 'codebook.yaml',
      message: expect.stringMatching(message),
    })
    expect(diagnostics[0]?.place?.start.line).toBe(line)
  })

  test('a name of two actors is a warning, and the first has it', () => {
    const text = codebookText.replace('aliases: [the Front]', 'aliases: [the Union]')
    const { value, diagnostics } = readCodebook(text, 'codebook.yaml')
    expect(diagnostics).toMatchObject([
      {
        rule: 'codebook-name-is-unambiguous',
        severity: 'warning',
        message: '`Union` stands for `union` and for `rebels`.',
      },
    ])
    expect(value && compileCodebook(value).names(readPieces('The Union met.'))).toMatchObject([{ actor: 'union' }])
  })
})

describe('names', () => {
  const { names } = compileCodebook(testCodebook())
  test.each([
    ['Norway and the Norwegians', ['norway', 'norway']],
    ['Oslo spoke to Tokyo', ['norway', 'japan']],
    ['NORWAY’S PLANS', ['norway']],
    ['the Brazilian-led mission', ['brazil']],
    ['Aiko Tanaka and Tanaka', ['japan', 'japan']],
    ['a Norway lobster', []],
    ['norway in small letters', []],
    ['Norwayish', []],
    ['the Fishers’ Union', ['union']],
  ])('%s', (text, actors) => {
    expect(names(readPieces(text)).map(name => name.actor)).toEqual(actors)
  })

  test('a person stands for the actor under the full name', () => {
    expect(names(readPieces('Strand left'))).toEqual([
      { actor: 'norway', kind: 'person', person: 'Kari Strand', start: 0, end: 6 },
    ])
  })
})

describe('terms', () => {
  const { terms } = compileCodebook(testCodebook())
  test.each([
    ['Pirates and piracy', ['piracy +', 'piracy +']],
    ['an anti-piracy law', ['piracy -']],
    ['to fight pirates', ['piracy -']],
    ['the WHALING ban', ['whaling -']],
    ['talks', []],
    ['talks with the Front', ['talks +']],
    ['engaging the Front', ['talks +']],
    ['whale hunters', ['whaling +']],
  ])('%s', (text, expected) => {
    expect(terms(readPieces(text)).map(term => `${term.issue} ${term.direction === 1 ? '+' : '-'}`)).toEqual(expected)
  })
})

test('a proper name among the terms is not the actor that stands in it', () => {
  const { value } = readCodebook(
    'actors: { norway: { name: Norway, country: "NO" } }\nissues: { sea: { name: Sea, towards: sea, terms: [Free Norway League] } }',
    'codebook.yaml',
  )
  const compiled = value && compileCodebook(value)
  expect(compiled?.names(readPieces('The Free Norway League met.'))).toEqual([])
  expect(compiled?.terms(readPieces('The Free Norway League met.'))).toHaveLength(1)
})
