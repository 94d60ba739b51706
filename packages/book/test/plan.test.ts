import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planTable } from '../src/layout/plan.js'

const a4 = { portraitMm: 168, landscapeMm: 255 }
const sizes = { tablePt: 8, tableLeastPt: 7.5 }
const columns = (n: number, longestWord: number, longestCell = longestWord) =>
  Array.from({ length: n }, () => ({ longestWord, longestCell }))
const total = (widths: readonly number[]) => widths.reduce((a, b) => a + b, 0)

describe('planTable', () => {
  it('sets a small table upright', () => {
    const plan = planTable(columns(4, 8), a4, sizes)
    expect(plan).toMatchObject({ orientation: 'portrait', fontSizePt: 8 })
    expect(plan.pieces).toHaveLength(1)
  })
  it('turns a table that does not fit upright', () => {
    expect(planTable(columns(11, 11), a4, sizes)).toMatchObject({ orientation: 'landscape', fontSizePt: 8 })
  })
  it('sets it smaller before it cuts it', () => {
    expect(planTable(columns(13, 12), { portraitMm: 168, landscapeMm: 285 }, sizes)).toMatchObject({
      orientation: 'landscape',
      fontSizePt: 7.5,
    })
  })
  it('cuts what fits nowhere into pieces of equal number, each with the row heads', () => {
    const { pieces } = planTable(columns(21, 12), a4, sizes)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.map(p => p.columns[0])).toEqual(pieces.map(() => 0))
    const sizesOf = pieces.map(p => p.columns.length)
    expect(Math.max(...sizesOf) - Math.min(...sizesOf)).toBeLessThanOrEqual(pieces.length)
  })
  it('keeps a width that is fixed', () => {
    const [first, ...rest] = columns(3, 5, 50)
    const plan = planTable(
      [{ ...(first as { longestWord: number; longestCell: number }), fixedMm: 30 }, ...rest],
      a4,
      sizes,
    )
    expect(plan.pieces[0]?.widthsMm[0]).toBe(30)
  })
  it('makes the columns of a comparison equal, but for those whose words need more', () => {
    const content = [...columns(1, 6), ...columns(3, 4), ...columns(1, 20)]
    const [widths] = planTable(content, a4, sizes, { even: true }).pieces.map(p => p.widthsMm)
    const [head, a, b, c, wide] = widths as [number, number, number, number, number]
    expect([a, b]).toEqual([c, c])
    expect(wide).toBeGreaterThanOrEqual(c)
    expect(head + a + b + c + wide).toBeCloseTo(a4.portraitMm, 0)
  })
  it('never loses or repeats a column, never exceeds the page, never goes below the least size', () => {
    const column = fc.record({
      longestWord: fc.integer({ min: 0, max: 60 }),
      longestCell: fc.integer({ min: 0, max: 400 }),
    })
    fc.assert(
      fc.property(fc.array(column, { minLength: 2, maxLength: 40 }), fc.boolean(), (content, even) => {
        const plan = planTable(content, a4, sizes, { even })
        const width = plan.orientation === 'portrait' ? a4.portraitMm : a4.landscapeMm
        expect(plan.fontSizePt).toBeGreaterThanOrEqual(sizes.tableLeastPt)
        expect(plan.pieces.flatMap(p => p.columns.slice(1))).toEqual(content.slice(1).map((_, i) => i + 1))
        for (const piece of plan.pieces) {
          expect(piece.columns[0]).toBe(0)
          expect(total(piece.widthsMm)).toBeLessThanOrEqual(width + 0.001)
          expect(Math.min(...piece.widthsMm)).toBeGreaterThan(0)
        }
      }),
    )
  })
})
