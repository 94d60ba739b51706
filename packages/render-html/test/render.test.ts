import {
  type Book,
  type BookBlock,
  type BookTable,
  cell,
  crossReference,
  definition,
  definitionList,
  line,
  type Part,
  pageReference,
  row,
  stanceMark,
  text,
} from '@briefbook/ast'
import { examplePrint } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { compileTemplate, renderHtml, TemplateError, type TemplateFiles } from '../src/index.js'
import { cssString } from '../src/template.js'
import { book, files, paragraph, template, tokens } from './book.js'

/** The HTML of a chapter's blocks, its line breaks taken out. */
function body(children: BookBlock[], options: Partial<Parameters<typeof renderHtml>[2]> = {}): string {
  const html = renderHtml(book(children), template, { tokens, ...options })
  const inside = /<div class="chapter-body">([\s\S]*?)<\/div>\s*<\/div>\s*<\/section>/.exec(html)?.[1] ?? ''
  return inside.replace(/\s*\n\s*/g, '').trim()
}

const table = (fields: Partial<BookTable> = {}): BookTable => ({
  type: 'bookTable',
  id: 'actor-issue',
  kind: 'matrix',
  number: 3,
  caption: 'Who holds what',
  continuedFrom: null,
  continuedOn: null,
  alternative: 'A table.',
  orientation: 'portrait',
  fontSizePt: 8,
  together: true,
  columns: [{ widthMm: 30 }, { widthMm: 90 }],
  head: [row(cell([], { header: 'column' }), cell(['Dam'], { header: 'column' }))],
  children: [
    row(
      cell(['North'], { header: 'row' }),
      cell([line('stance', stanceMark('favours', 2)), line('finding', 'Wants it.')], {
        state: 'position',
        stance: 'favours',
      }),
    ),
  ],
  legend: [stanceMark('favours'), text(' favours')],
  ...fields,
})

describe('phrasing', () => {
  it('is escaped, whatever it says', () => {
    expect(body([paragraph('<script>alert("1")</script> & {{title}}')])).toBe(
      '<p>&#x3C;script>alert("1")&#x3C;/script> &#x26; {{title}}</p>',
    )
  })
  it('leads inside the book', () => {
    expect(
      body([paragraph(crossReference('swp.12', 'SWP ¶12'), ', p. ', pageReference('swp.12'))], {
        pages: { 'swp.12': 47 },
      }),
    ).toBe('<p><a class="ref" href="#swp.12">SWP ¶12</a>, p. <a class="page" href="#swp.12">47</a></p>')
  })
  it('holds a place for a page that is not known', () => {
    expect(body([paragraph(pageReference('swp.12'))])).toContain('>00<')
  })
  it('sets a note beside its mark', () => {
    const html = body([paragraph('Word', { type: 'note', number: 7, cites: [], children: [text('Small print')] }, '.')])
    expect(html).toBe(
      '<p>Word<sup class="note-mark" id="note-mark-7">7</sup><span class="note" id="note-7" role="note"><span class="note-number">7</span> Small print</span>.</p>',
    )
  })
  it('gives a stance its sign and its word', () => {
    expect(body([paragraph(stanceMark('opposes', 3))])).toContain(
      '<span class="stance" data-stance="opposes" title="opposes">−3</span>',
    )
  })
})

describe('blocks', () => {
  it('headings have their id and number', () => {
    expect(body([{ type: 'heading', depth: 3, data: { id: 'one', number: '1.1' }, children: [text('One')] }])).toBe(
      '<h3 id="one"><span class="number">1.1</span> One</h3>',
    )
  })
  it('a table has heads with scope, widths, states and a key', () => {
    const html = body([table()])
    expect(html).toContain(
      '<p class="caption" id="actor-issue-caption"><a href="#actor-issue" class="table-label">Table 3</a> Who holds what</p>',
    )
    expect(html).toContain('<col style="width: 25%"><col style="width: 75%">')
    expect(html).toContain('<td class="corner"></td><th scope="col"><span class="line line-text">Dam</span></th>')
    expect(html).toContain(
      '<th scope="row"><span class="line line-text">North</span></th><td class="state-position stance-favours">',
    )
    expect(html).toContain('<p class="legend"><span class="stance"')
  })
  it('a table in pieces says that it goes on', () => {
    expect(body([table({ continuedFrom: 't0', continuedOn: 't2' })], { pages: { t0: 6, t2: 8 } })).toMatch(
      /from p\.&nbsp;<a[^>]*>6<.*on p\.&nbsp;<a[^>]*>8</s,
    )
  })
  it('a wide table turns its page, with the heading that introduces it', () => {
    const head: BookBlock = { type: 'heading', depth: 3, data: { id: 'h' }, children: [text('Head')] }
    const html = renderHtml(book([paragraph('Text.'), head, table({ orientation: 'landscape' })]), template, { tokens })
    expect(html).toMatch(
      /<div class="run" style="page: chapter-1">[\s\S]*Text\.[\s\S]*<div class="run wide" style="page: chapter-1-wide">[\s\S]*Head[\s\S]*<table/,
    )
    expect(html).toContain('@page chapter-1-wide {\n  size: 297mm 210mm;')
  })
  it('evidence says where it comes from and who has looked at it', () => {
    const html = body(
      [
        {
          type: 'evidence',
          statement: 's1',
          quote: 'A <wall> of water.',
          verdict: 'normalised',
          stance: 'concerned',
          speaker: 'The minister',
          reviewed: true,
          comment: 'Said in June.',
          reference: crossReference('obs.1', 'OBS ¶1'),
          language: 'ar',
        },
      ],
      { pages: { 'obs.1': 9 } },
    )
    expect(html).toContain('<blockquote lang="ar" dir="rtl"><p>A &#x3C;wall> of water.</p></blockquote>')
    expect(html).toContain('concerned')
    expect(html).toContain('The minister')
    expect(html).toContain('href="#obs.1">9</a>')
    expect(html).toContain('reviewed by an analyst')
    expect(html).toContain('Said in June.')
  })
  it('words that run the other way stand by themselves, and not in a passage that runs so', () => {
    const quoted = text('قال Ada في 14')
    const html = body([
      {
        type: 'paragraph',
        children: [
          text('In تهران, 14 March: '),
          { type: 'foreign', language: 'fa', direction: 'rtl', children: [quoted] },
        ],
      },
      {
        ...{
          type: 'passage',
          id: 'obs.2',
          number: 2,
          kind: 'paragraph',
          depth: 1,
          marker: null,
          rows: null,
          supports: [],
        },
        direction: 'rtl',
        children: [quoted],
      },
    ])
    expect(html).toContain('In <bdi dir="rtl">تهران</bdi>, 14 March: <bdi lang="fa" dir="rtl">قال Ada في 14</bdi></p>')
    expect(html).toContain('<p dir="rtl">قال Ada في 14</p>')
  })
  it('a key judgement keeps its scales apart', () => {
    const html = body([
      {
        type: 'keyJudgement',
        id: 'key-judgement-1',
        number: 1,
        likelihood: 'likely',
        confidence: null,
        children: [paragraph('It rains.')],
      },
    ])
    expect(html).toContain('Key judgement 1')
    expect(html).toContain('<b>Likelihood:</b> likely')
    expect(html).not.toContain('Confidence')
  })
  it('a passage has its number, its links back, and can be linked to', () => {
    const html = body([
      {
        type: 'passage',
        id: 'obs.2',
        number: 2,
        kind: 'listItem',
        depth: 1,
        marker: null,
        rows: null,
        children: [text('One thing')],
        supports: [crossReference('actor-north-dam', 'North: The dam')],
      },
    ])
    expect(html).toContain('id="obs.2"')
    expect(html).toContain('<a class="passage-number" href="#obs.2">¶2</a>')
    expect(html).toContain('<a class="ref" href="#actor-north-dam">North: The dam</a>')
    expect(html).toContain('•')
  })
  it('a passage that is a table keeps its cells', () => {
    const html = body([
      {
        type: 'passage',
        id: 'o.1',
        number: 1,
        kind: 'table',
        depth: 1,
        marker: null,
        rows: [['a', 'b<']],
        children: [text('a | b')],
        supports: [],
      },
    ])
    expect(html).toContain('<tr><td>a</td><td>b&lt;</td></tr>')
  })
  it('a picture that Briefbook draws stands in the page at its size, told in words to those who cannot see it', () => {
    const chart: BookBlock = {
      type: 'chart',
      id: 'map',
      kind: 'agreement',
      number: 2,
      caption: 'Together & apart',
      piece: { number: 1, of: 3 },
      alternative: 'A "map"',
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
    const html = body([chart], { charts: { map: { svg: '<svg></svg>', widthMm: 60, heightMm: 30 } } })
    expect(html).toContain('role="img" aria-label="A &quot;map&quot;" style="width: 60mm; height: 30mm"><svg></svg>')
    expect(html).toMatch(/Figure 2<\/a> Together &amp; apart <span[^>]*>\(1 \/ 3\)/)
    expect(body([chart])).toContain('<p>A &quot;map&quot;</p>')
  })
  it('a picture travels inside the page, and its words stand where it is missing', () => {
    const picture: BookBlock = {
      type: 'picture',
      id: 'picture-map',
      number: 4,
      path: 'chapters/map.png',
      alternative: 'A "map"',
      caption: 'The delta',
    }
    const bytes = new Uint8Array([1, 2, 3])
    const pictures = { 'chapters/map.png': { bytes, mime: 'image/png' as const, widthPx: 1, heightPx: 1 } }
    expect(body([picture], { pictures })).toContain('<img src="data:image/png;base64,AQID" alt="A &quot;map&quot;">')
    expect(body([picture])).toContain('A &quot;map&quot;')
    expect(body([picture])).toContain('<a href="#picture-map" class="table-label">Figure 4</a> The delta')
    expect(body([{ ...picture, number: null, caption: '' }])).not.toContain('caption')
  })
  it('says of a title in another language which it is, wherever it stands', () => {
    const tongue = { language: 'ru', from: 3 }
    const whole = book([])
    Object.assign(whole.children[0]?.children[0] ?? {}, { title: 'R: Вода', tongue })
    whole.contents = [{ id: 'x', number: '1', title: 'R: Вода', depth: 2, tongue }]
    const html = renderHtml(whole, template, { tokens })
    const said = 'R: <bdi lang="ru" dir="ltr">Вода</bdi></span>'
    expect(html).toContain(`<span class="chapter-title">${said}`)
    expect(html.split(`<span class="entry-title">${said}`)).toHaveLength(3)
  })
  it('keeps a reference, its page and the mark behind them together', () => {
    const places = definition('x', crossReference('o.1', 'O ¶1'), ' (', pageReference('o.1'), '), and')
    expect(body([definitionList(places)], { pages: { 'o.1': 7 } })).toContain(
      '<span class="place"><a class="ref" href="#o.1">O ¶1</a> (<a class="page" href="#o.1">7</a>),</span> and</dd>',
    )
    const listed = definition('x', crossReference('o.1', 'O ¶1'), ' (', pageReference('o.1'), ')', ', ', 'and')
    expect(body([definitionList(listed)])).toContain('</a>),</span> and</dd>')
    const apart = definition('x', crossReference('o.1', 'O ¶1'), ' and ', pageReference('o.1'))
    expect(body([definitionList(apart)])).not.toContain('place')
  })
  it('lists of terms and references are set', () => {
    expect(body([definitionList(definition('Term', 'what it is'))])).toContain('<dt>Term</dt><dd>what it is</dd>')
    expect(body([{ type: 'reference', id: 'reference-obs', label: 'OBS', children: [text('A. Author.')] }])).toContain(
      'A. Author.',
    )
  })
})

describe('the document', () => {
  it('has cover, colophon, contents and parts, in the language of the book', () => {
    const html = renderHtml(book([paragraph('Words.')], { language: 'fr', handling: 'Internal' }), template, {
      tokens,
      pages: { first: 7 },
    })
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/)
    const order = ['class="cover"', 'class="colophon"', 'class="contents"', 'class="part"', 'Words.']
    expect(order.map(mark => html.indexOf(mark))).toEqual(order.map(mark => html.indexOf(mark)).sort((a, b) => a - b))
    expect(html).toMatch(/entry-title">First<\/span>.*entry-page">7</)
  })
  it('sets a blank page before a part that asks for one', () => {
    expect(renderHtml(book([]), template, { tokens, blanks: new Set(['part-one']) })).toMatch(
      /blank-page.*\s*<section class="part">/,
    )
    expect(renderHtml(book([]), template, { tokens })).not.toContain('<div class="blank-page"')
  })
  it('cannot be broken out of by a title in the running heads', () => {
    const html = renderHtml(book([], { title: '</style><script>x</script>"}' }), template, { tokens })
    expect(html.match(/<\/style>/g)).toHaveLength(2)
    expect(html).not.toContain('<script>')
  })
  it('takes the look from the tokens', () => {
    const html = renderHtml(book([]), template, { tokens })
    expect(html).toContain('--font-text: "Source Serif 4", "Cambria", "Georgia", serif')
    expect(html).toContain('--stance-favours: #d4e8d4')
    expect(html).toContain('--page-notes-gap: 6mm')
    expect(html).toContain('size: 210mm 297mm;')
  })
})

describe('the sheet', () => {
  const outline = { path: 'M0 0h10v10h-10z', box: { x: 0, y: 0, width: 10, height: 10 } }
  const css = (print: Partial<typeof examplePrint>, meta: Partial<Book['meta']> = {}) =>
    renderHtml(book([], { print: { ...examplePrint, ...print }, ...meta }), template, { tokens, draftOutline: outline })
  const backgrounds = (html: string) =>
    [...html.matchAll(/background: url\("data:image\/svg\+xml,([^"]*)"\) no-repeat ([^;]*);/g)].map(
      ([, svg = '', place = '']) => ({ svg: decodeURIComponent(svg), place }),
    )

  it('is the page itself, with nothing under the text but the cover’s ground', () => {
    const html = css({})
    expect(html).toContain('size: 210mm 297mm;')
    expect(html).toContain('margin: 24mm 18mm 24mm 24mm;')
    expect(backgrounds(html)).toHaveLength(1)
    expect(backgrounds(html)[0]?.svg).toContain('<rect x="0" y="0" width="210" height="297" fill="#14375e"/>')
  })
  it('reaches over the page for bleed and marks, and the margins with it', () => {
    const html = css({ bleedMm: 3, marks: 'crop' })
    expect(html).toContain('size: 226mm 313mm;')
    expect(html).toContain('margin: 32mm 26mm 32mm 32mm;')
    const right = backgrounds(html)[0]
    // The corner of the page is 8 mm in: marks end 3 mm before it.
    expect(right).toMatchObject({ place: '-32mm -32mm / 226mm 313mm', svg: expect.stringContaining('M0 8h5M226 8h-5') })
    expect(backgrounds(html)[1]?.place).toBe('-26mm -32mm / 226mm 313mm')
    expect(html).toContain('fill%3D%22%2314375e%22')
  })
  it('says draft across, as a drawing and not as text', () => {
    const html = css({ draft: true })
    expect(backgrounds(html)[0]?.svg).toContain(`fill="${tokens.colours.watermark}" d="${outline.path}"`)
    expect(html).not.toContain('DRAFT')
    expect(html).toContain('<p class="cover-handling">Draft</p>')
  })
  it('mirrors its margins and heads for two sides only', () => {
    expect(css({})).toMatch(/@page :left {\s*margin: 24mm 24mm 24mm 18mm;/)
    expect(css({})).toContain('@page chapter-1:left')
    expect(css({ sides: 'single' })).not.toContain(':left')
  })
  it('has a tab for each part, a step further down, inside of what a printer reaches or cut off with the bleed', () => {
    const two = (print: Partial<typeof examplePrint>) => {
      const whole = book([], { print: { ...examplePrint, ...print } })
      const [one] = whole.children
      whole.children.push({ ...(one as Part), id: 'part-two', number: 'II' })
      const html = renderHtml(whole, template, { tokens })
      return [...html.matchAll(/@page part-(\w+):right {\s*@right-top {([^}]*)}/g)].map(([, part, rules]) => ({
        part,
        rules,
      }))
    }
    const tabs = two({})
    expect(tabs.map(tab => tab.part)).toEqual(['i', 'ii'])
    expect(tabs.map(tab => /content: "(\w+)"/.exec(tab.rules ?? '')?.[1])).toEqual(['I', 'II'])
    expect(tabs.map(tab => /margin-top: ([^;]*)/.exec(tab.rules ?? '')?.[1])).toEqual(['0mm', '18mm'])
    // 18 mm of margin: 5 at the text, 8 the tab, 5 white at the edge.
    expect(tabs[0]?.rules).toMatch(/width: 8mm;[\s\S]*margin-left: 5mm;\s*padding-right: 0mm;/)
    expect(two({ bleedMm: 3 })[0]?.rules).toMatch(/width: 11mm;[\s\S]*margin-left: 10mm;\s*padding-right: 3mm;/)
    expect(two({ thumbTabs: false })).toEqual([])
  })
  it('has the tab of a turned page where its fore-edge is: at the foot of a right-hand page, at the head of a left-hand one', () => {
    const html = renderHtml(book([table({ orientation: 'landscape' })]), template, { tokens })
    const corner = (side: string) =>
      new RegExp(`@page chapter-\\d+-wide:${side} {\\s*@\\w+-right-corner {([^}]*)}`).exec(html)?.[1] ?? ''
    // 24 mm of foot: 11 at the text, 8 the tab, 5 white at the edge; 24 mm of head in front of the tab of 18.
    expect(corner('right')).toMatch(/width: 18mm;\s*height: 8mm;[\s\S]*margin-top: 11mm;\s*margin-left: -24mm;/)
    expect(corner('left')).toMatch(/margin-bottom: 11mm;\s*margin-left: -18mm;/)
  })
  it('has the handling marking at its head and foot', () => {
    const html = css({}, { handling: 'Embargoed until 1 May' })
    expect(html).toMatch(/@top-center {\s*content: "Embargoed until 1 May";/)
    expect(html).toMatch(/@bottom-left {\s*content: "Embargoed until 1 May";/)
  })
})

describe('the pages before the contents', () => {
  it('are a half-title on the right with the colophon on its back', () => {
    const html = renderHtml(book([], { print: { ...examplePrint, halfTitle: true } }), template, { tokens })
    const marks = [
      'class="cover"',
      'class="blank-page" style="page: blank-front"',
      'class="half-title"',
      'class="colophon"',
      'class="contents"',
    ]
    const places = marks.map(mark => html.indexOf(mark))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
  })
  it('say the hash of each source', () => {
    const html = renderHtml(book([], { sources: [{ label: 'OBS', sha256: 'cd'.repeat(32) }] }), template, { tokens })
    expect(html).toContain(`<dt>OBS</dt> <dd>${'cd'.repeat(32)}</dd>`)
  })
})

describe('a template with a fault', () => {
  const broken = (name: 'cover' | 'chapter', source: string): TemplateFiles => ({
    ...files,
    parts: { ...files.parts, [name]: { path: `parts/${name}.hbs`, text: source } },
  })
  it('is told with its line when it cannot be parsed', () => {
    let error: unknown
    try {
      compileTemplate(broken('cover', '<p>\n{{#if title}}\n</p>'))
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(TemplateError)
    expect(error).toMatchObject({ path: 'parts/cover.hbs', line: 3 })
  })
  it('is told when it uses a name that is not there', () => {
    const bad = compileTemplate(broken('cover', '<p>{{titel}}</p>'))
    expect(() => renderHtml(book([]), bad, { tokens })).toThrow(TemplateError)
  })
})

it.each([
  ['plain', '"plain"'],
  ['a "b" \\', '"a \\22 b\\22  \\5c "'],
  ['</style>', '"\\3c /style\\3e "'],
  ['two\nlines', '"two\\a lines"'],
])('%j as a CSS string', (value, css) => {
  expect(cssString(value)).toBe(css)
})
