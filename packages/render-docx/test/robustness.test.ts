import { crossReference, definition, definitionList, text } from '@briefbook/ast'
import { examplePrint } from '@briefbook/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../src/index.js'
import { cleanText, cleanTree } from '../src/text/clean.js'
import { languageOf } from '../src/text/language.js'
import { bookmarkNames } from '../src/xml/bookmarks.js'
import { linkTarget } from '../src/xml/links.js'
import { bookOf, open, p, passageOf, tableOf, tokens } from './fixture.js'

const naughty: { readonly [what: string]: string } = {
  'control characters': 'a\u0000b\u0007c\u001fd\u007fe',
  'no characters at all': '\u0000',
  noncharacters: 'a\ufffeb\uffffc\ufdd0d',
  'half of a pair': 'a\ud800b\udc00c',
  'what ends a section of XML': ']]><!--<w:p/>-->&amp;&#0;<?xml?>',
  'what would be put in': '{default-bullet-numbering-0} {bullets-0} {0} {{}}',
  emoji: '👩🏽‍🚀 flags 🇬🇧 and \u{1f600}',
  'right to left': 'العبّارة \u202e overridden \u2066 isolated',
  'a very long word': 'x'.repeat(20_000),
  'field codes': '{ DDEAUTO c:\\\\windows "x" } =1+1 \\* MERGEFORMAT',
  'spaces of every kind': ' a\u00a0b\u2003c\u200bd\ufeffe\u2028f\u2029 ',
  'words of the library': 'SECTION',
  'a name of objects': 'constructor',
  empty: '',
}

describe.each(Object.entries(naughty))('%s', (_, words) => {
  it('make a document that Word opens, as title, cell, quotation, author and everything else', async () => {
    const reference = crossReference('log.3', words)
    const book = bookOf(
      [
        p(
          words,
          { type: 'link', url: `https://example.org/${words.slice(0, 50)}`, children: [text(words)] },
          { type: 'note', number: 1, cites: [], children: [text(words)] },
        ),
        { type: 'heading', depth: 3, data: { id: words, number: words }, children: [text(words)] },
        { type: 'code', value: words },
        {
          type: 'evidence',
          statement: 's',
          quote: words,
          verdict: 'exact',
          stance: 'mixed',
          speaker: words,
          reviewed: true,
          comment: words,
          reference,
          language: words,
        },
        { type: 'keyJudgement', id: words, number: 1, likelihood: words, confidence: words, children: [p(words)] },
        tableOf({
          caption: words,
          alternative: words,
          legend: [text(words)],
          children: [{ type: 'bookRow', children: [] }, ...tableOf().children],
        }),
        definitionList(definition(words, words)),
        passageOf({ children: [text(words)], marker: words, kind: 'listItem', supports: [reference] }),
        passageOf({ id: `${words}.4`, kind: 'table', rows: [[words, words]] }),
        { type: 'reference', id: words, label: words, children: [text(words)] },
        { type: 'picture', path: words, alternative: words, title: words },
      ],
      {
        meta: {
          title: words,
          subtitle: words,
          authors: [words, words],
          organisation: words,
          edition: words,
          dateText: words,
          handling: words,
          print: examplePrint,
          sources: [],
          contentHash: words,
          tool: words,
        },
        tables: [{ id: 'matrix', number: '1', title: words, depth: 1 }],
      },
    )
    const { document, docx } = await open(book)
    const kept = cleanText(words).trim()
    if (kept !== '' && !/[\n]/.test(kept)) expect(docx.text().replaceAll('\n', ' ')).toContain(kept)
    expect(cleanText(document)).toBe(document)
  })
})

describe('cleaning', () => {
  it('leaves only characters that XML allows, and all that it allows but those that Unicode reserves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        const clean = cleanText(value)
        expect(clean).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{10FFFF}]/u)
        expect(cleanText(clean)).toBe(clean)
      }),
    )
    expect(cleanText('Größe ‘x’ \u{1F600} \u00a0\t\n')).toBe('Größe ‘x’ \u{1F600} \u00a0\t\n')
  })

  it('reaches every text of a tree and nothing else', () => {
    expect(cleanTree({ a: ['x\u0001', { b: '\ufffe' }], n: 1, f: false, z: null })).toEqual({
      a: ['x', { b: '' }],
      n: 1,
      f: false,
      z: null,
    })
  })
})

describe('bookmark names', () => {
  const ids = fc.uniqueArray(
    fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[a-cA-C._-]{1,4}$/),
      fc.string({ minLength: 35, maxLength: 60 }),
    ),
  )

  it('are ones that Word takes, one for each id', () => {
    fc.assert(
      fc.property(ids, given => {
        const names = [...bookmarkNames(given).values()]
        expect(names).toHaveLength(given.length)
        for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,39}$/)
        expect(new Set(names.map(name => name.toLowerCase())).size).toBe(given.length)
      }),
    )
  })

  it('are the id itself where that is a name, and do not depend on what comes later', () => {
    expect(bookmarkNames(['swp.12', 'chapter-7', '7', 'já']).get('swp.12')).toBe('swp_12')
    fc.assert(
      fc.property(ids, fc.string(), (given, later) => {
        const alone = bookmarkNames(given)
        const more = bookmarkNames([...given, later])
        for (const [id, name] of alone) expect(more.get(id)).toBe(name)
      }),
    )
  })
})

describe('languages', () => {
  it.each([
    ['en', { value: 'en' }],
    ['fa', { bidirectional: 'fa' }],
    ['prs-AF', { bidirectional: 'prs-AF' }],
    ['pa-Arab-PK', { bidirectional: 'pa-Arab-PK' }],
    ['ar-Latn', { value: 'ar-Latn' }],
    ['zh-Hant', { value: 'zh-Hant', eastAsia: 'zh-Hant' }],
    ['"><w:p/>', undefined],
    ['', undefined],
  ] as const)('%s', (tag, attributes) => {
    expect(languageOf(tag)).toEqual(attributes)
  })
})

describe('links', () => {
  it('lead by http, https or mailto or not at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map(s => `https://x.org/${s}`),
        ),
        url => {
          const target = linkTarget(url)
          if (target !== null) expect(target).toMatch(/^(https?:|mailto:)[^\s<>"]*$/)
        },
      ),
    )
    expect(linkTarget('HTTP://Example.org')).toBe('http://example.org/')
    expect(linkTarget('javascript:alert(1)')).toBeNull()
  })
})

describe('any text', () => {
  it('comes through whole and in order', async () => {
    const { openDocx } = await import('@briefbook/testkit')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 8 }),
        async texts => {
          const docx = openDocx(
            await renderDocx(
              bookOf(texts.map((words, i) => passageOf({ id: `log.${i}`, number: i, children: [text(words)] }))),
              tokens,
            ),
          )
          const expected = texts.map(
            (words, i) => `¶${i}\t${cleanText(words).replaceAll('\n', ' ').replaceAll('\u00ad', '')}`,
          )
          expect(docx.text().split('\n').slice(-texts.length)).toEqual(expected)
        },
      ),
      { numRuns: 40 },
    )
  })
})
