import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../src/text/fold.js'
import { patternsFor, timePatterns } from '../src/timeline/patterns/index.js'
import { wordsOf } from '../src/timeline/patterns/needs.js'
import { agencies, policyPapers } from './newswire-dates.js'

/** Patterns that fit somewhere in a text and are not tried on it. */
const leftOut = (text: string) => {
  const folded = fold(text)
  const tried = new Set(patternsFor(folded, wordsOf(folded)))
  return timePatterns.filter(one => !tried.has(one) && folded.search(one.pattern) >= 0).map(({ pattern }) => pattern)
}

test('what a pattern needs stands wherever it fits: in newswire', () => {
  for (const [text] of [...agencies.texts, ...policyPapers.texts]) expect(leftOut(text), text).toEqual([])
})

test('what a pattern needs stands wherever it fits: in any order of their words', () => {
  const word = fc.constantFrom(
    ...'in on the of last next this that early mid-May Sept. 18 3rd first 18-20 May March 2014 2014-05 29/05/2014'.split(
      ' ',
    ),
    ...'Q3 third quarter half summer spring 1990s ’90s eighties 19th century FY21 two three years months year week'.split(
      ' ',
    ),
    ...'decade ago earlier later from now today yesterday Monday Tuesday Christmas 9/11 D-Day weekend end past few'.split(
      ' ',
    ),
    ...'between and to - , after before coming following same turn morning'.split(' '),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 9 }), words => {
      expect(leftOut(words.join(' '))).toEqual([])
    }),
    { numRuns: 3000 },
  )
})
