import { describe, expect, test } from 'vitest'
import { parseSource } from '../src/index.js'
import { bytesOf, furniture, outline, read } from './helpers.js'
import { checkSource, uncovered } from './invariants.js'

const one =
  'The council of the harbour met for the third time this year, and took no decision at all, which surprised nobody in the town.'
const two =
  'Nobody who had been in the room wanted to speak about it to the papers afterwards, not even the clerk, who keeps the minutes.'

const page = (article: string, head = '', around = ['', '']) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${around[0]}<main><article>${article}</article></main>${around[1]}</body></html>`

async function body(article: string): Promise<string[]> {
  const { source } = await read(page(`<p>${one}</p>${article}<p>${two}</p>`), 'a.html')
  checkSource(source)
  const lines = outline(source)
  expect(lines[0]).toBe(`paragraph: ${one}`)
  expect(lines.at(-1)).toBe(`paragraph: ${two}`)
  return lines.slice(1, -1)
}

describe('what an article is made of', () => {
  test.each([
    [
      'headings',
      '<h2>What it costs</h2><p>It costs the town, and the port, a good deal of money every year.</p>',
      ['heading 1: What it costs', 'paragraph: It costs the town, and the port, a good deal of money every year.'],
    ],
    [
      'a heading by its role',
      '<div role="heading" aria-level="3">What it costs</div><p>Much more than anybody in the room had thought, the clerk said.</p>',
      ['heading 1: What it costs', 'paragraph: Much more than anybody in the room had thought, the clerk said.'],
    ],
    [
      'lists',
      '<ul><li>the first of the ships<ul><li>and its boat</li></ul></li><li><p>the second of the ships</p><p>which sank</p></li></ul>',
      [
        'item 1: the first of the ships',
        'item 2: and its boat',
        'item 1: the second of the ships',
        'paragraph: which sank',
      ],
    ],
    [
      'numbered lists',
      '<ol start="3"><li>the third of them</li><li value="7">the seventh of them</li></ol><ol type="a"><li>as a letter</li></ol>',
      ['item 1 (3): the third of them', 'item 1 (7): the seventh of them', 'item 1 (a): as a letter'],
    ],
    [
      'quotations',
      '<blockquote><p>We are done, the mayor wrote to the ministry, and will not come back.</p></blockquote>',
      ['quotation: We are done, the mayor wrote to the ministry, and will not come back.'],
    ],
    [
      'a table',
      '<table><caption>Ships by year</caption><tr><th>Year</th><th>Ships</th></tr><tr><td>2020</td><td><p>4</p></td></tr></table>',
      ['paragraph: Ships by year', 'table: Year | Ships / 2020 | 4'],
    ],
    [
      'an empty cell keeps its column',
      '<table><tr><th></th><th>Ships</th></tr><tr><th>2020</th><td></td></tr></table>',
      ['table:  | Ships / 2020 | '],
    ],
    [
      'a table that lays out the page',
      `<table><tr><td><p>${two}</p><h3>More</h3><p>${one}</p></td></tr></table>`,
      [`paragraph: ${two}`, 'heading 1: More', `paragraph: ${one}`],
    ],
    [
      'a caption',
      '<figure><img src="a.png" alt="x"><figcaption>Figure 1: Ships that came in, by year and flag</figcaption></figure>',
      ['paragraph: Figure 1: Ships that came in, by year and flag'],
    ],
    [
      'line breaks',
      '<p>The first line of it,<br>and the second line of it.<br><br>A new paragraph, after two breaks in a row.</p>',
      [
        'paragraph: The first line of it, and the second line of it.',
        'paragraph: A new paragraph, after two breaks in a row.',
      ],
    ],
    [
      'text without paragraphs',
      `<div>The mayor, who is old,<b> and tired, </b>left the room before the vote on the fees.</div>`,
      ['paragraph: The mayor, who is old, and tired, left the room before the vote on the fees.'],
    ],
    [
      'white space of the source',
      '<p>The   mayor,\n\t who is <i>old</i> , left\n the room before the vote on the fees</p>',
      ['paragraph: The mayor, who is old , left the room before the vote on the fees'],
    ],
    [
      'what is hidden is not there',
      '<p hidden>No.</p><p style="display: none">No.</p><script>no()</script><template>No.</template><noscript>No.</noscript>',
      [],
    ],
    [
      'an exponent and a mark',
      '<p>An area of 40 km<sup>2</sup>, it is said,<sup>3</sup> and by all means not a small one.</p>',
      ['paragraph: An area of 40 km2, it is said, and by all means not a small one.'],
    ],
  ])('%s', async (_, article, lines) => {
    expect(await body(article)).toEqual(lines)
  })

  test('notes come behind the passage that refers to them, without their marks and links back', async () => {
    const { source } = await read(
      page(`<p>${one}<sup><a id="r1" href="#fn1">[1]</a></sup></p><p>${two}<a id="r2" class="footnote" href="#fn2">2</a></p>
        <section class="footnotes"><ol><li id="fn1"><p>Minutes of the third of May. <a href="#r1">↩</a></p></li>
        <li><a id="fn2"></a>So the clerk, in a letter. <a href="#r2">Back</a></li></ol></section>`),
      'a.html',
    )
    checkSource(source)
    expect(outline(source)).toEqual([
      `paragraph: ${one}`,
      'footnote (1): Minutes of the third of May.',
      `paragraph: ${two}`,
      'footnote (2): So the clerk, in a letter.',
    ])
  })

  test('language of the page and of a passage', async () => {
    const french =
      'Personne ne voulait parler, ni le maire, ni le greffier, ni même le gardien du port, qui savait tout.'
    const { source } = await read(page(`<p>${one}</p><p lang="fr">${french}</p><p>${two}</p>`), 'a.html')
    expect(source.meta.language).toBe('en')
    expect(source.children.map(block => block.language)).toEqual([undefined, 'fr', undefined])
  })
})

describe('the article on a page', () => {
  const around = [
    '<header><a href="/">Port Papers</a><nav><ul><li><a href="/a">Ships</a></li><li><a href="/b">Fees</a></li></ul></nav></header>',
    '<aside><h3>Most read</h3><ul><li><a href="/c">The old crane is sold</a></li><li><a href="/d">A bridge for the island</a></li></ul></aside><footer>© 2020 Port Papers. All rights reserved.</footer>',
  ]
  const html = page(
    `<h1>No decision on the quay</h1><p class="byline">By <a href="/m">Mira Feld</a></p><p>12 May 2020</p><p>${one}</p>
     <div class="newsletter-signup"><p>Sign up for our newsletter, and get the news of the port every morning.</p></div>
     <p>${two}</p><p><a href="/e">Read more: the crane that nobody wanted</a></p><p>${one} ${two}</p>
     <div class="share"><a href="#">Facebook</a> <a href="#">Twitter</a></div>`,
    '<title>No decision on the quay | Port Papers</title><meta property="og:site_name" content="Port Papers"><meta name="author" content="Mira Feld"><meta property="article:published_time" content="2020-05-12T07:00:00Z"><link rel="canonical" href="https://papers.example/quay">',
    around,
  )

  test('the rest is furniture, with what it is, and nothing is lost', async () => {
    const { source } = await read(html, 'a.html')
    checkSource(source)
    expect(outline(source)).toEqual([`paragraph: ${one}`, `paragraph: ${two}`, `paragraph: ${one} ${two}`])
    expect(uncovered(source)).toEqual({ lost: [], twice: [] })
    const reasons = Object.fromEntries(source.furniture.map(({ reason, text }) => [text, reason]))
    expect(reasons).toMatchObject({
      Ships: 'navigation',
      'By Mira Feld': 'by-line',
      '12 May 2020': 'date line',
      'Sign up for our newsletter, and get the news of the port every morning.': 'newsletter',
      'Read more: the crane that nobody wanted': 'read more',
      'Facebook Twitter': 'share button',
      '© 2020 Port Papers. All rights reserved.': 'page foot',
    })
    expect(reasons['The old crane is sold']).toBe('sidebar')
  })

  test('metadata comes from the head, each field with its place', async () => {
    const { source } = await read(html, 'a.html')
    expect(source.meta).toMatchObject({
      title: 'No decision on the quay',
      authors: ['Mira Feld'],
      publisher: 'Port Papers',
      date: '2020-05-12',
      url: 'https://papers.example/quay',
      language: 'en',
    })
    expect(source.meta.foundIn).toMatchObject({
      authors: 'meta author',
      date: 'meta article:published_time',
      url: 'canonical link',
      language: 'lang attribute',
    })
  })

  test('what a page says of itself for search engines', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'No decision',
          author: [{ name: 'By MIRA FELD, Staff Writer' }, { name: 'Jan Ort' }],
          datePublished: '2020-05-12',
          publisher: { name: 'Port Papers' },
          inLanguage: 'en_GB',
        },
      ],
    }
    const { source } = await read(
      page(`<p>${one}</p><p>${two}</p>`, `<script type="application/ld+json">${JSON.stringify(data)}</script>`),
      'a.html',
    )
    expect(source.meta).toMatchObject({
      title: 'No decision',
      authors: ['Mira Feld', 'Jan Ort'],
      publisher: 'Port Papers',
      date: '2020-05-12',
    })
  })

  test('what the owner of a book adds', async () => {
    const metas = [
      'source.id=quay',
      'source.label=Q-1',
      'source.kind=research note',
      'original.title=The Quay',
      'original.authors=A. Brand; C. Lang',
      'original.date=2019',
    ]
      .map(pair => pair.split('='))
      .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    const { source } = await read(page(`<p>${one}</p><p>${two}</p>`, metas.join('')), 'a.html')
    expect(source.id).toBe('quay')
    expect(source.meta).toMatchObject({
      label: 'Q-1',
      kind: 'research note',
      original: { title: 'The Quay', authors: ['A. Brand', 'C. Lang'], date: '2019', publisher: null },
    })
  })

  test('an opening that stands outside the article, and a post that is quoted in it', async () => {
    const { source } = await read(
      page(
        `<div class="text"><p>${one}</p><blockquote class="twitter-tweet"><p>No quay. No cry.</p>— The Mayor</blockquote><p>${two}</p><p>${one} So it goes on.</p></div>`,
        '',
        [
          `<h1>No decision on the quay</h1><div class="lead"><p>It was a long night, and at the end of it, the town knew no more than before.</p></div>`,
          '',
        ],
      ),
      'a.html',
    )
    expect(outline(source)).toEqual([
      'paragraph: It was a long night, and at the end of it, the town knew no more than before.',
      `paragraph: ${one}`,
      'quotation: No quay. No cry.',
      'quotation: — The Mayor',
      `paragraph: ${two}`,
      `paragraph: ${one} So it goes on.`,
    ])
  })
})

describe('hostile pages', () => {
  test('markup of a page is text to nobody: no script runs, nothing is fetched', async () => {
    const { source } = await read(
      page(
        `<p>${one}</p><p>&lt;script&gt;alert(1)&lt;/script&gt; is what the clerk wrote, in his own hand, on the paper.</p><img src=x onerror="process.exit(1)"><p>${two}</p>`,
      ),
      'a.html',
    )
    expect(outline(source)[1]).toBe(
      'paragraph: <script>alert(1)</script> is what the clerk wrote, in his own hand, on the paper.',
    )
  })

  test.each([
    ['ten thousand nested boxes', '<div>'.repeat(10_000)],
    ['ten thousand open tags', '<b><i>'.repeat(5_000)],
    ['tables in tables', '<table><tr><td>'.repeat(2_000)],
    ['a list in a list in a list', '<ul><li>a'.repeat(3_000)],
    ['an attribute without an end', `<p title="${'x'.repeat(200_000)}`],
    ['a hundred thousand line breaks', 'a<br>'.repeat(100_000)],
    ['links to everywhere', '<a href="#x">1</a>'.repeat(10_000)],
  ])('%s', async (_, html) => {
    const result = await parseSource({ path: 'a.html', bytes: bytesOf(`<html><body><p>${one}</p>${html}`) })
    if (result.value) checkSource(result.value)
    else expect(result.diagnostics.some(d => d.severity === 'error')).toBe(true)
  })

  test('a page without text', async () => {
    const result = await parseSource({ path: 'a.html', bytes: bytesOf('<html><body><script>x</script></body></html>') })
    expect(result.value).toBeNull()
    expect(result.diagnostics[0]?.rule).toBe('source-is-not-empty')
  })

  test('a page that is nothing but a menu is all text', async () => {
    const { source } = await read('<html><body><nav><a href="/">Home</a></nav></body></html>', 'a.html')
    expect(furniture(source).length + source.children.length).toBe(1)
  })
})
