import {
  type Book,
  type BookBlock,
  cell,
  crossReference,
  definition,
  definitionList,
  line,
  row,
  text,
} from '@briefbook/ast'
import { examplePrint, openDocx, schemaFaults } from '@briefbook/testkit'
import collected from 'big-list-of-naughty-strings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../src/index.js'
import { cleanText, cleanTree } from '../src/text/clean.js'
import { languageOf } from '../src/text/language.js'
import { bookmarkNames } from '../src/xml/bookmarks.js'
import { linkTarget } from '../src/xml/links.js'
import { bookOf, open, p, passageOf, tableOf, tokens } from './fixture.js'
import { naughty } from './naughty.js'

/** Words in everything that blocks can say. @param n  Of the note, from 1. */
function everyBlock(words: string, n: number): BookBlock[] {
  const reference = crossReference('log.3', words)
  return [
    p(
      words,
      { type: 'link', url: `https://example.org/${words.slice(0, 50)}`, children: [text(words)] },
      { type: 'note', number: n, cites: [], children: [text(words)] },
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
    { type: 'keyJudgement', id: words, number: n, likelihood: words, confidence: words, children: [p(words)] },
    tableOf({
      id: `${words}.table`,
      number: n,
      caption: words,
      alternative: words,
      legend: [text(words)],
      children: [
        { type: 'bookRow', children: [] },
        row(cell([words], { header: 'row' }), cell([line('finding', words), line('evidence', words)])),
      ],
    }),
    definitionList(definition(words, words)),
    passageOf({ id: `${words}.3`, children: [text(words)], marker: words, kind: 'listItem', supports: [reference] }),
    passageOf({ id: `${words}.4`, number: 4, kind: 'table', rows: [[words, words]] }),
    { type: 'reference', id: words, label: words, children: [text(words)] },
    { type: 'picture', id: `${words}.5`, number: 1, path: words, alternative: words, caption: words },
    { ...p('remarked'), data: { comments: [{ author: words, date: null, text: words }] } },
  ]
}

/** A book that says each of some strings in every place; all of them together where there is but one place. */
function everyPlace(strings: readonly string[]): Book {
  const all = strings.join(' ')
  return bookOf(
    strings.flatMap((words, i) => everyBlock(words, i + 1)),
    {
      meta: {
        title: all,
        subtitle: all,
        authors: [...strings],
        organisation: all,
        edition: all,
        dateText: all,
        handling: all,
        print: examplePrint,
        sources: strings.map(label => ({ label, sha256: label })),
        contentHash: all,
        tool: all,
      },
      tables: strings.map((title, i) => ({ id: `${title}.table`, number: String(i + 1), title, depth: 1 })),
    },
  )
}

/** What a document says of words. */
const shown = (words: string) => cleanText(words).replaceAll('\n', ' ').replaceAll('\u00ad', '')

describe('in every place', () => {
  it.each(Object.entries(naughty))('%s come through', async (_, words) => {
    const docx = openDocx(await renderDocx(everyPlace([words]), tokens))
    expect(docx.text().split('\n')).toContain(`¶3\t${shown(words)}\t${shown(words)}`)
    const document = docx.part('word/document.xml')
    expect(cleanText(document)).toBe(document)
  })

  it.each([
    ['all kinds', Object.values(naughty)],
    ['a list that others have collected', collected],
  ])('%s make a document that Word opens', async (_, strings) => {
    const { file, docx } = await open(everyPlace(strings))
    const passages = docx
      .text()
      .split('\n')
      .filter(line => line.startsWith('¶3\t'))
    expect(passages).toEqual(strings.map(words => `¶3\t${shown(words)}\t${shown(words)}`))
    const faults = await schemaFaults([file])
    if (faults === null) console.log('skipped: the schemas of ISO/IEC 29500 are not there')
    expect(faults ?? []).toEqual([])
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
    expect(linkTarget('https://[::1]:8080/a[b]|c?d^%e%20#f#g')).toBe(
      'https://[::1]:8080/a%5Bb%5D%7Cc?d%5E%25e%20#f%23g',
    )
    expect(linkTarget('mailto:a@example.org?subject="b"')).toBe('mailto:a@example.org?subject=%22b%22')
    expect(linkTarget('javascript:alert(1)')).toBeNull()
  })
})

describe('any text', () => {
  it('comes through whole and in order', async () => {
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
