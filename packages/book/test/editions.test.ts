import type { BookBlock, Edition } from '@briefbook/ast'
import { describe, expect, it } from 'vitest'
import { compareEditions, formatChanges, formatEdition, namesOf, readEdition } from '../src/index.js'
import { analysis, compose, sources, statements } from './fixture.js'

const judgement = (text: string, levels = 'likelihood="likely" confidence="low"') =>
  `# Judgements\n\nAs of May.\n\n:::key-judgement{${levels}}\n${text}\n:::\n`
const first = () =>
  compose(
    { 'a.md': judgement('North will build the dam within two years [@obs ¶1].') },
    'title: Dams\nedition: First\n',
  ).edition

/** An edition with something else in it. */
const but = (changes: Partial<Edition>): Edition => ({ ...first(), ...changes })
const statementOf = (edition: Edition, id: string) =>
  edition.statements.find(s => s.id === id) as Edition['statements'][number]

describe('an edition', () => {
  it('holds what a later one needs, and no numbers of pages or notes', () => {
    const { name, sources: kept, cells, judgements } = first()
    expect(name).toBe('First')
    expect(kept.map(({ id }) => id)).toEqual(['obs', 'rev'])
    expect(cells).toEqual([
      { actor: 'north', issue: 'dam', state: 'position', stance: 'favours', finding: null },
      { actor: 'south', issue: 'dam', state: 'position', stance: 'mixed', finding: null },
    ])
    expect(judgements).toEqual([
      {
        chapter: 'Judgements',
        file: 'chapters/a.md',
        likelihood: 'likely',
        confidence: 'low',
        words: 'North will build the dam within two years [OBS ¶1].',
      },
    ])
  })
  it('comes back from its file as it was, with a record a line', () => {
    const text = formatEdition(first())
    expect(readEdition(text, 'editions/001-first.json')).toEqual({ value: first(), diagnostics: [] })
    for (const { id } of statements)
      expect(text.split('\n').filter(line => line.includes(`"id":"${id}"`))).toHaveLength(1)
  })
  it.each([
    ['no JSON', '{"version": 1,\n<<<<<<< HEAD\n'],
    ['something else', '{"version": 1}'],
    ['of another version', formatEdition({ ...first(), version: 2 as 1 })],
  ])('that is %s is told', (_, text) => {
    const { value, diagnostics } = readEdition(text, 'editions/001-first.json')
    expect(value).toBeNull()
    expect(diagnostics.map(d => [d.rule, d.file])).toEqual([['edition-is-whole', 'editions/001-first.json']])
  })
})

describe('two editions', () => {
  const before = first()
  const changes = (after: Partial<Edition>) => compareEditions(before, but(after))
  const kinds = (after: Partial<Edition>) => changes(after).cells.map(c => `${c.actor} ${c.issue} ${c.kind}`)
  const [north, south] = before.cells as [Edition['cells'][number], Edition['cells'][number]]

  it('that are the same differ in nothing', () => {
    const same = changes({})
    expect(same).toMatchObject({ cells: [], judgements: [], statements: { gained: [], lost: [], recoded: [] } })
    expect(formatChanges(same, namesOf(before, before))).toBe('Since First of 1 March 2026: nothing has changed.\n')
  })
  it('differ in sources: new, gone, altered', () => {
    const [obs, rev] = before.sources as [Edition['sources'][number], Edition['sources'][number]]
    const { sources: told } = changes({
      sources: [
        { ...obs, sha256: 'other' },
        { ...rev, id: 'third' },
      ],
    })
    expect([told.new, told.gone, told.altered].map(list => list.map(({ id }) => id))).toEqual([
      ['third'],
      ['rev'],
      ['obs'],
    ])
  })
  it('differ in cells: to the other side, to another stance, in whether there is a position', () => {
    expect(kinds({ cells: [{ ...north, stance: 'opposes' }, south] })).toEqual(['north dam flipped'])
    expect(kinds({ cells: [{ ...north, stance: 'mixed' }, south] })).toEqual(['north dam shifted'])
    expect(kinds({ cells: [north] })).toEqual(['south dam vanished'])
    expect(kinds({ cells: [north, { ...south, state: 'mentioned', stance: null }] })).toEqual(['south dam vanished'])
    expect(kinds({ cells: [north, south, { ...north, issue: 'fish' }] })).toEqual(['north fish appeared'])
    expect(kinds({ cells: [{ ...north, finding: 'It insists.' }, south] })).toEqual(['north dam finding'])
  })
  it('differ in evidence that cells gained and lost', () => {
    const told = changes({ statements: before.statements.filter(({ id }) => id !== 's3') })
    expect(told.cells).toEqual([expect.objectContaining({ actor: 'south', kind: 'evidence', gained: 0, lost: 1 })])
    expect(told.statements.lost.map(({ id }) => id)).toEqual(['s3'])
  })
  it('tell a passage that is coded anew from one that came and one that went', () => {
    const [s1, s3] = [statementOf(before, 's1'), statementOf(before, 's3')]
    const others = before.statements.filter(({ id }) => id !== 's1' && id !== 's3')
    const { statements: told } = changes({
      statements: [...others, { ...s1, stance: 'opposes' }, { ...s3, id: 's4', issue: 'fish' }],
    })
    expect(told.gained).toEqual([])
    expect(told.lost).toEqual([])
    expect(told.recoded.map(({ before: a, after: b }) => [a.id, a.stance, a.issue, b.id, b.stance, b.issue])).toEqual([
      ['s1', 'favours', 'dam', 's1', 'opposes', 'dam'],
      ['s3', 'opposes', 'dam', 's4', 'opposes', 'fish'],
    ])
  })
  it('find the judgement that was rewritten among new ones and ones that went, and compare its words', () => {
    const [old] = before.judgements as [Edition['judgements'][number]]
    const { judgements } = changes({
      judgements: [
        { ...old, words: 'The delta silts up, and nobody minds.' },
        { ...old, words: 'North may build the dam within ten years [OBS ¶1].', likelihood: 'unlikely' },
      ],
    })
    expect(judgements.map(({ kind }) => kind)).toEqual(['new', 'rewritten'])
    const { words } = judgements[1] as (typeof judgements)[number]
    expect(words.filter(w => w.kind !== 'same').map(w => `${w.kind} ${w.text.trim()}`)).toEqual([
      'removed will',
      'added may',
      'removed two',
      'added ten',
    ])
    expect(
      words
        .filter(w => w.kind !== 'added')
        .map(w => w.text)
        .join(''),
    ).toBe(old.words)
    expect(changes({ judgements: [] }).judgements.map(({ kind }) => kind)).toEqual(['gone'])
  })
})

describe('a book that is compared with an edition', () => {
  const before = first()
  const now = compose(
    {
      'a.md': judgement(
        'North may build the dam within ten years [@obs ¶1].',
        'likelihood="unlikely" confidence="low"',
      ),
    },
    'title: Dams\nedition: Second\n',
    {
      since: before,
      sources: sources.map((source, i) => (i === 0 ? { ...source, sha256: 'other' } : source)),
      analysis: { ...analysis, statements: statements.map(s => (s.id === 's1' ? { ...s, stance: 'concerned' } : s)) },
    },
  )
  const chapters = now.book.children.flatMap(part => part.children)
  const text = JSON.stringify(chapters.find(({ id }) => id === 'changes'))

  it('says so first, in a chapter of its own', () => {
    expect(now.diagnostics).toEqual([])
    expect(chapters[0]).toMatchObject({ id: 'changes', title: 'What changed since First', voice: 'generated' })
    for (const said of ['1 source altered', '1 statement re-coded', 'Rewritten', 'Likelihood: likely → unlikely'])
      expect(text).toContain(said)
    expect(text).toContain('{"type":"delete","children":[{"type":"text","value":"will"}]}')
    expect(text).toContain('{"type":"strong","children":[{"type":"text","value":"may"}]}')
  })
  it('marks the blocks whose words are others, and no others', () => {
    const marked = (blocks: readonly BookBlock[]) => blocks.filter(block => block.data?.changed).map(({ type }) => type)
    expect(marked(chapters.find(({ title }) => title === 'Judgements')?.children ?? [])).toEqual(['keyJudgement'])
    // What is said of its file; not one of its passages.
    expect(marked(chapters.find(({ id }) => id === 'source-obs')?.children ?? [])).toEqual(['definitionList'])
    expect(chapters.filter(({ id }) => id === 'changes').flatMap(({ children }) => marked(children))).toEqual([])
  })
  it('has it where the book says', () => {
    const { book } = compose(
      {},
      'title: Dams\nparts:\n  - title: A\n    chapters: [method]\n  - title: B\n    chapters: [index, changes]\n',
      {
        since: before,
      },
    )
    expect(book.children.map(part => part.children.map(({ id }) => id))).toEqual([['method'], ['index', 'changes']])
  })
  it('says that nothing has changed where nothing has, and marks nothing', () => {
    const { book } = compose(
      { 'a.md': judgement('North will build the dam within two years [@obs ¶1].') },
      'title: Dams\n',
      { since: before },
    )
    expect(JSON.stringify(book)).toContain('no source, cell, statement or judgement has changed')
    expect(JSON.stringify(book)).not.toContain('"changed":true')
  })
  it('has no such chapter without an edition', () => {
    expect(JSON.stringify(compose().book)).not.toContain('What changed')
  })
})
