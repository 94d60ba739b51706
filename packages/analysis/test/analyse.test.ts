import { rawSpans, type Source } from '@briefbook/ast'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coderRules, discourseRules } from '../src/coder/rules/index.js'
import * as api from '../src/index.js'
import { sourceOf, testCodebook } from './helpers.js'

const { analyse } = api
const codebook = testCodebook()

const paragraphs = [
  'Norway supports whaling. Japan opposes subsidies.',
  'Brazil fears that piracy will spread.',
  '# Aid',
  'The Union sends aid to the islands. “We will send more aid this year,” said Aiko Tanaka.',
]

test('what the package gives is what its README says', () => {
  expect(Object.keys(api).sort()).toEqual([
    'analyse',
    'analyseSource',
    'checkCodebook',
    'codebookSchema',
    'codingsSchema',
    'combineSources',
    'exportCodebook',
    'importCodebook',
    'proposeCodebook',
    'readCodebook',
    'readCodings',
    'readLocatedCodebook',
  ])
})

describe('every passage is verbatim at its place', () => {
  const word = fc.constantFrom(
    'Norway',
    'Japan’s',
    'the Union',
    'Brazil',
    'said',
    'that',
    'it',
    'they',
    'supports',
    'opposes',
    'whaling',
    'piracy',
    'aid',
    'subsidies',
    'fears',
    'and',
    'which',
    ',',
    '“',
    '”',
    '.',
    'not',
    'to',
    'end',
    'will',
    'in 2014',
    'last month',
    'about 300 boats',
    '(',
    ')',
    '—',
    'both countries',
    'Kari Strand',
    'according to',
    'is',
    'seen',
    'by',
    'concern',
    'its',
  )
  const paragraph = fc.oneof(
    fc.array(word, { maxLength: 45 }).map(parts => `${parts.join(' ')}.`),
    fc.string({ unit: 'grapheme' }),
  )

  test('for any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          paragraph.filter(text => text.trim() !== ''),
          { maxLength: 4 },
        ),
        texts => {
          const source = sourceOf(texts)
          const { statements, timeline, figures, matrices } = analyse([source], codebook).value
          const blocks = new Map(source.children.map(block => [block.anchor, block]))
          for (const { quote, anchor, span, raw } of statements) {
            const block = blocks.get(anchor)
            expect(block?.text.slice(...span)).toBe(quote)
            expect(raw).toEqual(rawSpans(block?.runs ?? [], span))
            expect(raw.map(range => source.text.slice(...range)).join('')).toBe(quote)
          }
          for (const { quote, anchor, raw } of [...timeline, ...figures]) {
            expect(blocks.get(anchor)?.text).toContain(quote)
            expect(raw.map(range => source.text.slice(...range)).join('')).toBe(quote)
          }
          for (const { event, quote } of timeline) expect(quote).toContain(event)
          for (const { value, what, quote } of figures) {
            expect(quote).toContain(value)
            expect(quote).toContain(what)
          }
          expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
          const known = new Set(statements.map(({ id }) => id))
          for (const { cells } of matrices) {
            const shown = cells.flat().flatMap(cell => cell.statements)
            expect(new Set(shown)).toEqual(known)
            expect(shown).toHaveLength(known.size)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the id of a statement', () => {
  const ids = (texts: string[]) => analyse([sourceOf(texts)], codebook).value.statements.map(s => s.id)

  test('is made of the source and a hash', () => {
    for (const id of ids(paragraphs)) expect(id).toMatch(/^note-[0-9a-f]{8}$/)
  })

  test('does not change with what is written elsewhere in the source', () => {
    const before = ids(paragraphs)
    const after = ids(['Something new stands here.', paragraphs[0] as string, 'And here.', ...paragraphs.slice(1)])
    expect(after).toEqual(before)
  })

  test('does not change with the kind of quotation marks and dashes', () => {
    expect(ids(['Norway’s board supports whaling – again.'])).toEqual(ids(["Norway's board supports whaling - again."]))
  })

  test('tells the second of two equal sentences from the first', () => {
    const [first, second] = ids(['Norway supports whaling.', 'Norway supports whaling.'])
    expect(second).toBe(`${first}-2`)
  })
})

test('same input, same result; one source does not depend on another', () => {
  const one = sourceOf(paragraphs, { id: 'one' })
  const two = sourceOf(['It opposes whaling.', 'They fear piracy, he said.'], { id: 'two' })
  const together = analyse([one, two], codebook).value
  expect(analyse([one, two], codebook).value).toEqual(together)
  expect(together.statements.filter(s => s.source === 'one')).toEqual(analyse([one], codebook).value.statements)
  expect(together.statements.filter(s => s.source === 'two')).toEqual([])
})

test('nothing that it is given is changed', () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(Object.freeze(value))) freeze(inner)
    return value
  }
  const source: Source = freeze(sourceOf(paragraphs))
  expect(() => analyse([source], freeze(testCodebook()))).not.toThrow()
})

test('no sources give empty lists and matrices of all actors and issues', () => {
  const { value, diagnostics } = analyse([], codebook)
  expect(diagnostics).toEqual([])
  expect(value).toMatchObject({ statements: [], rejected: [], mentions: [], timeline: [], figures: [] })
  expect(value.matrices.map(m => m.id)).toEqual(['actor-issue', 'source-issue', 'source-actor'])
})

test('a source in another language gives mentions and a warning, and no statement', () => {
  const { value, diagnostics } = analyse([sourceOf(['Norway supports whaling.'], { language: 'de' })], codebook)
  expect(value.statements).toEqual([])
  expect(value.mentions).toMatchObject([{ actor: 'norway', issue: 'whaling' }])
  expect(diagnostics).toMatchObject([
    { rule: 'source-language-is-coded', severity: 'warning', file: 'sources/note.md' },
  ])
})

test('tables hold no statements', () => {
  const source = sourceOf(['Norway supports whaling.'])
  const [block] = source.children
  const table = { ...block, type: 'table', rows: [[[0, 6]]], head: false } as unknown as Source['children'][number]
  expect(analyse([{ ...source, children: [table] }], codebook).value.statements).toEqual([])
})

test('every rule makes its promise in a sentence', () => {
  const promises = [...Object.values(coderRules).map(rule => rule.promise), ...Object.values(discourseRules)]
  for (const promise of promises) expect(promise).toMatch(/^\p{Lu}.*\.$/u)
})

test('a long sentence and a long paragraph do not hold it up', () => {
  const sentence = `Norway ${'and Japan, which Brazil said that the Union, '.repeat(300)}supports whaling.`
  const paragraph = 'Norway supports whaling. '.repeat(400).trim()
  expect(analyse([sourceOf([sentence, paragraph])], codebook).value.statements.length).toBeGreaterThan(399)
})
