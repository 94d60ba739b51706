import { hasErrors } from '@briefbook/diagnostics'
import { describe, expect, test } from 'vitest'
import { createStatementIds } from '../src/coder/ids.js'
import { analyse, readCodings } from '../src/index.js'
import { sourceOf, testCodebook } from './helpers.js'

const codebook = testCodebook()
const source = sourceOf([
  'Norway supports commercial whaling. Japan rejected fishing subsidies at the summit.',
  'The ministers of the coast – all five of them – agreed on a “slow” return.',
])
const [first, second] = analyse([source], codebook).value.statements
const firstId = first?.id ?? ''
const secondId = second?.id ?? ''

function run(text: string) {
  const { value, diagnostics } = readCodings(text, 'codings.yaml')
  const result = value ? analyse([source], codebook, value) : null
  return { codings: value, analysis: result?.value, diagnostics: [...diagnostics, ...(result?.diagnostics ?? [])] }
}

describe('an analyst', () => {
  test('accepts', () => {
    const { analysis, diagnostics } = run(
      `codings: [{ statement: ${firstId}, action: accept, by: A. Alm, note: clear }]`,
    )
    expect(diagnostics).toEqual([])
    expect(analysis?.statements[0]).toMatchObject({
      id: firstId,
      coder: 'rule',
      review: { action: 'accept', by: 'A. Alm', note: 'clear', was: null },
    })
    expect(analysis?.statements[1]?.review).toBeNull()
  })

  test('rejects: the statement is kept apart and leaves the matrices', () => {
    const { analysis } = run(`codings: [{ statement: ${firstId}, action: reject, by: A }]`)
    expect(analysis?.statements.map(s => s.id)).toEqual([secondId])
    expect(analysis?.rejected).toMatchObject([{ id: firstId, review: { action: 'reject' } }])
    expect(analysis?.matrices[0]?.cells[0]?.[0]?.statements).toEqual([])
  })

  test('changes: what the rule had found is remembered, the id stays', () => {
    const { analysis } = run(
      `codings: [{ statement: ${firstId}, action: change, stance: mixed, issue: aid, speaker: null, by: A }]`,
    )
    expect(analysis?.statements[0]).toMatchObject({
      id: firstId,
      stance: 'mixed',
      issue: 'aid',
      review: { action: 'change', was: { stance: 'favours', issue: 'whaling', speaker: null } },
    })
    expect(Object.keys(analysis?.statements[0]?.review?.was ?? {})).not.toContain('actor')
  })

  test('adds, in the order of the text, verbatim even where the quotation marks differ', () => {
    const { analysis, diagnostics } = run(
      'codings: [{ action: add, source: note, quote: \'agreed on a "slow" return\', actor: union, issue: whaling, stance: favours, speaker: Ministers, by: A }]',
    )
    expect(diagnostics).toEqual([])
    const added = analysis?.statements.at(-1)
    expect(added).toMatchObject({
      quote: 'agreed on a “slow” return',
      anchor: 'note.2',
      coder: 'analyst',
      rule: 'analyst',
      cue: null,
      speaker: 'Ministers',
      review: { action: 'add', by: 'A' },
    })
    expect(source.text.slice(...(added?.raw[0] ?? [0, 0]))).toBe('agreed on a “slow” return')
  })

  test('adds two passages that an ellipsis joins', () => {
    const { analysis } = run(
      'codings: [{ action: add, source: note, quote: "The ministers […] agreed on", actor: union, issue: aid, stance: none, by: A }]',
    )
    const added = analysis?.statements.at(-1)
    expect(added?.quote).toBe('The ministers […] agreed on')
    expect(added?.raw.map(span => source.text.slice(...span))).toEqual(['The ministers', 'agreed on'])
  })

  test('takes over what a rule has found too', () => {
    const { analysis } = run(
      'codings: [{ action: add, source: note, quote: Norway supports commercial whaling., actor: norway, issue: whaling, stance: favours, by: A }]',
    )
    expect(analysis?.statements.filter(s => s.id === firstId)).toMatchObject([{ coder: 'analyst' }])
    expect(analysis?.statements).toHaveLength(2)
  })

  test('writes a finding for a cell of each matrix', () => {
    const { analysis } = run(
      `findings:
  - { actor: norway, issue: whaling, finding: One., by: A }
  - { source: note, issue: whaling, finding: Two., by: A }
  - { source: note, actor: japan, finding: Three., by: A }`,
    )
    expect(analysis?.matrices[0]?.cells[0]?.[0]?.finding).toBe('One.')
    expect(analysis?.matrices[1]?.cells[0]?.[0]?.finding).toBe('Two.')
    expect(analysis?.matrices[2]?.cells[0]?.[1]?.finding).toBe('Three.')
  })
})

describe('what is wrong is told at its place', () => {
  test.each([
    [
      'an unknown actor',
      `codings:\n  - { statement: ${firstId}, action: change, actor: norwai, by: A }`,
      'coding-actor-is-known',
      /`norwai`. Did you mean `norway`/,
      2,
    ],
    [
      'an unknown issue',
      'findings:\n  - { actor: norway, issue: wales, finding: F., by: A }',
      'coding-issue-is-known',
      /`wales`/,
      2,
    ],
    [
      'an unknown source',
      'codings:\n  - { action: add, source: nota, quote: Norway, actor: norway, issue: aid, stance: none, by: A }',
      'coding-source-is-known',
      /`nota`. Did you mean `note`/,
      2,
    ],
    [
      'a paragraph that is not there',
      'codings:\n  - { action: add, source: note, anchor: note.9, quote: Norway, actor: norway, issue: aid, stance: none, by: A }',
      'citation-target-resolves',
      /note\.9/,
      2,
    ],
    ['an unknown key', 'codings:\n  - { statement: x, action: accept, who: A }', 'key-is-known', /who/, 2],
    ['an unknown action', 'codings:\n  - { statement: x, action: approve, by: A }', 'value-is-valid', /action/, 2],
    [
      'a change of nothing',
      'codings:\n  - { statement: x, action: change, by: A }',
      'value-is-valid',
      /nothing that changes/,
      2,
    ],
    ['a finding without a cell', 'findings:\n  - { actor: norway, finding: F., by: A }', 'value-is-valid', /two of/, 2],
    [
      'one statement twice',
      `codings:\n  - { statement: ${firstId}, action: accept, by: A }\n  - { statement: ${firstId}, action: reject, by: B }`,
      'value-is-valid',
      /coded twice; the first time in line 2/,
      3,
    ],
  ])('%s', (_, text, rule, message, line) => {
    const { diagnostics } = run(text)
    const found = diagnostics.find(d => d.rule === rule)
    expect(found).toMatchObject({ severity: 'error', file: 'codings.yaml', message: expect.stringMatching(message) })
    expect(found?.place?.start.line).toBe(line)
  })

  test('a quotation that is not verbatim shows both texts', () => {
    const { diagnostics, analysis } = run(
      'codings:\n  - { action: add, source: note, quote: Norway supports scientific whaling., actor: norway, issue: aid, stance: none, by: A }',
    )
    expect(diagnostics).toMatchObject([
      {
        rule: 'quotation-is-verbatim',
        severity: 'error',
        expected: 'note ¶1: Norway supports commercial whaling.',
        actual: 'Norway supports scientific whaling.',
      },
    ])
    expect(analysis?.statements).toHaveLength(2)
  })

  test('a statement that is gone is a warning, with the nearest by its words', () => {
    const { diagnostics } = run(
      'codings:\n  - { statement: note-00000000, action: accept, quote: Japan rejected all fishing subsidies., by: A }',
    )
    expect(diagnostics).toMatchObject([{ rule: 'coding-statement-is-there', severity: 'warning' }])
    expect(diagnostics[0]?.message).toContain(secondId)
    expect(hasErrors(diagnostics)).toBe(false)
  })

  const [whaling, ministers] = [first?.quote ?? '', source.children[1]?.text ?? '']
  test.each([
    ['is coded for another now', whaling, 'japan', 'whaling', `¶1: “${whaling}”. The nearest is \`${firstId}\``],
    ['is on another issue now', whaling, 'norway', 'aid', `¶1: “${whaling}”. The nearest is \`${firstId}\``],
    ['no rule finds now', ministers, 'norway', 'aid', 'It was `norway` on `aid` in note ¶2'],
    ['had an actor that the codebook has no more', whaling, 'denmark', 'whaling', 'or a rule has.'],
  ])('a statement whose passage %s is told by its id alone', (_, quote, actor, issue, end) => {
    const id = createStatementIds('note')(quote, actor, issue)
    const { diagnostics } = run(`codings:\n  - { statement: ${id}, action: accept, by: A }`)
    expect(diagnostics).toMatchObject([{ rule: 'coding-statement-is-there' }])
    const message = diagnostics[0]?.message ?? ''
    expect(message).toContain(end)
  })

  test('a statement that is gone names no other that merely comes from the same source', () => {
    const { diagnostics } = run('codings:\n  - { statement: note-00000000, action: accept, by: A }')
    expect(diagnostics[0]?.message).not.toContain(secondId)
  })
})

test('an empty file has no codings', () => {
  const { codings, diagnostics } = run('')
  expect(diagnostics).toEqual([])
  expect(codings).toMatchObject({ codings: [], findings: [] })
})
