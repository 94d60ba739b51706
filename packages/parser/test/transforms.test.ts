import { describe, expect, test } from 'vitest'
import { levelHeadings } from '../src/transforms/level-headings.js'
import { liftHeadings } from '../src/transforms/lift-headings.js'
import { markFrame } from '../src/transforms/mark-frame.js'
import { markNoteSigns } from '../src/transforms/mark-note-signs.js'
import { markPageNumbers } from '../src/transforms/mark-page-numbers.js'
import { mendHyphens } from '../src/transforms/mend-hyphens.js'
import { placeFootnotes } from '../src/transforms/place-footnotes.js'
import { rejoinParagraphs } from '../src/transforms/rejoin-paragraphs.js'
import { splitGluedFragments } from '../src/transforms/split-glued-fragments.js'
import { draftOf, nodesOf } from './helpers.js'

type Passages = Parameters<typeof draftOf> extends [unknown, ...infer P] ? P : never
type Case = readonly [name: string, before: Passages, after: string[]]

const long = 'The council of the harbour met for the third time this year and took no decision at all.'
const half = 'The council of the harbour met for the third time this year and, as everybody in the'
const rest = 'town had expected, took no decision at all.'

describe('markFrame', () => {
  const prose = (n: number): ['paragraph', string] => [
    'paragraph',
    `Paragraph ${n} tells what the council of the harbour said about the fees, about the quay and about the dredging of the channel, and why nobody in the town believed a word of it in the end.`,
  ]
  const article = [1, 2, 3, 4, 5].map(prose)
  const menu = (lines: string): ['paragraph', string][] => lines.split(' ').map(word => ['paragraph', word])
  const ships = menu('Ships Fees Quays Cranes Pilots Tides Maps Boats Ropes Nets Fish Birds Piers Docks Locks')
  const count = (...passages: Passages) =>
    markFrame(draftOf('text', ...passages)).nodes.filter(node => node.type !== 'break' && node.furniture !== null)
      .length

  test('a menu above the article, but for the lines near it', () => {
    expect(count(...menu('Home Search Subscribe'), ...ships, ...article)).toBe(6)
  })
  test('all that stands below it', () => {
    const teaser: [string, string][] = [
      ['The old crane', 'The crane is sold to a museum, and nobody in the whole port will miss it.'],
      ['A bridge', 'A bridge to the island is planned again, and nobody believes in it any more.'],
    ]
    const below = teaser.flatMap(
      ([title, text]): Passages => [
        ['heading', title],
        ['paragraph', text],
      ],
    )
    expect(count(...article, ...ships, ...below, ...menu('Subscribe Facebook'), ['paragraph', 'Privacy policy'])).toBe(
      22,
    )
  })
  test('a list of names without anything of a page stays', () => {
    expect(count(...article, ...ships)).toBe(0)
  })
  test('notes and sources stay', () => {
    expect(count(...article, ['heading', 'References'], ...ships, ...menu('Subscribe Facebook'))).toBe(0)
  })
  test('what has as many words as the article is none of its frame', () => {
    expect(count(...article, ...ships, ...menu('Subscribe Facebook Search'), ...article.slice(0, 3))).toBe(0)
  })
  test('a short text has no frame', () => {
    expect(count(...ships, ...menu('Home Search Subscribe'), ...article.slice(0, 1))).toBe(0)
  })
})

describe('rejoinParagraphs', () => {
  const whole = `paragraph: ${half} ${rest}`
  const cases: Case[] = [
    [
      'what begins small goes on',
      [
        ['paragraph', half],
        ['paragraph', rest],
      ],
      [whole],
    ],
    ['across a page', [['paragraph', half], null, ['paragraph', rest]], [whole, '---']],
    [
      'across a note',
      [
        ['paragraph', half],
        ['footnote', 'A note.', { label: '1' }],
        ['paragraph', rest],
      ],
      [whole, 'footnote: A note.'],
    ],
    [
      'across a page number',
      [
        ['paragraph', half],
        ['paragraph', '12', { furniture: 'page number' }],
        ['paragraph', rest],
      ],
      [whole, '(page number) 12'],
    ],
    [
      'a capital goes on across a page, behind prose without an end',
      [['paragraph', `${half} town of`], null, ['paragraph', 'Odd Harbour had expected, took none.']],
      [`paragraph: ${half} town of Odd Harbour had expected, took none.`, '---'],
    ],
    [
      'but not on the same page',
      [
        ['paragraph', `${half} town`],
        ['paragraph', 'Odd Harbour had expected it.'],
      ],
      [`paragraph: ${half} town`, 'paragraph: Odd Harbour had expected it.'],
    ],
    [
      'not behind a full stop',
      [['paragraph', long], null, ['paragraph', rest]],
      [`paragraph: ${long}`, '---', `paragraph: ${rest}`],
    ],
    [
      'not behind a colon',
      [
        ['paragraph', `${half} town:`],
        ['paragraph', 'ships'],
      ],
      [`paragraph: ${half} town:`, 'paragraph: ships'],
    ],
    [
      'not behind a heading',
      [
        ['heading', 'The council of the harbour town'],
        ['paragraph', rest],
      ],
      ['heading: The council of the harbour town', `paragraph: ${rest}`],
    ],
    [
      'not behind a few words',
      [
        ['paragraph', 'Signed by'],
        ['paragraph', 'the clerk'],
      ],
      ['paragraph: Signed by', 'paragraph: the clerk'],
    ],
    [
      'a list item across a page',
      [['listItem', half], null, ['paragraph', rest]],
      [`listItem: ${half} ${rest}`, '---'],
    ],
    [
      'a list item is not gone on with on the same page',
      [
        ['listItem', 'old ships of every kind and size'],
        ['paragraph', rest],
      ],
      ['listItem: old ships of every kind and size', `paragraph: ${rest}`],
    ],
    [
      'three parts',
      [['paragraph', half], null, ['paragraph', 'town had expected, took no'], null, ['paragraph', 'decision at all.']],
      [`paragraph: ${half} town had expected, took no decision at all.`, '---', '---'],
    ],
    [
      'not across other furniture',
      [
        ['paragraph', half],
        ['paragraph', 'Menu', { furniture: 'navigation' }],
        ['paragraph', rest],
      ],
      [`paragraph: ${half}`, '(navigation) Menu', `paragraph: ${rest}`],
    ],
  ]
  test.each(cases)('%s', (_, before, after) => {
    expect(nodesOf(rejoinParagraphs(draftOf('markdown', ...before)))).toEqual(after)
  })
})

describe('markPageNumbers', () => {
  const cases: Case[] = [
    [
      'at a break',
      [['paragraph', long], ['paragraph', '12'], null, ['paragraph', long]],
      [`paragraph: ${long}`, '(page number) 12', '---', `paragraph: ${long}`],
    ],
    [
      'between two paragraphs',
      [
        ['paragraph', long],
        ['paragraph', '– 3 –'],
        ['paragraph', long],
      ],
      [`paragraph: ${long}`, '(page number) – 3 –', `paragraph: ${long}`],
    ],
    [
      'by its label',
      [
        ['paragraph', 'Page 3 of 10'],
        ['paragraph', 'Menu'],
      ],
      ['(page number) Page 3 of 10', 'paragraph: Menu'],
    ],
    [
      'a number among short lines is a cell',
      [
        ['paragraph', 'Ships'],
        ['paragraph', '12'],
        ['paragraph', 'Boats'],
      ],
      ['paragraph: Ships', 'paragraph: 12', 'paragraph: Boats'],
    ],
    ['a year in a list is an item', [['listItem', '2020'], null], ['listItem: 2020', '---']],
    [
      'a running head, but for the first',
      [['heading', 'Port Papers 1'], null, ['heading', 'Port Papers 2'], null, ['heading', 'Port Papers 3']],
      ['heading: Port Papers 1', '---', '(running head) Port Papers 2', '---', '(running head) Port Papers 3'],
    ],
    [
      'what comes back without pages is no running head',
      [
        ['heading', 'Costs'],
        ['heading', 'Costs'],
        ['heading', 'Costs'],
      ],
      ['heading: Costs', 'heading: Costs', 'heading: Costs'],
    ],
  ]
  test.each(cases)('%s', (_, before, after) => {
    expect(nodesOf(markPageNumbers(draftOf('markdown', ...before)))).toEqual(after)
  })
})

describe('markNoteSigns', () => {
  const cases: Case[] = [
    [
      'brackets',
      [
        ['paragraph', 'They left.[1] All.'],
        ['paragraph', '[1] So the clerk.'],
      ],
      ['paragraph: They left. All.', 'footnote: So the clerk.'],
    ],
    [
      'raised figures',
      [
        ['paragraph', 'They left¹² in May.'],
        ['listItem', '¹² So the clerk.'],
      ],
      ['paragraph: They left in May.', 'footnote: So the clerk.'],
    ],
    [
      'a note that refers to a note',
      [
        ['paragraph', 'A[1]'],
        ['paragraph', '[1] B[2]'],
        ['paragraph', '[2] C'],
      ],
      ['paragraph: A', 'footnote: B', 'footnote: C'],
    ],
    [
      'a sign without its note stays',
      [['paragraph', 'They left.[1] All m² of it.']],
      ['paragraph: They left.[1] All m² of it.'],
    ],
    ['a note without its sign stays', [['paragraph', '[1] So the clerk.']], ['paragraph: [1] So the clerk.']],
  ]
  test.each(cases)('%s', (_, before, after) => {
    expect(nodesOf(markNoteSigns(draftOf('text', ...before)))).toEqual(after)
  })

  test('labels and references', () => {
    const draft = markNoteSigns(draftOf('text', ['paragraph', 'A¹ [2]'], ['paragraph', '¹ B'], ['paragraph', '[2] C']))
    expect(draft.nodes).toMatchObject([{ references: ['1', '2'] }, { label: '1' }, { label: '2' }])
  })
})

describe('placeFootnotes', () => {
  const refers = (...references: string[]) => ({ references })
  const note = (label: string) => ({ label })
  const cases: Case[] = [
    [
      'behind the block that refers',
      [
        ['paragraph', 'a', refers('1')],
        ['paragraph', 'b'],
        ['footnote', 'n', note('1')],
      ],
      ['paragraph: a', 'footnote: n', 'paragraph: b'],
    ],
    [
      'the nearest above, where numbers begin anew',
      [
        ['paragraph', 'a', refers('1')],
        ['footnote', 'm', note('1')],
        ['paragraph', 'b', refers('1')],
        ['footnote', 'n', note('1')],
      ],
      ['paragraph: a', 'footnote: m', 'paragraph: b', 'footnote: n'],
    ],
    [
      'in order, where numbers begin anew and all notes are gathered at the end',
      [
        ['paragraph', 'a', refers('1', '2')],
        ['paragraph', 'b', refers('1')],
        ['footnote', 'm', note('1')],
        ['footnote', 'n', note('2')],
        ['footnote', 'o', note('1')],
      ],
      ['paragraph: a', 'footnote: m', 'footnote: n', 'paragraph: b', 'footnote: o'],
    ],
    [
      'the first below, where none is above',
      [
        ['footnote', 'n', note('1')],
        ['paragraph', 'a', refers('1')],
        ['paragraph', 'b', refers('1')],
      ],
      ['paragraph: a', 'footnote: n', 'paragraph: b'],
    ],
    [
      'several, in order',
      [
        ['paragraph', 'a', refers('1', '2')],
        ['footnote', 'm', note('1')],
        ['paragraph', 'b'],
        ['footnote', 'n', note('2')],
      ],
      ['paragraph: a', 'footnote: m', 'footnote: n', 'paragraph: b'],
    ],
    [
      'behind a title that is furniture',
      [
        ['heading', 't', { furniture: 'title', references: ['1'] }],
        ['paragraph', 'a'],
        ['footnote', 'n', note('1')],
      ],
      ['(title) t', 'footnote: n', 'paragraph: a'],
    ],
    [
      'one that nothing refers to stays',
      [
        ['footnote', 'n', note('9')],
        ['paragraph', 'a', refers('1')],
      ],
      ['footnote: n', 'paragraph: a'],
    ],
    [
      'a ring of notes is not lost',
      [
        ['footnote', 'm', { label: '1', references: ['2'] }],
        ['footnote', 'n', { label: '2', references: ['1'] }],
        ['paragraph', 'a'],
      ],
      ['paragraph: a', 'footnote: m', 'footnote: n'],
    ],
  ]
  test.each(cases)('%s', (_, before, after) => {
    expect(nodesOf(placeFootnotes(draftOf('markdown', ...before)))).toEqual(after)
  })
})

describe('headings', () => {
  const bold = { emphasised: true }
  const lifted: Case[] = [
    [
      'a bold line in front of prose',
      [
        ['paragraph', 'What it costs', bold],
        ['paragraph', long],
      ],
      ['heading: What it costs', `paragraph: ${long}`],
    ],
    [
      'a bold line in front of a list',
      [
        ['paragraph', 'What it costs', bold],
        ['listItem', 'much'],
      ],
      ['heading: What it costs', 'listItem: much'],
    ],
    [
      'a bold sentence is none',
      [
        ['paragraph', 'It costs.', bold],
        ['paragraph', long],
      ],
      ['paragraph: It costs.', `paragraph: ${long}`],
    ],
    [
      'the last line is none',
      [
        ['paragraph', long],
        ['paragraph', 'Mira Feld', bold],
      ],
      [`paragraph: ${long}`, 'paragraph: Mira Feld'],
    ],
    [
      'a linked line is none',
      [
        ['paragraph', 'What it costs', { emphasised: true, linked: 1 }],
        ['paragraph', long],
      ],
      ['paragraph: What it costs', `paragraph: ${long}`],
    ],
  ]
  test.each(lifted)('liftHeadings: %s', (_, before, after) => {
    expect(nodesOf(liftHeadings(draftOf('docx', ...before)))).toEqual(after)
  })

  test('levelHeadings counts from one, without gaps', () => {
    const draft = levelHeadings(
      draftOf(
        'markdown',
        ['heading', 'a', { depth: 4 }],
        ['heading', 'b', { depth: 2 }],
        ['heading', 'c', { depth: 6 }],
        ['heading', 'd', { depth: 1, furniture: 'title' }],
      ),
    )
    expect(draft.nodes.map(node => (node.type === 'break' ? null : node.depth))).toEqual([2, 1, 3, 1])
  })
})

describe('splitGluedFragments', () => {
  const cases: Case[] = [
    [
      'small letters in front of a label in capitals',
      [['paragraph', 'div-x9COSTS: They rose.']],
      ['(glued fragment) div-x9', 'paragraph: COSTS: They rose.'],
    ],
    ['a label alone', [['paragraph', 'COSTS: They rose.']], ['paragraph: COSTS: They rose.']],
    [
      'a word with capitals in it',
      [['paragraph', 'eBAY: it rose. mRNA vaccines: they rose.']],
      ['paragraph: eBAY: it rose. mRNA vaccines: they rose.'],
    ],
    ['no label', [['paragraph', 'iPHONE sales rose.']], ['paragraph: iPHONE sales rose.']],
  ]
  test.each(cases)('%s', (_, before, after) => {
    expect(nodesOf(splitGluedFragments(draftOf('text', ...before)))).toEqual(after)
  })
})

describe('mendHyphens', () => {
  const cases: Case[] = [
    [
      'the word is written without it elsewhere',
      [['paragraph', 'a build-\ning and another building']],
      ['paragraph: a building and another building'],
    ],
    [
      'the word is not, so the hyphen may be its own',
      [['paragraph', 'a counter-\nterrorism office']],
      ['paragraph: a counter-terrorism office'],
    ],
    [
      'a hyphen that stands for what comes later',
      [['paragraph', 'pre-\nand postwar']],
      ['paragraph: pre- and postwar'],
    ],
    ['no line end', [['paragraph', 'a well- known building']], ['paragraph: a well- known building']],
    ['a capital behind it', [['paragraph', 'the Franco-\nPrussian war']], ['paragraph: the Franco- Prussian war']],
  ]
  test.each(cases)('%s', (_, before, after) => {
    expect(nodesOf(mendHyphens(draftOf('text', ...before)))).toEqual(after)
  })
})
