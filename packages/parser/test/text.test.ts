import { describe, expect, test } from 'vitest'
import { furniture, outline, read } from './helpers.js'
import { checkSource, uncovered } from './invariants.js'

const one =
  'The council of the harbour met for the third time this year and took no decision at all, which surprised nobody in the town.'
const two =
  'Nobody who had been in the room wanted to speak about it to the papers afterwards, not even the clerk who keeps the minutes.'

function wrap(text: string, width: number, first = '', rest = first): string {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) as string
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line, i) => (i === 0 ? first : rest) + line).join('\n')
}

async function body(text: string): Promise<string[]> {
  const { source } = await read(text, 'a.txt')
  checkSource(source)
  expect(source.format).toBe('text')
  expect(uncovered(source, word => /^(?:\d+|[abi]|ii)$/.test(word))).toEqual({ lost: [], twice: [] })
  return outline(source)
}

const half = one.split(' ').slice(0, 8).join(' ')
const rest = one.split(' ').slice(8).join(' ')
const both = [`paragraph: ${one}`, `paragraph: ${two}`]

describe('plain text', () => {
  test.each([
    ['a line a paragraph', `${one}\n${two}\n`, both],
    ['a line a paragraph, empty lines between', `${one}\n\n\n${two}`, both],
    ['hard-wrapped', `${wrap(one, 60)}\n\n${wrap(two, 60)}`, both],
    ['indented as a whole', `${wrap(one, 60, '        ')}\n\n${wrap(two, 60, '        ')}`, both],
    ['hanging, without empty lines', `${wrap(one, 50, '  ', '    ')}\n${wrap(two, 50, '  ', '    ')}`, both],
    ['first lines set in, without empty lines', `${wrap(one, 50, '    ', '')}\n${wrap(two, 50, '    ', '')}`, both],
    [
      'double-spaced',
      `${wrap(`${one} ${one}`, 46).replaceAll('\n', '\n\n')}\n\n\n${wrap(`${two} ${two}`, 46).replaceAll('\n', '\n\n')}`,
      [`paragraph: ${one} ${one}`, `paragraph: ${two} ${two}`],
    ],
    ['CRLF', `${wrap(one, 60)}\n\n${two}`.replaceAll('\n', '\r\n'), both],
    ['a paragraph that an empty line splits in the middle of a sentence', `${half}\n\n${rest}\n\n${two}`, both],
    ['a form feed in a paragraph', `${half}\n\f${rest}\n\n${two}`, both],
    ['a rule', `${one}\n\n* * *\n\n${two}`, both],
  ])('%s', async (_, text, lines) => {
    expect(await body(text)).toEqual(lines)
  })

  test.each([
    ['capitals', `${one}\n\nWHAT IT COSTS\n\n${two}`, 'heading 1: WHAT IT COSTS'],
    ['a short line', `${one}\n\nWhat it costs\n\n${two}`, 'heading 1: What it costs'],
    ['a question', `${one}\n\nWho pays?\n\n${two}`, 'heading 1: Who pays?'],
    ['a numbered one', `${one}\n\n2.1 What it costs\n\n${two}`, 'heading 1: 2.1 What it costs'],
    [
      'at less indentation',
      `${wrap(one, 60, '      ')}\n\n   What it costs\n\n${wrap(two, 60, '      ')}`,
      'heading 1: What it costs',
    ],
  ])('headings: %s', async (_, text, heading) => {
    expect(await body(text)).toEqual([both[0], heading, both[1]])
  })

  test('a run-in heading stays in its paragraph', async () => {
    expect(await body(`${one}\n\nCOSTS: ${two}`)).toEqual([both[0], `paragraph: COSTS: ${two}`])
  })

  test('a short sentence is no heading', async () => {
    expect(await body(`${one}\n\nThat was all.\n\n${two}`)).toEqual([both[0], 'paragraph: That was all.', both[1]])
  })

  const item = 'The dredging of the channel is put off until the spring of next year, when the money will be there.'

  test.each([
    ['bullets', `• ${item}\n• ${item}`],
    ['bullets with empty lines', `•\t${item}\n\n•\t${item}`],
    ['dashes', `- ${item}\n- ${item}`],
    ['a bullet alone on its line', `  •\n    ${wrap(item, 50, '', '    ')}\n\n  •\n    ${wrap(item, 50, '', '    ')}`],
    [
      'a tab alone on its line',
      `   \t\n      ${wrap(item, 50, '', '         ')}\n   \n\n   \t\n      ${wrap(item, 50, '', '         ')}`,
    ],
    ['Word’s bullets', `\uf0b7 ${item}\n\uf0b7 ${item}`],
  ])('lists: %s', async (_, list) => {
    expect(await body(`${one}\n\n${list}\n\n${two}`)).toEqual([both[0], `item 1: ${item}`, `item 1: ${item}`, both[1]])
  })

  test.each([
    ['numbers', '1. ', '2. ', '1', '2'],
    ['letters in brackets', '(a) ', '(b) ', 'a', 'b'],
    ['Roman', 'i) ', 'ii) ', 'i', 'ii'],
  ])('lists: %s', async (_, first, second, a, b) => {
    const list = `${first}${wrap(item, 50, '', '   ')}\n${second}${wrap(item, 50, '', '   ')}`
    expect(await body(`${one}\n\n${list}\n\n${two}`)).toEqual([
      both[0],
      `item 1 (${a}): ${item}`,
      `item 1 (${b}): ${item}`,
      both[1],
    ])
  })

  test('a dash, a number or an initial at the head of a wrapped line is none of a list', async () => {
    const text = `The harbour of the old town was closed in the month of May and in\n2014. Nobody of them – neither the mayor nor the clerk\n– had read what the old pilot, whom they all called\nA. Brand, and his friend – who was a poet, they say\n– had put down in writing.`
    expect(await body(text)).toEqual([`paragraph: ${text.replaceAll('\n', ' ')}`])
  })

  test('quotations: set in, and with signs in front of each line', async () => {
    expect(await body(`${wrap(one, 60)}\n\n${wrap(two, 50, '        ')}\n\n${wrap(one, 60)}`)).toEqual([
      both[0],
      `quotation: ${two}`,
      both[0],
    ])
    expect(await body(`${one}\n\n${wrap(two, 50, '> ')}\n\n${one}`)).toEqual([both[0], `quotation: ${two}`, both[0]])
  })

  test('words cut at a line end: as the document writes them elsewhere', async () => {
    const lines = await body(
      'The dredging company and the counter-\nterrorism office share a build-\ning on the quay, next to another building that belongs to a pre-\nand post-war collection of ships in bottles, which few people see.',
    )
    expect(lines).toEqual([
      'paragraph: The dredging company and the counter-terrorism office share a building on the quay, next to another building that belongs to a pre- and post-war collection of ships in bottles, which few people see.',
    ])
  })

  test('notes with their numbers in brackets', async () => {
    expect(
      await body(`${one}[1]\n\n${two} [2] As ever.\n\n[1] Minutes of the third of May.\n[2] So the clerk.`),
    ).toEqual([
      both[0],
      'footnote (1): Minutes of the third of May.',
      `paragraph: ${two} As ever.`,
      'footnote (2): So the clerk.',
    ])
  })

  test('a bracketed number without a note stays', async () => {
    expect(await body(`${one} [3]\n\n${two}`)).toEqual([`${both[0]} [3]`, both[1]])
  })

  test('a fragment glued to a run-in heading is furniture', async () => {
    const { source } = await read(`${one}\n\ndiv-leadCOSTS AND FEES: ${two}`, 'a.txt')
    expect(outline(source)[1]).toBe(`paragraph: COSTS AND FEES: ${two}`)
    expect(furniture(source)).toEqual(['glued fragment: div-lead'])
  })
})

describe('which text is Markdown', () => {
  test.each([
    ['a heading with hashes', '# One\n\ntext', 'a.txt', 'markdown'],
    ['leftovers of a converter', `*One.* ${one}\n\n---\n\n<sup>1</sup> two **three**`, 'a.txt', 'markdown'],
    ['plain prose', `${one}\n\n${two}`, 'a.txt', 'text'],
    ['a list of dashes', `${one}\n\n- a\n- b\n- c`, 'a.txt', 'text'],
    ['prose in a Markdown file', `${one}\n\n${two}`, 'a.md', 'markdown'],
    ['text that a converter indented', `          ${one}\n\n            - ${two}`, 'a.md', 'text'],
    ['a page', '<!DOCTYPE html><html><body><p>One</p></body></html>', 'a.txt', 'html'],
    ['a fragment of a page', '<div><p>One</p><p>two</p></div>', 'a.txt', 'html'],
    ['a text that begins with a bracket', '<Applause.> The president rose and spoke.', 'a.txt', 'text'],
    ['a page that is none', one, 'a.html', 'text'],
  ])('%s', async (_, text, path, format) => {
    expect((await read(text, path)).source.format).toBe(format)
  })
})
