import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../src/index.js'
import { documents, toDocx, toHtml, toMarkdown, toPdf } from './documents.js'
import { bytesOf, docx, p } from './helpers.js'
import { checkSource } from './invariants.js'
import { pdf } from './pdf-writer.js'

/** Whatever comes in: a source that keeps its promises, or an error that says why there is none. */
async function survive(bytes: Uint8Array, path: string): Promise<void> {
  const { value, diagnostics } = await parseSource({ path, bytes })
  if (value) checkSource(value)
  else expect(diagnostics.some(d => d.severity === 'error')).toBe(true)
  for (const told of diagnostics) expect(told.message).not.toBe('')
}

const paths = fc.constantFrom('a.md', 'a.txt', 'a.html', 'a.docx', 'a')

/** Signs that mean something to one reader or another, and letters between them. */
const signs = fc.constantFrom(
  ...[
    'a',
    'B',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '    ',
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '[',
    ']',
    '(',
    ')',
    '[^1]',
    '[^1]: ',
    '<sup>1</sup>',
    '<br>',
    '<',
    '>',
    '> ',
    '- ',
    '1. ',
    '# ',
    '---\n',
    '===\n',
    '|',
    '|-|\n',
    '&amp;',
    '&',
    '&#0;',
    '\\',
    '~~',
    '\u0000',
    '\u202e',
    '\ufeff',
    '\u00ad',
    '\ud83d\ude00',
    '—',
    '“',
    '”',
    '.',
    '…',
    'U.S.',
    '\f',
    '\r\n',
    '\r',
    '\u2028',
    '•',
    '<p>',
    '</p>',
    '<table><tr><td>',
    '</td></tr></table>',
    '<ul><li>',
    '<div>',
    '<a href="#1">1</a>',
    '<li id="1">',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    'By Jane Doe',
    '2020',
    'Related Articles\n\n',
    '---\ntitle: a\n---\n',
  ],
)

describe('any input ends in a source or a diagnostic', () => {
  test('bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), paths, survive), { numRuns: 500, seed: 12 })
  })

  test('characters', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }).map(bytesOf), paths, survive), {
      numRuns: 500,
    })
  })

  test('signs that mean something', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(signs, { maxLength: 80 }).map(parts => bytesOf(parts.join(''))),
        paths,
        survive,
      ),
      { numRuns: 1500, seed: 12 },
    )
  })

  const mutations = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 })
  const mutate = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]) => {
    const copy = bytes.slice()
    for (const [at, byte] of changes) copy[at % copy.length] = byte
    return copy
  }

  test('Word files with bytes changed, and cut off', async () => {
    await fc.assert(
      fc.asyncProperty(documents, mutations, fc.nat(), async (parts, changes, cut) => {
        const whole = toDocx(parts)
        await survive(mutate(whole, changes), 'a.docx')
        await survive(whole.subarray(0, cut % whole.length), 'a.docx')
      }),
      { numRuns: 150, seed: 12 },
    )
  })

  test('PDFs with bytes changed, and cut off', async () => {
    await fc.assert(
      fc.asyncProperty(documents, mutations, fc.nat(), async (parts, changes, cut) => {
        const whole = toPdf(parts, 'The harbour', { columns: 2, numbered: true }, true)
        await survive(mutate(whole, changes), 'a.pdf')
        await survive(whole.subarray(0, cut % whole.length), 'a.pdf')
      }),
      { numRuns: 60, seed: 12 },
    )
  })

  test('PDFs with words anywhere on the page', async () => {
    const place = fc.integer({ min: -50, max: 900 })
    const put = fc.record({
      text: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
        fc.constantFrom('a word', '1', '•', '。'),
      ),
      x: place,
      y: place,
      size: fc.constantFrom(0, 0.001, 6, 10, 11, 24, 3000),
      face: fc.constantFrom('Courier' as const, 'Courier-Bold' as const),
      turned: fc.constantFrom(0, 0, 0, 90, 180, 33),
    })
    const pages = fc.array(fc.array(put, { maxLength: 30 }), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(pages, all => survive(pdf(all), 'a.pdf')),
      { numRuns: 120, seed: 12 },
    )
  })

  test('pages and Markdown with characters changed, and cut off', async () => {
    await fc.assert(
      fc.asyncProperty(documents, mutations, fc.nat(), async (parts, changes, cut) => {
        for (const [text, path] of [
          [toHtml(parts), 'a.html'],
          [toMarkdown(parts, 60, '\n'), 'a.md'],
        ] as const) {
          const bytes = bytesOf(text)
          await survive(mutate(bytes, changes), path)
          await survive(bytes.subarray(0, cut % bytes.length), path)
        }
      }),
      { numRuns: 100, seed: 12 },
    )
  })
})

describe('what is made to take all time and memory', () => {
  test.each([
    ['twenty thousand quotations in each other', 'a.md', `${'>'.repeat(20_000)} a`],
    ['twenty thousand lists in each other', 'a.md', `${'- '.repeat(20_000)}a`],
    [
      'lists that go deeper line by line',
      'a.md',
      Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'),
    ],
    ['five million backticks', 'a.md', '`'.repeat(5_000_000)],
    ['five million backticks under a heading', 'a.md', `# A\n\n${'`'.repeat(5_000_000)}\n\nb`],
    ['backticks that never match', 'a.md', Array.from({ length: 1_500 }, (_, i) => `${'`'.repeat(i)}a`).join('')],
    ['an address that never ends', 'a.md', `http://a.b/${'*'.repeat(70_000)}`],
    ['e-mail addresses', 'a.md', 'a@b.'.repeat(50_000)],
    ['emphasis that never closes', 'a.md', '*a_ '.repeat(50_000)],
    ['brackets', 'a.md', '['.repeat(100_000)],
    ['pictures in pictures', 'a.md', '!['.repeat(50_000)],
    ['notes that nobody wrote', 'a.md', '[^a]'.repeat(50_000)],
    ['definitions', 'a.md', '[a]: b\n'.repeat(20_000)],
    ['underlined headings', 'a.md', 'a\n---\n'.repeat(20_000)],
    ['a paragraph of a hundred thousand lines', 'a.txt', 'word\n'.repeat(100_000)],
    ['a line of a million words', 'a.txt', 'word '.repeat(1_000_000)],
    ['a million spaces', 'a.txt', `${' '.repeat(1_000_000)}a`],
    ['stops', 'a.txt', '. '.repeat(100_000)],
    ['initials', 'a.txt', 'A. B. C. '.repeat(30_000)],
    [
      'notes that refer to each other in a chain',
      'a.txt',
      Array.from({ length: 5_000 }, (_, i) => `[${i % 999}] a [${(i + 1) % 999}]`).join('\n\n'),
    ],
    ['boxes of other articles', 'a.txt', 'Related Articles\n\n'.repeat(10_000)],
    ['a table of many rows', 'a.md', `|a|b|\n|-|-|\n${'|*a*|_b_|\n'.repeat(10_000)}`],
  ])('%s', async (_, path, text) => {
    await survive(bytesOf(text), path)
  })

  test('Word files: paragraphs in paragraphs, a table in a table, many runs', async () => {
    await survive(docx(`${'<w:p><w:r>'.repeat(500)}${'</w:r></w:p>'.repeat(500)}`), 'a.docx')
    await survive(docx('<w:p><w:r>'.repeat(5_000) + '</w:r></w:p>'.repeat(5_000)), 'a.docx')
    await survive(
      docx(`${'<w:tbl><w:tr><w:tc>'.repeat(150)}${p('a')}${'</w:tc></w:tr></w:tbl>'.repeat(150)}`),
      'a.docx',
    )
    await survive(docx(`<w:p>${'<w:r><w:t>a </w:t></w:r>'.repeat(50_000)}</w:p>`), 'a.docx')
  })

  test('PDFs: many words on a page, many lines at one place, many pages', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({
      text: 'word',
      x: 40 + (i % 20) * 26,
      y: 60 + (i % 700),
      size: 9,
    }))
    await survive(pdf([many]), 'a.pdf')
    await survive(pdf([many.map(put => ({ ...put, x: 100, y: 100 }))]), 'a.pdf')
    const page = Array.from({ length: 6 }, (_, i) => ({ text: `${i} words of a page`, x: 60, y: 60 + 130 * i }))
    await survive(pdf(Array.from({ length: 500 }, () => page)), 'a.pdf')
  })
})

test('the same input gives the same source', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async parts => {
      for (const [bytes, path] of [
        [toDocx(parts), 'a.docx'],
        [bytesOf(toHtml(parts)), 'a.html'],
        [toPdf(parts, 'The harbour', { columns: 1 }, false), 'a.pdf'],
      ] as const) {
        const [a, b] = [await parseSource({ path, bytes }), await parseSource({ path, bytes })]
        expect(a).toEqual(b)
        expect(JSON.parse(JSON.stringify(a.value))).toEqual(a.value)
      }
    }),
    { numRuns: 20, seed: 12 },
  )
})
