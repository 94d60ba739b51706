import { describe, expect, it } from 'vitest'
import { renderDocx } from '../src/index.js'
import {
  bookOf,
  chapterOf,
  draw,
  examplePrint,
  inStyle,
  open,
  outline,
  p,
  passageOf,
  tableOf,
  tokens,
} from './fixture.js'
import { dotPng, sampleBook } from './sample.js'

const pictures = { 'pictures/dot.png': { bytes: dotPng, mime: 'image/png' as const, widthPx: 300, heightPx: 120 } }

describe('the cover', () => {
  it('says what the book is, whose and of when, line by line', async () => {
    const { document } = await draw([], {}, bookOf([], { meta: { handling: 'Internal' } }))
    expect(outline(document).slice(0, 7)).toEqual([
      'Handling: Internal',
      'CoverOrganisation: Institute for Small Crossings',
      'Title: Harbour towns and the ferry',
      'Subtitle: Who wants the night service back',
      'CoverLine: Ada Quill, Ben Marsh',
      'CoverLine: 2nd edition',
      'CoverLine: 4 May 2024',
    ])
  })

  it('leaves out what is not known', async () => {
    const meta = { subtitle: null, authors: [], organisation: null, edition: null }
    const { document } = await draw([], {}, bookOf([], { meta }))
    expect(outline(document).slice(0, 2)).toEqual(['Title: Harbour towns and the ferry', 'CoverLine: 4 May 2024'])
  })
})

describe('the colophon', () => {
  it('says what the book was made from and by what, behind a page with the title', async () => {
    const meta = {
      print: { ...examplePrint, halfTitle: true, draft: true },
      sources: [{ label: 'OBS', sha256: 'cd'.repeat(32) }],
    }
    const lines = outline((await draw([], {}, bookOf([], { meta }))).document)
    expect(lines.filter(line => /^(HalfTitle|Colophon)/.test(line))).toEqual([
      'HalfTitle: Harbour towns and the ferry',
      'ColophonTitle: Harbour towns and the ferry',
      'Colophon: Who wants the night service back',
      'Colophon: Institute for Small Crossings',
      'Colophon: Ada Quill, Ben Marsh',
      'Colophon: Draft, 2nd edition, 4 May 2024',
      'Colophon: Content, SHA-256',
      `ColophonHash: ${'ab'.repeat(32)}`,
      'Colophon: Sources, SHA-256',
      `ColophonHash: OBS\t${'cd'.repeat(32)}`,
      'Colophon: Made by Briefbook 0.1.0',
    ])
  })
})

describe('a draft', () => {
  it('says so behind the text of every page, and the text stays as it is', async () => {
    const { docx } = await draw(
      [p('words')],
      {},
      bookOf([p('words')], { meta: { print: { ...examplePrint, draft: true } } }),
    )
    const heads = ['header1', 'header2', 'header3'].map(part => docx.part(`word/${part}.xml`))
    for (const head of heads) expect(head).toMatch(/id="PowerPlusWaterMarkObject1".*string="DRAFT"/s)
    expect(outline(docx.part('word/header1.xml')).join()).not.toMatch(/draft/i)
  })
  it('is nothing else than the book', async () => {
    const { docx } = await draw([p('words')])
    expect(docx.part('word/header1.xml')).not.toContain('v:shape')
  })
})

describe('a book printed on one side', () => {
  it('has no mirrored margins, no left pages, and parts on any page', async () => {
    const { docx, document } = await draw([], {}, bookOf([], { meta: { print: { ...examplePrint, sides: 'single' } } }))
    expect(docx.part('word/settings.xml')).not.toMatch(/mirrorMargins|evenAndOdd/)
    expect(document).not.toContain('oddPage')
  })
})

describe('the numbers of pages', () => {
  const counts = (document: string) => [...document.matchAll(/<w:pgNumType[^>]*>/g)].map(([type]) => type)
  it('are Roman before the first part, and count the body from 1', async () => {
    const { document } = await draw([])
    expect(counts(document).slice(0, 3)).toEqual([
      '<w:pgNumType w:fmt="lowerRoman"/>',
      '<w:pgNumType w:fmt="lowerRoman"/>',
      '<w:pgNumType w:start="1" w:fmt="decimal"/>',
    ])
  })
  it('count through where the book has it so', async () => {
    const meta = { print: { ...examplePrint, frontMatter: 'arabic' as const } }
    const { document } = await draw([], {}, bookOf([], { meta }))
    expect(counts(document).join()).not.toMatch(/Roman|start/)
  })
})

describe('the contents', () => {
  const fromContents = (document: string) => {
    const lines = outline(document)
    return lines.slice(lines.findIndex(line => line.startsWith('TOCHeading')))
  }
  it('are one field with every entry, its link and its page filled in', async () => {
    const { document } = await draw([], { pages: { 'part-1': 5, 'chapter-1': 9 } })
    expect(fromContents(document).slice(0, 4)).toEqual([
      'TOCHeading: Contents',
      'TOC1: Part I\tThe crossing\t1',
      'TOC2: 1\tThe night service\t5',
      'Spacer: ',
    ])
    const field = document.slice(document.indexOf('<w:sdt>'), document.indexOf('</w:sdt>'))
    expect(field).toContain('<w:docPartGallery w:val="Table of Contents"/>')
    expect(field.match(/TOC \\o &quot;1-2&quot; \\h \\z \\w/g)).toHaveLength(1)
    expect(field).toContain('<w:hyperlink w:anchor="chapter_1" w:history="1">')
    expect(field).toMatch(/PAGEREF chapter_1 \\h <.*?separate.*?>5</)
    const marks = (type: string) => field.match(new RegExp(`w:fldCharType="${type}"`, 'g'))?.length
    expect([marks('begin'), marks('separate'), marks('end')]).toEqual([3, 3, 3])
  })

  it('show no page that is not known, and no link to what is not there', async () => {
    const book = bookOf([])
    const contents = [...book.contents, { id: 'gone', number: null, title: 'Gone', depth: 3 }]
    const { document } = await draw([], {}, { ...book, contents })
    expect(fromContents(document).slice(1, 4)).toEqual([
      'TOC1: Part I\tThe crossing\t',
      'TOC2: 1\tThe night service\t',
      'TOC3: Gone\t',
    ])
    expect(document).not.toContain('w:anchor="gone"')
    expect(document).toContain('\\o &quot;1-3&quot;')
  })

  it('list the tables in a field of their captions', async () => {
    const tables = [{ id: 'matrix', number: '1', title: 'Who holds what', depth: 1 }]
    const { document } = await draw([], { pages: { matrix: 9 } }, bookOf([tableOf()], { tables }))
    expect(fromContents(document).slice(4, 7)).toEqual([
      'TOCHeading: Tables',
      'TableofFigures: Table 1. Who holds what\t9',
      'Spacer: ',
    ])
    expect(document).toContain('TOC \\h \\z \\c &quot;Table&quot;')
  })

  it('are left out of a book without parts', async () => {
    const { document } = await draw([], {}, { ...bookOf([]), contents: [], children: [] })
    expect(document).not.toContain('<w:sdt>')
    expect(outline(document).at(-1)).toBe('Colophon: Made by Briefbook 0.1.0')
  })
})

describe('parts and chapters', () => {
  it('are headings 1 and 2 with their numbers in the text, a part with its chapters and their pages', async () => {
    const { document } = await draw([p('words')], { pages: { 'chapter-1': 7 } })
    expect(outline(document).slice(-4)).toEqual([
      'Heading1: Part I\tThe crossing',
      'PartEntry: 1\tThe night service\t7',
      'Heading2: 1\tThe night service',
      'BodyText: words',
    ])
    expect(inStyle(document, 'Heading1')).toContain('w:name="part_1"')
    expect(inStyle(document, 'PartEntry')).toMatch(/w:anchor="chapter_1".* PAGEREF chapter_1 /)
  })
})

describe('heads and feet', () => {
  it('say book and part, page, edition and handling', async () => {
    const { docx } = await draw([p('words')], {}, bookOf([p('words')], { meta: { handling: 'Internal' } }))
    const words = (part: string) => outline(docx.part(`word/${part}.xml`))
    expect(words('header1')).toEqual(['Handling: Internal', 'Header: Contents'])
    expect(words('header2')).toEqual(['Handling: Internal', 'HeaderEven: Harbour towns and the ferry'])
    expect(words('header3')).toEqual(['Handling: Internal', 'Header: Part I  The crossing'])
    expect(words('footer1')).toEqual(['Footer: 2nd edition · 1', 'Handling: Internal'])
    expect(words('footer2')).toEqual(['FooterEven: 2nd edition · 1', 'Handling: Internal'])
    expect(docx.part('word/header3.xml')).toContain(' STYLEREF 1 ')
    expect(docx.part('word/footer1.xml')).toContain(' PAGE <')
  })

  it('say of how many pages it is one where all are counted together', async () => {
    const book = bookOf([p('words')])
    const print = { ...book.meta.print, frontMatter: 'arabic' as const }
    const { docx } = await draw([], {}, { ...book, meta: { ...book.meta, print } })
    expect(outline(docx.part('word/footer1.xml'))).toEqual(['Footer: 2nd edition · 1 / 1'])
    expect(docx.part('word/footer1.xml')).toMatch(/ PAGE <.* NUMPAGES </)
  })

  it('are there for a book without contents', async () => {
    const { docx } = await draw([p('words')], {}, { ...bookOf([p('words')]), contents: [] })
    const words = (part: string) => outline(docx.part(`word/${part}.xml`)).at(-1)
    expect(['header1', 'header2', 'footer1', 'footer2'].map(words)).toEqual([
      'Header: Part I  The crossing',
      'HeaderEven: Harbour towns and the ferry',
      'Footer: 2nd edition · 1',
      'FooterEven: 2nd edition · 1',
    ])
  })

  it('begin each part on a right page with a head of its own', async () => {
    const { document } = await open(sampleBook(), { pictures })
    const sections = document.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? []
    expect(sections.map(s => /w:type w:val="(\w+)"/.exec(s)?.[1]).filter(type => type === 'oddPage')).toHaveLength(2)
    expect(sections.map(s => s.match(/headerReference/g)?.length ?? 0)).toEqual([0, 2, 1, 0, 0, 1])
    expect(document).not.toMatch(/<w:sectPr>(?!.*<w:pgMar w:top="1361" w:right="1020" w:bottom="1361" w:left="1361")/s)
  })
})

describe('paper', () => {
  it.each([
    ['A4', '11906', '16838'],
    ['Letter', '12240', '15840'],
    ['A5', '8391', '11906'],
  ] as const)('%s is %s by %s', async (paper, width, height) => {
    const { document } = await draw([], {}, bookOf([], { meta: { paper } }))
    expect(document).toContain(`<w:pgSz w:w="${width}" w:h="${height}" w:orient="portrait"/>`)
  })
})

describe('bookmarks', () => {
  it('stand once for every id that can be led to, and every link and field leads to one', async () => {
    const { document, docx } = await open(sampleBook(), { pictures })
    const names = [...document.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/g)]
    expect(new Set(names.map(m => m[2])).size).toBe(names.length)
    expect(new Set(names.map(m => m[1])).size).toBe(names.length)
    const ends = [...document.matchAll(/<w:bookmarkEnd w:id="(\d+)"/g)].map(m => m[1])
    expect(ends.sort()).toEqual(names.map(m => m[1]).sort())
    const known = new Set(names.map(m => m[2]))
    for (const xml of [document, docx.part('word/footnotes.xml')]) {
      for (const [, anchor] of xml.matchAll(/w:anchor="([^"]+)"/g)) expect(known).toContain(anchor)
      for (const [, name] of xml.matchAll(/PAGEREF (\w+)/g)) expect(known).toContain(name)
    }
    for (const id of ['part_1', 'chapter_3', 'why', 'matrix_1', 'matrix_2__2', 'log_9', 'reference_log', 'kj_1'])
      expect(known).toContain(id)
  })

  it('stand at the first of two nodes with one id, which no book should have', async () => {
    const { body } = await draw([passageOf(), passageOf({ number: 4 })])
    expect([...body.matchAll(/w:name="(log[^"]+)"/g)].map(m => m[1])).toEqual(['log_3'])
    expect(body.indexOf('w:name="log_3"')).toBeLessThan(body.indexOf('¶4'))
  })

  it('stay apart for ids that Word would take for one', async () => {
    const { body } = await draw([passageOf({ id: 'log.1' }), passageOf({ id: 'log-1' }), passageOf({ id: 'LOG.1' })])
    const names = [...body.matchAll(/w:name="(log[^"]+)"/gi)].map(m => (m[1] ?? '').toLowerCase())
    expect(new Set(names).size).toBe(3)
  })
})

describe('properties and settings', () => {
  it('say title, authors, language and day, none of it from the clock', async () => {
    const { docx } = await draw([])
    const core = docx.part('docProps/core.xml')
    const property = (name: string) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(core)?.[1]
    expect(property('dc:title')).toBe('Harbour towns and the ferry')
    expect(property('dc:subject')).toBe('Who wants the night service back')
    expect(property('dc:creator')).toBe('Ada Quill; Ben Marsh')
    expect(property('cp:keywords')).toBe('The crossing')
    expect(property('dc:description')).toBe('2nd edition · Made by Briefbook 0.1.0')
    expect(property('dc:language')).toBe('en')
    expect(property('dcterms:created')).toBe('2024-05-04T00:00:00Z')
    expect(property('dcterms:modified')).toBe('2024-05-04T00:00:00Z')
    expect(docx.part('docProps/app.xml')).toContain('<Company>Institute for Small Crossings</Company>')
    expect(docx.part('docProps/custom.xml')).toContain(`<vt:lpwstr>${'ab'.repeat(32)}</vt:lpwstr>`)
  })

  it('ask nobody to update fields, and mirror the margins', async () => {
    const { document, docx } = await draw([])
    const settings = docx.part('word/settings.xml')
    expect(settings).not.toContain('updateFields')
    expect(document).not.toContain('w:dirty')
    expect(settings).toContain('<w:mirrorMargins/>')
    expect(settings).toContain('<w:evenAndOddHeaders/>')
    expect(settings).toContain('<w:themeFontLang w:val="en"/>')
  })

  it('name the fonts with what to take in their place', async () => {
    const { docx } = await draw([])
    expect(docx.part('word/fontTable.xml')).toContain(
      '<w:font w:name="Source Serif 4"><w:altName w:val="Cambria,Georgia"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>',
    )
  })

  it('survive a day that is none and a tag that is none', async () => {
    const { docx } = await draw([], {}, bookOf([], { meta: { date: 'some day', language: 'not a "tag"' } }))
    expect(docx.part('docProps/core.xml')).toContain('1980-01-01T00:00:00Z')
    expect(docx.part('word/settings.xml')).not.toContain('themeFontLang')
  })
})

describe('a book from right to left', () => {
  it('runs so throughout, and its quotations from left to right against it', async () => {
    const blocks = [p('نص'), tableOf(), passageOf({ language: 'en' })]
    const { body, docx } = await draw(blocks, {}, bookOf(blocks, { meta: { language: 'ar' } }))
    expect(inStyle(body, 'BodyText')).toContain('<w:bidi/>')
    expect(inStyle(body, 'BodyText')).toContain('<w:rtl/>')
    expect(body).toContain('<w:bidiVisual/>')
    const english = inStyle(body, 'PassageReversed')
    expect(english).not.toContain('<w:bidi/>')
    expect(english).toContain('<w:lang w:val="en"/>')
    expect(docx.part('word/settings.xml')).toContain('<w:themeFontLang w:bidi="ar"/>')
  })
})

describe('the same book', () => {
  it('gives the same bytes, whatever the time zone and whatever was drawn before', async () => {
    const zone = process.env.TZ
    const options = { pages: { 'part-1': 5, 'log.1': 9 }, pictures }
    try {
      process.env.TZ = 'Pacific/Auckland'
      const first = await renderDocx(sampleBook(), tokens, options)
      process.env.TZ = 'America/Los_Angeles'
      await renderDocx(bookOf([passageOf()]), tokens)
      const second = await renderDocx(sampleBook(), tokens, options)
      expect(Buffer.compare(first, second)).toBe(0)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('is not changed by being drawn', async () => {
    const book = sampleBook()
    const before = JSON.stringify(book)
    await renderDocx(book, tokens, { pictures })
    expect(JSON.stringify(book)).toBe(before)
  })
})

describe('the styles', () => {
  it('are there for every paragraph and run of the sample, and rest on styles that are there', async () => {
    const { document, docx } = await open(sampleBook(), { pictures })
    const styles = docx.part('word/styles.xml')
    const ids = new Set([...styles.matchAll(/w:styleId="([^"]+)"/g)].map(m => m[1]))
    const parts = [
      document,
      ...docx.names.filter(n => /word\/(header|footer|footnotes).*\.xml$/.test(n)).map(n => docx.part(n)),
    ]
    for (const part of parts)
      for (const [, id] of part.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)) expect(ids).toContain(id)
    for (const [, id] of styles.matchAll(/<w:(?:basedOn|next|link) w:val="([^"]+)"/g)) expect(ids).toContain(id)
  })

  it('leave nothing to be formatted by hand but what the data decide', async () => {
    const { document } = await open(sampleBook(), { pictures })
    const direct = new Set(
      [...document.matchAll(/<w:(pPr|rPr)>(.*?)<\/w:\1>/gs)]
        .flatMap(([, , properties = '']) => [
          ...properties.replace(/<w:sectPr>.*?<\/w:sectPr>/s, '').matchAll(/<w:(\w+)/g),
        ])
        .map(m => m[1]),
    )
    // Lists, direction and language, what stays together, and marks within marks.
    expect([...direct].sort()).toEqual(
      ['bidi', 'ilvl', 'keepNext', 'lang', 'numId', 'numPr', 'pStyle', 'rStyle', 'rtl'].sort(),
    )
  })

  it('take font, size and colour from the tokens', async () => {
    const other = {
      ...tokens,
      fonts: { ...tokens.fonts, text: { family: 'Charter', fallback: ['serif'], files: [] } },
      sizes: { ...tokens.sizes, textPt: 12, chapterPt: 31 },
      colours: { ...tokens.colours, accent: '#aa0011' },
    }
    const { openDocx } = await import('@briefbook/testkit')
    const styles = openDocx(await renderDocx(bookOf([]), other)).part('word/styles.xml')
    expect(styles).toMatch(/w:styleId="Normal".*?w:ascii="Charter".*?<w:sz w:val="24"\/>/)
    expect(styles).toMatch(/w:styleId="Heading2".*?<w:color w:val="AA0011"\/>.*?<w:sz w:val="62"\/>/)
  })
})

describe('chapters of several parts', () => {
  it('come in order with all their words', async () => {
    const { docx } = await open(sampleBook(), { pictures })
    const text = docx.text()
    const places = [
      'What is held',
      'Introduction\n',
      'Every town on every issue',
      'The sources, each in full',
      'Counted by hand.',
      'A map of the strait',
    ]
    const at = places.map(words => text.lastIndexOf(words))
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(at.every(i => i >= 0)).toBe(true)
  })

  it('can be many', async () => {
    const book = bookOf([])
    const chapters = Array.from({ length: 40 }, (_, i) => chapterOf(i + 1, `Chapter ${i}`, [p(`words ${i}`)]))
    const { docx } = await open({ ...book, children: book.children.map(part => ({ ...part, children: chapters })) })
    expect(docx.text()).toContain('words 39')
  })
})
