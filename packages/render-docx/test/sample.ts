import type { Book, BookBlock, BookTable } from '@briefbook/ast'
import {
  cell,
  crossReference,
  definition,
  definitionList,
  line,
  pageReference,
  row,
  stanceMark,
  text,
} from '@briefbook/ast'
import { bookOf, chapterOf, p, passageOf, tableOf } from './fixture.js'

const sentences = [
  'The harbour board met in the old customs house and spoke of little but the night boat.',
  'Fishermen of both towns had asked for a crossing after dark, because the market opens before the first ferry leaves.',
  'The operator answered that a boat with nine passengers burns as much oil as a boat with ninety.',
  'A councillor wondered aloud whether the state would pay, and nobody at the table laughed.',
]
const prose = (n: number) => Array.from({ length: n }, (_, i) => sentences[i % sentences.length]).join(' ')

const towns = ['Northport', 'Southquay', 'The operator', 'The fishery union', 'The ministry', 'Island council']
const issues = ['Night service', 'Fares', 'New pier', 'Subsidy', 'Winter timetable', 'Crew hours', 'Freight', 'Noise']

function matrix(
  id: string,
  number: number,
  columns: string[],
  orientation: BookTable['orientation'],
  total: number,
): BookTable {
  const first = 32
  const stances = ['favours', 'opposes', 'concerned', 'mixed', 'none'] as const
  return tableOf({
    id,
    number,
    caption: orientation === 'landscape' ? 'Every town on every issue' : 'Towns on the two loudest issues',
    orientation,
    columns: [{ widthMm: first }, ...columns.map(() => ({ widthMm: (total - first) / columns.length }))],
    head: [row(cell([], { header: 'column' }), ...columns.map(c => cell([c], { header: 'column' })))],
    children: towns.map((town, r) =>
      row(
        cell([town], { header: 'row' }),
        ...columns.map((_, c) => {
          const stance = stances[(r + c) % 5] ?? 'none'
          if ((r * 3 + c) % 7 === 6) return cell(['–'], { state: 'absent' })
          if ((r * 3 + c) % 7 === 5) return cell(['mentioned'], { state: 'mentioned' })
          return cell(
            [
              line(
                'stance',
                stanceMark(stance, 1 + ((r + c) % 4)),
                ...(c % 3 === 0 ? [text(' '), stanceMark('opposes', 1)] : []),
              ),
              ...(c % 3 === 1 ? [line('finding', 'Wavers when asked who pays.')] : []),
              line('evidence', crossReference('log.1', 'LOG\u00a0¶1'), ', ', crossReference('log.3', 'LOG\u00a0¶3')),
            ],
            { state: 'position', stance },
          )
        }),
      ),
    ),
    legend: [
      stanceMark('favours'),
      text(' favours   '),
      stanceMark('opposes'),
      text(' opposes   –: no source addresses this'),
    ],
  })
}

const coverage = tableOf({
  id: 'coverage',
  number: 3,
  kind: 'coverage',
  caption: 'How much each paper says',
  columns: [{ widthMm: 40 }, ...[0, 1, 2, 3].map(() => ({ widthMm: 32 }))],
  head: [row(cell([], { header: 'column' }), ...issues.slice(0, 4).map(i => cell([i], { header: 'column' })))],
  children: ['LOG', 'MIN'].map((label, r) =>
    row(
      cell([label], { header: 'row' }),
      ...[0, 1, 2, 3].map(c => cell([String((r + c) * 2)], { level: Math.min(4, r + c) })),
    ),
  ),
})

const timeline = tableOf({
  id: 'timeline',
  number: 4,
  kind: 'timeline',
  caption: 'What happened when',
  columns: [{ widthMm: 30 }, { widthMm: 106 }, { widthMm: 32 }],
  head: [row(...['Date', 'Event', 'Source'].map(t => cell([t], { header: 'column' })))],
  children: Array.from({ length: 45 }, (_, i) =>
    row(
      cell([`${1 + (i % 28)} March ${1990 + i}`], { header: 'row' }),
      cell([line('text', `Crossing number ${i + 1} is set. ${sentences[i % 4]}`)]),
      cell([line('text', crossReference('log.3', 'LOG\u00a0¶3'), ', p.\u00a0', pageReference('log.3'))]),
    ),
  ),
})

const note = (number: number, ...children: Parameters<typeof p>) => ({
  type: 'note' as const,
  number,
  cites: ['log.1'],
  children: children.map(c => (typeof c === 'string' ? text(c) : c)),
})

const introduction: BookBlock[] = [
  p(
    'This book compares what is said. ',
    { type: 'strong', children: [text('Read it')] },
    ' with ',
    { type: 'emphasis', children: [text('care')] },
    '; a ',
    { type: 'delete', children: [text('struck')] },
    ' word, some ',
    { type: 'inlineCode', value: 'code' },
    ', a ',
    { type: 'link', url: 'https://example.org/ferry?a={b}&c=d', children: [text('link')] },
    '.',
    note(1, crossReference('log.1', 'LOG\u00a0¶1'), ', p.\u00a0', pageReference('log.1'), '.'),
    ` ${prose(5)}`,
  ),
  p(
    prose(3),
    note(
      2,
      'Said in passing; see ',
      { type: 'link', url: 'https://example.org/minutes', children: [text('the minutes')] },
      '.',
    ),
  ),
  {
    type: 'heading',
    depth: 3,
    data: { id: 'why', number: '1.1' },
    children: [text('Why now, and why this crossing of all the crossings on this coast')],
  },
  p(prose(4)),
  {
    type: 'list',
    ordered: false,
    children: [
      { type: 'listItem', children: [{ type: 'paragraph', children: [text(prose(2))] }] },
      {
        type: 'listItem',
        children: [
          { type: 'paragraph', children: [text('A point with points of its own:')] },
          {
            type: 'list',
            ordered: true,
            start: 3,
            children: [
              { type: 'listItem', children: [{ type: 'paragraph', children: [text('the third,')] }] },
              {
                type: 'listItem',
                children: [
                  { type: 'paragraph', children: [text('the fourth.')] },
                  { type: 'paragraph', children: [text('It goes on in a second paragraph.')] },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  { type: 'heading', depth: 4, data: { id: 'smaller' }, children: [text('A smaller head')] },
  { type: 'blockquote', children: [{ type: 'paragraph', children: [text(prose(2))] }] },
  { type: 'code', value: 'briefbook build\n  --format docx' },
  { type: 'thematicBreak' },
  p(prose(2)),
  {
    type: 'keyJudgement',
    id: 'kj-1',
    number: 1,
    likelihood: 'likely',
    confidence: 'moderate',
    children: [
      p('The night boat comes back within a year. ', note(3, crossReference('log.3', 'LOG\u00a0¶3'), '.')) as never,
    ],
  },
  {
    type: 'evidence',
    statement: 's1',
    quote: sentences[1] ?? '',
    verdict: 'normalised',
    stance: 'favours',
    speaker: 'Mara Holt, fishery union',
    reviewed: true,
    comment: 'She speaks for both towns here.',
    reference: crossReference('log.1', 'LOG\u00a0¶1'),
  },
  {
    type: 'evidence',
    statement: 's2',
    quote: 'سفر شبانه باید از سر گرفته شود.',
    verdict: 'exact',
    stance: 'concerned',
    speaker: null,
    reviewed: false,
    comment: null,
    reference: crossReference('log.3', 'LOG\u00a0¶3'),
    language: 'fa',
  },
  {
    type: 'finding',
    cell: { actor: 'north', issue: 'oil' },
    children: [{ type: 'strong', children: [text('Northport. ')] }, text('Moves with the price of oil.')],
  },
]

const dossier: BookBlock[] = [
  definitionList(
    definition('Title', 'Log of the harbour board'),
    definition('Authors', 'Harbour board of Northport, with a name that is long enough to need a second line'),
    definition('File', 'sources/log.md'),
  ),
  passageOf({
    id: 'log.1',
    number: 1,
    children: [text(prose(4))],
    supports: [crossReference('cell-1', 'Northport: Night service'), crossReference('matrix-2', 'Southquay: Fares')],
  }),
  passageOf({ id: 'log.2', number: 2, kind: 'heading', children: [text('What the union said')] }),
  passageOf({ id: 'log.3', children: [text(prose(3))] }),
  passageOf({ id: 'log.4', number: 4, kind: 'listItem', marker: 'a)', children: [text(prose(2))] }),
  passageOf({ id: 'log.5', number: 5, kind: 'listItem', depth: 2, children: [text(prose(2))] }),
  passageOf({ id: 'log.6', number: 6, kind: 'quotation', children: [text(prose(2))] }),
  passageOf({
    id: 'log.7',
    number: 7,
    kind: 'table',
    rows: [
      ['Year', 'Passengers', 'What the board made of it'],
      ['1990', '12,000', 'A good year, all said.'],
      ['1991', '9,500'],
    ],
    children: [text('Year | Passengers')],
  }),
  passageOf({ id: 'log.8', number: 8, kind: 'footnote', marker: '2', children: [text('Counted by hand.')] }),
  passageOf({
    id: 'log.9',
    number: 9,
    language: 'ar',
    children: [text('العبّارة الليلية مهمة للبلدتين، وقد قال المجلس إن القرار سيصدر قبل الشتاء.')],
  }),
]

/** A book with something of everything, long enough to have pages. */
export function sampleBook(): Book {
  const book = bookOf([])
  const parts: Book['children'] = [
    {
      type: 'part',
      id: 'part-1',
      number: 'I',
      title: 'What is held',
      children: [
        chapterOf(1, 'Introduction', introduction),
        chapterOf(2, 'At a glance, with a title that is long enough to run over two lines', [
          p(prose(2)),
          matrix('matrix-1', 1, issues.slice(0, 2), 'portrait', 168),
          p(prose(1)),
          matrix('matrix-2', 2, issues, 'landscape', 255),
          { ...matrix('matrix-2--2', 2, issues.slice(4), 'landscape', 255), continuedFrom: 'matrix-2' },
          p(prose(1)),
          coverage,
          timeline,
        ]),
      ],
    },
    {
      type: 'part',
      id: 'part-2',
      number: 'II',
      title: 'The sources, each in full',
      children: [
        chapterOf(3, 'LOG: Log of the harbour board', dossier, { listsSections: false }),
        chapterOf(4, 'List of sources', [
          {
            type: 'reference',
            id: 'reference-log',
            label: 'LOG',
            children: [
              text('Harbour board of Northport. '),
              { type: 'emphasis', children: [text('Log of the harbour board')] },
              text('. Northport, 1991. '),
              crossReference('chapter-3', 'Printed in full'),
              text(', p.\u00a0'),
              pageReference('chapter-3'),
              text('.'),
            ],
          },
          {
            type: 'picture',
            id: 'picture-1',
            number: 1,
            path: 'pictures/dot.png',
            alternative: 'A red dot',
            caption: 'A dot, much enlarged',
          },
          {
            type: 'picture',
            id: 'picture-2',
            number: null,
            path: 'pictures/map.svg',
            alternative: 'A map of the strait',
            caption: '',
          },
        ]),
      ],
    },
  ]
  const contents: Book['contents'] = parts.flatMap(part => [
    { id: part.id, number: part.number, title: part.title, depth: 1 },
    ...part.children.flatMap(chapter => [
      { id: chapter.id, number: chapter.number, title: chapter.title, depth: 2 },
      ...(chapter.id === 'chapter-1'
        ? [
            {
              id: 'why',
              number: '1.1',
              title: 'Why now, and why this crossing of all the crossings on this coast',
              depth: 3,
            },
          ]
        : []),
    ]),
  ])
  const tables = [
    matrix('matrix-1', 1, [], 'portrait', 1),
    matrix('matrix-2', 2, [], 'landscape', 1),
    coverage,
    timeline,
  ].map(({ id, number, caption }) => ({ id, number: String(number), title: caption, depth: 1 }))
  return { ...book, meta: { ...book.meta, handling: 'Internal' }, contents, tables, children: parts }
}

/** A red dot, one pixel wide. */
export const dotPng = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
    'base64',
  ),
)
