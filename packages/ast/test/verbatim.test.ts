import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotation, normaliseQuotation, type Source, sourceOf } from '../src/index.js'

const report: Source = sourceOf(
  'rep',
  'The ministry “will not accept” the plan — it said so in May. Costs have doubled.',
  'A second paragraph speaks of ﬁnance and of co\u00adoperation.',
)

describe('findQuotation', () => {
  const cases: [name: string, quote: string, verdict: string, anchors: string[]][] = [
    ['finds the very characters', 'Costs have doubled.', 'exact', ['rep.1']],
    [
      'takes straight marks and a hyphen for curly ones and a dash',
      '"will not accept" the plan - it',
      'normalised',
      ['rep.1'],
    ],
    ['opens ligatures and drops soft hyphens', 'finance and of cooperation', 'normalised', ['rep.2']],
    ['collapses white space', 'A  second\nparagraph', 'normalised', ['rep.2']],
    ['joins two passages in their order', 'The ministry […] Costs have doubled.', 'exact', ['rep.1', 'rep.1']],
    ['joins passages of two blocks', 'Costs have doubled. [...] A second paragraph', 'exact', ['rep.1', 'rep.2']],
    ['refuses passages out of order', 'Costs have doubled. […] The ministry', 'missing', []],
    ['refuses another case', 'costs have doubled.', 'missing', []],
    ['refuses a changed word', 'Costs have trebled.', 'missing', []],
    ['refuses nothing but an ellipsis', '[…]', 'missing', []],
  ]
  it.each(cases)('%s', (_, quote, verdict, anchors) => {
    const match = findQuotation(report, quote)
    expect(match.verdict).toBe(verdict)
    expect(match.parts.map(part => part.anchor)).toEqual(anchors)
  })

  it('shows what comes nearest to a quotation that is missing', () => {
    expect(findQuotation(report, 'Costs have nearly doubled.').nearest).toEqual({
      anchor: 'rep.1',
      text: 'Costs have doubled.',
    })
  })

  it('looks in one block where it is told to', () => {
    expect(findQuotation(report, 'Costs have doubled.', 'rep.2').verdict).toBe('missing')
  })

  it('gives a range that holds the quotation', () => {
    const [part] = findQuotation(report, 'of finance and').parts
    const block = report.children[1]
    expect(block?.text.slice(...(part?.span ?? [0, 0]))).toBe('of ﬁnance and')
  })

  it('finds every stretch of a block, whatever its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
        const quote = text.slice(from, to)
        // Cut inside a surrogate pair it is no text, and white space alone is no quotation.
        fc.pre(!/\p{Cs}/u.test(quote) && quote.trim() !== '' && !/[[(]\s*(?:\.\s*\.\s*\.|…)\s*[\])]/u.test(quote))
        expect(findQuotation(sourceOf('any', text), quote.trim()).verdict).toBe('exact')
      }),
    )
  })
})

it('normalises to the same whether accents are composed or not', () => {
  expect(normaliseQuotation('São')).toBe(normaliseQuotation('Sa\u0303o'))
})
