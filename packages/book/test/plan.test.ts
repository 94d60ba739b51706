import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellExtent } from '../src/layout/measure.js'
import { planTable } from '../src/layout/plan.js'

const a4 = { portrait: { widthMm: 168, heightMm: 249 }, landscape: { widthMm: 255, heightMm: 162 } }
const type = { tablePt: 8, tableLeastPt: 7.5, lineHeight: 1.3 }
const comparison = { even: true, turnable: true }

const extent = (wordEm: number, lineEm = wordEm): CellExtent => ({ wordEm, linesEm: [lineEm] })
/** So many rows and columns, heads counted, of one kind of cell. */
const grid = (rows: number, columns: number, cell: CellExtent) => ({
  rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell)),
  heads: 1,
})
const total = (widths: readonly number[]) => widths.reduce((a, b) => a + b, 0)

describe('planTable', () => {
  it('sets a small table upright', () => {
    const plan = planTable(grid(5, 4, extent(5)), a4, type, comparison)
    expect(plan).toMatchObject({ orientation: 'portrait', transposed: false, fontSizePt: 8 })
    expect(plan.pieces).toHaveLength(1)
  })
  it('turns a table that does not fit upright either way', () => {
    expect(planTable(grid(13, 13, extent(5)), a4, type, comparison)).toMatchObject({
      orientation: 'landscape',
      transposed: false,
      fontSizePt: 8,
    })
  })
  it('sets rows as columns where that makes a wide table fit upright', () => {
    expect(planTable(grid(5, 30, extent(5)), a4, type, comparison)).toMatchObject({
      orientation: 'portrait',
      transposed: true,
    })
    expect(planTable(grid(5, 30, extent(5)), a4, type, { even: true }).transposed).toBe(false)
  })
  it('sets a table smaller before it cuts it', () => {
    const wide = { ...a4, landscape: { ...a4.landscape, widthMm: 240 } }
    expect(planTable(grid(14, 14, extent(5)), wide, type, comparison)).toMatchObject({
      orientation: 'landscape',
      fontSizePt: 7.5,
    })
  })
  it('cuts what fits nowhere into pieces of equal number, each with the row heads', () => {
    const { pieces } = planTable(grid(30, 21, extent(6)), a4, type, comparison)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.map(p => p.columns[0])).toEqual(pieces.map(() => 0))
    const sizes = pieces.map(p => p.columns.length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })
  it('gives each row a table where a piece would compare nothing', () => {
    const small = { portrait: { widthMm: 60, heightMm: 100 }, landscape: { widthMm: 90, heightMm: 60 } }
    const plan = planTable(grid(9, 12, extent(10, 100)), small, type, comparison)
    expect(plan).toMatchObject({ orientation: 'portrait', transposed: true })
    expect(plan.pieces.map(p => p.columns)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(n => [0, n]))
  })
  it('keeps a head low enough to be repeated', () => {
    // The heads of many columns are long, and fit upright on lines so short that they fill a third of the page.
    const table = {
      rows: [Array(7).fill({ wordEm: 5, linesEm: [110] }), ...grid(8, 7, extent(5)).rows],
      heads: 1,
    }
    const plan = planTable(table, a4, type, comparison)
    expect(plan.orientation === 'landscape' || plan.transposed).toBe(true)
  })
  it('keeps a width that is fixed, in proportion where the page is narrower', () => {
    const table = { ...grid(4, 3, extent(3, 50)), fixedMm: { 0: 30 } }
    expect(planTable(table, a4, type).pieces[0]?.widthsMm[0]).toBe(30)
    const a5 = { portrait: { widthMm: 110, heightMm: 160 }, landscape: { widthMm: 168, heightMm: 100 } }
    expect(planTable(table, a5, type).pieces[0]?.widthsMm[0]).toBe(20)
  })
  it('does not turn a low table that fits upright with its rows as columns: a turned page has nothing else on it', () => {
    const plan = planTable(grid(6, 13, extent(5)), a4, type, comparison)
    expect(plan).toMatchObject({ orientation: 'portrait', transposed: true })
  })
  it('widens row heads where long ones make the rows high', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [
      extent(5, i === 0 ? 0 : 18),
      ...Array.from({ length: 4 }, () => extent(3)),
    ])
    const [piece] = planTable({ rows, heads: 1 }, a4, type, { even: true }).pieces
    const narrow = planTable({ rows: rows.map(r => [extent(5), ...r.slice(1)]), heads: 1 }, a4, type, { even: true })
    expect(piece?.widthsMm[0]).toBeGreaterThan(1.2 * (narrow.pieces[0]?.widthsMm[0] ?? 0))
    expect(piece?.heightMm).toBeLessThan(2 * (narrow.pieces[0]?.heightMm ?? 0))
  })
  it('gives the columns of a list the room that makes it lowest', () => {
    const row = [extent(4), extent(6, 120), extent(6, 40)]
    const [piece] = planTable({ rows: Array(9).fill(row), heads: 1 }, a4, type).pieces
    const [, long = 0, short = 0] = piece?.widthsMm ?? []
    expect(long).toBeGreaterThan(1.4 * short)
    expect(total(piece?.widthsMm ?? [])).toBeCloseTo(a4.portrait.widthMm, 0)
  })
  it('makes the columns of a comparison equal, but for those whose words need more', () => {
    const row = [extent(3), extent(2), extent(2), extent(2), extent(13)]
    const [piece] = planTable({ rows: [row, row], heads: 1 }, a4, type, { even: true }).pieces
    const [head = 0, a = 0, b = 0, c = 0, wide = 0] = piece?.widthsMm ?? []
    expect([a, b]).toEqual([c, c])
    expect(wide).toBeGreaterThanOrEqual(c)
    expect(head + a + b + c + wide).toBeCloseTo(a4.portrait.widthMm, 0)
  })
  it('never loses or repeats a column, never exceeds the page, never goes below the least size', () => {
    const cell = fc.record({
      wordEm: fc.double({ min: 0, max: 40, noNaN: true }),
      linesEm: fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 4 }),
    })
    const table = fc
      .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 40 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
    fc.assert(
      fc.property(table, fc.boolean(), fc.boolean(), (rows, even, turnable) => {
        const plan = planTable({ rows, heads: 1 }, a4, type, { even, turnable })
        const { widthMm } = a4[plan.orientation]
        const columns = plan.transposed ? rows.length : (rows[0] as CellExtent[]).length
        expect(plan.transposed && !turnable).toBe(false)
        expect(plan.fontSizePt).toBeGreaterThanOrEqual(type.tableLeastPt)
        expect(plan.pieces.flatMap(p => p.columns.slice(1))).toEqual(
          Array.from({ length: columns - 1 }, (_, i) => i + 1),
        )
        for (const piece of plan.pieces) {
          expect(piece.columns[0]).toBe(0)
          expect(total(piece.widthsMm)).toBeLessThanOrEqual(widthMm + 0.001)
          expect(Math.min(...piece.widthsMm)).toBeGreaterThan(0)
        }
      }),
    )
  })
})
