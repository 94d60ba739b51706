import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClauses } from '../src/grammar/clauses.js'
import { readWords } from '../src/grammar/words.js'

/** `kind subject + subject: verb` of each clause. */
function clausesOf(text: string): string[] {
  const { words, clauses } = readClauses(readWords(text, [0, text.length], []))
  const slice = (start: number, end: number) =>
    words
      .slice(start, end)
      .map(w => w.text)
      .join(' ')
  return clauses.map(
    ({ kind, subject, verb }) =>
      `${kind} ${subject.map(p => slice(p.start, p.end)).join(' + ')}: ${slice(verb.start, verb.end)}`,
  )
}

test.each([
  ['The council met.', ['main The council: met']],
  ['Anna and Bert have not yet replied.', ['main Anna + Bert: have not yet replied']],
  ['The mayor, who had waited long, finally spoke.', ['relative The mayor: had waited', 'main The mayor: spoke']],
  ['The mayor, a farmer from the north, spoke.', ['main The mayor: spoke']],
  ['Ministers said that farmers were angry.', ['main Ministers: said', 'complement farmers: were']],
  ['Ministers said farmers were angry.', ['main Ministers: said', 'complement farmers: were']],
  ['Although the vote failed, the mayor stayed.', ['adverbial the vote: failed', 'main the mayor: stayed']],
  ['The mayor, critics say, broke the rules.', ['main critics: say', 'main The mayor: broke']],
  [
    'After the vote, the mayor left and the council closed.',
    ['main the mayor: left', 'coordinate the council: closed'],
  ],
  ['The mayor wants to leave and is packing.', ['main The mayor: wants', 'coordinate The mayor: is packing']],
  ['Farmers affected by the drought protested.', ['main Farmers: protested']],
  ['The rules were broken.', ['main The rules: were broken']],
  ['“We are ready,” said Anna Berg.', ['main We: are', 'main Anna Berg: said']],
  ['The council has, in the past, ignored the river.', ['main The council: has , in the past , ignored']],
  ['The tools the council has are old.', ['relative the council: has', 'main The tools: are']],
])('%s', (text, clauses) => {
  expect(clausesOf(text)).toEqual(clauses)
})

test('every word belongs to a clause that is there, and no clause is its own ancestor', () => {
  const word = fc.constantFrom(
    'the',
    'council',
    'which',
    'said',
    'that',
    'has',
    'been',
    ',',
    'and',
    'to',
    'leave',
    '"',
    'by',
    'Anna',
    '(',
    ')',
    '—',
    'is',
    'not',
    'of',
    'what',
    'because',
    '.',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), parts => {
      const text = parts.join(' ')
      const { words, clauses, clauseOf } = readClauses(readWords(text, [0, text.length], []))
      expect(clauseOf).toHaveLength(words.length)
      for (const c of clauseOf) expect(c === -1 ? clauses.length === 0 : clauses[c] !== undefined).toBe(true)
      clauses.forEach((clause, c) => {
        if (clause.parent !== null) expect(clause.parent).toBeLessThan(c)
      })
    }),
  )
})
