import { type BookPhrasing, type Edition, type Note, plainWords, stanceMark, text } from '@briefbook/ast'
import fc from 'fast-check'
import type { Data } from 'unist'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { align } from '../src/editions/redline/align.js'
import { revise } from '../src/editions/redline/revise.js'
import { wordsOf } from '../src/editions/words.js'
import { compose } from './fixture.js'

const note = (...children: BookPhrasing[]): Note => ({ type: 'note', number: 1, cites: ['obs.1'], children })
const strong = (value: string): BookPhrasing => ({ type: 'strong', children: [text(value)] })

/** What some phrasing says once every change is accepted, or rejected. */
function read(nodes: readonly BookPhrasing[], changes: 'accepted' | 'rejected'): string {
  const left = changes === 'accepted' ? 'removed' : 'added'
  return nodes
    .map(node => {
      const revision = node.data?.revision
      if (revision) return revision.flatMap(change => (change.kind === left ? [] : change.text)).join('')
      return 'children' in node && node.type !== 'note' ? read(node.children as BookPhrasing[], changes) : wordsOf(node)
    })
    .join('')
}

const revisions = (nodes: readonly BookPhrasing[]) => {
  const signs = { same: '', added: '+', removed: '-' }
  const told: string[] = []
  visit({ type: 'root', children: nodes as never[] }, (node: { type: string; data?: Data }) => {
    for (const { kind, text: words } of node.data?.revision ?? []) if (kind !== 'same') told.push(signs[kind] + words)
  })
  return told
}

describe('words that are revised', () => {
  it('are marked word by word, what went in front of what came', () => {
    const words = [text('Northland may not build the dam '), strong('soon'), text('.')]
    revise([words], 'Northland will build the dam soon.')
    expect(revisions(words)).toEqual(['-will', '+may not'])
  })
  it('keep a citation whole, and show the one that went in brackets', () => {
    const cited = note(text('OBS\u00a0¶2'))
    const words = [text('It waits'), cited, text('.')]
    revise([words], 'It waits [OBS ¶1].')
    expect(revisions(words)).toEqual(['- [OBS ¶1]', '+ [OBS\u00a0¶2]'])
    expect(cited.data?.revision).toHaveLength(2)
  })
  it('are left alone where they say the same', () => {
    const words = [text('It '), strong('waits'), note(text('OBS\u00a0¶1')), text('.')]
    revise([words], 'It waits [OBS ¶1].')
    expect(words.every(node => node.data === undefined)).toBe(true)
  })
  it('show what went between two lines in one of them', () => {
    const lines = [[text('One.')], [text('Two.')]]
    revise(lines, 'One. And a half. Two.')
    expect(lines.map(revisions)).toEqual([[], ['-And a half. ']])
  })
  const word = fc.constantFrom('dam', 'builds', 'the', 'not', '40', 'U.S.', '“so”', 'weir,', 'Zoë', 'a-b', '[sic]', '.')
  const sentence = fc.array(word, { maxLength: 8 }).map(list => list.join(' '))
  const leaf: fc.Arbitrary<BookPhrasing> = fc.oneof(
    { weight: 3, arbitrary: sentence.map(text) },
    sentence.map(strong),
    sentence.map(words => note(text(words))),
    fc.nat(9).map(n => stanceMark('favours', n)),
  )
  it('say what they say now with every change accepted, and what they said with every change rejected', () => {
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 5 }), sentence, (nodes, said) => {
        const now = nodes.map(wordsOf).join('')
        const before = plainWords(said)
        revise([nodes], before)
        expect(read(nodes, 'accepted')).toBe(now)
        // Where nothing is there to carry a mark, nothing can be said to have gone.
        if (now !== '') expect(plainWords(read(nodes, 'rejected'))).toBe(before)
      }),
      { numRuns: 500 },
    )
  })
})

describe('texts in order', () => {
  it('are paired with themselves, and between them with what is much like them', () => {
    const before = ['Alpha stays as it is.', 'Beta is about the dam and its cost.', 'Gamma goes away.', 'Delta stays.']
    const after = ['Alpha stays as it is.', 'A new one.', 'Beta is about the dam and its price.', 'Delta stays.']
    expect(align(before, after)).toEqual([
      { before: 0, after: 0 },
      { before: null, after: 1 },
      { before: 1, after: 2 },
      { before: 2, after: null },
      { before: 3, after: 3 },
    ])
  })
  it('come out all, each once and in order', () => {
    const texts = fc.array(fc.constantFrom('a b c', 'a b d', 'e f g', 'e f', 'x'), { maxLength: 7 })
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pairs = align(before, after)
        const indices = (key: 'before' | 'after') => pairs.map(pair => pair[key]).filter(n => n !== null)
        expect(indices('before')).toEqual(before.map((_, i) => i))
        expect(indices('after')).toEqual(after.map((_, i) => i))
      }),
    )
  })
})

const chapter = (body: string) => `# Judgements\n\n${body}\n`
const judgement = (words: string, levels = 'likelihood="likely" confidence="low"') =>
  `:::key-judgement{${levels}}\n${words}\n:::\n`

interface Node {
  type: string
  data?: Data
  head?: Node[]
  children?: Node[]
}

/** Everything in a book that is marked, in words. */
function marked(body: string, before: Partial<Edition>, since = chapter('')): string[] {
  const { edition } = compose({ 'a.md': since }, 'title: Dams\nedition: First\n')
  const { book } = compose({ 'a.md': chapter(body) }, 'title: Dams\n', {
    since: { ...edition, ...before },
    redline: true,
  })
  const told: string[] = []
  const look = (node: Node) => {
    const { revision = [], inserted, gone = [], levelsBefore, stanceBefore } = node.data ?? {}
    for (const one of gone) told.push(`gone ${one.type}: ${one.type === 'evidence' ? one.quote : wordsOf(one)}`)
    if (inserted) told.push(`new ${node.type}: ${wordsOf(node)}`)
    if (levelsBefore) told.push(`was ${levelsBefore.likelihood}, ${levelsBefore.confidence}`)
    if (stanceBefore) told.push(`was ${stanceBefore}`)
    for (const { kind, text: words } of revision) if (kind !== 'same') told.push(`${kind} ${words}`)
    for (const child of [...(node.head ?? []), ...(node.children ?? [])]) look(child)
  }
  look(book as Node)
  return [...new Set(told)]
}

describe('a book with a redline', () => {
  it('has nothing marked where nothing has changed', () => {
    const body = `As of May.\n\n${judgement('North will build it [@obs ¶1].')}\n- one\n- two`
    expect(marked(body, {}, chapter(body))).toEqual([])
  })
  it('marks judgements: new, gone, rewritten, of other levels', () => {
    const before = [judgement('North will build the dam within two years.'), judgement('The river will rise.')].join(
      '\n',
    )
    const after = [
      judgement('North may not build the dam within two years.', 'likelihood="unlikely" confidence="low"'),
      judgement('Fish cost more.'),
    ].join('\n')
    expect(marked(after, {}, chapter(before))).toEqual([
      'was likely, low',
      'removed will',
      'added may not',
      'gone keyJudgement: The river will rise.',
      'new keyJudgement: Fish cost more.',
    ])
  })
  it('marks what else is written, where the edition holds it', () => {
    const before = chapter('As of May.\n\nThis goes away.\n\n- one point\n- second point')
    const after = 'As of June.\n\n- one point\n- between\n- second point'
    expect(marked(after, {}, before)).toEqual([
      'removed May',
      'added June',
      'gone paragraph: This goes away.',
      'new paragraph: between',
    ])
    const { edition } = compose({ 'a.md': before })
    const { written: _, ...old } = edition
    const { book } = compose({ 'a.md': chapter(after) }, 'title: Dams\n', { since: old, redline: true })
    expect(JSON.stringify(book)).not.toContain('"revision"')
    expect(JSON.stringify(book)).toMatch(/Not marked is what that edition does not hold: what else analysts wrote/)
  })
  it('marks cells and statements of actors and issues', () => {
    const { edition } = compose()
    const [first] = edition.statements as [Edition['statements'][number]]
    const lost = { ...first, id: 'lost', quote: 'North wants it.', stance: 'opposes' as const }
    const told = marked('', {
      statements: [...edition.statements.filter(({ id }) => id !== first.id), lost],
      cells: edition.cells.map(cell => (cell.actor === 'north' ? { ...cell, finding: 'It wants the dam.' } : cell)),
    })
    expect(told).toContain('removed −1')
    expect(told).toContain('added favours1')
    expect(told).toContain('gone cellLine: It wants the dam.')
    expect(told).toContain('gone evidence: North wants it.')
    expect(told.filter(words => words.startsWith('new evidence'))).toHaveLength(1)
  })
  it('marks the stance of a statement that was coded otherwise, and names', () => {
    const { edition } = compose()
    const told = marked('', {
      statements: edition.statements.map((s, i) => (i === 0 ? { ...s, stance: 'concerned' } : s)),
      issues: edition.issues.map(issue => (issue.id === 'dam' ? { ...issue, name: 'The weir' } : issue)),
      sources: [...edition.sources, { id: 'gone', label: 'GONE', title: 'A text that is gone', sha256: '' }],
    })
    expect(told).toContain('was concerned')
    expect(told).toContain('removed weir')
    expect(told).toContain('gone paragraph: GONE  A text that is gone')
  })
  it('is drawn by who shows no changes as one without', () => {
    const { edition } = compose({ 'a.md': chapter(judgement('North will build it.')) })
    const make = (redline: boolean) =>
      compose({ 'a.md': chapter(judgement('North will not build it.')) }, 'title: Dams\n', { since: edition, redline })
    const plain = JSON.stringify(make(false).book)
    const strip = (key: string, value: unknown) => (key === 'redline' || key === 'data' ? undefined : value)
    expect(JSON.stringify(make(true).book, strip)).toBe(JSON.stringify(JSON.parse(plain), strip))
    expect(make(true).edition).toEqual(make(false).edition)
  })
})
