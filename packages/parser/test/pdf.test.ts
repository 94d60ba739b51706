import { describe, expect, test } from 'vitest'
import { parseSource } from '../src/index.js'
import { lookOf } from '../src/readers/pdf/fonts.js'
import { withLetters } from '../src/readers/pdf/fragment.js'
import { itemsOf } from '../src/readers/pdf/tags.js'
import { furniture, outline, read, refuse } from './helpers.js'
import { checkSource } from './invariants.js'
import { type PdfOptions, type Put, pdf } from './pdf-writer.js'
import { type Sheet, typeset } from './typesetter.js'

const prose =
  'The council met in the harbour and spoke of the bridge for most of the morning, and nobody could say who had asked for it. The farmers of the valley had sent a letter about the price of grain.'
const more =
  'In the afternoon the mayors spoke of the river. They agreed on a date for the next session and on nothing else that day.'

/** Lines one below the other. */
const lines = (texts: readonly string[], x = 60, y = 120, more: Partial<Put> = {}): Put[] =>
  texts.map((text, i) => ({ text, x, y: y + i * 13, ...more }))

const wrap = (text: string, width: number): string[] =>
  text.split(' ').reduce<string[]>((out, word) => {
    const last = out.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) out[out.length - 1] = `${last} ${word}`
    else out.push(word)
    return out
  }, [])

async function readPages(pages: readonly (readonly Put[])[], options?: PdfOptions) {
  const { source, diagnostics } = await read(pdf(pages, options), 'sources/paper.pdf')
  checkSource(source)
  return { source, diagnostics }
}

const one: Sheet = { columns: 1 }

describe('the order in which a page is read', () => {
  const left = wrap(`${prose} ${more}`, 36)
  const right = wrap(`${more} ${prose}`, 36)

  test('two columns, whatever the order of the file', async () => {
    const page = [...lines(right, 320), ...lines(left)].reverse()
    const { source } = await readPages([page])
    expect(outline(source)).toEqual([`paragraph: ${prose} ${more}`, `paragraph: ${more} ${prose}`])
  })

  test('a line across the columns is read between what is above and what is below', async () => {
    const across = wrap(prose, 78)
    const height = Math.max(left.length, right.length) * 13
    const page = [
      ...lines(across, 60, 120),
      ...lines(left, 60, 200),
      ...lines(right, 320, 200),
      ...lines(across, 60, 230 + height),
    ]
    const { source } = await readPages([page])
    expect(outline(source)).toEqual([
      `paragraph: ${prose}`,
      `paragraph: ${prose} ${more}`,
      `paragraph: ${more} ${prose}`,
      `paragraph: ${prose}`,
    ])
  })

  test('Arabic runs from the right, with numbers and names from the left', async () => {
    // As programs write it: letters in the order of the eye, from the left.
    const seen = (text: string) => [...text].reverse().join('')
    const text = [
      'قال رئيس البلدية إن المجلس وافق على بناء',
      'الجسر الجديد وإن العمل يبدأ في الربيع القادم',
      'بعد نهاية الشتاء',
    ]
    const page = text.map((line, i): Put => ({ text: seen(line), x: 500 - line.length * 6, y: 120 + i * 13 }))
    const { source } = await readPages([page])
    expect(outline(source)).toEqual([`paragraph: ${text.join(' ')}`])
  })

  test('Chinese has no spaces between its lines', async () => {
    const text = [
      '村里的议会今天又开会讨论了大桥的问题，',
      '但是没有人知道这座桥到底是谁要求建造的，',
      '会议没有结果。',
    ]
    const { source } = await readPages([lines(text, 60, 120, { size: 12 })])
    expect(outline(source)).toEqual([`paragraph: ${text.join('')}`])
  })

  test('what stands across the lines is told apart', async () => {
    const { source } = await readPages([
      [...lines(wrap(prose, 70)), { text: 'Draft of May', x: 30, y: 500, turned: 90 }],
    ])
    expect(outline(source)).toEqual([`paragraph: ${prose}`])
    expect(furniture(source)).toEqual(['text across the page: Draft of May'])
  })
})

describe('pages', () => {
  const own = [prose, more, `Nobody answered. ${more}`, `The mayors had a plan. ${prose}`]
  const page = (n: number, head: string, foot: string): Put[] => [
    { text: head, x: 60, y: 50, size: 9 },
    ...lines(wrap(own[n - 1] as string, 70)),
    { text: foot, x: 290, y: 800, size: 9 },
  ]

  test.each([
    ['a head and a number', (n: number) => page(n, 'Papers of the lake', String(n)), ['running head', 'page number']],
    [
      'a number that begins later',
      (n: number) => page(n, 'Papers of the lake', String(n + 40)),
      ['running head', 'page number'],
    ],
    [
      'a number of all',
      (n: number) => page(n, 'Papers of the lake', `Page ${n} of 4`),
      ['running head', 'page number'],
    ],
    [
      'Roman numbers',
      (n: number) => page(n, 'Papers of the lake', ['i', 'ii', 'iii', 'iv'][n - 1] as string),
      ['running head', 'page number'],
    ],
    [
      'a number in the head',
      (n: number) => page(n, `${n} The price of water`, 'Lake Institute'),
      ['running head', 'running foot'],
    ],
  ])('%s goes, with the reason', async (_, make, reasons) => {
    const { source } = await readPages([1, 2, 3, 4].map(make))
    expect(source.children.map(({ page }) => page)).toEqual([1, 2, 3, 4])
    expect(outline(source)).toEqual(own.map(text => `paragraph: ${text}`))
    expect([...new Set(source.furniture.map(({ reason }) => reason))]).toEqual(reasons)
  })

  test('a paragraph goes on over a page, its note and the head of the next page', async () => {
    const text = wrap(`${prose} ${more}`, 70)
    const { source } = await readPages([
      [
        ...lines([...wrap(prose, 70), ...text.slice(0, 3)]),
        { text: '1', x: 60 + (text[2] ?? '').length * 6, y: 120 + 13 * (wrap(prose, 70).length + 2) - 4, size: 5 },
        { text: '1', x: 60, y: 700, size: 5 },
        { text: 'A note of the clerk.', x: 66, y: 703, size: 8 },
      ],
      [{ text: 'Papers of the lake', x: 60, y: 50, size: 9 }, ...lines(text.slice(3))],
    ])
    const last = source.children.findLast(({ type }) => type === 'paragraph')
    expect(last?.text.endsWith(`${prose} ${more}`)).toBe(true)
    expect(last?.page).toBe(1)
  })

  test('a word that a line end cut is whole again', async () => {
    const text = [
      'The gover-',
      'nment of the valley asked for a long-',
      'term plan, and the long and the short term',
      'were both in it. The COVID-',
      '19 year was',
      'left out of the plan, and pre-',
      'and post-war years were not.',
    ]
    const { source } = await readPages([lines(text)])
    expect(source.children.map(block => block.text).join(' ')).toBe(
      'The government of the valley asked for a long-term plan, and the long and the short term were both in it. The COVID-19 year was left out of the plan, and pre- and post-war years were not.',
    )
  })
})

describe('what passages are', () => {
  const set = (settings: Parameters<typeof typeset>[0], sheet = one) => readPages(typeset(settings, sheet))
  const bold = (text: string, size: number, above = 20) => ({
    runs: [{ text, face: 'Courier-Bold' as const }],
    size,
    above,
    keep: true,
  })
  const p = (text: string) => ({ runs: [{ text }], above: 10 })

  test('headings by size and weight, the largest is the title', async () => {
    const { source } = await set([
      bold('The price of water', 22),
      p(prose),
      bold('The council', 16),
      p(more),
      bold('Its mayors', 10),
      p(prose),
      bold('The river', 16),
      p(more),
    ])
    expect(source.meta.title).toBe('The price of water')
    expect(outline(source)).toEqual([
      `paragraph: ${prose}`,
      'heading 1: The council',
      `paragraph: ${more}`,
      'heading 2: Its mayors',
      `paragraph: ${prose}`,
      'heading 1: The river',
      `paragraph: ${more}`,
    ])
  })

  test('numbered headings are no list, and their numbers give the depth', async () => {
    const { source } = await set([
      bold('The price of water', 22),
      bold('1. The council', 12),
      p(prose),
      bold('1.1 The mayors', 12),
      p(more),
      bold('1.2 The clerk', 12),
      p(more),
      bold('2. The river', 12),
      p(prose),
    ])
    expect(outline(source).filter(line => line.startsWith('heading'))).toEqual([
      'heading 1: 1. The council',
      'heading 2: 1.1 The mayors',
      'heading 2: 1.2 The clerk',
      'heading 1: 2. The river',
    ])
  })

  test('a note at the foot stands behind what refers to it, without its marks', async () => {
    const { source } = await set([
      {
        runs: [{ text: 'The council met', note: '1' }, { text: 'in the harbour and spoke of the bridge.' }],
        above: 0,
        notes: [{ label: '1', runs: [{ text: 'In the old town hall.' }] }],
      },
      p(prose),
    ])
    expect(outline(source)).toEqual([
      'paragraph: The council met in the harbour and spoke of the bridge.',
      'footnote (1): In the old town hall.',
      `paragraph: ${prose}`,
    ])
  })

  test('a raised number without a note is text', async () => {
    const { source } = await set([
      { runs: [{ text: 'The lake has 40 km', note: '2' }, { text: 'and no name that all towns agree on.' }], above: 0 },
    ])
    expect(outline(source)).toEqual(['paragraph: The lake has 40 km2 and no name that all towns agree on.'])
  })

  test('a table of contents is a copy of the headings', async () => {
    const entry = (text: string, page: number) => p(`${text} ${'.'.repeat(40 - text.length)} ${page}`)
    const { source } = await set([
      bold('The price of water', 22),
      bold('Contents', 14),
      entry('The council', 2),
      entry('The river', 3),
      entry('The bridge', 5),
      bold('The council', 14),
      p(prose),
    ])
    expect(outline(source)).toEqual(['heading 1: The council', `paragraph: ${prose}`])
    expect(source.furniture.filter(({ reason }) => reason === 'table of contents')).toHaveLength(4)
  })

  test('lines of a justified narrow column are no table', async () => {
    const spread = (words: readonly string[], y: number): Put[] => {
      const free = 210 - words.join('').length * 6
      let x = 60
      return words.map(text => {
        const put = { text, x, y }
        x += text.length * 6 + free / (words.length - 1)
        return put
      })
    }
    const text = [
      ['The', 'council', 'of', 'the', 'valley'],
      ['had', 'considerable', 'patience'],
      ['with', 'the', 'extraordinary'],
      ['letters', 'of', 'the', 'farmers,', 'but'],
      ['no', 'money', 'to', 'pay', 'them', 'with.'],
    ]
    const { source } = await readPages([text.flatMap((words, i) => spread(words, 120 + i * 13))])
    expect(outline(source)).toEqual([`paragraph: ${text.flat().join(' ')}`])
  })
})

describe('what the file says of itself', () => {
  test('properties and language, where the text shows none', async () => {
    const { source } = await readPages([lines(wrap(prose, 70))], {
      info: { Title: 'The price of water', Author: 'Mira Feld; Jan Ort', CreationDate: "D:20190503093000+02'00'" },
      language: 'en-GB',
    })
    expect(source.meta).toMatchObject({
      title: 'The price of water',
      authors: ['Mira Feld', 'Jan Ort'],
      date: '2019-05-03',
      language: 'en-GB',
    })
    expect(source.meta.foundIn.title).toBe('file properties')
  })

  test('what the text shows wins, and what programs fill in is no title', async () => {
    const { source } = await readPages(
      [[{ text: 'The price of water', x: 60, y: 80, size: 20 }, ...lines(wrap(prose, 70))]],
      { info: { Title: 'Microsoft Word - paper_final2.docx', Author: 'user' } },
    )
    expect(source.meta.title).toBe('The price of water')
    expect(source.meta.authors).toEqual([])
  })
})

describe('what fonts and tags tell', () => {
  test.each([
    ['Arabic letters as they look in a word', '\ufedf\ufee2', 'لم'],
    ['two Arabic letters in one form', '\ufefb', 'لا'],
    ['radicals of Chinese letters', '\u2f24\u2ed3', '大长'],
    ['letters', 'Straße ½ 大', 'Straße ½ 大'],
  ])('%s', (_, given, expected) => {
    expect(withLetters(given)).toBe(expected)
  })

  test.each([
    ['ABCDEF+DejaVuSerif-Bold', true, false],
    ['TimesNewRomanPS-BoldItalicMT', true, true],
    ['CMBX12', true, false],
    ['CMTI10', false, true],
    ['NimbusRomNo9L-Medi', true, false],
    ['Arial,Italic', false, true],
    ['LiberationSerif', false, false],
    ['Mediator', false, false],
  ])('%s', (name, bold, italic) => {
    expect(lookOf(name)).toEqual({ bold, italic })
  })

  test('the items of lists by their marks, an item in an item by itself', () => {
    const content = (id: string) => ({ type: 'content', id })
    const tree = {
      role: 'Root',
      children: [
        { role: 'P', children: [content('p')] },
        {
          role: 'L',
          children: [
            { role: 'LI', children: [{ role: 'LBody', children: [content('a1'), content('a2')] }] },
            {
              role: 'LI',
              children: [content('b'), { role: 'L', children: [{ role: 'LI', children: [content('c')] }] }],
            },
          ],
        },
      ],
    }
    const items = itemsOf(tree)
    expect([...items.keys()].sort()).toEqual(['a1', 'a2', 'b', 'c'])
    expect(items.get('a1')).toBe(items.get('a2'))
    expect(new Set(items.values()).size).toBe(3)
    expect(itemsOf(null).size).toBe(0)
  })

  test('authors side by side are two', async () => {
    const { source } = await readPages([
      [
        { text: 'The price of water', x: 200, y: 80, size: 20 },
        { text: 'Mira Feld', x: 180, y: 110 },
        { text: 'Jan Ort', x: 340, y: 110 },
        { text: '3 May 2019', x: 270, y: 135 },
        ...lines(wrap(prose, 70), 60, 180),
      ],
    ])
    expect(source.meta).toMatchObject({ authors: ['Mira Feld', 'Jan Ort'], date: '2019-05-03' })
    expect(outline(source)).toEqual([`paragraph: ${prose}`])
  })
})

describe('PDFs that cannot be read, or not all of it', () => {
  const picture = 'q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q'

  test('pictures of pages', async () => {
    const [told] = await refuse(pdf([[], []], { drawn: picture }), 'sources/scan.pdf')
    expect(told?.rule).toBe('source-is-text')
    expect(told?.hint).toContain('OCR')
  })

  test('some pages are pictures', async () => {
    const pages = [lines(wrap(prose, 70)), [], [], lines(wrap(more, 70)), []]
    const { diagnostics } = await readPages(pages, { drawn: picture })
    const told = diagnostics.find(({ rule }) => rule === 'source-pages-have-text')
    expect(told?.message).toContain('2–3, 5')
  })

  test('empty pages', async () => {
    const { diagnostics } = await readPages([lines(wrap(prose, 70)), []])
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('source-pages-have-text')
    expect((await refuse(pdf([[]]), 'a.pdf')).map(({ rule }) => rule)).toEqual(['source-is-not-empty'])
  })

  test('no PDF behind the header, and one that is cut off', async () => {
    expect((await refuse('%PDF-1.7\n1 0 obj', 'sources/report.pdf')).map(({ rule }) => rule)).toEqual([
      'source-is-whole',
    ])
  })

  test('a PDF with a password', async () => {
    // Encryption that no password of ours opens: the keys are of nothing.
    const plain = new TextDecoder('latin1').decode(pdf([lines(['Some words.'])]))
    const key = '00'.repeat(32)
    const locked = plain.replace(
      /\/Info/,
      `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /Info`,
    )
    const [told] = await refuse(locked, 'sources/report.pdf')
    expect(told?.rule).toBe('source-is-whole')
    expect(told?.hint).toContain('password')
  })

  test('bytes as Node reads a file, which stay as they are', async () => {
    const bytes = Buffer.from(pdf([lines(wrap(prose, 70))]))
    const before = Buffer.from(bytes)
    const { value } = await parseSource({ path: 'a.pdf', bytes })
    expect(value?.children.map(({ text }) => text)).toEqual([prose])
    expect(bytes.equals(before)).toBe(true)
  })

  test('more pages or more text than is read', async () => {
    const bytes = pdf([lines(wrap(prose, 70)), lines(wrap(more, 70))])
    for (const limits of [{ maxPages: 1 }, { maxTextCharacters: 100 }]) {
      const { value, diagnostics } = await parseSource({ path: 'a.pdf', bytes }, limits)
      expect(value).toBeNull()
      expect(diagnostics.map(({ rule }) => rule)).toEqual(['source-is-not-too-large'])
    }
  })
})
