import type { MatrixRequest, Stance, Statement } from '@briefbook/ast'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.js'
import { buildMatrices } from '../src/matrices/build.js'
import { isWithin } from '../src/matrices/select.js'
import { sourceOf, testCodebook } from './helpers.js'

const codebook = testCodebook()
const everything: MatrixRequest['only'] = {
  actors: null,
  issues: null,
  sources: null,
  speakers: null,
  stances: null,
  coder: null,
  from: null,
  until: null,
}
const request = (fields: Omit<Partial<MatrixRequest>, 'only'> & { only?: Partial<MatrixRequest['only']> }) => ({
  id: 'own',
  title: null,
  rows: 'actors' as const,
  columns: 'years' as const,
  ...fields,
  only: { ...everything, ...fields.only },
})

const sources = [
  sourceOf(['Norway supports whaling. Japan rejected whaling.'], { id: 'old', date: '2016-03' }),
  sourceOf(['Norway rejected whaling, Kari Strand said. Norway supports aid.'], { id: 'new', date: '2021-08-06' }),
  sourceOf(['Brazil supports whaling. A report on piracy was printed in Japan.'], { id: 'bare', date: null }),
]
const { statements, mentions } = analyse(sources, codebook).value

const build = (asked: MatrixRequest) => {
  const matrix = buildMatrices({ sources, codebook, statements, mentions, findings: [] }, [asked]).at(-1)
  if (!matrix) throw new Error('no matrix was built')
  return matrix
}
/** The cells that have statements: row, column, number. */
const filled = (asked: MatrixRequest) => {
  const { rows, columns, cells } = build(asked)
  return cells.flatMap((row, i) =>
    row.flatMap(({ statements: own }, k) =>
      own.length === 0 ? [] : [`${rows[i]?.id} ${columns[k]?.id} ${own.length}`],
    ),
  )
}

describe('a matrix of one’s own', () => {
  test('by year: those of its sources, and one for what has none', () => {
    expect(build(request({})).columns).toEqual([
      { id: '2016', name: '2016' },
      { id: '2021', name: '2021' },
      { id: '-', name: 'No date' },
    ])
    expect(filled(request({}))).toEqual(['norway 2016 1', 'norway 2021 2', 'japan 2016 1', 'brazil - 1'])
  })
  test('by month', () => {
    expect(build(request({ columns: 'months' })).columns.map(c => c.name)).toEqual([
      'March 2016',
      'August 2021',
      'No date',
    ])
  })
  test('by speaker: whoever is named, and one for the others', () => {
    expect(build(request({ rows: 'speakers', columns: 'issues' })).rows.map(r => r.name)).toEqual([
      ...new Set(statements.flatMap(s => s.speaker ?? [])),
      'Nobody named',
    ])
  })
  test('a note is of the year of what it reports on, and of none where that is not known', () => {
    const note = sourceOf(['Norway supports whaling.'], { id: 'note', date: '2026-01-01' })
    const years = (date: string | null) => {
      const original = { title: 'A speech', subtitle: null, authors: [], publisher: null, date, url: null }
      const one = [{ ...note, meta: { ...note.meta, original } }]
      const found = analyse(one, codebook).value
      return buildMatrices({ sources: one, codebook, ...found, findings: [] }, [request({})])[3]?.columns.map(c => c.id)
    }
    expect(years('2016-03-15')).toEqual(['2016'])
    expect(years(null)).toEqual(['-'])
  })
  test('its rows and columns are those it asks for, in that order', () => {
    const { rows, columns } = build(
      request({ columns: 'issues', only: { actors: ['japan', 'norway'], issues: ['aid'] } }),
    )
    expect([rows, columns].map(axis => axis.map(({ id }) => id))).toEqual([['japan', 'norway'], ['aid']])
  })
  test.each<[string, Partial<MatrixRequest['only']>, string[]]>([
    ['issues', { issues: ['aid'] }, ['norway 2021 1']],
    ['sources', { sources: ['bare'] }, ['brazil - 1']],
    ['stances', { stances: ['opposes'] }, ['norway 2021 1', 'japan 2016 1']],
    ['a speaker', { speakers: ['Kari Strand'] }, ['norway 2021 1']],
    ['who found it', { coder: 'analyst' }, []],
    ['a date', { from: '2021' }, ['norway 2021 2']],
    ['an end', { until: '2020-12-31' }, ['norway 2016 1', 'japan 2016 1']],
  ])('it counts only what is asked for: %s', (_, only, expected) => {
    expect(filled(request({ only }))).toEqual(expected)
  })
  test('what a filter takes out of a cell is not passed over in silence', () => {
    const { cells, rows } = build(request({ columns: 'issues', only: { stances: ['opposes'], issues: ['aid'] } }))
    expect(cells[rows.findIndex(r => r.id === 'norway')]?.[0]).toMatchObject({ state: 'mentioned', statements: [] })
  })
  test('a finding for a cell is shown where the cell is whole, and nowhere else', () => {
    const findings = [{ actor: 'norway', issue: 'aid', finding: 'It pays.', by: 'A' }]
    const shown = (only: Partial<MatrixRequest['only']>) => {
      const asked = request({ columns: 'issues', only })
      const matrix = buildMatrices({ sources, codebook, statements, mentions, findings }, [asked]).at(-1)
      return matrix?.cells.flat().flatMap(cell => cell.finding ?? [])
    }
    expect(shown({})).toEqual(['It pays.'])
    expect(shown({ actors: ['norway'] })).toEqual(['It pays.'])
    expect(shown({ sources: ['new'] })).toEqual([])
  })
})

test.each([
  ['2021-08-06', '2021', null, true],
  ['2021-08-06', '2021-08', '2021-08', true],
  ['2021-08-06', '2021-08-07', null, false],
  ['2021-08-06', null, '2021-08-05', false],
  ['2021', '2021-08', null, true],
  ['2020', '2021-08', null, false],
  [null, null, null, true],
  [null, '2021', null, false],
])('%s from %s until %s: %s', (date, from, until, expected) => {
  expect(isWithin(date, from, until)).toBe(expected)
})

describe('what a book asks for and cannot have', () => {
  const run = (...requests: MatrixRequest[]) =>
    analyse(sources, codebook, null, {
      file: 'book.yaml',
      requests,
      placeOf: path => {
        const at = { line: 1, column: path.length, offset: 0 }
        return { start: at, end: at }
      },
    })
  const told = (asked: MatrixRequest) =>
    run(asked)
      .diagnostics.filter(d => d.rule.startsWith('matrix'))
      .map(d => `${d.rule} ${d.place?.start.column} ${d.message}`)
  test.each<[Parameters<typeof request>[0], string]>([
    [{ only: { actors: ['norwy'] } }, 'matrix-actor-is-known 4 There is no actor `norwy`. Did you mean `norway`?'],
    [{ only: { issues: ['whalng'] } }, 'matrix-issue-is-known 4 There is no issue `whalng`. Did you mean `whaling`?'],
    [{ only: { sources: ['bar'] } }, 'matrix-source-is-known 4 There is no source `bar`. Did you mean `bare`?'],
    [{ id: 'actor-issue' }, 'matrix-id-is-unique 2 Another matrix has the id `actor-issue`.'],
    [
      { only: { speakers: ['Kari Strnd'] } },
      'matrix-is-not-empty 4 No statement has the speaker `Kari Strnd`. Did you mean `Kari Strand`?',
    ],
    [{ only: { from: '2030' } }, 'matrix-is-not-empty 1 No statement is in the matrix `own`.'],
  ])('%j', (asked, message) => {
    expect(told(request(asked))).toEqual([message])
  })
  test('a matrix with an error is left out, the others stay', () => {
    const { value } = run(request({ id: 'wrong', only: { actors: ['x'] } }), request({ id: 'right' }))
    expect(value.matrices.map(m => m.id)).toEqual(['actor-issue', 'source-issue', 'source-actor', 'right'])
  })
})

const arbitraryStatement = fc
  .record({
    source: fc.constantFrom(...sources.map(s => s.id)),
    actor: fc.constantFrom(...codebook.actors.map(a => a.id)),
    issue: fc.constantFrom(...codebook.issues.map(i => i.id)),
    stance: fc.constantFrom<Stance>('favours', 'opposes', 'concerned', 'mixed', 'none'),
    speaker: fc.constantFrom(null, 'Ann', 'Bo'),
  })
  .map(fields => ({ ...(statements[0] as Statement), ...fields }))

test('margins count every statement once, by row and by column', () => {
  const axes = fc.constantFrom<MatrixRequest['rows']>('actors', 'issues', 'sources', 'speakers', 'years', 'months')
  fc.assert(
    fc.property(fc.array(arbitraryStatement, { maxLength: 30 }), axes, axes, (found, rows, columns) => {
      fc.pre(rows !== columns)
      const own = found.map((s, i) => ({ ...s, id: `s-${i}` }))
      const input = { sources, codebook, statements: own, mentions, findings: [] }
      const matrix = buildMatrices(input, [request({ rows, columns })]).at(-1)
      for (const margins of [matrix?.margins.rows, matrix?.margins.columns]) {
        expect(margins?.reduce((n, margin) => n + margin.statements, 0)).toBe(own.length)
        expect(margins?.every(m => m.sources <= Math.min(m.statements, sources.length))).toBe(true)
      }
      const byId = new Map(own.map(s => [s.id, s]))
      matrix?.cells.forEach((row, i) => {
        const inRow = new Set(row.flatMap(cell => cell.statements.map(id => byId.get(id)?.source)))
        expect(matrix.margins.rows[i]?.sources).toBe(inRow.size)
      })
    }),
  )
})
