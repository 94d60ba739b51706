import type { Stance, Statement } from '@briefbook/ast'
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.js'
import { buildMatrices } from '../src/matrices/build.js'
import { rankStatements, takeTurns } from '../src/matrices/rank.js'
import { sourceOf, testCodebook } from './helpers.js'

const codebook = testCodebook()
const sources = [sourceOf(['One.'], { id: 'one' }), sourceOf(['Two.'], { id: 'two' })]

let count = 0
function statement(fields: Partial<Statement>): Statement {
  count++
  return {
    id: `s-${count}`,
    source: 'one',
    anchor: 'one.1',
    quote: 'A sentence of middling length.',
    span: [0, 1],
    raw: [[0, 1]],
    actor: 'norway',
    issue: 'whaling',
    stance: 'favours',
    speaker: null,
    cue: null,
    rule: 'actor-acts',
    coder: 'rule',
    review: null,
    ...fields,
  }
}

const build = (statements: Statement[], mentions: { source: string; actor: string; issue: string }[] = []) =>
  buildMatrices({
    sources,
    codebook,
    statements,
    mentions: mentions.map(m => ({ anchor: `${m.source}.1`, ...m })),
    findings: [],
  })

const cellOf = (statements: Statement[]) => build(statements)[0]?.cells[0]?.[0]

test('there are three, with every actor, issue and source, in their order', () => {
  const matrices = build([])
  expect(matrices.map(m => [m.id, m.rows.length, m.columns.length])).toEqual([
    ['actor-issue', 5, 5],
    ['source-issue', 2, 5],
    ['source-actor', 2, 5],
  ])
  expect(matrices[0]?.rows[0]).toEqual({ id: 'norway', name: 'Norway' })
  expect(matrices[1]?.rows).toEqual([
    { id: 'one', name: 'ONE' },
    { id: 'two', name: 'TWO' },
  ])
  expect(
    matrices.flatMap(m => m.cells.flat()).every(cell => cell.state === 'absent' && cell.sources.length === 0),
  ).toBe(true)
})

describe('the state of a cell', () => {
  test('an attitude is a position', () => {
    expect(cellOf([statement({}), statement({ stance: 'none' })])).toMatchObject({
      state: 'position',
      stances: { favours: 1, none: 1 },
    })
  })
  test('no attitude, or names that only meet, is mentioned', () => {
    expect(cellOf([statement({ stance: 'none' })])?.state).toBe('mentioned')
    const cell = build([], [{ source: 'two', actor: 'norway', issue: 'whaling' }])[0]?.cells[0]?.[0]
    expect(cell).toMatchObject({ state: 'mentioned', sources: ['two'], statements: [] })
  })
})

describe('disagreement', () => {
  const pair = (a: Stance, b: Stance, fields: Partial<Statement> = {}) =>
    cellOf([statement({ stance: a }), statement({ stance: b, ...fields })])?.disagreement
  test.each([
    ['favours', 'opposes', true],
    ['favours', 'concerned', true],
    ['opposes', 'concerned', false],
    ['favours', 'none', false],
    ['favours', 'mixed', false],
  ] as const)('%s and %s: %s', (a, b, expected) => {
    expect(pair(a, b)).toBe(expected)
    expect(pair(a, b, { source: 'two' })).toBe(expected)
  })
  test('two actors of different minds do not make one in a source', () => {
    const matrices = build([statement({}), statement({ actor: 'japan', stance: 'opposes' })])
    expect(matrices[1]?.cells[0]?.[0]).toMatchObject({ disagreement: false, stances: { favours: 1, opposes: 1 } })
  })
})

describe('the best evidence comes first', () => {
  const ids = (...fields: Partial<Statement>[]) => {
    const statements = fields.map(field => statement(field))
    const order = takeTurns(rankStatements(statements)).flat()
    return order.map(s => statements.indexOf(s))
  }
  test('what an analyst has looked at', () => {
    expect(ids({}, { review: { action: 'accept', by: 'A', note: null, was: null } })).toEqual([1, 0])
  })
  test('a position before a description', () => {
    expect(ids({ stance: 'none' }, {})).toEqual([1, 0])
    const review = { action: 'accept', by: 'A', note: null, was: null } as const
    expect(ids({ stance: 'none', review }, {})).toEqual([1, 0])
  })
  test('a direct rule, a named speaker, a short quote', () => {
    expect(ids({ rule: 'heading-sets-view' }, { rule: 'speaker-says' })).toEqual([1, 0])
    expect(ids({}, { speaker: 'Kari Strand' })).toEqual([1, 0])
    expect(ids({}, { quote: 'Short.' })).toEqual([1, 0])
  })
  test('one from each source before two from one', () => {
    expect(ids({ quote: 'a' }, { quote: 'bb' }, { quote: 'ccc', source: 'two' })).toEqual([0, 2, 1])
  })
})

test('a cell names its sources in the order of the book', () => {
  const two = sourceOf(['Norway supports whaling.'], { id: 'two' })
  const one = sourceOf(['The report on whaling was printed in Norway.'], { id: 'one' })
  const { matrices } = analyse([two, one], codebook).value
  expect(matrices[0]?.cells[0]?.[0]?.sources).toEqual(['two', 'one'])
})
