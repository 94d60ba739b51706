import type { BookTable, Evidence, Passage } from '@briefbook/ast'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { analysis, compose, statements } from './fixture.js'

describe('a book without a chapter of its own', () => {
  const { book, diagnostics } = compose()
  it('is complete', () => {
    expect(diagnostics).toEqual([])
    expect(book.children.map(p => [p.number, p.title, p.children.map(c => c.title)])).toEqual([
      ['I', 'Introduction', ['How to read this book']],
      ['II', 'At a glance', ['At a glance', 'Agreements and divergences', 'What the sources leave open']],
      ['III', 'Actor by actor', ['North', 'South', 'Actors without a position']],
      ['IV', 'Issue by issue', ['The dam', 'Issues without a position']],
      ['V', 'Events, figures and people', ['Timeline', 'Figures', 'Glossary']],
      ['VI', 'The sources', ['OBS: obs.md', 'REV: rev.md', 'List of sources']],
      ['VII', 'Method and index', ['Method', 'Index of actors']],
    ])
  })
  it('numbers its chapters through', () => {
    const numbers = book.children.flatMap(p => p.children.map(c => c.number))
    expect(numbers).toEqual(numbers.map((_, i) => String(i + 1)))
  })
  it('numbers its tables through, and lists each once', () => {
    expect(book.tables.map(t => t.number)).toEqual(book.tables.map((_, i) => String(i + 1)))
    expect(book.tables.map(t => t.id)).toContain('actor-issue')
  })
  it('has ids that no two nodes share', () => {
    const ids = [...JSON.stringify(book.children).matchAll(/"type":"(\w+)"[^{}[\]]*?"id":"([^"]+)"/g)].map(m => m[2])
    expect(ids.length).toBeGreaterThan(20)
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('leads every reference somewhere', () => {
    const targets: string[] = []
    const ids = new Set<string>()
    visit(
      { type: 'root', children: book.children as never[] },
      (node: { type: string; id?: string; target?: string; data?: { id?: string } }) => {
        if (node.target) targets.push(node.target)
        if (node.id) ids.add(node.id)
        if (node.data?.id) ids.add(node.data.id)
      },
    )
    expect(targets.length).toBeGreaterThan(10)
    expect(targets.filter(t => !ids.has(t))).toEqual([])
  })
  it('prints every source in full, with its paragraphs numbered and the cells that they support', () => {
    const passages: Passage[] = []
    visit({ type: 'root', children: book.children as never[] }, (node: { type: string }) => {
      if (node.type === 'passage') passages.push(node as Passage)
    })
    expect(passages.map(p => [p.id, p.number, p.supports.map(s => s.target)])).toEqual([
      ['obs.1', 1, ['actor-north-dam', 'actor-south-dam']],
      ['obs.2', 2, []],
      ['rev.1', 1, ['actor-south-dam']],
      ['rev.2', 2, []],
    ])
  })
  it('quotes every statement as evidence, looked up once more', () => {
    const evidence: Evidence[] = []
    visit({ type: 'root', children: book.children as never[] }, (node: { type: string }) => {
      if (node.type === 'evidence') evidence.push(node as Evidence)
    })
    expect(evidence.map(e => [e.statement, e.verdict])).toEqual(statements.map(s => [s.id, 'exact']))
  })
  it('tells a cell with a position, one that is mentioned and one that is absent apart', () => {
    const { book: own } = compose({ 'a.md': '# T\n\n::matrix{#actor-issue}\n' })
    const table = own.children[0]?.children[0]?.children[0] as BookTable
    expect(table.children.map(r => r.children.slice(1).map(c => [c.state, c.stance]))).toEqual([
      [
        ['position', 'favours'],
        ['absent', null],
      ],
      [
        ['position', 'mixed'],
        ['absent', null],
      ],
      [
        ['absent', null],
        ['absent', null],
      ],
    ])
  })
})

describe('heads and feet of pages', () => {
  const named = (config: string) => {
    const { book } = compose({ 'a.md': `# ${'A long name of a chapter, '.repeat(8)}\n\nWords.\n` }, config)
    return [book.meta.foot, book.children[0]?.children[0]?.head, book.children[0]?.head] as const
  }
  it('say less than the whole of a title that has no room there, cut between words', () => {
    const [foot, head, part] = named(`title: ${'A book about many things '.repeat(6)}\n`)
    expect(foot).toMatch(/^A book .*[a-z]…$/)
    expect(head).toMatch(/^A long name .*[a-z]…$/)
    expect(part).toBeUndefined()
  })
  it('have less room beside a marking, or where one side has it all', () => {
    const [, whole] = named('title: Dams\n')
    const [, marked] = named('title: Dams\nhandling: Internal\n')
    const [short, single] = named('title: Dams\nsides: single\n')
    expect(short).toBeUndefined()
    expect(marked?.length).toBeLessThan(whole?.length ?? 0)
    expect(single?.length).toBeLessThan(whole?.length ?? 0)
  })
})

describe('evidence', () => {
  it('shows both sides where the sources differ, however much there is for one', () => {
    const [first] = statements as [(typeof statements)[number]]
    const many = ['a', 'b', 'c', 'd', 'e'].map(id => ({ ...first, id }))
    const against = { ...first, id: 'z', stance: 'opposes' as const }
    const cells = analysis.matrices.map(m => ({
      ...m,
      cells: m.cells.map((row, i) =>
        row.map((cell, k) =>
          m.id === 'actor-issue' && i === 0 && k === 0
            ? { ...cell, disagreement: true, statements: [...many.map(s => s.id), 'z'] }
            : cell,
        ),
      ),
    }))
    const { book } = compose({}, undefined, {
      analysis: { ...analysis, statements: [...many, against], matrices: cells },
    })
    const north = book.children.flatMap(p => p.children).find(c => c.id === 'actor-north')
    const shown = north?.children.flatMap(n => (n.type === 'evidence' ? [n.statement] : []))
    expect(shown).toEqual(['a', 'b', 'c', 'z'])
  })
})

describe('a book without dossiers', () => {
  it('tells no page of a paragraph that it does not print, and leaves no bracket where one would stand', () => {
    const config = 'title: Dams\nparts:\n  - title: All\n    chapters: [at-a-glance, actors, references]\n'
    const { book } = compose({}, config)
    const cells: string[] = []
    visit({ type: 'root', children: book.children as never[] }, (node: { type: string }) => {
      if (node.type !== 'bookTable') return
      const { children, legend } = node as BookTable
      cells.push(
        plainText({ type: 'root', children: legend as never[] }),
        ...children.map(row => plainText(row as never)),
      )
    })
    const said = cells.join('\n')
    expect(said).toContain('OBS\u00a0¶1')
    expect(said).not.toMatch(/\( *\)|on page(?!\u00a0?\d)|\(OBS/)
  })
})

describe('composeBook', () => {
  it('stops at a statement whose words are not in its source', () => {
    const [first, ...rest] = statements
    const forged = { ...(first as (typeof statements)[number]), quote: 'North builds the dam.' }
    const { diagnostics } = compose({}, undefined, { analysis: { ...analysis, statements: [forged, ...rest] } })
    expect(diagnostics).toMatchObject([
      {
        rule: 'quotation-is-verbatim',
        severity: 'error',
        file: 'sources/obs.md',
        actual: 'North builds the dam.',
        expected: 'North wants the dam. (obs.1)',
      },
    ])
  })
  it('follows the order that book.yaml gives, and tells a chapter that is not there', () => {
    const config = 'title: T\nparts:\n  - title: Only\n    chapters: [a.md, timelin, timeline]\n'
    const { book, diagnostics } = compose({ 'a.md': '# Own\n' }, config)
    expect(book.children.flatMap(p => p.children.map(c => c.title))).toEqual(['Own', 'Timeline'])
    expect(diagnostics).toMatchObject([{ rule: 'chapter-is-known', place: { start: { line: 4, column: 22 } } }])
    expect(diagnostics[0]?.message).toContain('Did you mean `timeline`?')
  })
  it('keeps the names of generated chapters, whatever analysts call theirs', () => {
    const { book } = compose({ 'a.md': '# Timeline\n' })
    expect(book.children.flatMap(p => p.children.filter(c => c.title === 'Timeline').map(c => c.id))).toEqual([
      'timeline-2',
      'timeline',
    ])
  })
  it('gives the same tree for the same input', () => {
    expect(JSON.stringify(compose({ 'a.md': '# A [@obs]\n' }).book)).toBe(
      JSON.stringify(compose({ 'a.md': '# A [@obs]\n' }).book),
    )
  })
})
