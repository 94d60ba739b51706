import { describe, expect, test } from 'vitest'
import {
  analyse,
  analyseSource,
  checkCodebook,
  proposeCodebook,
  readCodebook,
  readLocatedCodebook,
} from '../src/index.js'
import { sourceOf } from './helpers.js'
import { proposalSources } from './proposals.js'

const text = [
  'Norway and Japan met in Oslo. Norwegian officials spoke of sanctions. Norway wants trade and more trade with Japan.',
  'The Ilmar said that sanctions would harm refugees. The Ilmar rejected the sanctions. The Ilmar’s leaders speak of terrorism.',
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

  test('tells counts, a few wordings and where to look, and no sentence', () => {
    expect(proposal).toMatch(/ {2}norway: # 8 times in 2 sources: Norway 4, Norwegian 2, Oslo 2\n/)
    expect(proposal).toMatch(/ {2}norway:[^\n]*\n {4}# for example one\.md ¶1, two\.md ¶1\n/)
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

const proposed = (paragraphs: readonly string[]) => {
  const { value } = readCodebook(proposeCodebook([sourceOf(paragraphs)]), 'codebook.yaml')
  return {
    actors: value?.actors.map(({ name, aliases }) => [name, ...aliases].join(', ')),
    people: value?.actors.flatMap(({ people }) =>
      people.map(({ name, offices: [o] }) => (o ? `${name}: ${o.role}` : name)),
    ),
    issues: value?.issues.map(({ name }) => name),
  }
}

describe('on quite different matters', () => {
  test.each([
    [
      'climate',
      [
        'European Union and Europe, European Union, EU, Brussels, Germany, France',
        'Alliance of Small Island States, AOSIS',
        'Brazil',
        'India',
        'Saudi Arabia',
        'China',
        'Norway',
        'United States',
      ],
      [
        'Climate',
        'Climate finance',
        'Loss and damage fund',
        'Carbon border tax',
        'Carbon markets',
        'Forest fund',
        'Fossil fuels',
      ],
    ],
    [
      'pensions',
      [
        'Federation of Trade Unions, FTU',
        'Centre Party',
        'Ministry of Finance',
        'Social Democrats',
        "Employers' Confederation",
        'Left Bloc',
      ],
      ['Retirement age', 'Minimum pension', 'Pension fund', 'Early retirement'],
    ],
    [
      'merger',
      [
        'Competition Authority',
        'Northgate Foods, Northgate',
        'Meridian Dairy, Meridian',
        'Harlow Capital',
        "Dairy Farmers' Cooperative, Cooperative",
        'Food Workers Union',
      ],
      ['Milk prices', 'Market share', 'Dairies', 'Job losses', 'Merger'],
    ],
    [
      'council',
      [
        'Chamber of Commerce',
        'Green group, Greens',
        'Conservative group, Conservatives',
        'Eastbrook Council',
        "Residents' Association",
      ],
      ['Cycle lane', 'Parking charges', 'Library closures', 'Council tax'],
    ],
  ] as const)('%s', (set, actors, issues) => {
    const { value } = readCodebook(proposeCodebook(proposalSources(set)), 'codebook.yaml')
    expect(value?.actors.map(({ name, aliases }) => [name, ...aliases].join(', '))).toEqual(actors)
    expect(value?.issues.map(({ name }) => name)).toEqual(issues)
  })

  test.each(['climate', 'pensions', 'merger', 'council'] as const)('%s: nothing in it is doubtful', set => {
    const found = proposalSources(set)
    const { value, diagnostics } = readLocatedCodebook(proposeCodebook(found), 'codebook.yaml')
    const parts = value ? found.map(source => analyseSource(source, value.value)) : []
    const told = [...diagnostics, ...(value ? checkCodebook(value, parts) : [])]
    expect(told.filter(({ severity }) => severity !== 'note')).toEqual([])
  })
})

describe('people', () => {
  test.each([
    [['Norway’s Foreign Minister Kari Strand left. Norway and Norwegians voted.'], ['Kari Strand: foreign minister']],
    [['Norwegian Prime Minister Ola Lie left. Norway and Norwegians voted.'], ['Ola Lie: prime minister']],
    [['The Norwegian diplomat Kari Strand left. Norway and Norwegians voted.'], ['Kari Strand']],
    [['Norwegian President Ann Alm and Norwegian President Liv Moe met. Norway voted.'], ['Ann Alm', 'Liv Moe']],
    [['A Norwegian historian, Ann Alm, left. Norway and Norwegians voted.'], []],
  ])('%s', (paragraphs, people) => {
    expect(proposed(paragraphs).people).toEqual(people)
  })

  test('whose government is its country', () => {
    expect(
      proposed(['Norwegian Prime Minister Ola Lie left.', 'The Lie administration and Norway voted.']).actors,
    ).toEqual(['Norway, Lie administration'])
  })

  test('are no actors beside theirs', () => {
    const text = 'Norway’s Prime Minister Ola Berg voted. Berg left. Berg spoke. Berg acts. Norway votes.'
    expect(proposed([text]).actors).toEqual(['Norway'])
  })
})

describe('names of groups', () => {
  const seen = (text: string) => proposed([text]).actors
  test.each([
    ['The Tide Council voted. The Tide Council left.', ['Tide Council']],
    ['The Bank of Tide voted. The Bank of Tide left.', ['Bank of Tide']],
    ['The Women’s League voted. The Women’s League left.', ["Women's League"]],
    ['Ann Alm voted. Alm left. Alm fears it.', ['First actor']],
    ['They met in Tidewater. Tidewater is wet. In Tidewater it rains.', ['First actor']],
    ['I’m sure. I’m not. I’m here.', ['First actor']],
    ['On Monday it rained. Monday was wet. Monday is over.', ['First actor']],
    ['Critics fear it. Critics say so. The critics left.', ['First actor']],
    ['The government voted. The government left.', ['Government, government']],
    ['The Norwegian Ministry of Trade voted. Norway left.', ['Norway']],
    ['The Norwegian Herring Council voted. The Norwegian Herring Council left.', ['Norwegian Herring Council']],
  ])('%s', (text, actors) => {
    expect(seen(text)).toEqual(actors)
  })
})

describe('key phrases', () => {
  const seen = (text: string) => proposed([text]).issues
  test.each([
    ['The fish quota fell. A fish quota helps. Fish quotas rise.', ['Fish quota']],
    ['Foreign policy changed. It is foreign policy.', ['First issue']],
    ['The market share fell. Its market share rose.', ['Market share']],
    ['The market fell. The share rose. The market share, of the market, is a share.', ['First issue']],
    ['The Social Democrats voted. Social Democrats left. Some Social Democrats stayed.', ['First issue']],
    [
      'The loss and damage funds failed. A loss and damage fund is empty. The loss and damage fund is full.',
      ['Loss and damage fund'],
    ],
  ])('%s', (text, issues) => {
    expect(seen(text)).toEqual(issues)
  })

  test('a term in most of many sentences is none', () => {
    expect(seen('The sea wall broke. '.repeat(30))).toEqual(['First issue'])
  })
})
