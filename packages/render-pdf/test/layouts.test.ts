import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOf, pagesOf, readLayouts } from '../src/pages/layouts.js'

/** Groups of some pages each, each with ids on some of them, and perhaps a blank page in front. */
const groups = fc
  .array(
    fc.record({
      offsets: fc.array(fc.nat({ max: 8 }), { maxLength: 4 }),
      more: fc.nat({ max: 3 }),
      blank: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(list =>
    list.map(({ offsets, more, blank }, i) => ({
      id: i === 0 ? '' : `g${i}`,
      key: `key ${i}`,
      ids: [...(i === 0 ? [] : [`g${i}`]), ...offsets.map((_, n) => `g${i}.${n}`)],
      at: [...(i === 0 ? [] : [0]), ...offsets],
      count: Math.max(0, ...offsets) + 1 + more,
      blank: blank && i > 0,
    })),
  )

/** A stand-in for the printer. */
function print(list: readonly { ids: string[]; at: number[]; count: number; blank: boolean }[], withBlanks: boolean) {
  const pages: { [id: string]: number } = {}
  let count = 0
  for (const group of list) {
    if (group.blank && withBlanks) count++
    for (const [n, id] of group.ids.entries()) pages[id] = count + 1 + (group.at[n] ?? 0)
    count += group.count
  }
  return { count, pages }
}

describe('layouts of page groups', () => {
  it('tell where everything stands in a print of the groups without blank pages', () => {
    fc.assert(
      fc.property(groups, list => {
        const blanks = new Set(list.filter(({ blank }) => blank).map(({ id }) => id))
        const layouts = readLayouts(list, print(list, true), blanks)
        const laidOut = list.map(group => ({
          ids: group.ids,
          layout: layouts?.get(group) ?? { count: 0, offsets: {} },
        }))
        expect(pagesOf(laidOut)).toEqual(print(list, false).pages)
      }),
    )
  })
  it('are not read where a group has no known beginning', () => {
    const two = [
      { id: '', key: 'a', ids: [] },
      { id: 'b', key: 'b', ids: ['b'] },
    ]
    expect(readLayouts(two, { count: 3, pages: {} }, new Set())).toBeNull()
  })
  it('remember what stands on no page, and do not answer for what they were not asked', () => {
    const group = { id: '', key: 'a', ids: ['seen', 'hidden'] }
    const layout = readLayouts([group], { count: 2, pages: { seen: 2 } }, new Set())?.get(group) ?? null
    expect(layout).toEqual({ count: 2, offsets: { seen: 1, hidden: null } })
    expect(isOf(layout, group)).toBe(true)
    expect(isOf(layout, { ...group, ids: ['seen', 'other'] })).toBe(false)
    expect(pagesOf([{ ids: group.ids, layout: layout ?? { count: 0, offsets: {} } }])).toEqual({ seen: 2 })
  })
})
