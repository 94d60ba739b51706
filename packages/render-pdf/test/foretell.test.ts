import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foretell } from '../src/pages/foretell.js'

describe('foretell', () => {
  it('puts a blank page before a part that begins on the left', () => {
    const { pages, blanks } = foretell({ a: 3, 'a.1': 4, b: 6, 'b.1': 7 }, new Set(), ['a', 'b'])
    expect([...blanks]).toEqual(['b'])
    expect(pages).toEqual({ a: 3, 'a.1': 4, b: 7, 'b.1': 8 })
  })
  it('takes a blank page away that is no longer needed', () => {
    const { pages, blanks } = foretell({ a: 3, b: 8, c: 11 }, new Set(['b']), ['a', 'b', 'c'])
    expect([...blanks]).toEqual(['c'])
    expect(pages).toEqual({ a: 3, b: 7, c: 11 })
  })
  it('is right about the next print, whatever the parts and the blanks before', () => {
    const parts = fc.array(fc.record({ pages: fc.integer({ min: 1, max: 9 }), blank: fc.boolean() }), {
      minLength: 1,
      maxLength: 9,
    })
    // A stand-in for the printer: parts begin on new pages, blanks come before them.
    const print = (lengths: readonly number[], blanks: ReadonlySet<string>) => {
      let page = 3
      const map: { [id: string]: number } = {}
      lengths.forEach((length, i) => {
        if (blanks.has(`p${i}`)) page++
        map[`p${i}`] = page
        map[`p${i}-end`] = page + length - 1
        page += length
      })
      return map
    }
    fc.assert(
      fc.property(parts, list => {
        const lengths = list.map(p => p.pages)
        const rectos = list.map((_, i) => `p${i}`)
        const before = new Set(rectos.filter((_, i) => list[i]?.blank))
        const told = foretell(print(lengths, before), before, rectos)
        const next = print(lengths, told.blanks)
        expect(told.pages).toEqual(next)
        for (const id of rectos) expect((next[id] as number) % 2).toBe(1)
        expect(foretell(next, told.blanks, rectos)).toEqual(told)
      }),
    )
  })
})
