import type { BookBlock, Ledger } from '@briefbook/ast'
import { cell as cellOf, crossReference, hashOfWords, line, row, text } from '@briefbook/ast'
import type { Node } from 'unist'
import { describe, expect, it } from 'vitest'
import { bookOf, draw, passageOf, tableOf } from './fixture.js'

const file = 'chapters/10-night.md'
const markdown = '# The night\n\nWhat *was* lost [@log ¶3].\n\n- first\n- second\n'

/** A node with the place of its words in the file. */
function at<T extends Node>(node: T, words: string): T {
  const start = markdown.indexOf(words)
  const point = (offset: number) => ({ line: markdown.slice(0, offset).split('\n').length, column: 1, offset })
  return { ...node, position: { start: point(start), end: point(start + words.length) } }
}

const paragraph = at(
  {
    type: 'paragraph',
    children: [
      at(text('What '), 'What '),
      at({ type: 'emphasis', children: [at(text('was'), 'was')] }, '*was*'),
      at(text(' lost'), ' lost'),
      at({ type: 'note', number: 1, cites: ['log.3'], children: [crossReference('log.3', 'LOG ¶3')] }, ' [@log ¶3]'),
      at(text('.'), '.\n'.slice(0, 1)),
    ],
  } as BookBlock,
  'What *was* lost [@log ¶3].',
)

const list = at(
  {
    type: 'list',
    ordered: false,
    start: null,
    spread: false,
    children: ['first', 'second'].map(words =>
      at(
        { type: 'listItem', children: [at({ type: 'paragraph', children: [at(text(words), words)] }, words)] },
        `- ${words}`,
      ),
    ),
  } as BookBlock,
  '- first',
)

const cell = { actor: 'north', issue: 'ferry' }
const matrix = tableOf({
  children: [
    row(
      cellOf(['Northport'], { header: 'row' }),
      cellOf([line('finding', 'It wavers.'), line('text', '3 in 2')], { state: 'position', cell }),
    ),
  ],
})

function ledgerIn(xml: string): Ledger {
  const json = /<ledger[^>]*>(.*)<\/ledger>/s.exec(xml)?.[1] ?? ''
  return JSON.parse(
    json.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  )
}

async function sent(blocks: BookBlock[]) {
  const book = bookOf(blocks)
  const chapter = book.children[0]?.children[0]
  if (chapter) chapter.file = file
  const { docx, body } = await draw([], { chapters: [{ path: file, text: markdown }] }, book)
  return { body, ledger: ledgerIn(docx.part('customXml/item1.xml')), docx }
}

describe('what a document carries so that it is known again', () => {
  it('is the place of everything written, and the file as it was', async () => {
    const { ledger } = await sent([paragraph, list])
    expect(ledger.files).toEqual([{ path: file, text: markdown }])
    const written = ledger.blocks.filter(block => block.kind === 'written')
    expect(written.map(({ type, span }) => [type, markdown.slice(...span)])).toEqual([
      ['paragraph', 'What *was* lost [@log ¶3].'],
      ['listItem', 'first'],
      ['listItem', 'second'],
    ])
    expect(written[0]?.pieces.map(({ type, span }) => [type, markdown.slice(...span)])).toEqual([
      ['text', 'What '],
      ['mark', '*was*'],
      ['text', ' lost'],
      ['note', ' [@log ¶3]'],
      ['text', '.'],
    ])
    expect(written[0]?.hash).toBe(hashOfWords('What was lost\ufffc.'))
  })

  it('has a bookmark and a control around each block', async () => {
    const { body, ledger } = await sent([paragraph, list])
    for (const block of ledger.blocks.filter(block => block.kind === 'written')) {
      expect(body).toContain(`w:name="${block.id}"`)
      expect(body).toContain(`<w:tag w:val="${block.id}"/>`)
    }
    expect(body).toContain(`<w:alias w:val="${file}:3"/>`)
    expect(body).not.toContain('w:lock')
  })

  it('locks the words of sources', async () => {
    const { body, ledger } = await sent([passageOf()])
    expect(ledger.blocks).toContainEqual(expect.objectContaining({ kind: 'quotation', anchor: 'log.3' }))
    expect(body).toMatch(/<w:lock w:val="sdtContentLocked"\/>.*<w:p>/s)
  })

  it('tells findings from what is counted, each by its cell', async () => {
    const { ledger, body } = await sent([matrix])
    expect(ledger.blocks).toContainEqual(expect.objectContaining({ kind: 'finding', cell, words: 'It wavers.' }))
    expect(ledger.blocks).toContain(hashOfWords('3 in 2'))
    expect(body).toContain('<w:alias w:val="Finding: north, ferry"/>')
  })

  it('holds characters that XML does not', async () => {
    const book = bookOf([paragraph])
    const chapter = book.children[0]?.children[0]
    if (chapter) chapter.file = file
    const odd = `${markdown}\u0001\ufffe\ud800 ]]> & < {0}`
    const { docx } = await draw([], { chapters: [{ path: file, text: odd }] }, book)
    expect(ledgerIn(docx.part('customXml/item1.xml')).files[0]?.text).toBe(odd)
  })
})
