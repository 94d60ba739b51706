import { readFileSync } from 'node:fs'
import { rawSpans, type Source } from '@briefbook/ast'
import { describe, expect, test } from 'vitest'
import { docx, p, part, read, t } from './helpers.js'
import { checkSource, uncovered } from './invariants.js'
import { pdf } from './pdf-writer.js'
import { type Setting, typeset } from './typesetter.js'

/*
 * The shapes in which people have their texts, each as a whole file with what must come of it beside it in `golden/`.
 * Renew the golden files with `vitest -u` and read the difference.
 */

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))

/** A source as a person reads it: metadata, body, furniture; each block with its lines in the file. */
function print({ id, format, meta, direction, children, furniture }: Source): string {
  const blocks = children.map(block => {
    const { anchor, type, position, sentences, text } = block
    const fields = [
      type,
      'depth' in block ? block.depth : null,
      'marker' in block ? block.marker : null,
      'label' in block ? block.label : null,
      block.language ?? null,
      block.direction ?? null,
      block.page === undefined ? null : `page ${block.page}`,
    ].filter(field => field !== null)
    const lines = `lines ${position?.start.line}–${position?.end.line}`
    return `[${anchor}] ${fields.join(' ')} (${lines}, ${rawSpans(block.runs).length} ranges)\n${sentences.map(([a, b]) => `  ${text.slice(a, b)}`).join('\n')}`
  })
  const rest = furniture.map(({ reason, text }) => `(${reason}) ${text}`)
  const head = `${id} ${format}${direction === 'rtl' ? ' rtl' : ''}`
  return `${head}\n${JSON.stringify(meta, null, 2)}\n\n${blocks.join('\n')}\n\n${rest.join('\n')}\n`
}

const word = () => {
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  const change = 'w:id="1" w:author="A"'
  return docx(
    [
      p('The north and its silence', '<w:pStyle w:val="T"/>'),
      p('By Ada Brand'),
      p('30 July 2019'),
      p(
        `${t('The northern town says little, and means it. ')}<w:ins ${change}>${t('Its mayor has spoken twice this year. ')}</w:ins>${t('Both times she spoke of the weather.')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
      ),
      p('What silence buys', '<w:pStyle w:val="H"/>'),
      p(
        'Those who say nothing cannot be quoted, and those who cannot be quoted are asked again. In this way the north has become the town to which the others listen.',
      ),
      p('It pays no fee.', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      p('It keeps no dam.', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>${p('Town')}</w:tc><w:tc>${p('Shore in km')}</w:tc></w:tr><w:tr><w:tc>${p('North')}</w:tc><w:tc>${p('11.5')}</w:tc></w:tr></w:tbl>`,
      p('Whether that will last beyond the next election of the mayors is another matter.'),
    ].join(''),
    {
      'word/styles.xml': part('styles', style('T', 'Title') + style('H', 'heading 1')),
      'word/numbering.xml': part(
        'numbering',
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      ),
      'word/footnotes.xml': part('footnotes', `<w:footnote w:id="2">${p('Once of rain, once of fog.')}</w:footnote>`),
    },
  )
}

const printed = () => {
  const bold = (text: string, size: number): Setting => ({
    runs: [{ text, face: 'Courier-Bold' }],
    size,
    above: 18,
    keep: true,
  })
  const p = (text: string): Setting => ({ runs: [{ text }], above: 9 })
  const item = (text: string): Setting => ({ runs: [{ text }], bullet: '•', above: 3 })
  const settings: Setting[] = [
    bold('Three clerks and a bell', 18),
    p('By Ada Brand'),
    p('30 July 2019'),
    {
      runs: [
        { text: 'The northern town says little, and means it. Its mayor has spoken twice this year', note: '1' },
        { text: 'and both times she spoke of the weather. What she said was taken down by three clerks.' },
      ],
      above: 9,
      notes: [{ label: '1', runs: [{ text: 'Once of rain, once of fog, as the first of the clerks has it.' }] }],
    },
    bold('What silence buys', 13),
    p(
      'Those who say nothing cannot be quoted, and those who cannot be quoted are asked again. In this way the north has become the town to which the others listen. The clerks know it and ask for more paper every spring, and every spring they are given half of what they asked for.',
    ),
    item('It pays no fee.'),
    item('It keeps no dam, and nobody has ever asked it to keep one.'),
    p('The second clerk has left a note of his own in the minutes:'),
    {
      runs: [
        { text: 'We were told to write down what was said, and for the most part of the afternoon we wrote nothing.' },
      ],
      inset: 26,
      above: 9,
    },
    p(
      'The bell was bought in the year of the flood. It is rung when the council rises, and it has been rung by mistake so often that nobody rises any more when it is heard. The third clerk holds that a second bell would help. The first holds that the first bell should be sold, and the money put into paper, of which there is never enough in spring.',
    ),
    bold('What it costs', 13),
    p(
      'Whether that will last beyond the next election of the mayors is another matter. The towns below the dam have begun to count the days on which the north was silent, and they have put the number into their own minutes. It stands at two hundred and four.',
    ),
  ]
  const lines = typeset(settings, { columns: 2, head: 'Papers of the lake', numbered: true })
  return pdf(lines, { info: { Title: 'bell_final.docx', CreationDate: 'D:20190801120000Z' }, language: 'en' })
}

describe('the shapes that texts come in', () => {
  test.each([
    ['converted.md', () => fixture('converted.md')],
    ['scraped.txt', () => fixture('scraped.txt')],
    ['saved.html', () => fixture('saved.html')],
    ['indented.txt', () => fixture('indented.txt')],
    ['written.docx', word],
    ['quai.fr.txt', () => fixture('quai.fr.txt')],
    ['schleuse.de.md', () => fixture('schleuse.de.md')],
    ['most.ru.html', () => fixture('most.ru.html')],
    ['dengta.zh.txt', () => fixture('dengta.zh.txt')],
    ['bir.ar.html', () => fixture('bir.ar.html')],
    ['printed.pdf', printed],
  ])('%s', async (name, bytes) => {
    const { source } = await read(bytes(), `sources/${name}`)
    checkSource(source)
    const marks = name.endsWith('.md') ? /^(?:mailto|ada|upperlakeinstitute|example|sup|\d)$/ : /^\d$/
    expect(uncovered(source, found => marks.test(found))).toEqual({ lost: [], twice: [] })
    await expect(print(source)).toMatchFileSnapshot(`golden/${name}.out`)
  })
})
