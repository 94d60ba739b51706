import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changesOf, isSame, placeAfter, placeBefore, spliced, touch } from '../src/join/splices.js'

const words = fc
  .array(fc.constantFrom('river', 'dam', ' ', '\n', '. ', '*', 'a'), { maxLength: 30 })
  .map(all => all.join(''))

it('does to a text what was found in another', () => {
  fc.assert(
    fc.property(words, words, (base, changed) => {
      const changes = changesOf(base, [0, base.length], changed)
      expect(spliced(base, changes)).toBe(changed)
      expect(
        spliced(
          base,
          changes.map(({ form }) => form),
        ),
      ).toBe(changed)
    }),
  )
})

it('finds a place of the changed text in the base again', () => {
  const base = 'one two three'
  const splices = changesOf(base, [0, base.length], 'one and a half three')
  const places = ['one', 'and', 'three'].map(word => placeBefore(splices, 'one and a half three'.indexOf(word)))
  expect(places).toEqual([0, 4, 8])
})

it('tells one change of one place by one form, wherever it was found', () => {
  const base = 'It rains.\nIt pours.\n'
  const [whole] = changesOf(base, [0, base.length], 'It rains.\nIt snows.\nIt pours.\n')
  const [there] = changesOf(base, [10, 20], 'It snows.\nIt pours.\n')
  expect(whole && there && isSame(whole, there)).toBe(true)
})

it('sees that changes side by side touch, and that those a word apart do not', () => {
  const base = 'one two three'
  const change = (changed: string) =>
    changesOf(base, [0, base.length], changed)[0] as ReturnType<typeof changesOf>[number]
  expect(touch(change('1 two three'), change('one two 3'))).toBe(false)
  expect(touch(change('1 two three'), change('one and two three'))).toBe(true)
})

it('finds places again', () => {
  const base = 'one two three'
  const changes = changesOf(base, [0, base.length], 'zero one three')
  expect('zero one three'.slice(placeAfter(changes, base.indexOf('three'), 'behind'))).toBe('three')
})
