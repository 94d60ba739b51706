import { describe, expect, it } from 'vitest'
import { joinFindings } from '../src/join/codings.js'

const edit = {
  cell: { actor: 'north', issue: 'dam' },
  base: '',
  words: 'It pays.',
  place: { heading: '', words: '' },
  authors: ['Eve'],
}
const entry = (indent: string) =>
  ['- actor: north', '  issue: dam', '  finding: It pays.', '  by: Eve'].map(line => `${indent}${line}\n`).join('')
const join = (file: string) => joinFindings(file, [edit], () => null)

describe('a finding for a cell that has none', () => {
  it.each([
    ['a file that is not there', '', `findings:\n${entry('  ')}`],
    ['a file without findings', 'codings: []\n', `codings: []\nfindings:\n${entry('  ')}`],
    [
      'findings in lines, with remarks and more behind them',
      'findings:\n- source: a\n  issue: b\n  finding: C. # so\n  by: D\n# a remark\ncodings: []\n',
      `findings:\n- source: a\n  issue: b\n  finding: C. # so\n  by: D\n${entry('')}# a remark\ncodings: []\n`,
    ],
    [
      'a sentence in a block of its own',
      'findings:\n  - source: a\n    issue: b\n    by: D\n    finding: >\n      C and\n      more.\n',
      `findings:\n  - source: a\n    issue: b\n    by: D\n    finding: >\n      C and\n      more.\n${entry('  ')}`,
    ],
    [
      'a last line without an end',
      'findings:\n  - { source: a, issue: b, finding: C., by: D }',
      `findings:\n  - { source: a, issue: b, finding: C., by: D }\n${entry('  ')}`,
    ],
    ['an empty list', 'findings: [] # none\ncodings: []\n', `findings: \n${entry('  ')} # none\ncodings: []\n`],
    [
      'a list in one line',
      'findings: [{ source: a, issue: b, finding: C., by: D }]\n',
      'findings: [{ source: a, issue: b, finding: C., by: D }, { actor: north, issue: dam, finding: It pays., by: Eve }]\n',
    ],
  ])('goes behind the others of %s', (_, file, expected) => {
    const { text, applied } = join(file)
    expect(text).toBe(expected)
    expect(applied).toHaveLength(1)
    expect(join(expected)).toMatchObject({ text: null, known: [edit] })
  })

  it('is a conflict where the cell has got one since', () => {
    const { text, clashes } = join('findings:\n  - { actor: north, issue: dam, finding: It waits., by: D }\n')
    expect([text, clashes]).toEqual([null, [{ edit, ours: 'It waits.' }]])
  })
})
