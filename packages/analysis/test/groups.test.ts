import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ContentWords, similarity } from '../src/text/content-words.js'
import { groupAlike, type Likeness } from '../src/text/groups.js'

interface Thing {
  keys: string[]
  words: ContentWords
  kind: string
  place: string
}

const leastShare = 0.4
const likeness: Likeness<Thing> = {
  keys: thing => thing.keys,
  words: thing => thing.words,
  leastShare,
  kind: thing => thing.kind,
  place: thing => thing.place,
  alike: (a, b) => similarity(a.words, b.words).share >= leastShare,
}

/** Complete linkage as it is defined: each thing is compared with all members of all groups. */
function inPairs(things: readonly Thing[]): Thing[][] {
  const groups: Thing[][] = []
  for (const thing of things) {
    const fits = (key: string, members: readonly Thing[]) =>
      members.some(member => member.keys.includes(key)) &&
      members.every(member => member.place !== thing.place && likeness.alike(member, thing))
    const [group] = thing.keys.flatMap(key => groups.filter(members => fits(key, members)))
    if (group) group.push(thing)
    else groups.push([thing])
  }
  return groups.filter(members => members.length > 1)
}

const word = fc.constantFrom(...'dam port grain rail fish boat quay toll pier ferry'.split(' '))
const thing = fc
  .record({
    key: fc.constantFrom('2014', '2015'),
    words: fc.uniqueArray(fc.tuple(word, fc.constantFrom(1, 2)), { maxLength: 5, selector: ([name]) => name }),
    place: fc.integer({ max: 30, min: 0 }),
  })
  .map(
    ({ key, words, place }): Thing => ({
      keys: [key],
      words: [...words].sort(([a], [b]) => (a < b ? -1 : 1)),
      kind: JSON.stringify([key, words]),
      place: String(place),
    }),
  )

test('looking for rare words only, and once for things of a kind, gives what comparing all gives', () => {
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 40 }), things => {
      expect(groupAlike(things, likeness)).toEqual(inPairs(things))
    }),
    { numRuns: 500 },
  )
})

test('groups found by the first key are tried first', () => {
  const one = (keys: string[], place: string): Thing => ({
    keys,
    words: [['dam', 1]],
    kind: keys.join(),
    place,
  })
  const [year, other, day] = [one(['2014'], 'a'), one(['2014'], 'a'), one(['2014-05', '2014'], 'b')]
  expect(groupAlike([year, other, day], likeness)).toEqual([[year, day]])
})
