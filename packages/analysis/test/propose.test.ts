import { describe, expect, test } from 'vitest'
import { analyse, proposeCodebook, readCodebook } from '../src/index.js'
import { sourceOf } from './helpers.js'

const text = [
  'Norway and Japan met in Oslo. Norwegian officials spoke of sanctions. Norway wants trade and more trade with Japan.',
  'The Ilmar said that sanctions would harm refugees. The Ilmar rejected the sanctions. The Ilmar’s leaders fear terrorism.',
  'Japanese trade with the European Union grew. The EU and Tokyo signed a trade agreement. European officials praised it.',
  'Refugees fled; the refugees were given aid. Aid workers from the United Nations came. UN aid helped, and the UN stayed.',
]
const sources = [sourceOf(text, { id: 'one' }), sourceOf(text.slice(0, 2), { id: 'two' })]
const proposal = proposeCodebook(sources)

describe('the proposal', () => {
  const { value: codebook, diagnostics } = readCodebook(proposal, 'codebook.yaml')

  test('is a codebook that can be read and worked with', () => {
    expect(diagnostics).toEqual([])
    expect(codebook && analyse(sources, codebook).value.statements.length).toBeGreaterThan(0)
  })

  test('names states by their code, organisations with their aliases, and groups that act', () => {
    const actors = new Map(codebook?.actors.map(actor => [actor.id, actor]))
    expect([...actors.keys()].sort()).toEqual(['europe', 'ilmar', 'japan', 'norway', 'united-nations'])
    expect(actors.get('norway')).toMatchObject({ name: 'Norway', country: 'NO' })
    expect(actors.get('europe')?.aliases).toEqual(['European Union', 'EU', 'European'])
    expect(actors.get('ilmar')).toMatchObject({ name: 'Ilmar', country: null })
  })

  test('proposes issues by their terms, and only terms that the texts have', () => {
    const issues = new Map(codebook?.issues.map(issue => [issue.id, issue]))
    expect([...issues.keys()].sort()).toEqual(['aid', 'migration', 'sanctions', 'trade'])
    expect(issues.get('migration')?.terms).toEqual([['refugee*']])
  })

  test('tells counts and a few wordings, and no sentence', () => {
    expect(proposal).toMatch(/ {2}norway: # 8 times in 2 sources: Norway 4, Norwegian 2, Oslo 2\n/)
    for (const line of proposal.split('\n').filter(l => l.includes('times in'))) expect(line.length).toBeLessThan(140)
  })

  test('is the same from run to run', () => {
    expect(proposeCodebook(sources)).toBe(proposal)
  })
})

test('a region takes in its members that are named seldom', () => {
  const about = [
    'Latvia and Estonia voted.',
    'The Baltic states met. Baltic states trade. The Baltics agreed. Baltic states met again.',
  ]
  const { value } = readCodebook(proposeCodebook([sourceOf(about)]), 'codebook.yaml')
  expect(value?.actors.map(a => a.id)).toEqual(['baltic-states'])
  expect(value?.actors[0]?.aliases).toEqual(['Baltics', 'Estonia', 'Latvia'])
})

test('an acronym is an alias of its long form', () => {
  const about = ['The Eastern River Union (ERU) met. The ERU voted. The Eastern River Union rejected it. The ERU left.']
  const { value } = readCodebook(proposeCodebook([sourceOf(about)]), 'codebook.yaml')
  expect(value?.actors).toMatchObject([{ name: 'Eastern River Union', aliases: ['ERU'] }])
})

test.each([
  ['no sources', []],
  ['a source that names nobody', [sourceOf(['It rained.'])]],
  [
    'names that YAML would take for something else',
    [sourceOf(['Yes: said the "No" # party. '.repeat(5), 'NULL acts. NULL acts. NULL acts. NULL acts.'])],
  ],
])('%s give a codebook too', (_, given) => {
  const { value, diagnostics } = readCodebook(proposeCodebook(given), 'codebook.yaml')
  expect(diagnostics).toEqual([])
  expect(value).not.toBeNull()
})
