import { type BookTable, type Chapter, findQuotation, type Source, type Statement } from '@briefbook/ast'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inQuotationMarks } from '../src/compose/quotation-marks.js'
import { readBookConfig } from '../src/index.js'
import { analysis, codebook, compose, request, sources, statements } from './fixture.js'

const chapterOf = (id: string, ...rest: Parameters<typeof compose>) =>
  compose(...rest)
    .book.children.flatMap(p => p.children)
    .find(c => c.id === id) as Chapter

/** The words of a node, its references and page numbers in braces. */
function words(node: unknown): string {
  const { type, value, children, term, target, stance, head } = node as { [key: string]: unknown }
  if (type === 'pageReference') return `{${target}}`
  if (type === 'stanceMark') return `<${stance}>`
  if (type === 'break') return ' / '
  if (typeof value === 'string') return value
  const all = [...((head as unknown[]) ?? []), ...((term as unknown[]) ?? []), ...((children as unknown[]) ?? [])]
  return all.map(words).join(type === 'bookRow' ? ' | ' : type === 'bookCell' ? ' ' : '')
}
const lines = (chapter: Chapter) =>
  chapter.children.flatMap(node =>
    'children' in node && (node.type === 'definitionList' || node.type === 'bookTable')
      ? node.children.map(words)
      : [words(node)],
  )

const agreements = (own: Partial<typeof analysis.agreements>, more: Partial<typeof analysis> = {}) =>
  lines(
    chapterOf('agreements', {}, undefined, {
      analysis: { ...analysis, ...more, agreements: { ...analysis.agreements, ...own } },
    }),
  )

describe('agreements and divergences', () => {
  it('quotes each side of a contested issue, with its place', () => {
    expect(agreements({})).toEqual([
      expect.stringContaining('An actor stands where most statements'),
      'Who stands together and who apart',
      'North – SouthApart on The dam.',
      'Apart: The dam',
      'Towards building the dam:',
      '<favours>\u00a0North“North wants the dam.” OBS\u00a0¶1, p.\u00a0{obs.1}',
      '<mixed>\u00a0South“South “will never accept” the dam, its minister said.” REV\u00a0¶1, p.\u00a0{rev.1}',
    ])
  })
  it('names who stands together where nobody is against it, and counts no pair where there is none', () => {
    const told = agreements({
      camps: [
        {
          issue: 'dam',
          contested: false,
          camps: [
            {
              stance: 'favours',
              members: [
                { actor: 'north', statements: ['s1'] },
                { actor: 'south', statements: ['s2'] },
              ],
            },
          ],
        },
      ],
      pairs: [],
    })
    expect(told.slice(1)).toEqual([
      'Where nobody stands against anybody',
      'The dam<favours>\u00a0North (OBS\u00a0¶1), South (OBS\u00a0¶1)',
    ])
  })
  it('says nothing of an issue on which one actor alone has a stance', () => {
    const camps = [
      {
        issue: 'dam',
        contested: false,
        camps: [{ stance: 'favours' as const, members: [{ actor: 'north', statements: ['s1'] }] }],
      },
    ]
    expect(agreements({ camps, pairs: [] }).slice(1)).toEqual(['No two actors take a side on the same issue.'])
  })
  it('sets every two of three actors and more in a square', () => {
    const pair = (a: string, b: string, together: string[], apart: string[]) => ({
      actors: [a, b] as [string, string],
      together,
      apart,
      normalised: { together: 0, apart: 0 },
    })
    const told = agreements({
      pairs: [pair('north', 'south', [], ['dam']), pair('north', 'island', ['dam', 'fish'], [])],
    })
    expect(told.slice(3, 6)).toEqual([
      'North | · | 0\u00a0:\u00a01 | 2\u00a0:\u00a00',
      'South | 0\u00a0:\u00a01 | · | –',
      'Island | 2\u00a0:\u00a00 | – | ·',
    ])
  })
  it('sets both sides of a contradiction beside each other, and tells those of one source by their places', () => {
    const forIt: Statement = { ...(statements[2] as Statement), id: 's4', stance: 'favours' }
    const told = agreements(
      {
        contradictions: [
          { actor: 'south', issue: 'dam', between: 'sources', sides: [['s4'], ['s2']] },
          { actor: 'south', issue: 'fish', between: 'passages', sides: [['s4'], ['s3']] },
        ],
      },
      { statements: [...statements, forIt] },
    )
    expect(told.slice(-3)).toEqual([
      'South',
      'The damTwo sources differ. / <favours>\u00a0“South “will never accept” the dam, its minister said.” REV\u00a0¶1, p.\u00a0{rev.1} / <concerned>\u00a0“South fears for its fields.” OBS\u00a0¶1, p.\u00a0{obs.1}',
      'AlsoFishing <favours>\u00a0REV\u00a0¶1 <opposes>\u00a0REV\u00a0¶1',
    ])
  })
})

describe('people', () => {
  const composed = lines(
    chapterOf('people', {}, undefined, {
      analysis: {
        ...analysis,
        people: [
          {
            name: 'Jane Roe',
            actor: 'north',
            offices: [
              { role: 'minister', from: '2019', until: '2021-05-02' },
              { role: 'envoy', from: '2021-06', until: null },
            ],
            roles: [{ role: 'its minister', source: 'rev', anchor: 'rev.1', span: [39, 51] }],
            anchors: ['obs.1', 'obs.2', 'rev.1'],
          },
          { name: 'Ken Ito', actor: null, offices: [], roles: [], anchors: ['rev.2'] },
        ],
        acronyms: [{ short: 'NHB', long: 'North Harbour Board', anchors: ['obs.2'] }],
      },
    }),
  )
  it('lists who is named, the roles in the words of the sources, and where', () => {
    expect(composed).toContain(
      'Jane Roe | “its minister” REV\u00a0¶1 minister, 2019 to 2 May 2021 (codebook) envoy, since June 2021 (codebook) | North | OBS\u00a0¶1–2\u00a0p.\u00a0{obs.1}; REV\u00a0¶1\u00a0p.\u00a0{rev.1}',
    )
    expect(composed).toContain('Ken Ito | – | – | REV\u00a0¶2\u00a0p.\u00a0{rev.2}')
  })
  it('does not print a role that is not in the source', () => {
    const roles = [{ role: 'its queen', source: 'rev', anchor: 'rev.1', span: [0, 9] as const }]
    const people = [{ name: 'Jane Roe', actor: null, offices: [], roles, anchors: ['rev.1'] }]
    const { diagnostics } = compose({}, undefined, { analysis: { ...analysis, people } })
    expect(diagnostics).toMatchObject([{ rule: 'quotation-is-verbatim', actual: 'its queen' }])
  })
  it('are left out where there are none, unless a chapter leads to them', () => {
    const chapters = compose().book.children.flatMap(part => part.children.map(({ id }) => id))
    expect(chapters).not.toContain('people')
    expect(chapters).toContain('figures')
    const linking = { 'a.md': '# A\n\nSee [](#people).\n' }
    expect(lines(chapterOf('people', linking))).toEqual(['No source names a person.'])
  })
})

describe('the glossary', () => {
  const config = 'title: Dams\nglossary:\n  weir: A low dam.\n  NHB: Runs the locks.\n'
  it('lists what analysts, sources and codebook explain, by the alphabet', () => {
    const acronyms = [{ short: 'NHB', long: 'North Harbour Board', anchors: ['obs.2'] }]
    expect(lines(chapterOf('glossary', {}, config, { analysis: { ...analysis, acronyms } })).slice(1)).toEqual([
      'FishingIssue: fishing in the delta.',
      'NHBRuns the locks. · North Harbour Board (OBS\u00a0¶2\u00a0p.\u00a0{obs.2})',
      'The damIssue: building the dam.',
      'weirA low dam.',
    ])
  })
})

describe('what the sources leave open', () => {
  it('tells what is absent, mentioned, and told once, apart', () => {
    const told = lines(chapterOf('gaps'))
    expect(told).toMatchInlineSnapshot(`
      [
        "What no source addresses may be unimportant to an actor, unknown to the authors, or left out: the sources do not tell which. None of it is a neutral position.",
        "What no source speaks of",
        "Every issue is spoken of in at least one source.",
        "Actors whom no source connects with an issue: Island.",
        "Every source gives at least one statement.",
        "Actor by actor",
        "Of 6 cells, 4 are addressed by no source, 0 are mentioned without a position, and 1 rest on one source.",
        "North | Fishing | – | The dam",
        "South | Fishing | – | –",
        "Island | The dam, Fishing | – | –",
      ]
    `)
  })
})

describe('the index', () => {
  it('leads to an actor’s chapter and to every paragraph that names it, runs of them as one', () => {
    expect(lines(chapterOf('index')).slice(1)).toEqual([
      'NorthChapter\u00a0p.\u00a0{actor-north}. OBS\u00a0¶1–2\u00a0p.\u00a0{obs.1}; REV\u00a0¶1\u00a0p.\u00a0{rev.1}',
    ])
  })
})

describe('a source in brief', () => {
  const abstracts = [
    {
      source: 'rev',
      sentences: [
        { anchor: 'rev.2', quote: 'Both fish in the delta.', span: [0, 23] as const },
        { anchor: 'rev.1', quote: sources[1]?.children[0]?.text ?? '', span: [0, 10] as const },
      ],
    },
  ]
  const extracts = (config?: string) =>
    chapterOf('source-rev', {}, config, { analysis: { ...analysis, abstracts } }).children.flatMap(node =>
      node.type === 'evidence' ? [`${node.reference.target} ${node.statement}`] : [],
    )
  it('begins with its central sentences in the order of the text, which no statement stands behind', () => {
    expect(extracts()).toEqual(['rev.1 null', 'rev.2 null'])
  })
  it.each([
    [1, ['rev.2 null']],
    [0, []],
  ])('has as many as the book wants: %i', (n, expected) => {
    expect(extracts(`title: T\nabstract: ${n}\n`)).toEqual(expected)
  })
  it('does not print what is not in the source', () => {
    const forged = [{ source: 'rev', sentences: [{ anchor: 'rev.1', quote: 'Peace.', span: [0, 6] as const }] }]
    const { diagnostics } = compose({}, undefined, { analysis: { ...analysis, abstracts: forged } })
    expect(diagnostics.map(d => d.rule)).toEqual(['quotation-is-verbatim'])
  })
})

describe('matrices', () => {
  const cells = (chapter: Chapter, id: string) => {
    const table = chapter.children.find(n => n.type === 'bookTable' && n.id === id) as BookTable
    return [...table.head, ...table.children].map(words)
  }
  it('have margins at their heads: statements and sources, of a source the first alone', () => {
    const glance = chapterOf('at-a-glance')
    expect(cells(glance, 'actor-issue')[0]).toBe(' | The dam 3 in 2 | Fishing 0')
    expect(cells(glance, 'actor-issue')[1]).toMatch(/^North 1 in 1 \|/)
    expect(cells(glance, 'source-issue')[1]).toMatch(/^OBS 2 \|/)
  })
  it('show both sides where the sources differ, each behind its sign', () => {
    const own = statements.map(s => (s.id === 's2' ? { ...s, stance: 'favours' as const } : s))
    const glance = chapterOf('at-a-glance', {}, undefined, { analysis: { ...analysis, statements: own } })
    expect(cells(glance, 'actor-issue')[2]).toContain(
      '<favours>\u00a0OBS\u00a0¶1 ({obs.1}) <opposes>\u00a0REV\u00a0¶1 ({rev.1})',
    )
  })
  const own = {
    ...(analysis.matrices[0] as (typeof analysis.matrices)[number]),
    id: 'own',
    title: 'Only the dam',
    request: {
      ...request,
      id: 'own',
      rows: 'actors',
      columns: 'issues',
      only: { ...request.only, stances: ['favours'], from: '2021-08' },
    },
  } as const
  const config = (glance: boolean) =>
    `title: T\nmatrices:\n  - { id: own, rows: actors, columns: issues, at-a-glance: ${glance} }\n`
  const changes = {
    analysis: {
      ...analysis,
      matrices: [
        ...analysis.matrices,
        { ...own, request: { ...own.request, only: { ...own.request.only, stances: ['favours' as const] } } },
      ],
    },
  }
  it('that a book asks for stand at a glance only if it says so', () => {
    const ids = (glance: boolean) =>
      chapterOf('at-a-glance', {}, config(glance), changes).children.flatMap(n =>
        n.type === 'bookTable' ? [n.id] : [],
      )
    expect(ids(true)).toContain('own')
    expect(ids(false)).not.toContain('own')
  })
  it('say what they leave out, and can be shown by a chapter', () => {
    const { book, diagnostics } = compose({ 'a.md': '# A\n\n::matrix{#own}\n' }, config(false), changes)
    const table = book.children[0]?.children[0]?.children[0] as BookTable
    expect(diagnostics).toEqual([])
    expect(table.caption).toBe('Only the dam')
    expect(table.legend.map(words).join('')).toMatch(/counted only: stances: favours; sources from August 2021$/)
  })
})

describe('book.yaml', () => {
  const read = (matrix: string) => readBookConfig(`title: T\nmatrices:\n  - ${matrix}\n`, 'book.yaml')
  it('fills in what a matrix leaves out', () => {
    expect(
      read('{ id: a, rows: actors, columns: years, only: { from: 2021, until: 2021-08 } }').value?.value.matrices,
    ).toEqual([
      {
        id: 'a',
        title: null,
        rows: 'actors',
        columns: 'years',
        only: { ...request.only, from: '2021', until: '2021-08' },
        'at-a-glance': false,
      },
    ])
  })
  it.each([
    ['{ id: a, rows: actor, columns: years }', 'value-is-valid'],
    ['{ id: a, rows: years, columns: years }', 'value-is-valid'],
    ['{ id: A 1, rows: actors, columns: years }', 'value-is-valid'],
    ['{ id: a, rows: actors, columns: years, only: { actor: [x] } }', 'key-is-known'],
    ['{ id: a, rows: actors, columns: years, only: { from: 2021-13 } }', 'value-is-valid'],
    ['{ id: a, rows: actors, columns: years, only: { stances: [likes] } }', 'value-is-valid'],
  ])('%s is told', (text, rule) => {
    const { value, diagnostics } = read(text)
    expect(value).toBeNull()
    expect(diagnostics.map(d => [d.rule, d.place?.start.line])).toEqual([[rule, 3]])
  })
})

describe('quotation marks', () => {
  it.each([
    ['He left.', '“He left.”'],
    ['He was “late” again.', '“He was “late” again.”'],
    ['“He left,” she said.', '“He left,” she said.'],
    ['She said “he left.”', 'She said “he left.”'],
    ['“He left.', '“He left.”'],
    ['He left.”', '“He left.”'],
    ['"He left.', '"He left.”'],
  ])('%s', (quote, expected) => {
    expect(inQuotationMarks(quote)).toBe(expected)
  })
})

it('prints no quotation that is not in its source, whatever the analysis holds', () => {
  const pieces = ['North wants the dam.', 'South fears', 'the dam', 'minister said.', 'North won', '“will never', 'x']
  const arbitrary = fc.array(
    fc.record({
      quote: fc.constantFrom(...pieces),
      stance: fc.constantFrom('favours' as const, 'opposes' as const),
      actor: fc.constantFrom('north', 'south', 'island'),
      anchor: fc.constantFrom('obs.1', 'rev.1'),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(arbitrary, given => {
      const own = given.map(
        (fields, i): Statement => ({
          ...(statements[0] as Statement),
          ...fields,
          id: `q${i}`,
          source: fields.anchor.split('.')[0] as string,
        }),
      )
      const members = own.map(s => ({ actor: s.actor, statements: [s.id] }))
      const chapter = chapterOf('agreements', {}, undefined, {
        analysis: {
          ...analysis,
          statements: own,
          matrices: [],
          agreements: {
            camps: [{ issue: 'dam', contested: true, camps: [{ stance: 'favours', members }] }],
            pairs: [],
            contradictions: [],
          },
        },
        codebook,
      })
      for (const line of lines(chapter)) {
        const shown = /“(.*)” (\w+)\u00a0¶1, p\./.exec(line)
        if (!shown) continue
        const source = sources.find(s => s.meta.label === shown[2]) as Source
        const quote = (shown[1] as string).replace(/^“/, '')
        expect(findQuotation(source, quote).verdict).not.toBe('missing')
      }
    }),
  )
})
