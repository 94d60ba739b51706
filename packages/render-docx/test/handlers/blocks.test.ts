import { type Chart, crossReference, definition, definitionList, type Evidence, text } from '@briefbook/ast'
import type { List, ListItem } from 'mdast'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../../src/index.js'
import { bookOf, chapterOf, draw, inStyle, open, outline, p, passageOf, tokens } from '../fixture.js'
import { dotPng } from '../sample.js'

const item = (...children: (string | List)[]): ListItem => ({
  type: 'listItem',
  children: children.map(c => (typeof c === 'string' ? { type: 'paragraph', children: [text(c)] } : c)),
})

describe('headings', () => {
  it('are Word headings with number and bookmark; without a number they do not stand in', async () => {
    const { body, docx } = await draw([
      { type: 'heading', depth: 3, data: { id: 'why', number: '1.1' }, children: [text('Why')] },
      { type: 'heading', depth: 4, data: { id: 'how' }, children: [text('How')] },
      { type: 'heading', depth: 6, children: [text('Deep')] },
    ])
    expect(outline(body)).toEqual(['Heading3: 1.1\tWhy', 'Heading4: How', 'Heading6: Deep'])
    expect(inStyle(body, 'Heading3')).toMatch(/bookmarkStart w:id="\d+" w:name="why"/)
    expect(body).not.toContain('<w:ind')
    const styles = docx.part('word/styles.xml')
    const indent = (id: string) => new RegExp(`w:styleId="${id}".*?<w:ind ([^>]*)/>`).exec(styles)?.[1]
    expect(indent('Heading3')).toBe('w:left="737" w:right="2381" w:hanging="737"')
    expect(indent('Heading4')).toBe('w:right="2381"')
  })

  it('keep out of the contents where a chapter does not list its sections', async () => {
    const book = bookOf([])
    const chapter = chapterOf(
      1,
      'Series',
      [{ type: 'heading', depth: 3, data: { number: '1.1' }, children: [text('Same')] }],
      {
        listsSections: false,
      },
    )
    const { document, docx } = await open({
      ...book,
      children: book.children.map(part => ({ ...part, children: [chapter] })),
    })
    expect(outline(document)).toContain('Heading3Unlisted: 1.1\tSame')
    expect(docx.part('word/styles.xml')).toMatch(
      /w:styleId="Heading3Unlisted"><w:name w:val="Heading 3 Unlisted"\/><w:basedOn w:val="Heading3"/,
    )
  })
})

describe('lists', () => {
  it('are native: bullets share one list, each ordered list counts for itself from its start', async () => {
    const ordered = (start: number, ...items: ListItem[]): List => ({
      type: 'list',
      ordered: true,
      start,
      children: items,
    })
    const { body, docx } = await draw([
      { type: 'list', ordered: false, children: [item('a', ordered(3, item('third', 'more')), 'tail'), item('b')] },
      ordered(1, item('one')),
      ordered(1, item('one again')),
    ])
    expect(outline(body)).toEqual([
      'ListBullet: a',
      'ListNumber: third',
      'ListContinue2: more',
      'ListContinue: tail',
      'ListBullet: b',
      'ListNumber: one',
      'ListNumber: one again',
    ])
    const lists = [...body.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/g)].map(m => [m[1], m[2]])
    const numbers = lists.map(([, id]) => id)
    expect(lists.map(([level]) => level)).toEqual(['0', '1', '0', '0', '0'])
    expect(numbers[0]).toBe(numbers[2])
    expect(new Set([numbers[1], numbers[3], numbers[4], numbers[0]]).size).toBe(4)
    expect(docx.part('word/numbering.xml')).toMatch(
      new RegExp(`w:numId="${numbers[1]}".*?w:ilvl="1"><w:startOverride w:val="3"/>`),
    )
  })

  it('draws items that are empty, ticked, or begin with another list, and lists of any depth', async () => {
    let deep: List = { type: 'list', ordered: true, children: [item('bottom')] }
    for (let i = 0; i < 14; i++) deep = { type: 'list', ordered: i % 2 === 0, children: [item(deep)] }
    const { body, docx } = await draw([
      {
        type: 'list',
        ordered: false,
        children: [
          { type: 'listItem', children: [] },
          { ...item('done'), checked: true },
          { ...item('open'), checked: false },
        ],
      },
      deep,
    ])
    expect(outline(body).slice(0, 3)).toEqual(['ListBullet: ', 'ListBullet: ☑ done', 'ListBullet: ☐ open'])
    expect(docx.text()).toContain('bottom')
    expect(Math.max(...[...body.matchAll(/<w:ilvl w:val="(\d+)"/g)].map(m => Number(m[1])))).toBe(8)
  })
})

describe('quotations, code and rules', () => {
  it('each has its style', async () => {
    const { body } = await draw([
      { type: 'blockquote', children: [{ type: 'paragraph', children: [text('said')] }] },
      { type: 'code', value: 'one\n  two' },
      { type: 'thematicBreak' },
      p(),
    ])
    expect(outline(body)).toEqual(['Quote: said', 'Code: one\n  two', 'Rule: '])
  })
})

describe('evidence', () => {
  const evidence: Evidence = {
    type: 'evidence',
    statement: 's1',
    quote: 'The boat is late.',
    verdict: 'exact',
    stance: 'opposes',
    speaker: 'Mara Holt',
    reviewed: false,
    comment: null,
    reference: crossReference('log.3', 'LOG ¶3'),
  }

  it('is told apart from the words of an analyst by style and ground', async () => {
    const { body, docx } = await draw(
      [{ ...evidence, reviewed: true, verdict: 'normalised', comment: 'She was on board.' }, passageOf()],
      { pages: { 'log.3': 8 } },
    )
    expect(outline(body).slice(0, 3)).toEqual([
      'Evidence: The boat is late.',
      'EvidenceSource: − opposes · Mara Holt · LOG ¶3, p.\u00a08 · marks and spaces made alike · reviewed by an analyst',
      'EvidenceComment: She was on board.',
    ])
    const styles = docx.part('word/styles.xml')
    const ground = (id: string) => new RegExp(`w:styleId="${id}".*?<w:shd w:fill="(\\w+)"`).exec(styles)?.[1]
    expect(ground('Evidence')).toBe(tokens.colours.extracted.slice(1).toUpperCase())
    for (const id of ['EvidenceComment', 'KeyJudgement', 'Finding'])
      expect(ground(id)).toBe(tokens.colours.written.slice(1).toUpperCase())
  })

  it('says no more than is known', async () => {
    const { body } = await draw([{ ...evidence, statement: null, stance: null, speaker: null, reviewed: true }])
    expect(outline(body)[1]).toBe('EvidenceSource: LOG ¶3, p.\u00a0–')
  })

  it('names its language, and its direction where that is the other one', async () => {
    const { body, docx } = await draw([
      { ...evidence, quote: 'Le bateau est en retard.', language: 'fr' },
      { ...evidence, quote: 'کشتی دیر کرده است.', language: 'fa' },
    ])
    expect(inStyle(body, 'Evidence')).toContain('<w:lang w:val="fr"/>')
    const persian = inStyle(body, 'EvidenceReversed')
    expect(persian).toContain('<w:bidi/>')
    expect(persian).toContain('<w:rtl/><w:lang w:bidi="fa"/>')
    const styles = docx.part('word/styles.xml')
    const indent = (id: string) => new RegExp(`w:styleId="${id}".*?<w:ind ([^>]*)/>`).exec(styles)?.[1]
    expect(indent('Passage')).toBe('w:left="624" w:right="2381" w:hanging="624"')
    expect(indent('PassageReversed')).toBe('w:left="3005" w:right="0" w:hanging="624"')
  })
})

describe('key judgements and findings', () => {
  it('sets the judgement with how likely and how sure apart', async () => {
    const { body } = await draw([
      {
        type: 'keyJudgement',
        id: 'key-judgement-1',
        number: 1,
        likelihood: 'likely',
        confidence: 'moderate',
        children: [p('It comes back.')],
      },
      {
        type: 'keyJudgement',
        id: 'key-judgement-2',
        number: 2,
        likelihood: null,
        confidence: 'low',
        children: [p('Perhaps.')],
      },
      { type: 'finding', cell: { actor: 'north', issue: 'dam' }, children: [text('It wavers.')] },
    ])
    expect(outline(body)).toEqual([
      'KeyJudgementHead: Key judgement 1',
      'KeyJudgement: It comes back.',
      'KeyJudgementLevels: Likelihood: likely\tConfidence: moderate',
      'KeyJudgementHead: Key judgement 2',
      'KeyJudgement: Perhaps.',
      'KeyJudgementLevels: Confidence: low',
      'Finding: It wavers.',
    ])
    expect(inStyle(body, 'KeyJudgementHead')).toContain('w:name="key_judgement_1"')
  })
})

describe('definition lists', () => {
  it('are two columns, terms and words', async () => {
    const { body } = await draw([
      definitionList(definition('Title', 'Log'), definition('Date', '1991')),
      definitionList(),
    ])
    expect(outline(body)).toEqual([
      'DefinitionTerm: Title',
      'DefinitionText: Log',
      'DefinitionTerm: Date',
      'DefinitionText: 1991',
      'Spacer: ',
    ])
    expect(body.match(/<w:tr>/g)).toHaveLength(2)
    expect(body).toContain('<w:tblStyle w:val="DefinitionTable"/>')
  })
})

describe('passages', () => {
  it('carry their number, their bookmark and the cells they support', async () => {
    const { body } = await draw(
      [
        passageOf({
          supports: [crossReference('chapter-1', 'Northport: Fares'), crossReference('nowhere', 'Southquay: Fares')],
        }),
      ],
      { pages: { 'chapter-1': 5 } },
    )
    expect(outline(body)).toEqual([
      'Passage: ¶3\tThe last boat left at nine.',
      'PassageSupports: → Northport: Fares 5 · Southquay: Fares –',
    ])
    expect(body).toContain('w:name="log_3"')
  })

  it.each([
    [{ kind: 'heading' }, 'PassageHeading: ¶3\tWords'],
    [{ kind: 'listItem', marker: 'b)', depth: 2 }, 'PassageItem2: ¶3\tb)\tWords'],
    [{ kind: 'listItem', depth: 12 }, 'PassageItem4: ¶3\t•\tWords'],
    [{ kind: 'quotation' }, 'PassageQuotation: ¶3\tWords'],
    [{ kind: 'footnote', marker: '*' }, 'PassageNote: ¶3\t* Words'],
  ] as const)('of kind %o is %s', async (fields, expected) => {
    const { body } = await draw([passageOf({ ...fields, children: [text('Words')] })])
    expect(outline(body)).toEqual([expected])
  })

  it('draw the tables of sources cell by cell, rows filled up', async () => {
    const { body } = await draw([passageOf({ kind: 'table', rows: [['Year', 'Boats'], ['1990']] })])
    expect(outline(body)).toEqual([
      'Passage: ¶3\t',
      'TableText: Year',
      'TableText: Boats',
      'TableText: 1990',
      'TableText: ',
      'Spacer: ',
    ])
    expect(body.match(/<w:gridCol /g)).toHaveLength(2)
  })

  it('draw a table that is wider than Word allows row by row, and one without cells not at all', async () => {
    const wide = Array.from({ length: 64 }, (_, i) => `c${i}`)
    const { body } = await draw([
      passageOf({ kind: 'table', rows: [wide] }),
      passageOf({ id: 'log.4', kind: 'table', rows: [[]] }),
    ])
    expect(body).not.toContain('<w:tbl>')
    expect(outline(body)[1]).toBe(`BodyText: ${wide.join(' | ')}`)
  })
})

describe('references', () => {
  it('hang behind their label', async () => {
    const { body } = await draw([
      { type: 'reference', id: 'reference-log', label: 'LOG', children: [text('Harbour board.')] },
    ])
    expect(outline(body)).toEqual(['Bibliography: LOG\tHarbour board.'])
    expect(body).toContain('w:name="reference_log"')
  })
})

describe('pictures', () => {
  const picture = {
    type: 'picture' as const,
    id: 'picture-dot',
    number: 1,
    path: 'a/dot.png',
    alternative: 'A "red" dot',
    caption: 'Much enlarged',
  }
  const plain = { ...picture, id: 'picture-plain', number: null, caption: '' }

  it('are embedded with their words, no wider than the text', async () => {
    const file = { bytes: dotPng, mime: 'image/png' as const, widthPx: 4000, heightPx: 1000 }
    const { body, docx } = await draw([picture, plain], { pictures: { 'a/dot.png': file } })
    expect(outline(body)).toEqual(['Picture: ', 'Caption: Figure 1. Much enlarged', 'Picture: '])
    expect(body).toContain('SEQ Figure')
    expect([...body.matchAll(/<wp:docPr ([^>]*?)\/?>/g)].map(m => m[1])).toEqual([
      'id="1" name="Picture 1" descr="A &quot;red&quot; dot"',
      'id="2" name="Picture 2" descr="A &quot;red&quot; dot"',
    ])
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(body) ?? []
    expect(Number(cx) / 36000).toBeCloseTo(126, 0)
    expect(Number(cx) / Number(cy)).toBeCloseTo(4, 1)
    expect(docx.names.filter(name => name.startsWith('word/media/'))).toEqual(['word/media/image1.png'])
  })

  it.each([
    ['is missing', {}],
    [
      'is a drawing that Word cannot show alone',
      { 'a/dot.png': { bytes: new Uint8Array(), mime: 'image/svg+xml' as const, widthPx: 1, heightPx: 1 } },
    ],
  ])('stand in words where the file %s', async (_, pictures) => {
    const { body } = await draw([plain], { pictures })
    expect(outline(body)).toEqual(['Picture: A "red" dot'])
    expect(body).toContain('<w:rStyle w:val="Placeholder"/>')
  })
})

describe('pictures that Briefbook draws', () => {
  const chart: Chart = {
    type: 'chart',
    id: 'agreements-map',
    kind: 'agreement',
    number: 1,
    caption: 'Together and apart',
    piece: null,
    alternative: 'Two towns, once together.',
    drawing: {
      type: 'timeline',
      fontPt: 7.5,
      widthMm: 60,
      heightMm: 30,
      axisMm: 9,
      datesMm: 20,
      eventsMm: 30,
      events: [],
      key: [],
    },
  }
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>'
  const drawn = { svg, widthMm: 60, heightMm: 30, png: dotPng }

  it('are SVG with pixels behind it, with a caption that Word counts', async () => {
    const pieces = [1, 2].map(number => ({ ...chart, id: `map-${number}`, piece: { number, of: 2 } }))
    const charts = { 'map-1': drawn, 'map-2': { ...drawn, png: null } }
    const { body, docx } = await draw(pieces, { charts })
    expect(outline(body)).toEqual([
      'Chart: ',
      'Caption: Figure 1. Together and apart (1\u00a0/\u00a02)',
      'Chart: ',
      'Caption: Figure 1. Together and apart (2\u00a0/\u00a02)',
    ])
    expect(body.match(/SEQ Figure/g)).toHaveLength(1)
    expect(body.match(/asvg:svgBlip/g)).toHaveLength(2)
    expect(body).toContain('descr="Two towns, once together."')
    const media = docx.names.filter(name => name.startsWith('word/media/'))
    expect(media.some(name => name.endsWith('.svg'))).toBe(true)
    const [, cx] = /<wp:extent cx="(\d+)"/.exec(body) ?? []
    expect(Number(cx) / 36000).toBeCloseTo(60, 0)
  })
  it('are listed apart from the tables', async () => {
    const charts = [{ id: 'agreements-map', number: '1', title: 'Together and apart', depth: 1 }]
    const { document } = await draw(
      [chart],
      { charts: { 'agreements-map': drawn }, pages: { 'agreements-map': 7 } },
      bookOf([chart], { charts }),
    )
    expect(document).toContain('TOC \\h \\z \\c &quot;Figure&quot;')
    expect(outline(document)).toContain('TableofFigures: Figure 1. Together and apart\t7')
  })
  it('stand in words where nobody drew them', async () => {
    const { body } = await draw([chart])
    expect(outline(body)).toEqual(['Chart: Two towns, once together.', 'Caption: Figure 1. Together and apart'])
  })
})

describe('unknown nodes', () => {
  it('are a mistake of the program that made the book', async () => {
    await expect(renderDocx(bookOf([{ type: 'html', value: '<b>' } as never]), tokens)).rejects.toThrow(
      /no block of a book is a html/,
    )
    await expect(renderDocx(bookOf([p({ type: 'html', value: '<b>' } as never)]), tokens)).rejects.toThrow(
      /no phrasing .* html/,
    )
  })
})
