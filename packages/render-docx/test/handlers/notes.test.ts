import { cell, crossReference, line, type Note, pageReference, row, text } from '@briefbook/ast'
import { wordsOf } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../../src/index.js'
import { bookOf, draw, p, passageOf, tableOf, tokens } from '../fixture.js'

const note = (number: number, ...children: Note['children']): Note => ({ type: 'note', number, cites: [], children })

describe('notes', () => {
  it('makes native footnotes in order, with links and pages inside', async () => {
    const { body, docx } = await draw(
      [
        p(
          'One',
          note(1, crossReference('log.3', 'LOG ¶3'), text(', p. '), pageReference('log.3')),
          ' two',
          note(2, text('Typed.')),
        ),
        passageOf(),
      ],
      { pages: { 'log.3': 12 } },
    )
    const footnotes = docx.part('word/footnotes.xml')
    expect(wordsOf(footnotes).split('\n').slice(-2)).toEqual([' LOG ¶3, p. 12', ' Typed.'])
    expect(footnotes).toContain('<w:hyperlink w:anchor="log_3"')
    expect(footnotes).toContain('PAGEREF log_3')
    expect([...body.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(m => m[1])).toEqual(['1', '2'])
    expect(footnotes.match(/<w:pStyle w:val="FootnoteText"\/>/g)).toHaveLength(2)
  })

  it('draws a note in a cell where it is counted, and refers to one that is met again by its number', async () => {
    const head = row(cell([line('text', 'Town', note(1, text('In the head.')))], { header: 'column' }))
    const piece = tableOf({ columns: [{ widthMm: 60 }], head: [head], children: [row(cell(['a']))] })
    const { body, docx } = await draw([
      piece,
      { ...piece, id: 'matrix--2', continuedFrom: 'matrix' },
      p('after', note(2, text('Behind.'))),
    ])
    expect([...body.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(m => m[1])).toEqual(['1', '2'])
    expect(body).toContain('<w:rStyle w:val="FootnoteReference"/></w:rPr><w:t xml:space="preserve">1</w:t>')
    expect(wordsOf(docx.part('word/footnotes.xml'))).toContain('In the head.')
  })

  it('puts a note to a note in brackets', async () => {
    const { docx } = await draw([p(note(1, text('Outer'), note(9, text('inner'))))])
    expect(wordsOf(docx.part('word/footnotes.xml'))).toContain(' Outer [inner]')
  })

  it('refuses notes out of order, which Word would print under other numbers than the PDF', async () => {
    await expect(renderDocx(bookOf([p(note(2, text('x')))]), tokens)).rejects.toThrow(/note 2 stands where note 1/)
  })
})
