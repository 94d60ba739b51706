import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDocx } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { briefbook, inFolder, smallBook, snapshot, write } from '../folders.js'
import { atWords, commentParts, deleted, inDocument, inParagraph, inserted, run, withParts } from './word.js'

const chapter = '# What we ask\n\nNorthland *builds* the dam [@obs ¶1].\n\nSouthland waits.\n'

/** A book that was built, and its document with one sentence changed and recorded. */
async function sentBook(folder: string): Promise<{ book: string; edited: string; file: string }> {
  const book = join(folder, 'book')
  const file = join(book, 'chapters/10-intro.md')
  // With a byte order mark, as some editors save: it stays.
  await write(book, { ...smallBook, 'chapters/10-intro.md': `\ufeff${chapter}` })
  expect((await briefbook(['build', book, '--format', 'docx'])).exit).toBe(0)
  const docx = new Uint8Array(await readFile(join(book, 'output/book.docx')))
  const edited = join(folder, 'edited.docx')
  const changed = inDocument(docx, xml =>
    inParagraph(xml, 'Southland waits', p => atWords(p, 'waits', deleted('waits') + inserted('hopes & waits'))),
  )
  await writeFile(edited, changed)
  return { book, edited, file }
}

describe('briefbook merge', () => {
  it('writes what an editor changed, once, and says where', () =>
    inFolder(async folder => {
      const { book, edited, file } = await sentBook(folder)
      const before = await snapshot(book)
      const dry = await briefbook(['merge', edited, book, '--dry-run'])
      expect(dry.stdout).toContain('Would write chapters/10-intro.md')
      expect(await snapshot(book)).toEqual(before)

      const first = await briefbook(['merge', edited, book])
      expect(first.exit).toBe(0)
      expect(first.stdout).toMatch(/^chapters\/10-intro\.md:5 {2}changed .*“Southland hopes & waits\.” \(Eve\)$/m)
      expect(first.stdout).toContain('1 applied. Wrote chapters/10-intro.md.')
      expect(await readFile(file, 'utf8')).toBe(`\ufeff${chapter.replace('waits', 'hopes & waits')}`)

      const written = await snapshot(book)
      const second = await briefbook(['merge', edited, book])
      expect(second.exit).toBe(0)
      expect(second.stdout).toBe('1 there already. Nothing to write.\n')
      expect(await snapshot(book)).toEqual(written)
    }))

  it('asks for a person where both sides changed the same words, and does what it is told', () =>
    inFolder(async folder => {
      const { book, edited, file } = await sentBook(folder)
      await writeFile(file, chapter.replace('waits', 'protests'))
      const told = await briefbook(['merge', edited, book, '--json'])
      expect(told.exit).toBe(1)
      const records = told.stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line))
      expect(records.at(-1)).toMatchObject({ type: 'merge', applied: 0, conflicts: 1, files: ['conflicts.yaml'] })
      expect(await readFile(file, 'utf8')).toBe(chapter.replace('waits', 'protests'))
      expect((await briefbook(['merge', edited, book, '--theirs'])).exit).toBe(0)
      expect(await readFile(file, 'utf8')).toBe(chapter.replace('waits', 'hopes & waits'))
    }))

  it('tells a refused edit with exit code 1, and takes the rest over', () =>
    inFolder(async folder => {
      const { book, edited, file } = await sentBook(folder)
      const docx = new Uint8Array(await readFile(edited))
      const more = inDocument(docx, xml =>
        inParagraph(xml, 'fears that the dam', p => atWords(p, 'fears', run('hopes'))),
      )
      const marked = inDocument(more, xml =>
        inParagraph(xml, 'Southland ', p =>
          atWords(p, 'Southland', `<w:commentRangeStart w:id="1"/>${run('Southland')}<w:commentRangeEnd w:id="1"/>`),
        ),
      )
      await writeFile(edited, withParts(marked, commentParts))
      const { exit, stdout, stderr } = await briefbook(['merge', edited, book])
      expect(exit).toBe(1)
      expect(stderr).toContain('edit-leaves-quotations')
      expect(stdout).toContain('1 applied, 1 refused, 1 new comment.')
      expect(await readFile(file, 'utf8')).toContain('hopes & waits')
      expect(await readFile(join(book, 'comments.yaml'), 'utf8')).toContain('Is this so?')
      // The next document shows what was remarked, and merging it back remarks nothing anew.
      expect((await briefbook(['build', book, '--format', 'docx'])).exit).toBe(0)
      const next = join(book, 'output/book.docx')
      expect(openDocx(new Uint8Array(await readFile(next))).part('word/comments.xml')).toContain('Ann: It is.')
      const again = await briefbook(['merge', next, book])
      expect([again.exit, again.stdout]).toEqual([0, 'No edits. Nothing to write.\n'])
    }))

  it('writes nothing of a file that it cannot read', () =>
    inFolder(async folder => {
      const { book, edited } = await sentBook(folder)
      await writeFile(edited, 'no document')
      const before = await snapshot(book)
      const { exit, stderr, stdout } = await briefbook(['merge', edited, book])
      expect([exit, stdout]).toEqual([1, ''])
      expect(stderr).toContain('edited-docx-is-whole')
      expect((await briefbook(['merge', join(folder, 'none.docx'), book])).exit).toBe(1)
      expect((await briefbook(['merge', edited, book, '--ours', '--theirs'])).exit).toBe(2)
      expect(await snapshot(book)).toEqual(before)
    }))

  it('does not touch a chapter that is not in UTF-8', () =>
    inFolder(async folder => {
      const { book, edited, file } = await sentBook(folder)
      await writeFile(file, Buffer.concat([Buffer.from(chapter), Buffer.from([0xe9, 0x0a])]))
      const before = await readFile(file)
      const { exit, stderr } = await briefbook(['merge', edited, book])
      expect(exit).toBe(1)
      expect(stderr).toContain('not in UTF-8')
      expect(Buffer.compare(await readFile(file), before)).toBe(0)
    }))
})
