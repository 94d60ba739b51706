import { crossReference, pageReference, stanceMark, stances, text } from '@briefbook/ast'
import { describe, expect, it } from 'vitest'
import { draw, p, passageOf, runOf, tokens } from '../fixture.js'

describe('text and marks', () => {
  it('sets marks as character styles, and those that a style does not stand for beside it', async () => {
    const { body } = await draw([
      p(
        'plain ',
        { type: 'emphasis', children: [text('slanted')] },
        { type: 'strong', children: [text('heavy'), { type: 'emphasis', children: [text('both')] }] },
        { type: 'delete', children: [text('gone')] },
        { type: 'inlineCode', value: 'a  b' },
      ),
    ])
    expect(runOf(body, 'plain ')).toBe('<w:r><w:t xml:space="preserve">plain </w:t></w:r>')
    expect(runOf(body, 'slanted')).toContain('<w:rPr><w:rStyle w:val="Emphasis"/></w:rPr>')
    expect(runOf(body, 'heavy')).toContain('<w:rPr><w:rStyle w:val="Strong"/></w:rPr>')
    expect(runOf(body, 'both')).toContain('<w:rStyle w:val="Strong"/><w:i/>')
    expect(runOf(body, 'gone')).toContain('<w:rStyle w:val="Deleted"/>')
    expect(runOf(body, 'a  b')).toContain('<w:rStyle w:val="CodeText"/>')
  })

  it('sets breaks, tabs and soft hyphens as elements and line ends as spaces', async () => {
    const { body } = await draw([p('one\ntwo', { type: 'break' }, 'three\tfour', 'har\u00adbour')])
    expect(body).toContain('one two')
    expect(body).toContain('<w:r><w:br/></w:r>')
    expect(body).toContain('three</w:t><w:tab/><w:t xml:space="preserve">four')
    expect(body).toContain('har</w:t><w:softHyphen/><w:t xml:space="preserve">bour')
  })

  it('keeps braces that look like what the library puts ids into', async () => {
    const { document, docx } = await draw([
      p('{default-bullet-numbering-0} and {bullets-0}'),
      {
        type: 'list',
        ordered: false,
        children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text('{bullets-0}')] }] }],
      },
    ])
    expect(docx.text()).toContain('{default-bullet-numbering-0} and {bullets-0}')
    expect(document).not.toContain('\uFDD0')
  })
})

describe('links', () => {
  it('leads to the web and to mail, once for each address, and nowhere else', async () => {
    const link = (url: string) => ({ type: 'link' as const, url, children: [text(url)] })
    const { body, docx } = await draw([
      p(link('https://example.org/a?b=1&c={d}')),
      p(link('https://example.org/a?b=1&c={d}')),
      p(link('mailto:desk@example.org')),
      ...[
        'javascript:alert(1)',
        'file:///etc/passwd',
        'not an address',
        '#inside',
        `https://example.org/${'x'.repeat(2100)}`,
      ].map(url => p(link(url))),
    ])
    const relations = docx.part('word/_rels/document.xml.rels')
    const targets = [...relations.matchAll(/Id="(rIdLink\d+)"[^>]*Target="([^"]*)"/g)].map(m => [m[1], m[2]])
    expect(targets).toEqual([
      ['rIdLink1', 'https://example.org/a?b=1&amp;c=%7Bd%7D'],
      ['rIdLink2', 'mailto:desk@example.org'],
    ])
    expect([...body.matchAll(/<w:hyperlink r:id="(\w+)"/g)].map(m => m[1])).toEqual([
      'rIdLink1',
      'rIdLink1',
      'rIdLink2',
    ])
    expect(docx.text()).toContain('javascript:alert(1)')
    expect(runOf(body, 'mailto:desk@example.org')).toContain('<w:rStyle w:val="Hyperlink"/>')
  })

  it('enters a link in a note in the part of the notes', async () => {
    const { docx } = await draw([
      p({
        type: 'note',
        number: 1,
        cites: [],
        children: [{ type: 'link', url: 'https://example.org/', children: [text('here')] }],
      }),
    ])
    expect(docx.part('word/_rels/footnotes.xml.rels')).toContain('Target="https://example.org/"')
    expect(docx.part('word/_rels/document.xml.rels')).not.toContain('example.org')
  })

  it('leads to bookmarks that are there, and leaves words that lead nowhere', async () => {
    const { body } = await draw([
      p(crossReference('log.3', 'LOG ¶3'), crossReference('log.99', 'LOG ¶99')),
      passageOf(),
    ])
    expect(body).toContain('<w:hyperlink w:anchor="log_3" w:history="1">')
    expect(body).toContain('w:name="log_3"')
    expect(runOf(body, 'LOG ¶3')).toContain('<w:rStyle w:val="CrossReference"/>')
    expect(runOf(body, 'LOG ¶99')).not.toContain('rStyle')
    expect(body.match(/<w:hyperlink /g)).toHaveLength(1)
  })

  it('shows the page of the PDF in a field, and a dash where it is not known', async () => {
    const references = [p('p. ', pageReference('log.3')), passageOf(), p(pageReference('toString'))]
    const known = await draw(references, { pages: { 'log.3': 47 } })
    expect(known.body).toMatch(/PAGEREF log_3 \\h <\/w:instrText>.*?separate.*?>47<.*?"end"/)
    const unknown = await draw(references)
    expect(unknown.body).toMatch(/PAGEREF log_3 \\h <\/w:instrText>.*?separate.*?>–<.*?"end"/)
    expect(unknown.body.match(/PAGEREF/g)).toHaveLength(1)
  })
})

describe('stance marks', () => {
  it('are the sign and the count on the ground of the stance', async () => {
    const expected = [
      ['favours', '+', 'StanceFavours'],
      ['opposes', '−', 'StanceOpposes'],
      ['concerned', '!', 'StanceConcerned'],
      ['mixed', '±', 'StanceMixed'],
      ['none', '·', 'StanceNone'],
    ] as const
    expect(expected.map(([stance]) => stance)).toEqual(stances)
    const { body, docx } = await draw(expected.map(([stance]) => p(stanceMark(stance, 3), ' ', stanceMark(stance))))
    const styles = docx.part('word/styles.xml')
    for (const [stance, sign, style] of expected) {
      expect(runOf(body, `${sign}3`)).toContain(`<w:rStyle w:val="${style}"/>`)
      expect(runOf(body, sign)).toContain(`<w:rStyle w:val="${style}"/>`)
      const ground = tokens.colours.stances[stance].slice(1).toUpperCase()
      expect(new RegExp(`w:styleId="${style}".*?w:fill="(\\w+)"`).exec(styles)?.[1]).toBe(ground)
    }
  })
})
