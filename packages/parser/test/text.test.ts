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

/** Sentences of differing length, so that wrapped lines end where they like. */
const prose = (from: number, sentences: number) =>
  Array.from({ length: sentences }, (_, i) => {
    const n = from + i
    const more = ['and nobody minded', 'which the clerk of the old harbour wrote down with great care', 'as ever']
    return `Sentence ${n} of this report says that ship ${n * 7} came in ${more[n % 3]}.`
  }).join(' ')
const passages = [prose(1, 5), prose(6, 4), prose(10, 6), prose(16, 5), prose(21, 4), prose(25, 6)]
const asParagraphs = passages.map(text => `paragraph: ${text}`)

describe('how a text is set shows where its paragraphs begin', () => {
  const paged = (lines: string[], foot: (page: number) => string[]) =>
    lines.flatMap((line, i) => (i > 0 && i % 14 === 0 ? [...foot(i / 14), line] : [line])).join('\n')
  const wrapped = passages.map(text => wrap(text, 66)).join('\n\n')
  const indented = passages.map(text => wrap(text, 66, '   ', '')).join('\n')

  test.each([
    ['first lines set in by one space', passages.map(text => wrap(text, 66, ' ', '')).join('\n')],
    ['first lines set in by a tab', passages.map(text => wrap(text, 66, '\t', '')).join('\n')],
    ['first lines hanging', passages.map(text => wrap(text, 66, '', '    ')).join('\n')],
    ['double-spaced, first lines set in', indented.replaceAll('\n', '\n\n')],
    [
      'double-spaced, two empty lines between',
      wrapped.replaceAll('\n\n', '\n\n\n').replace(/(?<!\n)\n(?!\n)/g, '\n\n'),
    ],
    ['to both margins', wrapped.replace(/ (?=s)/g, '   ')],
    ['page numbers alone on a line', paged(wrapped.split('\n'), page => [`${page}`])],
    ['page numbers between dashes', paged(wrapped.split('\n'), page => ['', `      - ${page} -`, ''])],
    ['page numbers that say so, and form feeds', paged(wrapped.split('\n'), page => ['', `Page ${page} of 9`, '\f'])],
    ['running heads with their numbers', paged(indented.split('\n'), page => ['', `${page + 3}    PORT PAPERS`, ''])],
    ['a running head below a number', paged(wrapped.split('\n'), page => ['', `${page}`, '\fThe Port Papers', ''])],
  ])('%s', async (_, text) => {
    const { source } = await read(text, 'a.txt')
    checkSource(source)
    expect(uncovered(source)).toEqual({ lost: [], twice: [] })
    expect(outline(source).map(line => line.replace(/^quotation/, 'paragraph'))).toEqual(asParagraphs)
  })

  test('titles below each other are not wrapped', async () => {
    const titles = Array.from(
      { length: 10 },
      (_, i) => `Council Number ${i} Takes No Decision on the Old Quay of Harbour`,
    )
    const { source } = await read(`${one}\n\n${titles.join('\n')}\n\n${two}`, 'a.txt')
    for (const title of titles) expect(source.children.some(block => block.text === title)).toBe(true)
  })

  test('words that a program cut at line ends lose their hyphens, compounds keep them', async () => {
    const { source } = await read(
      `The minis-\nter of trans-\nport and the har-\nbourmaster met be-\nfore the anti-\nterror office did, in a self-\nsame room.\n\n${one}`,
      'a.txt',
    )
    expect(source.children[0]?.text).toBe(
      'The minister of transport and the harbourmaster met before the anti-terror office did, in a self-same room.',
    )
  })
})

describe('messages', () => {
  const message = `From: Mira Feld <mira@papers.example>\nTo: Jan Ort <jan@port.example>\nSubject: Re: No decision on the quay\nDate: Tue, 12 May 2020 15:04:00 +0200\n\n${wrap(one, 60)}\n\n${wrap(two, 60)}\n\n-- \nMira Feld\nPort Papers`

  test('the head says who, when and about what; the signature is none of the text', async () => {
    const { source } = await read(message, 'a.txt')
    expect(source.meta).toMatchObject({
      title: 'No decision on the quay',
      authors: ['Mira Feld'],
      date: '2020-05-12',
      foundIn: { title: 'e-mail header' },
    })
    expect(outline(source)).toEqual(both)
    expect(new Set(source.furniture.map(({ reason }) => reason))).toEqual(new Set(['e-mail header', 'signature']))
  })

  test('a dialogue is no message', async () => {
    const { source } = await read(`From: the mayor\n\n${one}\n\n${two}`, 'a.txt')
    expect(source.furniture.some(({ reason }) => reason === 'e-mail header')).toBe(false)
  })
})

describe('tables', () => {
  const rows = 'Port | Ships | Fees / Odd Harbour | 12 | 400 / Even Harbour | 7 | 90'
  test.each([
    ['tabs', 'Port\tShips\tFees\nOdd Harbour\t12\t400\nEven Harbour\t7\t90'],
    ['spaces', 'Port            Ships    Fees\nOdd Harbour        12     400\nEven Harbour        7      90'],
    [
      'spaces and a rule',
      'Port            Ships    Fees\n------------    -----    ----\nOdd Harbour        12     400\nEven Harbour        7      90',
    ],
    ['bars', 'Port | Ships | Fees\nOdd Harbour | 12 | 400\nEven Harbour | 7 | 90'],
    [
      'a box',
      '+--------------+-------+------+\n| Port         | Ships | Fees |\n+--------------+-------+------+\n| Odd Harbour  |    12 |  400 |\n| Even Harbour |     7 |   90 |\n+--------------+-------+------+',
    ],
  ])('%s', async (_, table) => {
    const { source } = await read(`${one}\n\n${table}\n\n${two}`, 'a.txt')
    checkSource(source)
    expect(outline(source)).toEqual([both[0], `table: ${rows}`, both[1]])
    const block = source.children[1]
    expect(block?.type === 'table' && block.head).toBe(true)
    expect(uncovered(source)).toEqual({ lost: [], twice: [] })
  })

  test.each([
    ['prose to both margins', wrap(`${one} ${two} ${one}`, 60).replace(/ (?=[st])/g, '  ')],
    ['what is said of the text', 'Author:\tMira Feld\nDate:\t12 May 2020'],
    ['a numbered list with tabs', '1.\tThe first ship came.\n2.\tThe second ship came.'],
  ])('none: %s', async (_, text) => {
    const { source } = await read(`${one}\n\n${text}\n\n${two}`, 'a.txt')
    expect(source.children.some(block => block.type === 'table')).toBe(false)
  })
})

describe('what a text browser wrote', () => {
  test('marks of links and the list of their addresses are markup', async () => {
    const { source } = await read(
      `${one.replace('council', '[1]council')}\n\n${two.replace('clerk', '[2]clerk')} See [3]the minutes.\n\nReferences\n\n   Visible links\n   1. https://a.example/council\n   2. https://a.example/clerk\n   3. https://a.example/minutes`,
      'a.txt',
    )
    checkSource(source)
    expect(outline(source)).toEqual([both[0], `${both[1]} See the minutes.`])
    expect(furniture(source)).toEqual([
      'link address: References',
      'link address: Visible links',
      'link address: 1. https://a.example/council',
      'link address: 2. https://a.example/clerk',
      'link address: 3. https://a.example/minutes',
    ])
  })

  test('numbers in brackets without addresses stay', async () => {
    expect(await body(`${one} [1]\n\n${two} [2]`)).toEqual([`${both[0]} [1]`, `${both[1]} [2]`])
  })
})

describe('notes whose signs were lost', () => {
  test.each([
    ['glued to the stop', '1', '2', '1. ', '2. '],
    ['in brackets', ' (1)', ' (2)', '(1) ', '(2) '],
    ['with a caret', '^1', '^2', '^1 ', '^2 '],
  ])('%s', async (_, a, b, first, second) => {
    const { source } = await read(
      `${one}${a}\n\n${two}${b}\n\nNotes\n\n${first}Minutes of the third of May.\n${second}So the clerk.`,
      'a.txt',
    )
    checkSource(source)
    expect(outline(source)).toEqual([
      both[0],
      'footnote (1): Minutes of the third of May.',
      both[1],
      'footnote (2): So the clerk.',
    ])
    expect(furniture(source)).toEqual(['heading of notes: Notes'])
  })

  test('a list of sources that the text does not number stays a list', async () => {
    const lines = await body(`${one}\n\n${two}\n\nReferences\n\n1. Minutes of the third of May.\n2. So the clerk.`)
    expect(lines.slice(2)).toEqual([
      'heading 1: References',
      'item 1 (1): Minutes of the third of May.',
      'item 1 (2): So the clerk.',
    ])
  })
})

describe('which text is Markdown', () => {
  test.each([
    ['a heading with hashes', '# One\n\ntext', 'a.txt', 'markdown'],
    ['leftovers of a converter', `*One.* ${one}\n\n---\n\n<sup>1</sup> two **three**`, 'a.txt', 'markdown'],
    ['plain prose', `${one}\n\n${two}`, 'a.txt', 'text'],
    ['a list of dashes', `${one}\n\n- a\n- b\n- c`, 'a.txt', 'text'],
    ['many dashes and rules', `${one}\n\n${'- a\n- b\n\n---\n\n'.repeat(20)}`, 'a.txt', 'text'],
    [
      'Markdown in boxes of a page',
      `<div>\n\n# One\n\n[a](https://a.example/)\n\n</div>\n\n<div>\n\n**Two** ${one}\n\n</div>`,
      'a.md',
      'markdown',
    ],
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
