import type { Matrix, MatrixCell } from '@briefbook/ast'
import { expect, it } from 'vitest'
import { matrixCsv } from '../src/output/csv.js'

const cell = (of: Partial<MatrixCell>): MatrixCell => ({
  state: 'position',
  stances: {},
  disagreement: false,
  finding: null,
  statements: [],
  sources: [],
  ...of,
})

const matrix: Pick<Matrix, 'rows' | 'columns' | 'cells'> = {
  rows: [
    { id: 'a', name: 'Arland, north' },
    { id: 'b', name: '=Borin' },
  ],
  columns: [
    { id: 'x', name: 'The "dam"' },
    { id: 'y', name: 'Rail' },
  ],
  cells: [
    [cell({ stances: { opposes: 1, favours: 2 }, finding: 'Both,\nin turn' }), cell({ state: 'absent' })],
    [cell({ state: 'mentioned' }), cell({ stances: { mixed: 1 } })],
  ],
}

it('writes a matrix for a spreadsheet, and none of its words as a formula', () => {
  expect(matrixCsv(matrix as Matrix)).toBe(
    [
      '\ufeff,"The ""dam""",Rail',
      '"Arland, north","favours 2, opposes 1: Both,\nin turn",absent',
      "'=Borin,mentioned,mixed 1",
      '',
    ].join('\r\n'),
  )
})
