import { describe, expect, it } from 'vitest'
import { withSoftHyphens } from '../src/text/hyphens.js'

const shown = (text: string, language: string) => withSoftHyphens(text, language).replaceAll('\u00ad', '|')

describe('withSoftHyphens', () => {
  it.each([
    ['en', 'their agreement on counterterrorism,', 'their agree|ment on coun|terter|ror|ism,'],
    ['en-US', '(international)', '(inter|national)'],
    ['de', 'die Wasserschutzpolizei vermittelte', 'die Was|ser|schutz|poli|zei ver|mit|telte'],
    ['fr', 'gouvernement', 'gou|ver|nement'],
    ['ru', 'правительство', 'пра|витель|ство'],
  ])('breaks words of %s: %s', (language, text, broken) => {
    const made = shown(text, language)
    expect(made.replaceAll('|', '')).toBe(text)
    expect(made).toBe(broken)
  })
  it.each([
    ['en', 'Afghanistan and McNaughton of UNESCO', 'a name'],
    ['en', 'https://example.org/international and someone@international.org', 'an address'],
    ['en', 'decision-making of 2021-international', 'what has a hyphen'],
    ['en', 'treaty harbour weir', 'a short word'],
    ['en', 'x12345678 12345678', 'a number'],
    ['de', 'Hamburg und Schwerin', 'a short noun, which may be a name'],
    ['fa', 'بینالمللی و همکاری', 'a language without patterns'],
    ['zh', '国际合作与反恐怖主义', 'a language without hyphens'],
  ])('leaves whole in %s: %s', (language, text) => {
    expect(shown(text, language)).toBe(text)
  })
  it('keeps three letters together at either end, and changes nothing else', () => {
    const text = 'The authorities of another organisation, nevertheless, undertook extraordinary responsibilities.'
    const made = withSoftHyphens(text, 'en')
    expect(made.replaceAll('\u00ad', '')).toBe(text)
    for (const word of made.split(/[^\p{L}\u00ad]+/u)) {
      const pieces = word.split('\u00ad')
      if (pieces.length < 2) continue
      expect(pieces[0]?.length).toBeGreaterThanOrEqual(3)
      expect(pieces.at(-1)?.length).toBeGreaterThanOrEqual(3)
    }
  })
})
