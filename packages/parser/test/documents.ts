import fc from 'fast-check'
import { docx, p, part, t } from './helpers.js'
import { pdf } from './pdf-writer.js'
import { type Run, type Setting, type Sheet, typeset } from './typesetter.js'

/*
 * Random documents, and the same document as each format writes it. The words are chosen so that none of them is a
 * line that pages are known to have.
 */

export type Mark = 'plain' | 'bold' | 'italic' | 'link'
export interface Word {
  text: string
  mark: Mark
}

export type Part =
  | { type: 'heading'; depth: number; words: Word[] }
  | { type: 'paragraph'; words: Word[]; note: Word[] | null }
  | { type: 'quotation'; words: Word[] }
  | { type: 'list'; ordered: boolean; items: Word[][] }
  | { type: 'table'; rows: string[][] }

type Handlers<R> = { readonly [T in Part['type']]: (part: Extract<Part, { type: T }>) => R }

const match = <R>(part: Part, handlers: Handlers<R>): R => (handlers[part.type] as (part: Part) => R)(part)

const plainWords =
  'harbour river treaty winter border council farmers grain customs bridge valley envoys paper signed carried little under again wooden across morning quarter million several nobody answered slowly before either market signal'.split(
    ' ',
  )
const oddWords = [
  'A&B',
  'x*y',
  'naïve',
  '“so-called”',
  '2.5',
  'R<D',
  'a_b_c',
  '[sic]',
  '#7',
  '서울',
  'co-op',
  'l’été',
  '1|2',
  '~40',
  'e.g.',
  'U.S.',
]

const mark = fc.constantFrom<Mark>('plain', 'plain', 'plain', 'plain', 'bold', 'italic', 'link')
const word = fc.record({
  text: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...plainWords) },
    { weight: 1, arbitrary: fc.constantFrom(...oddWords) },
  ),
  mark,
})

const capital = (text: string) => (text[0] as string).toUpperCase() + text.slice(1)

/** A sentence: a capital first, a plain word last, a full stop. */
const sentence = fc
  .tuple(
    fc.constantFrom(...plainWords),
    fc.array(word, { minLength: 9, maxLength: 16 }),
    fc.constantFrom(...plainWords),
  )
  .map(([first, middle, last]): Word[] => [
    { text: capital(first), mark: 'plain' },
    ...middle,
    { text: `${last}.`, mark: 'plain' },
  ])

const prose = fc.array(sentence, { minLength: 1, maxLength: 3 }).map(list => list.flat())

const heading = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.constantFrom(...plainWords), { minLength: 2, maxLength: 5 }))
  .map(
    ([depth, words]): Part => ({
      type: 'heading',
      depth,
      words: words.map((text, i) => ({ text: i === 0 ? capital(text) : text, mark: 'plain' })),
    }),
  )
const paragraph = fc
  .tuple(prose, fc.option(sentence, { freq: 4 }))
  .map(([words, note]): Part => ({ type: 'paragraph', words, note }))
const quotation = prose.map((words): Part => ({ type: 'quotation', words }))
const list = fc
  .tuple(fc.boolean(), fc.array(sentence, { minLength: 2, maxLength: 4 }))
  .map(([ordered, items]): Part => ({ type: 'list', ordered, items }))
const cell = fc.array(fc.constantFrom(...plainWords), { minLength: 1, maxLength: 3 }).map(words => words.join(' '))
const table = fc
  .integer({ min: 2, max: 4 })
  .chain(columns =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 4 }),
  )
  .map((rows): Part => ({ type: 'table', rows }))

/** Parts in an order that every format can tell apart: prose first and last, and behind everything else. */
export const documents = fc
  .array(
    fc.tuple(
      fc.constantFrom(heading, quotation, list, table, paragraph).chain(one => one),
      paragraph,
    ),
    { maxLength: 6 },
  )
  .chain(pairs => fc.tuple(paragraph, fc.constant(pairs.flat())))
  .map(([first, rest]): Part[] => [first, ...rest])

const say = (words: readonly Word[]) => words.map(({ text }) => text).join(' ')

/** The notes of a document, numbered in order. */
const notesOf = (parts: readonly Part[]) =>
  parts
    .flatMap(one => (one.type === 'paragraph' && one.note ? [one.note] : []))
    .map((words, i) => ({ number: i + 1, words }))

/** What the body must be, as `outline` prints it; without notes, headings flat and quotations plain where a format has none. */
export function expected(parts: readonly Part[], has: { notes: boolean; tables: boolean; depths: boolean }): string[] {
  const used = [...new Set(parts.flatMap(one => (one.type === 'heading' ? [one.depth] : [])))].sort()
  let note = 0
  return parts.flatMap(one =>
    match(one, {
      heading: one => {
        return [`heading ${has.depths ? used.indexOf(one.depth) + 1 : 1}: ${say(one.words)}`]
      },
      paragraph: one => {
        return [
          `paragraph: ${say(one.words)}`,
          ...(has.notes && one.note ? [`footnote (${++note}): ${say(one.note)}`] : []),
        ]
      },
      quotation: one => {
        return [`quotation: ${say(one.words)}`]
      },
      list: one => {
        return one.items.map((words, i) => `item 1${one.ordered ? ` (${i + 1})` : ''}: ${say(words)}`)
      },
      table: one => {
        return has.tables ? [`table: ${one.rows.map(row => row.join(' | ')).join(' / ')}`] : []
      },
    }),
  )
}

const escapeMarkdown = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replaceAll('&', '&amp;')

function inMarkdown(words: readonly Word[]): string {
  return words
    .map(({ text, mark }) => {
      const safe = escapeMarkdown(text)
      if (mark === 'bold') return `**${safe}**`
      if (mark === 'italic') return `*${safe}*`
      return mark === 'link' ? `[${safe}](https://a.example/b)` : safe
    })
    .join(' ')
}

/** As Markdown; `wrap` breaks lines at spaces. */
export function toMarkdown(parts: readonly Part[], wrap: number, ending: string): string {
  const fold = (text: string, indent = '') => (wrap === 0 ? text : wrapText(text, wrap).join(`\n${indent}`))
  const blocks = parts.map(one =>
    match(one, {
      heading: one => {
        return `${'#'.repeat(one.depth)} ${inMarkdown(one.words)}`
      },
      paragraph: one => {
        const number = one.note ? (notesOf(parts).find(({ words }) => words === one.note)?.number ?? 0) : 0
        return fold(inMarkdown(one.words)) + (number > 0 ? `[^${number}]` : '')
      },
      quotation: one => {
        return `> ${fold(inMarkdown(one.words), '> ')}`
      },
      list: one => {
        return one.items
          .map((words, i) =>
            one.ordered ? `${i + 1}. ${fold(inMarkdown(words), '   ')}` : `- ${fold(inMarkdown(words), '  ')}`,
          )
          .join('\n')
      },
      table: one => {
        const line = (row: string[]) => `| ${row.join(' | ')} |`
        const [head = [], ...rows] = one.rows
        return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
      },
    }),
  )
  const notes = notesOf(parts).map(({ number, words }) => `[^${number}]: ${inMarkdown(words)}`)
  return `${[...blocks, ...notes].join('\n\n')}\n`.replaceAll('\n', ending)
}

function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    // A line that began with such a sign would be a list or a heading.
    if (last !== undefined && (last.length + 1 + word.length <= width || /^(?:[-+#>|=*~]|\d)/.test(word)))
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** As plain text, hard-wrapped and indented; tables and notes are left out. */
export function toText(parts: readonly Part[], width: number, indent: number, ending: string): string {
  const margin = ' '.repeat(indent)
  const set = (words: readonly Word[], first: string, rest: string) =>
    wrapText(say(words), width)
      .map((line, i) => margin + (i === 0 ? first : rest) + line)
      .join('\n')
  const blocks = parts.flatMap(one =>
    match(one, {
      heading: one => {
        return [`\n${margin}${say(one.words)}`]
      },
      paragraph: one => {
        return [set(one.words, '', '')]
      },
      quotation: one => {
        return [set(one.words, '      ', '      ')]
      },
      list: one => {
        return one.items.map((words, i) => set(words, one.ordered ? `${i + 1}. ` : '• ', '   '))
      },
      table: _one => {
        return []
      },
    }),
  )
  return `${blocks.join('\n\n')}\n`.replaceAll('\n', ending)
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function inHtml(words: readonly Word[]): string {
  return words
    .map(({ text, mark }) => {
      const safe = escapeXml(text)
      if (mark === 'bold') return `<b>${safe}</b>`
      if (mark === 'italic') return `<em>${safe}</em>`
      return mark === 'link' ? `<a href="https://a.example/b">${safe}</a>` : safe
    })
    .join(' ')
}

/** As a page with nothing around the article but a menu and a foot. */
export function toHtml(parts: readonly Part[]): string {
  const notes = notesOf(parts)
  const blocks = parts.map(one =>
    match(one, {
      heading: one => {
        // The only `h1` of a page is its title.
        return `<h${one.depth + 1}>${inHtml(one.words)}</h${one.depth + 1}>`
      },
      paragraph: one => {
        const number = notes.find(({ words }) => words === one.note)?.number
        return `<p>${inHtml(one.words)}${number ? `<sup id="r${number}"><a href="#fn${number}">${number}</a></sup>` : ''}</p>`
      },
      quotation: one => {
        return `<blockquote><p>${inHtml(one.words)}</p></blockquote>`
      },
      list: one => {
        const tag = one.ordered ? 'ol' : 'ul'
        return `<${tag}>\n${one.items.map(words => `  <li>${inHtml(words)}</li>\n`).join('')}</${tag}>`
      },
      table: one => {
        return `<table>${one.rows
          .map((row, i) => `<tr>${row.map(text => (i === 0 ? `<th>${text}</th>` : `<td>${text}</td>`)).join('')}</tr>`)
          .join('\n')}</table>`
      },
    }),
  )
  const foot = notes.map(
    ({ number, words }) => `<li id="fn${number}">${inHtml(words)} <a href="#r${number}">↩</a></li>`,
  )
  return `<!doctype html><html lang="en"><head><title>x</title></head><body><nav><ul><li><a href="/">Start</a></li></ul></nav>
<main><article>${blocks.join('\n')}${foot.length ? `<ol class="notes">${foot.join('')}</ol>` : ''}</article></main>
<footer>Imprint</footer></body></html>`
}

function inWord(words: readonly Word[]): string {
  return words
    .map(({ text, mark }, i) => {
      const safe = escapeXml(i === 0 ? text : ` ${text}`)
      const run = t(safe, mark === 'bold' ? '<w:b/>' : mark === 'italic' ? '<w:i/>' : '')
      return mark === 'link' ? `<w:hyperlink w:anchor="a">${run}</w:hyperlink>` : run
    })
    .join('')
}

/** As a Word file. */
export function toDocx(parts: readonly Part[]): Uint8Array {
  const notes = notesOf(parts)
  let list = 0
  const body = parts.map(one =>
    match(one, {
      heading: one => {
        return p(inWord(one.words), `<w:pStyle w:val="H${one.depth}"/>`)
      },
      paragraph: one => {
        const number = notes.find(({ words }) => words === one.note)?.number
        return p(inWord(one.words) + (number ? `<w:r><w:footnoteReference w:id="${number}"/></w:r>` : ''))
      },
      quotation: one => {
        return p(inWord(one.words), '<w:pStyle w:val="Q"/>')
      },
      list: one => {
        const id = one.ordered ? 100 + ++list : 1
        return one.items
          .map(words => p(inWord(words), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`))
          .join('')
      },
      table: one => {
        return `<w:tbl>${one.rows
          .map(row => `<w:tr>${row.map(text => `<w:tc>${p(text)}</w:tc>`).join('')}</w:tr>`)
          .join('')}</w:tbl>`
      },
    }),
  )
  const level = (format: string, text: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const lists = Array.from({ length: list }, (_, i) => 101 + i)
  return docx(body.join(''), {
    'word/styles.xml': part(
      'styles',
      `${[1, 2, 3]
        .map(n => `<w:style w:type="paragraph" w:styleId="H${n}"><w:name w:val="heading ${n}"/></w:style>`)
        .join('')}<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>`,
    ),
    'word/numbering.xml': part(
      'numbering',
      `<w:abstractNum w:abstractNumId="1">${level('bullet', '•')}</w:abstractNum>${lists
        .map(id => `<w:abstractNum w:abstractNumId="${id}">${level('decimal', '%1.')}</w:abstractNum>`)
        .join('')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>${lists
        .map(id => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`)
        .join('')}`,
    ),
    'word/footnotes.xml': part(
      'footnotes',
      `<w:footnote w:type="separator" w:id="-1">${p('—')}</w:footnote>${notes
        .map(
          ({ number, words }) =>
            `<w:footnote w:id="${number}">${p(`<w:r><w:footnoteRef/></w:r>${inWord(words)}`)}</w:footnote>`,
        )
        .join('')}`,
    ),
  })
}

const faceOf = { plain: 'Courier', bold: 'Courier-Bold', italic: 'Courier-Oblique', link: 'Courier' } as const

const inFaces = (words: readonly Word[], note?: string): Run[] =>
  words.map(({ text, mark }, i) => ({
    text,
    face: faceOf[mark],
    ...(note !== undefined && i === words.length - 1 ? { note } : {}),
  }))

/** As a PDF, under a title; `indents` begins paragraphs with an indent, not with white above. */
export function toPdf(parts: readonly Part[], title: string, sheet: Sheet, indents: boolean): Uint8Array {
  const notes = notesOf(parts)
  const settings = parts.flatMap((one, i) =>
    match<Setting[]>(one, {
      heading: one => [
        {
          runs: one.words.map(({ text }) => ({ text, face: 'Courier-Bold' as const })),
          size: 18 - 2 * one.depth,
          above: 20,
          keep: true,
        },
      ],
      paragraph: one => {
        const found = notes.find(({ words }) => words === one.note)
        const label = found && String(found.number)
        // Indents tell paragraphs apart that follow each other; below anything else there is white.
        const follows = indents && parts[i - 1]?.type === 'paragraph'
        return [
          {
            runs: inFaces(one.words, label),
            above: follows ? 0 : 10,
            ...(indents ? { indent: 14 } : {}),
            ...(found && label !== undefined ? { notes: [{ label, runs: inFaces(found.words) }] } : {}),
          },
        ]
      },
      quotation: one => [{ runs: inFaces(one.words), inset: 28, above: 10 }],
      list: one =>
        one.items.map((words, n) => ({
          runs: inFaces(words),
          bullet: one.ordered ? `${n + 1}.` : '•',
          above: n === 0 ? 10 : 3,
        })),
      table: one => [{ runs: [], rows: one.rows, size: 8, above: 12 }],
    }),
  )
  const head: Setting = { runs: [{ text: title, face: 'Courier-Bold' }], size: 20, above: 0, keep: true }
  return pdf(typeset([head, ...settings], sheet))
}
