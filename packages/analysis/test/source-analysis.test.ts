import type { Codebook, Source } from '@briefbook/ast'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse, analyseSource, combineSources, readCodings, type SourceAnalysis } from '../src/index.js'
import { sourceOf, testCodebook } from './helpers.js'

const codebook = testCodebook()

/** Between them they give every kind of find, and kinds that meet across sources. */
const paragraphs = [
  'Norway supports whaling. Japan opposes subsidies, and it fears that piracy will spread.',
  'Norway opposes whaling.',
  'In May 2014 the Norwegian minister Kari Strand opened the harbour of Bergen with 300 boats.',
  'Kari Strand, the minister, opened the Bergen harbour in May 2014 with about 250 boats.',
  'The International Whaling Commission (IWC) met last month; the IWC meets again next spring.',
  '“We will send more aid this year,” said Aiko Tanaka. “And the talks with the Front go on.”',
  '# Norway’s view of aid',
  'President Maria Souza of Brazil said that 40 per cent of the ships had left the islands.',
  'Les baleines sont grandes.',
  'Nothing of note.',
]
const long = Array.from({ length: 14 }, (_, i) => `The harbour of town number ${i} sends its boats out to the islands.`)

const note = (id: string) =>
  fc
    .record({
      texts: fc.array(fc.oneof(fc.constantFrom(...paragraphs), fc.constant(long.join(' '))), { maxLength: 6 }),
      date: fc.constantFrom('2019-06-14', '2015', null),
      language: fc.constantFrom('en', 'fr', null),
    })
    .map(({ texts, ...meta }) => sourceOf(texts, { id, ...meta }))
const notes = fc.tuple(note('one'), note('two'), note('three'))

const partsOf = (sources: readonly Source[]) => sources.map(source => analyseSource(source, codebook))
const stored = (part: SourceAnalysis): SourceAnalysis => JSON.parse(JSON.stringify(part))

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(Object.freeze(value))) frozen(inner)
  return value
}

describe('what is found in a source', () => {
  test('is all there after a way through JSON', () => {
    fc.assert(
      fc.property(notes, sources => {
        const parts = partsOf(sources)
        expect(parts.map(stored)).toStrictEqual(parts)
      }),
      { numRuns: 60 },
    )
  })

  test('holds something of every kind', () => {
    const parts = partsOf([
      sourceOf([...paragraphs, long.join(' ')], { id: 'one' }),
      sourceOf(['Hier.'], { id: 'two', language: 'de' }),
    ])
    for (const kind of Object.keys(parts[0] as SourceAnalysis) as (keyof SourceAnalysis)[]) {
      const found = parts.flatMap((part): unknown => part[kind] ?? [])
      expect(found, kind).not.toEqual([])
    }
  })

  test('does not depend on what was read before', () => {
    fc.assert(
      fc.property(notes, ([one, two, three]) => {
        const [first] = partsOf([one, two, three])
        expect(partsOf([three, two, one])[2]).toEqual(first)
      }),
      { numRuns: 20 },
    )
  })

  test('does not depend on what issues are called', () => {
    const source = sourceOf(paragraphs)
    const renamed: Codebook = { ...codebook, issues: codebook.issues.map(issue => ({ ...issue, name: 'Renamed' })) }
    expect(analyseSource(source, renamed)).toEqual(analyseSource(source, codebook))
  })
})

describe('a changed source', () => {
  const { value: codings } = readCodings(
    `codings:\n  - { action: add, source: one, quote: Nothing of note., actor: brazil, issue: aid, stance: favours, by: A. Analyst }\n`,
    'codings.yaml',
  )

  test('is the only one to be read again', () => {
    fc.assert(
      fc.property(notes, fc.constantFrom(0, 1, 2), note('edited'), (sources, at, edited) => {
        const before = partsOf(sources).map(part => frozen(stored(part)))
        const now = sources.map((source, i) => (i === at ? sourceOfId(edited, source.id) : source))
        const parts = now.map((source, i) =>
          i === at ? analyseSource(source, codebook) : (before[i] as SourceAnalysis),
        )
        expect(combineSources(parts, now, codebook, codings)).toStrictEqual(analyse(now, codebook, codings))
      }),
      { numRuns: 60 },
    )
  })

  test('shows in what sources tell together', () => {
    const sources = [sourceOf([paragraphs[2] as string], { id: 'one' }), sourceOf(['Nothing.'], { id: 'two' })]
    const kept = analyseSource(sources[0] as Source, codebook)
    const next = sourceOf([paragraphs[3] as string], { id: 'two' })
    const { value } = combineSources([kept, analyseSource(next, codebook)], [sources[0] as Source, next], codebook)
    expect(value.timeline.map(({ source, same }) => [source, same])).toEqual([
      ['one', 'event-1'],
      ['two', 'event-1'],
    ])
    expect(value.people.map(({ name, anchors }) => [name, anchors])).toEqual([['Kari Strand', ['one.1', 'two.1']]])
  })
})

/** The same text under another id. */
function sourceOfId(source: Source, id: string): Source {
  const texts = source.children.map(block => (block.type === 'heading' ? `# ${block.text}` : block.text))
  return sourceOf(texts, { id, date: source.meta.date, language: source.meta.language })
}
