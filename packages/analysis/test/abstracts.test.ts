import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cosine, lexRank } from '../src/abstracts/lexrank.js'
import { analyse } from '../src/index.js'
import { sourceOf, testCodebook } from './helpers.js'

const bag = (text: string) => {
  const words = new Map<string, number>()
  for (const word of text.split(' ').filter(w => w !== '')) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

/** LexRank as it is defined, on the matrix of all cosines. */
function byDefinition(bags: ReturnType<typeof bag>[]): number[] {
  const n = bags.length
  const spread = (word: string) => bags.filter(b => b.has(word)).length
  const vectors = bags.map(b => new Map([...b].map(([word, k]) => [word, k * Math.log(1 + n / spread(word))])))
  const matrix = vectors.map((a, u) => vectors.map((b, v) => (u === v ? 0 : cosine(a, b))))
  let ranks = bags.map(() => 1 / n)
  for (let round = 0; round < 200; round++) {
    ranks = ranks.map(
      (_, v) =>
        0.15 / n +
        0.85 *
          ranks.reduce((sum, rank, u) => {
            const degree = (matrix[u] as number[]).reduce((a, b) => a + b, 0)
            return degree === 0 ? sum : sum + ((matrix[u] as number[])[v] as number) * (rank / degree)
          }, 0),
    )
  }
  return ranks
}

describe('LexRank', () => {
  test('the sentence that shares most is most central, one that shares nothing least', () => {
    const ranks = lexRank(['port ferry fish', 'port ferry', 'ferry fish', 'moon stars'].map(bag))
    expect(ranks.indexOf(Math.max(...ranks))).toBe(0)
    expect(ranks.indexOf(Math.min(...ranks))).toBe(3)
  })
  test('through the words it comes to what the matrix of cosines gives', () => {
    const sentence = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
      .map(w => bag(w.join(' ')))
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), bags => {
        const expected = byDefinition(bags)
        lexRank(bags).forEach((rank, i) => {
          expect(rank).toBeCloseTo(expected[i] as number, 4)
        })
      }),
    )
  })
})

describe('the abstract of a source', () => {
  const filler = [
    'The harbour of the northern isles was built for a small fleet of wooden ferries.',
    'Every ferry of the northern isles carries fish, mail and passengers to the harbour.',
    'A storm in March closed the harbour of the northern isles for eleven long days.',
    'Fishing families of the isles paid for a new ferry and a wider harbour gate.',
    'The council wants a harbour that larger ferries from the mainland can enter safely.',
    'Norwegian engineers drew plans for a deeper harbour and a longer northern pier.',
    'Passengers from the mainland complained about late ferries and a crowded old pier.',
    'The mail of the isles waited in the harbour until the storm had passed at last.',
    'Two ferries were sold because the council could not pay for their costly engines.',
    'Fish from the northern isles is sold on the mainland by a company of the families.',
    'An old pier of the harbour fell into the sea when the storm in March was worst.',
    'Larger ferries need a deeper harbour, and the council has no money for such plans.',
  ]
  const abstractOf = (sentences: string[]) =>
    analyse([sourceOf([sentences.slice(0, 6).join(' '), sentences.slice(6).join(' ')])], testCodebook()).value.abstracts
  test('is made of sentences of the source, word for word, each once', () => {
    const source = sourceOf([filler.slice(0, 6).join(' '), filler.slice(6).join(' ')])
    const [abstract] = analyse([source], testCodebook()).value.abstracts
    expect(abstract?.sentences.length).toBeGreaterThan(4)
    for (const { anchor, quote, span } of abstract?.sentences ?? []) {
      expect(source.children.find(b => b.anchor === anchor)?.text.slice(...span)).toBe(quote)
      expect(filler).toContain(quote)
    }
    const quotes = abstract?.sentences.map(s => s.quote)
    expect(new Set(quotes).size).toBe(quotes?.length)
  })
  test('a short source has none', () => {
    expect(abstractOf(filler.slice(0, 8))).toEqual([])
  })
  test.each([
    ['leans on the one before it', 'It is the harbour of the northern isles that every ferry and council wants.'],
    ['counts', 'Second, the harbour of the northern isles is what every ferry of the council wants.'],
    ['asks', 'Does the council of the northern isles want a harbour for every ferry and pier?'],
    ['quotes half of what is said', '“The harbour of the northern isles is what every ferry of the council wants.'],
  ])('leaves out a sentence that %s', (_, sentence) => {
    const quotes = abstractOf([...filler, sentence])[0]?.sentences.map(s => s.quote)
    expect(quotes).toBeDefined()
    expect(quotes).not.toContain(sentence)
  })
  test('says nothing twice', () => {
    const again = 'The harbour of the northern isles was built for a fleet of small wooden ferries.'
    const quotes = abstractOf([...filler, again])[0]?.sentences.map(s => s.quote) ?? []
    expect(quotes.filter(q => q.startsWith('The harbour of the northern isles was built'))).toHaveLength(1)
  })
})
