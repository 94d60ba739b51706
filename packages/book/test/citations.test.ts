import { describe, expect, it } from 'vitest'
import { findCitations } from '../src/chapters/citation-syntax.js'
import { quotationsBefore } from '../src/chapters/inline-quotations.js'
import { mixedSentences } from '../src/chapters/yardstick.js'

const shape = (text: string) =>
  findCitations(text).map(({ form, items }) => [
    form,
    ...items.map(i =>
      [i.prefix, i.source, ...i.locators.map(l => (l.kind === 'paragraphs' ? `¶${l.from}-${l.to}` : l.text)), i.suffix]
        .filter(Boolean)
        .join('|'),
    ),
  ])

describe('findCitations', () => {
  it.each([
    ['[@swp]', [['bracketed', 'swp']]],
    ['[@swp ¶12]', [['bracketed', 'swp|¶12-12']]],
    ['[@swp ¶¶12–14, 20]', [['bracketed', 'swp|¶12-14|¶20-20']]],
    ['[@swp, para. 3]', [['bracketed', 'swp|¶3-3']]],
    ['[@swp, p. 3; @eln]', [['bracketed', 'swp|p. 3', 'eln']]],
    ['[@swp, pp. 3-5]', [['bracketed', 'swp|pp. 3-5']]],
    ['[see @swp ¶2, with care]', [['bracketed', 'see|swp|¶2-2|with care']]],
    ['as @swp says', [['narrative', 'swp']]],
    [
      'as @swp-2021. And [@a_b ¶1] too',
      [
        ['narrative', 'swp-2021'],
        ['bracketed', 'a_b|¶1-1'],
      ],
    ],
    ['write to a.person@example.org', []],
    ['[write to a@example.org]', []],
    ['[a link with no citation]', []],
    ['an @ alone', []],
  ])('%s', (text, expected) => {
    expect(shape(text)).toEqual(expected)
  })
  it('gives the range of each', () => {
    const text = 'Aid goes on [@swp ¶4], says @eln.'
    expect(findCitations(text).map(({ start, end }) => text.slice(start, end))).toEqual(['[@swp ¶4]', '@eln'])
  })
})

describe('quotationsBefore', () => {
  it.each([
    ['He called it “a blunt tool” ', ['a blunt tool']],
    ['Earlier it was “one thing here”. Now it is “another thing” ', ['another thing']],
    ['It was a “blunt” tool ', []],
    ['They say "straight marks too," he said ', ['straight marks too']],
    ['« dans la ville » ', ['dans la ville']],
    ['“It ends. It goes on,” he said ', ['It ends. It goes on']],
    ['“It has ended today.” ', ['It has ended today']],
    ['no quotation ', []],
  ])('%s', (text, expected) => {
    expect(quotationsBefore(text).map(q => q.text)).toEqual(expected)
  })
})

describe('mixedSentences', () => {
  it('finds a sentence that states both', () => {
    expect(mixedSentences('It is likely, and we have high confidence. It will rain.')).toHaveLength(1)
  })
  it('leaves sentences that state one each', () => {
    expect(mixedSentences('It is likely. We have high confidence in this.')).toEqual([])
  })
})
