import type { BookTable, Evidence, KeyJudgement, Note } from '@briefbook/ast'
import type { Link, Paragraph, Root, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../src/index.js'
import { chapterOf, compose, sources } from './fixture.js'

/** Makes a value throw at whoever changes it. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(Object.freeze(value))) frozen(inner)
  return value
}

const everything = `# T

## One {#one}

A paragraph with *emphasis*, a [link](https://example.org), [a chapter](#t), \`code\`, a note.[^n] The dam [@obs ¶1].

> Not quoted. [@obs ¶1]

1. one
   - two [x][y]

| a | b |
| - | - |
| 1 | 2[^n] |

:::key-judgement{likelihood="likely" confidence="low"}
The dam will be built.
:::

::matrix{id=actor-issue}

![A river](river.png)

[^n]: A footnote.
[y]: https://example.org
`

describe('a chapter', () => {
  it('is made of its tree without changing that, so that a kept one can be used again', () => {
    const chapter = { path: 'chapters/10-test.md', text: everything }
    const kept = JSON.parse(JSON.stringify(parseMarkdown(everything)))
    const made = (tree?: Root) =>
      compose({}, 'title: Dams\n', { chapters: [{ ...chapter, ...(tree ? { tree } : {}) }] })
    expect(made(frozen(kept))).toEqual(made())
  })
  it('takes its title from its first heading', () => {
    expect(chapterOf('# The *title*\n\nText.\n').chapter.title).toBe('The title')
  })
  it('takes its file’s name where it begins without one, and says so', () => {
    const { chapter, told } = chapterOf('Text.\n')
    expect(chapter.title).toBe('Test')
    expect(told).toEqual(['chapters/10-test.md:1:1 chapter-has-a-title'])
  })
  it('counts its sections below the chapter', () => {
    const { blocks } = chapterOf('# T\n\n## One\n\n### Two\n')
    expect(blocks.map(b => b.type === 'heading' && [b.depth, b.data?.number, b.data?.id])).toEqual([
      [3, '1.1', 'one'],
      [4, undefined, 'two'],
    ])
  })
  it('leaves out no level between its headings, and tells where its author did', () => {
    const levels = (markdown: string) => {
      const { blocks, told } = chapterOf(markdown)
      return [blocks.map(b => b.type === 'heading' && b.depth), told]
    }
    expect(levels('# T\n\n#### One\n\n#### Two\n\n## Three\n\n##### Four\n\n### Five\n')).toEqual([
      [3, 3, 3, 4, 4],
      [
        'chapters/10-test.md:3:1 heading-levels-follow',
        'chapters/10-test.md:5:1 heading-levels-follow',
        'chapters/10-test.md:9:1 heading-levels-follow',
      ],
    ])
    expect(levels('# T\n\n## One\n\n### Two\n\n# Three\n')[1]).toEqual([])
  })
  it('shows HTML as it is written', () => {
    const { blocks, told } = chapterOf('# T\n\n<script>alert(1)</script>\n\nA <b>word</b>.\n')
    expect(blocks[0]).toMatchObject({ type: 'code', value: '<script>alert(1)</script>' })
    expect(plainText(blocks[1])).toBe('A <b>word</b>.')
    expect(new Set(told.map(t => t.split(' ')[1]))).toEqual(new Set(['markup-is-supported']))
  })
  it('keeps a colon that only looks like a directive', () => {
    const { blocks, told } = chapterOf('# T\n\nAt 10:30 and a:b, see note:this.\n')
    expect(plainText(blocks[0])).toBe('At 10:30 and a:b, see note:this.')
    expect(told).toEqual([])
  })
  it('leaves out a link that is not safe, and keeps its words', () => {
    const { blocks, told } = chapterOf('# T\n\n[here](javascript:alert) and [there](https://example.org)\n')
    const links = (blocks[0] as Paragraph).children.filter((n): n is Link => n.type === 'link')
    expect(links.map(l => l.url)).toEqual(['https://example.org'])
    expect(plainText(blocks[0])).toBe('here and there')
    expect(told).toEqual(['chapters/10-test.md:3:1 link-is-safe'])
  })
  it('takes a picture of its folder and no other', () => {
    const { blocks, told } = chapterOf('# T\n\n![A map](map.png "The delta")\n\n![Not ours](../../secret.png)\n')
    expect(blocks[0]).toMatchObject({
      type: 'picture',
      id: 'picture-map',
      number: 1,
      path: 'chapters/map.png',
      alternative: 'A map',
      caption: 'The delta',
    })
    expect(told[0]).toBe('chapters/10-test.md:5:1 file-stays-inside')
  })
  it('makes a footnote a note of the book', () => {
    const { blocks } = chapterOf('# T\n\nWord.[^a]\n\n[^a]: The *small* print.\n')
    const note = (blocks[0] as Paragraph).children[1] as Note
    expect([note.type, note.number, note.cites, plainText(note)]).toEqual(['note', 1, [], 'The small print.'])
  })

  it('leaves the citation in a footnote without a number of its own', () => {
    const { blocks } = chapterOf('# T\n\nA claim.[^a] Another [@obs ¶1].\n\n[^a]: Small print [@obs ¶1].\n')
    const numbers = [...JSON.stringify(blocks).matchAll(/"type":"note","number":(\d+)/g)].map(m => Number(m[1]))
    expect(numbers).toEqual([1, 0, 2])
  })
  it('lays a table of Markdown out like any other', () => {
    const { blocks } = chapterOf('# T\n\n| a | b |\n| - | - |\n| c | *d* |\n')
    const table = blocks[0] as BookTable
    expect([table.type, table.number, table.orientation]).toEqual(['bookTable', null, 'portrait'])
    expect(table.children.map(r => r.children.map(c => plainText(c)))).toEqual([['c', 'd']])
  })
  it('sets figures of a table below each other, and columns as their author says', () => {
    const aligned = (head: string) => {
      const { blocks } = chapterOf(`# T\n\n| a | b | c |\n${head}\n| x | 1,200 | y |\n| 3 | – | 2 of 3 |\n`)
      return (blocks[0] as BookTable).columns.map(({ align }) => align)
    }
    expect(aligned('| - | - | - |')).toEqual([undefined, 'end', undefined])
    expect(aligned('| :-: | :- | -: |')).toEqual(['center', undefined, 'end'])
  })
})

describe('citations', () => {
  it('become notes at their word, numbered through the book', () => {
    const { blocks, told } = chapterOf('# T\n\nOne [@obs ¶1]. Two [see @obs ¶1; @rev, p. 3].\n')
    const paragraph = blocks[0] as Paragraph
    expect(paragraph.children.map(n => n.type)).toEqual(['text', 'note', 'text', 'note', 'text'])
    expect((paragraph.children[0] as Text).value).toBe('One')
    const [first, second] = paragraph.children.filter((n): n is Note => n.type === 'note')
    expect([first?.number, first?.cites]).toEqual([1, ['obs.1']])
    expect([second?.number, second?.cites]).toEqual([2, ['obs.1', 'rev']])
    expect(told).toEqual([])
  })
  it('tell the page of the original where the source has pages', () => {
    const [first, ...others] = sources
    const [block, ...rest] = first ? first.children : []
    const paged = [{ ...first, children: [{ ...block, page: 7 }, ...rest] }, ...others] as typeof sources
    const { book } = compose({ 'a.md': '# A\n\nWords [@obs ¶1; @obs ¶2].\n' }, 'title: Dams\n', { sources: paged })
    expect(plainText((book.children[0]?.children[0]?.children ?? []) as never[])).toContain(
      'OBS\u00a0¶1, p.\u00a0 (p.\u00a07 of the original); OBS\u00a0¶2, p.\u00a0',
    )
  })
  it('in the sentence lead to the source', () => {
    const { blocks } = chapterOf('# T\n\nAs @obs says.\n')
    expect((blocks[0] as Paragraph).children[1]).toMatchObject({ type: 'crossReference', target: 'source-obs' })
  })
  it.each([
    ['[@nobody]', 'of a source that is not there', '3:6'],
    ['[@obs ¶9]', 'of a paragraph that is not there', '3:6'],
    ['@obz', 'that looks mistyped', '3:6'],
  ])('%s: an error for one %s', (citation, _, place) => {
    expect(chapterOf(`# T\n\nWord ${citation}.\n`).told).toEqual([
      `chapters/10-test.md:${place} citation-target-resolves`,
    ])
  })
  it('leave an account on a platform and an escaped sign alone', () => {
    const { blocks, told } = chapterOf('# T\n\nBy @somebodyelse and \\@obs.\n')
    expect(plainText(blocks[0])).toBe('By @somebodyelse and @obs.')
    expect(told).toEqual([])
  })
  it('vouch for the quotation in front of them', () => {
    expect(chapterOf('# T\n\nIt “will never accept” this [@rev ¶1].\n').told).toEqual([])
    const { diagnostics } = compose({ 'a.md': '# T\n\nIt “will gladly accept” this [@rev ¶1].\n' })
    expect(diagnostics[0]).toMatchObject({
      rule: 'quotation-is-verbatim',
      actual: 'will gladly accept',
      expected: 'South “will never accept” the dam, its minister said. (rev.1)',
    })
  })
  it('say where a quotation stands that is not where it is cited', () => {
    const { diagnostics } = compose({ 'a.md': '# T\n\nIt “will never accept” this [@rev ¶2].\n' })
    expect(diagnostics[0]?.expected).toBe('rev.1 instead of the paragraph cited')
  })
})

describe('notes', () => {
  it('are numbered in a table’s head as well, in the order of reading', () => {
    const { blocks } = chapterOf('# T\n\n| a [@obs] | b |\n| - | - |\n| c [@rev] | d |\n\nEnd [@obs].\n')
    const numbers = [...JSON.stringify(blocks).matchAll(/"type":"note","number":(\d+)/g)].map(m => Number(m[1]))
    expect(numbers).toEqual([1, 2, 3])
  })
})

describe('a block quotation', () => {
  it('is evidence once it was found in its source', () => {
    const { blocks, told } = chapterOf('# T\n\n> North wants the dam.\n> South fears for its fields. [@obs ¶1]\n')
    const evidence = blocks[0] as Evidence
    expect(evidence).toMatchObject({
      type: 'evidence',
      statement: null,
      quote: 'North wants the dam. South fears for its fields.',
      verdict: 'exact',
      reference: { target: 'obs.1' },
    })
    expect(told).toEqual([])
  })
  it('may stand in marks of the analyst’s and end in a dash', () => {
    expect(chapterOf('# T\n\n> “North wants the dam.” — [@obs]\n').blocks[0]).toMatchObject({
      quote: 'North wants the dam.',
    })
  })
  it('stops the book where it is not verbatim', () => {
    const { diagnostics } = compose({ 'a.md': '# T\n\n> North dreads the dam. [@obs ¶1]\n' })
    expect(diagnostics).toMatchObject([
      {
        rule: 'quotation-is-verbatim',
        severity: 'error',
        actual: 'North dreads the dam.',
        expected: 'North wants the dam. (obs.1)',
      },
    ])
  })
  it.each([
    ['North wants a dam.', 'It has “a” where the source has “the”.'],
    ['North wants the big dam.', 'It has “big”, which the source has not.'],
    ['North the dam.', 'It leaves out “wants”.'],
  ])('says where it leaves the source: %s', (quote, departure) => {
    const { diagnostics } = compose({ 'a.md': `# T\n\n> ${quote} [@obs ¶1]\n` })
    expect(diagnostics[0]?.message).toBe(`The quotation does not stand in OBS where it is cited. ${departure}`)
  })
  it('is doubted where it names no source', () => {
    expect(chapterOf('# T\n\n> Words.\n').told).toEqual(['chapters/10-test.md:3:1 quotation-has-a-source'])
  })
})

describe('directives', () => {
  it('key-judgement keeps likelihood and confidence apart', () => {
    const { blocks, told } = chapterOf(
      '# T\n\n:::key-judgement{likelihood="likely" confidence="moderate"}\nNorth builds.\n:::\n',
    )
    expect(blocks[0] as KeyJudgement).toMatchObject({
      id: 'key-judgement-1',
      number: 1,
      likelihood: 'likely',
      confidence: 'moderate',
    })
    expect(told).toEqual([])
  })
  it('key-judgement doubts words that are not on the yardstick, and sentences that state both', () => {
    const text = '# T\n\n:::key-judgement{likelihood="possibly"}\nIt is likely, with high confidence.\n:::\n'
    expect(chapterOf(text).told.map(t => t.split(' ')[1])).toEqual([
      'likelihood-and-confidence-stand-apart',
      'judgement-words-are-on-the-yardstick',
    ])
  })
  it.each([
    ['::matrix{#actor-issue}', ['matrix']],
    ['::coverage', ['coverage']],
    ['::timeline', ['timeline']],
    ['::figures', ['figures']],
  ])('%s shows its table', (directive, kinds) => {
    const { blocks, told } = chapterOf(`# T\n\n${directive}\n`)
    expect(blocks.map(b => (b as BookTable).kind)).toEqual(kinds)
    expect(told).toEqual([])
  })
  it.each([
    ['::matrix{#actor-isue}', 'matrix-is-known'],
    ['::matrix', 'directive-is-well-formed'],
    ['::matrx{#actor-issue}', 'directive-is-known'],
    [':::key-judgement\n:::', 'directive-is-well-formed'],
  ])('%s is an error', (directive, rule) => {
    expect(chapterOf(`# T\n\n${directive}\n`).told).toEqual([`chapters/10-test.md:3:1 ${rule}`])
  })
})

describe('links inside the book', () => {
  it('are named after what they lead to where they have no words', () => {
    const { blocks, told } = chapterOf(
      '# T\n\nSee [](#timeline), [](#actor-issue), [](#obs.2) and [the method](#method).\n',
    )
    expect(plainText(blocks[0])).toBe('See Chapter 11, Table 2, OBS\u00a0¶2 and the method.')
    expect(told).toEqual([])
  })
  it('are an error where nothing is called so', () => {
    const { diagnostics } = compose({ 'a.md': '# T\n\n[x](#timelin)\n' })
    expect(diagnostics[0]?.message).toBe('Nothing in the book is called `timelin`. Did you mean `timeline`?')
    expect(diagnostics[0]?.place?.start).toMatchObject({ line: 3, column: 1 })
  })
})

describe('what is not finished', () => {
  it.each([
    ['It is so [@obs ¶', 'chapters/10-test.md:3:11 citation-is-closed'],
    [':::key-judgement{likelihood="likely"\nIt will.', 'chapters/10-test.md:3:1 directive-is-whole'],
    [
      ':::key-judgement{likelihood="likely" confidence="low"}\nIt will.\n\nMore.',
      'chapters/10-test.md:3:1 directive-is-whole',
    ],
  ])('%s is told', (text, told) => {
    expect(chapterOf(`# Test\n\n${text}\n`).told).toEqual([told])
  })
  it('is not what stands in brackets or names an account', () => {
    expect(chapterOf('# Test\n\nAs [so] @obs says [@obs ¶1], and [see *@obs*].\n').told).toEqual([])
  })
  it('is a chapter that no part names', () => {
    const parts = 'parts:\n  - title: All\n    chapters: [a.md]\n'
    const rules = (config: string) =>
      compose({ 'a.md': '# A\n', 'b.md': '# B\n' }, config).diagnostics.map(d => `${d.file} ${d.rule}`)
    expect(rules(`title: Dams\n${parts}`)).toContain('chapters/b.md chapter-is-in-a-part')
    expect(rules('title: Dams\n').join()).not.toContain('chapter-is-in-a-part')
  })
})
