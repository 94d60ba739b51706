import type { Stance, Statement } from '@briefbook/ast'
import { describe, expect, test } from 'vitest'
import { findAgreements } from '../src/agreements/agreements.js'
import { sourceOf, testCodebook } from './helpers.js'

const codebook = testCodebook()
const sources = [
  sourceOf(['One.'], { id: 'one', date: '2016-03-15' }),
  sourceOf(['Two.'], { id: 'two', date: '2021-08-06' }),
  sourceOf(['Three.'], { id: 'three', date: '2021-10-01' }),
]

/** Statements as `norway whaling favours one`; the id is the whole. */
const read = (...lines: string[]): Statement[] =>
  lines.map(id => {
    const [actor = '', issue = '', stance, source = 'one'] = id.split(' ')
    return {
      id,
      source,
      anchor: `${source}.1`,
      quote: 'A sentence of middling length.',
      span: [0, 1],
      raw: [[0, 1]],
      actor,
      issue,
      stance: stance as Stance,
      speaker: null,
      cue: null,
      rule: 'actor-acts',
      coder: 'rule',
      review: null,
    }
  })

const find = (...lines: string[]) => findAgreements(read(...lines), codebook, sources)

describe('camps', () => {
  const camps = (...lines: string[]) =>
    find(...lines).camps.map(
      ({ issue, contested, camps: own }) =>
        `${issue}${contested ? ' contested' : ''}: ${own.map(c => `${c.stance} ${c.members.map(m => m.actor).join(' ')}`).join('; ')}`,
    )
  test.each([
    [['japan whaling favours', 'norway whaling favours'], ['whaling: favours norway japan']],
    [['japan whaling opposes', 'norway whaling favours'], ['whaling contested: favours norway; opposes japan']],
    [['japan whaling concerned', 'norway whaling favours'], ['whaling contested: favours norway; concerned japan']],
    [['japan whaling concerned', 'norway whaling opposes'], ['whaling: opposes norway; concerned japan']],
    [['norway whaling none'], []],
    [['norway whaling favours', 'norway whaling opposes'], ['whaling: mixed norway']],
    [
      ['norway whaling favours', 'norway whaling favours two', 'norway whaling opposes', 'norway whaling none'],
      ['whaling: favours norway'],
    ],
    [
      ['norway aid favours', 'norway whaling favours'],
      ['whaling: favours norway', 'aid: favours norway'],
    ],
  ])('%j', (lines, expected) => {
    expect(camps(...lines)).toEqual(expected)
  })
  test('a member stands for its camp with the passages that show the stance, all where it is of two minds', () => {
    const members = (...lines: string[]) => find(...lines).camps[0]?.camps.flatMap(c => c.members)
    expect(members('norway whaling favours', 'norway whaling favours two', 'norway whaling opposes three')).toEqual([
      { actor: 'norway', statements: ['norway whaling favours', 'norway whaling favours two'] },
    ])
    expect(members('norway whaling favours', 'norway whaling none', 'norway whaling opposes')?.[0]?.statements).toEqual(
      ['norway whaling favours', 'norway whaling opposes'],
    )
  })
})

describe('pairs', () => {
  test('count the issues on which two are on one side, and those on which they are on opposed sides', () => {
    const { pairs } = find(
      ...['norway whaling favours', 'norway aid opposes', 'norway subsidies favours', 'norway piracy concerned'],
      ...['japan whaling favours', 'japan aid concerned', 'japan subsidies opposes', 'japan talks favours'],
      'brazil talks mixed',
    )
    expect(pairs).toEqual([
      {
        actors: ['norway', 'japan'],
        together: ['whaling', 'aid'],
        apart: ['subsidies'],
        normalised: { together: 0.5, apart: 0.25 },
      },
    ])
  })
  test('who takes a side on nothing that another does stands in no pair', () => {
    expect(find('norway whaling favours', 'japan aid favours', 'brazil whaling none').pairs).toEqual([])
  })
})

describe('contradictions', () => {
  const told = (...lines: string[]) =>
    find(...lines).contradictions.map(c => [c.between, ...c.sides.map(side => side[0]?.split(' ').slice(2).join(' '))])
  test.each([
    ['two sources of one year', ['favours two', 'opposes three'], ['sources', 'favours two', 'opposes three']],
    ['two sources of two years', ['favours one', 'concerned two'], ['times', 'favours one', 'concerned two']],
    ['one source', ['favours two', 'opposes two'], ['passages', 'favours two', 'opposes two']],
    [
      'one source and another',
      ['favours two', 'opposes two', 'opposes three'],
      ['sources', 'favours two', 'opposes three'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(...lines.map(line => `norway whaling ${line}`))).toEqual([expected])
  })
  test.each([[['favours one', 'none two']], [['opposes one', 'concerned two']], [['mixed one', 'favours two']]])(
    '%j is none',
    lines => {
      expect(told(...lines.map(line => `norway whaling ${line}`))).toEqual([])
    },
  )
  test('two actors do not contradict each other', () => {
    expect(find('norway whaling favours', 'japan whaling opposes').contradictions).toEqual([])
  })
})
