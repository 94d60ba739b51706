import { describe, expect, test } from 'vitest'
import { align } from '../src/readers/markdown/align.js'
import { mask } from '../src/readers/markdown/mask.js'
import { splitMarkdown } from '../src/readers/markdown/split.js'
import { furniture, outline, read } from './helpers.js'
import { checkSource, uncovered } from './invariants.js'

const opening = 'The council of the harbour met for the third time this year and took no decision at all.'
const closing = 'Nobody who had been in the room wanted to speak about it to the papers afterwards, not even the clerk.'

async function body(markdown: string): Promise<string[]> {
  const { source } = await read(`${opening}\n\n${markdown}\n\n${closing}\n`, 'a.md')
  checkSource(source)
  const lines = outline(source)
  expect(lines[0]).toBe(`paragraph: ${opening}`)
  expect(lines.at(-1)).toBe(`paragraph: ${closing}`)
  return lines.slice(1, -1)
}

describe('Markdown', () => {
  test.each([
    ['emphasis is markup', 'Some **very *old* ships** sank.', ['paragraph: Some very old ships sank.']],
    [
      'links keep their words',
      'See [the list](https://a.example "t") and <https://b.example>.',
      ['paragraph: See the list and https://b.example.'],
    ],
    ['references', 'See [the list][l] there.\n\n[l]: https://a.example', ['paragraph: See the list there.']],
    ['escapes and entities', '5 \\* 3 &lt; 20 &amp; R&D &#8211; so', ['paragraph: 5 * 3 < 20 & R&D – so']],
    ['a literal ampersand and backslash', 'R&D; C:\\ports and AT&T', ['paragraph: R&D; C:\\ports and AT&T']],
    ['code', 'The `first  mate` and ``a ` b``', ['paragraph: The first mate and a ` b']],
    ['hard breaks are spaces', 'One  \ntwo\\\nthree<br>four', ['paragraph: One two three four']],
    ['soft breaks and lazy lines', '> One\n> two\nthree', ['quotation: One two three']],
    ['a quotation in a quotation', '> One\n>\n> > two', ['quotation: One', 'quotation: two']],
    [
      'loose list items',
      '- one\n\n- two\n\n  more of two\n- three',
      ['item 1: one', 'item 1: two', 'paragraph: more of two', 'item 1: three'],
    ],
    ['numbers as they stand', '7. one\n8. two', ['item 1 (7): one', 'item 1 (8): two']],
    ['nested lists', '- one\n  - deep\n    1. deeper', ['item 1: one', 'item 2: deep', 'item 3 (1): deeper']],
    ['headings', 'One\n===\n\n### Two', ['heading 1: One', 'heading 2: Two']],
    [
      'a table',
      '| Year | Ships |\n|---|---:|\n| 2020 | **4** |\n| 2021 |  |',
      ['table: Year | Ships / 2020 | 4 / 2021 | '],
    ],
    ['a fenced code block', '```js\nlet x  = 1\n```', ['paragraph: let x = 1']],
    ['strikethrough is read, one tilde is a tilde', '~~old~~ new, ~20 or ~30', ['paragraph: old new, ~20 or ~30']],
    ['ordinals keep their letters', 'on the 3<sup>rd</sup> of May', ['paragraph: on the 3rd of May']],
    ['an exponent stays', 'an area of 40 km<sup>2</sup> in all', ['paragraph: an area of 40 km2 in all']],
    ['a mark without a note goes', 'They left.<sup>4</sup> Others stayed.', ['paragraph: They left. Others stayed.']],
    ['comments are markup', 'One <!-- not this --> two\n\n<!-- nor\n\nthat -->', ['paragraph: One two']],
    [
      'blocks of HTML',
      '<div align="center">Signed &amp; sealed</div>\n\n<h3>Annex</h3>\n\n<p>First.<br/>Second.</p>',
      ['paragraph: Signed & sealed', 'heading 1: Annex', 'paragraph: First. Second.'],
    ],
    [
      'a table in HTML',
      '<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2020</td><td>4</td></tr></table>',
      ['table: Year | Ships / 2020 | 4'],
    ],
    [
      'a note',
      'They left.[^n] Others stayed.\n\n[^n]: So it is said.\n    By some.\n\n    And again.',
      ['paragraph: They left. Others stayed.', 'footnote (n): So it is said. By some. And again.'],
    ],
  ])('%s', async (_, markdown, lines) => {
    expect(await body(markdown)).toEqual(lines)
  })

  test('the description of a picture is furniture', async () => {
    const { source } = await read(`${opening} ![A grey pier](pier.png)\n\n${closing}`, 'a.md')
    expect(furniture(source)).toEqual(['picture description: A grey pier'])
    checkSource(source)
  })
})

describe('Markdown out of a PDF converter', () => {
  test('a page rule and a footnote interrupt a paragraph: it is rejoined, the note comes behind', async () => {
    expect(
      await body(
        [
          'The third ship<sup>1</sup> was said to have taken on water in the night, and by the morning',
          '---',
          '<sup>1</sup> The register of the port does not name it.',
          'there was nothing left of it but a mast.<sup>2</sup>',
          '<sup>2</sup> The mast was sold.',
        ].join('\n\n'),
      ),
    ).toEqual([
      'paragraph: The third ship was said to have taken on water in the night, and by the morning there was nothing left of it but a mast.',
      'footnote (1): The register of the port does not name it.',
      'footnote (2): The mast was sold.',
    ])
  })

  test('several notes in one paragraph, a line each', async () => {
    expect(
      await body('One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> The first.\n<sup>2</sup> The second\none.'),
    ).toEqual(['paragraph: One. Two.', 'footnote (1): The first.', 'footnote (2): The second one.'])
  })

  test('a page number and a running head between the halves are furniture', async () => {
    const head = 'Port Papers 12'
    const text = [
      opening,
      head,
      '---',
      'The dredging of the channel will begin as soon as the last of the permits',
      '7',
      '---',
      head,
      'has been signed by the ministry in the capital.',
      '8',
      '---',
      head,
      closing,
      '9',
    ]
    const { source } = await read(text.join('\n\n'), 'a.md')
    expect(outline(source)).toContain(
      'paragraph: The dredging of the channel will begin as soon as the last of the permits has been signed by the ministry in the capital.',
    )
    expect(furniture(source).filter(line => line.startsWith('page number'))).toHaveLength(3)
    expect(furniture(source)).toContain('running head: Port Papers 12')
    expect(uncovered(source)).toEqual({ lost: [], twice: [] })
  })

  test('a page rule right under a paragraph is no heading', async () => {
    const half =
      'The harbour master, who had held his office for longer than anybody could remember, wrote to the mayor, to the council, to the guild of pilots and even to the bishop,'
    expect(await body(`${half}\n---\n\nand none of them gave him an answer.`)).toEqual([
      `paragraph: ${half} and none of them gave him an answer.`,
    ])
  })

  test('a line in bold in front of prose is a heading', async () => {
    expect(await body(`**What it costs**\n\n${opening}`)).toEqual(['heading 1: What it costs', `paragraph: ${opening}`])
    expect(await body(`**Cost:** ${opening}`)).toEqual([`paragraph: Cost: ${opening}`])
  })
})

describe('align', () => {
  test.each([
    ['the same', 'a b', 'a b', [{ start: 5, end: 8 }]],
    [
      'an escape',
      'a\\*',
      'a*',
      [
        { start: 5, end: 6 },
        { start: 6, end: 8, text: '*' },
      ],
    ],
    [
      'a reference',
      '&eacute;t',
      'ét',
      [
        { start: 5, end: 13, text: 'é' },
        { start: 13, end: 14 },
      ],
    ],
    [
      'a line end in a quotation',
      'a \n>  b',
      'a\nb',
      [
        { start: 5, end: 8 },
        { start: 11, end: 12 },
      ],
    ],
    ['what cannot be laid side by side', 'abc', 'xyz', [{ start: 5, end: 8, text: 'xyz' }]],
  ])('%s', (_, raw, value, pieces) => {
    expect(align(raw, value, 5, true)).toEqual(pieces)
  })
})

describe('what costs a parser too much', () => {
  test('ordinary text is not touched', () => {
    const text = '# A\n\n> > b *c* `d` [e](f)\n\n1. g\n   - h\n'.repeat(200)
    expect(mask(text)).toBe(text)
  })

  test('masking keeps the length and the lines', () => {
    for (const text of [
      '>'.repeat(500),
      '- '.repeat(500),
      '*a_ '.repeat(5000),
      '['.repeat(5000),
      `${' '.repeat(300)}- a`,
      'a\0b',
    ]) {
      const masked = mask(`x\n\n${text}\ny`)
      expect(masked).toHaveLength(text.length + 5)
      expect(masked.split('\n').map(line => line.length)).toEqual(
        `x\n\n${text}\ny`.split('\n').map(line => line.length),
      )
      expect(masked).not.toBe(`x\n\n${text}\ny`)
    }
  })
})

describe('long texts are parsed in pieces', () => {
  const filler = 'word '.repeat(400)

  test('they are cut where a block begins, and nowhere else', () => {
    const text = `${filler}\n\n- a\n\n  ${filler}\n\n- b\n\n\`\`\`\n\n# no\n\n\`\`\`\n\n<!-- ${filler}\n\nno -->\n\nyes\n\n# Yes\n${filler}\n`
    const starts = splitMarkdown(text).map(({ start }) => text.slice(start, start + 5))
    expect(starts).toEqual(['word ', '```\n\n', 'yes\n\n'])
  })

  test('references reach across them', async () => {
    const { source } = await read(
      `${opening}[^1] See [there][t].\n\n${filler}.\n\n${filler}.\n\n${closing}\n\n[^1]: A note.\n\n[t]: https://a.example`,
      'a.md',
    )
    expect(outline(source).slice(0, 2)).toEqual([`paragraph: ${opening} See there.`, 'footnote (1): A note.'])
    checkSource(source)
  })
})
