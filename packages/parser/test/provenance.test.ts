import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documents, expected, type Part, toDocx, toHtml, toMarkdown, toPdf, toText } from './documents.js'
import { outline, read } from './helpers.js'
import { checkSource, uncovered } from './invariants.js'

/** The same documents in every run; take the seed away and raise the number to look for more. */
const runs = { numRuns: 150, seed: 12 }
const noMarks = (parts: Part[]) => parts.map(part => (part.type === 'paragraph' ? { ...part, note: null } : part))

describe('Random documents of every format: each character is traced, no word is lost, the structure comes back', () => {
  test('Markdown', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.constantFrom(0, 60, 76),
        fc.constantFrom('\n', '\r\n'),
        async (parts, wrap, ending) => {
          const { source } = await read(toMarkdown(parts, wrap, ending), 'a.md')
          checkSource(source)
          // The addresses of links and the numbers in front of items and notes are markup.
          const { lost, twice } = uncovered(source, word => /^(?:https|a|example|b|amp|\d+)$/.test(word))
          expect({ lost, twice }).toEqual({ lost: [], twice: [] })
          expect(outline(source)).toEqual(expected(parts, { notes: true, tables: true, depths: true }))
        },
      ),
      runs,
    )
  })

  test('plain text', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.integer({ min: 56, max: 90 }),
        fc.constantFrom(0, 2, 9),
        fc.constantFrom('\n', '\r\n'),
        async (parts, width, indent, ending) => {
          const { source } = await read(toText(noMarks(parts), width, indent, ending), 'a.txt')
          checkSource(source)
          expect(uncovered(source, word => /^\d+$/.test(word))).toEqual({ lost: [], twice: [] })
          expect(outline(source)).toEqual(expected(noMarks(parts), { notes: false, tables: false, depths: false }))
        },
      ),
      runs,
    )
  })

  test('HTML', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async parts => {
        const { source } = await read(toHtml(parts), 'a.html')
        checkSource(source)
        expect(uncovered(source, word => /^\d+$/.test(word))).toEqual({ lost: [], twice: [] })
        expect(outline(source)).toEqual(expected(parts, { notes: true, tables: true, depths: true }))
      }),
      runs,
    )
  })

  test('DOCX', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async parts => {
        const { source } = await read(toDocx(parts), 'a.docx')
        checkSource(source)
        expect(uncovered(source)).toEqual({ lost: [], twice: [] })
        expect(outline(source)).toEqual(expected(parts, { notes: true, tables: true, depths: true }))
      }),
      runs,
    )
  })

  test('PDF', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.constantFrom<1 | 2>(1, 2),
        fc.boolean(),
        fc.boolean(),
        async (parts, columns, indents, runs) => {
          // Two rows of two cells are no more than four short lines.
          const kept = parts.filter(
            one => one.type !== 'table' || (columns === 1 && (one.rows.length > 2 || (one.rows[0] ?? []).length > 2)),
          )
          const sheet = { columns, numbered: runs, ...(runs ? { head: 'Papers of the lake' } : {}) }
          const { source } = await read(toPdf(kept, 'The harbour and its three winters', sheet, indents), 'a.pdf')
          checkSource(source)
          // The numbers in front of items and notes, and those that refer to notes, are markup.
          const { lost, twice } = uncovered(source, word => /^\d+$/.test(word))
          expect({ lost, twice }).toEqual({ lost: [], twice: [] })
          expect(outline(source)).toEqual(expected(kept, { notes: true, tables: true, depths: true }))
          expect(source.meta.title).toBe('The harbour and its three winters')
        },
      ),
      runs,
    )
  })
})
