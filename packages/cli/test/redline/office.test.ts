import type { WrittenBlock } from '@briefbook/ast'
import { editWithLibreOffice, findOfficePython, findProgram, type OfficeEdit } from '@briefbook/testkit'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bodyOf, chapters, expectSettled, make, mergeInto, notesOf, paragraphsOf, plain } from './book.js'

/** How many sessions are tried; `BRIEFBOOK_SESSIONS=200 vitest run packages/cli/test/redline/office.test.ts` for all. */
const sessions = Number(process.env.BRIEFBOOK_SESSIONS) || 6

const office = (await findProgram('soffice')) !== null && (await findOfficePython()) !== null
if (!office) console.log('skipped: LibreOffice and python3-uno edit documents in these tests, and are not installed')

/** What a failed expectation says, with what differed. */
function inspect(error: unknown): string {
  const { message, expected, actual } = error as { message: string; expected?: unknown; actual?: unknown }
  const lines = (value: unknown) => (Array.isArray(value) ? value.map(String) : [JSON.stringify(value)])
  const [wanted, found] = [lines(expected), lines(actual)]
  const only = (a: string[], b: string[]) => a.filter(line => !b.includes(line)).join('\n    ')
  return `${message}\n  expected\n    ${only(wanted, found)}\n  found\n    ${only(found, wanted)}`
}

/** How many characters a block shows behind what the book puts before it, and how many that is. */
function measure(block: WrittenBlock, text: string): { lead: number; length: number } {
  const shown = (pieces: WrittenBlock['pieces']): number =>
    pieces.reduce((sum, piece) => {
      if (piece.type === 'mark') return sum + shown(piece.children)
      if (piece.type === 'text') return sum + (piece.shown ?? text.slice(...piece.span)).length
      return sum + (piece.type === 'atom' ? piece.shown.length : 1)
    }, 0)
  return { lead: block.lead?.length ?? 0, length: shown(block.pieces) }
}

const word = fc.constantFrom(
  'now',
  'a *star*',
  'of [late]',
  '5 < 7',
  'Zoë & co.',
  '“so”',
  'under_score',
  '# no',
  '- dash',
  '1. one',
  '@nobody',
  'x',
)
const share = fc.integer({ min: 0, max: 100 }).map(percent => percent / 100)

/** What is done to one block, in shares of its length. */
const action = fc.record({
  kind: fc.constantFrom(
    'insert',
    'insert',
    'delete',
    'delete',
    'replace',
    'replace',
    'split',
    'join',
    'paragraph',
    'comment',
    'emphasise',
    'note',
  ),
  block: fc.nat(),
  a: share,
  b: share,
  text: word,
})

const session = fc.record({ record: fc.boolean(), actions: fc.array(action, { minLength: 1, maxLength: 6 }) })

type Action = { kind: string; block: number; a: number; b: number; text: string }

/** The footnote that an analyst wrote, by its number in the document, and the block that it stands in. */
interface OwnNote {
  note: number
  length: number
  block: WrittenBlock
}

/** Actions as edits of blocks that no other action touches. */
function editsOf(
  actions: readonly Action[],
  blocks: readonly WrittenBlock[],
  files: ReadonlyMap<string, string>,
  own: OwnNote,
) {
  const touched = new Set<WrittenBlock>()
  const edits: OfficeEdit[] = []
  for (const { kind, block: n, a, b, text } of actions) {
    if (kind === 'note') {
      const { note, length, block } = own
      if (touched.has(block)) continue
      const [from, to] = [Math.floor(Math.min(a, b) * length), Math.ceil(Math.max(a, b) * length)]
      // A note that an edit takes out would give those behind it other numbers.
      edits.unshift({ kind, note, from, to, text })
      touched.add(block)
      continue
    }
    const at = n % blocks.length
    const block = blocks[at] as WrittenBlock
    const next = blocks[at + 1]
    if (touched.has(block)) continue
    const { lead, length } = measure(block, files.get(block.file) ?? '')
    const from = lead + Math.floor(Math.min(a, b) * length)
    const to = lead + Math.ceil(Math.max(a, b) * length)
    const place = block.id
    if (kind === 'join') {
      const between =
        next && next.file === block.file ? (files.get(block.file) ?? '').slice(block.span[1], next.span[0]) : 'x'
      // A title holds no notes.
      if (
        !next ||
        touched.has(next) ||
        block.type === 'title' ||
        next.type === 'heading' ||
        !/^[\s\-*\d.]*$/.test(between)
      )
        continue
      touched.add(next)
      edits.push({ kind, place })
    } else if (kind === 'insert') edits.push({ kind, place, from, text: ` ${text} ` })
    else if (kind === 'split') {
      // A split at either end is an empty paragraph.
      if (from <= lead || from >= lead + length) continue
      edits.push({ kind, place, from })
    } else if (kind === 'paragraph') edits.push({ kind, place, text })
    else if (kind === 'comment') {
      if (from >= to) continue
      edits.push({ kind, place, from, to, text: `Why ${text}?`, author: 'Eve' })
    } else if (kind === 'replace' || kind === 'delete' || kind === 'emphasise') {
      if (from >= to) continue
      edits.push(kind === 'replace' ? { kind, place, from, to, text } : { kind, place, from, to })
    }
    touched.add(block)
  }
  return { edits, touched }
}

it.skipIf(!office)(
  `takes ${sessions} sessions of an editor home`,
  async () => {
    const { docx, ledger } = await make(chapters)
    const files = new Map(ledger.files.map(({ path, text }) => [path, text]))
    const blocks = ledger.blocks.filter(block => block.kind === 'written').filter(({ type }) => type !== 'cell')
    const block = blocks.find(({ pieces }) => pieces.some(piece => piece.type === 'note' && piece.children))
    const words = 'A note of our own.'
    const own = { note: notesOf(docx).indexOf(words), length: words.length, block: block as WrittenBlock }
    const seed = Number(process.env.BRIEFBOOK_SEED) || 20260101
    const jobs = fc
      .sample(session, { numRuns: sessions, seed })
      .map(({ record, actions }) => ({ docx, record, ...editsOf(actions, blocks, files, own) }))
    const edited = await editWithLibreOffice(jobs)
    const failures: string[] = []
    for (const [i, { docx: came, paragraphs, notes }] of edited.entries()) {
      const { edits, touched, record } = jobs[i] as (typeof jobs)[number]
      try {
        const merged = mergeInto(came, chapters)
        expect(merged.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
        // Half of a word, or half of what is marked already, cannot be marked in Markdown.
        const isMarked = (place: string) =>
          blocks.some(({ id, pieces }) => id === place && pieces.some(({ type }) => type === 'mark'))
        const marking = edits.some(edit => edit.kind === 'emphasise' || edit.kind === 'note' || isMarked(edit.place))
        const warnings = merged.diagnostics.filter(({ severity }) => severity === 'warning')
        const unexpected = warnings.filter(({ hint }) => !marking || !hint.startsWith('Mark '))
        expect(unexpected.map(({ message, actual }) => `${message} ${actual}`)).toEqual([])
        const next = await expectSettled(came, merged.chapters)
        expect(paragraphsOf(next.docx)).toEqual(bodyOf(paragraphs, docx))
        expect(notesOf(next.docx)).toEqual(notes.map(plain))
        for (const { path, text } of chapters) {
          const now = merged.chapters.find(file => file.path === path)?.text ?? ''
          let from = 0
          for (const block of blocks.filter(block => block.file === path && !touched.has(block))) {
            const raw = text.slice(...block.span)
            const at = now.indexOf(raw, from)
            expect(at, raw).toBeGreaterThanOrEqual(0)
            from = at + raw.length
          }
        }
        const comments = edits.filter(({ kind }) => kind === 'comment').length
        expect(merged.applied.filter(({ kind }) => kind === 'comment')).toHaveLength(comments)
      } catch (error) {
        failures.push(
          `session ${i}, ${record ? 'recorded' : 'not recorded'}: ${JSON.stringify(edits)}\n${inspect(error)}`,
        )
      }
    }
    expect(failures.length, failures.slice(0, 6).join('\n\n')).toBe(0)
  },
  900_000,
)
