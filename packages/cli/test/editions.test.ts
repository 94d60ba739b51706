import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDocx, openPdf, validateDocx } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { briefbook, inFolder, smallBook, snapshot, write } from './folders.js'

const book = {
  ...smallBook,
  'book.yaml': 'title: Dams on the river\nedition: First edition\n',
  'chapters/a.md':
    '# Judgements\n\n:::key-judgement{likelihood="likely" confidence="low"}\nNorthland will build the dam within two years [@obs ¶2].\n:::\n',
}
const later = {
  'book.yaml': 'title: Dams on the river\nedition: Second edition\n',
  'chapters/a.md': book['chapters/a.md'].replace('will build', 'may not build'),
  'sources/third.txt': 'A third text\n\nBy Cora Weir\n\nSouthland supports the dam.\n',
}

describe('editions', () => {
  it('are frozen, compared with, and made again as they were', { timeout: 180_000 }, () =>
    inFolder(async folder => {
      await write(folder, book)
      const build = (out: string, ...more: string[]) =>
        briefbook(['build', folder, '--out', join(folder, out), '--format', 'html,json', ...more])
      expect((await build('first')).exit).toBe(0)
      const released = await briefbook(['release', folder])
      expect(released.stdout).toBe(`${join(folder, 'editions/001-first-edition.json')}\n`)
      expect((await build('again')).exit).toBe(0)
      expect(await snapshot(join(folder, 'again'))).toEqual(await snapshot(join(folder, 'first')))

      await write(folder, later)
      const second = await briefbook(['build', folder, '--out', join(folder, 'second')])
      expect(second.exit, second.stderr).toBe(0)
      const pdf = await openPdf(new Uint8Array(await readFile(join(folder, 'second/book.pdf'))))
      const docx = new Uint8Array(await readFile(join(folder, 'second/book.docx')))
      expect(await validateDocx(docx)).toEqual([])
      const words = openDocx(docx).text().replace(/\s+/g, ' ')
      const printed = pdf.pages.join(' ').replace(/\s+/g, ' ')
      for (const said of ['What changed since First edition', '1 new source', 'A third text', 'other evidence']) {
        expect(printed).toContain(said)
        expect(words).toContain(said)
      }
      const { inputs } = JSON.parse(await readFile(join(folder, 'second/manifest.json'), 'utf8'))
      expect(inputs.map((i: { path: string }) => i.path)).toContain('editions/001-first-edition.json')

      // Released in its turn, it is still compared with the one before.
      expect((await briefbook(['release', folder, '--name', '2nd'])).exit).toBe(0)
      const inspected = await briefbook(['inspect', 'book', folder])
      expect(inspected.stdout).toContain('What changed since First edition')
      expect(await readdir(join(folder, 'editions'))).toEqual(['001-first-edition.json', '002-2nd.json'])

      const text = await briefbook(['diff', 'First edition', '2nd', '--dir', folder])
      expect(text.stdout).toContain('Since First edition')
      expect(text.stdout).toMatch(/North(?:land)? \[-will-\]\{\+may not\+\} build|\[-will-\]\{\+may not\+\}/)
      const data = JSON.parse((await briefbook(['diff', 'First edition', '--dir', folder, '--json'])).stdout)
      expect(data).toMatchObject({ version: 1, since: { name: 'First edition' }, sources: { new: [{ id: 'third' }] } })
      expect((await briefbook(['diff', '2nd', 'now', '--dir', folder])).stdout).toContain('nothing has changed')
    }),
  )
  it('that are not there, broken or there already are told', () =>
    inFolder(async folder => {
      await write(folder, book)
      await briefbook(['release', folder])
      const again = await briefbook(['release', folder])
      expect(again.exit).toBe(1)
      expect(again.stderr).toContain('output-is-not-there-yet')
      const unknown = await briefbook(['diff', 'Frist edition', '--dir', folder])
      expect(unknown.exit).toBe(1)
      expect(unknown.stderr).toContain('Did you mean `First edition`?')
      await write(folder, { 'book.yaml': 'title: Dams\nsince: Thrid\n' })
      expect((await briefbook(['check', folder])).stdout).toContain('book.yaml:2:8  error  edition-is-known')
      await write(folder, { 'book.yaml': 'title: Dams\n', 'editions/002-b.json': '<<<<<<< HEAD\n' })
      expect((await briefbook(['check', folder])).stdout).toContain('editions/002-b.json  error  edition-is-whole')
      await write(folder, { 'book.yaml': 'title: Dams\nsince: none\n' })
      expect((await briefbook(['check', folder])).exit).toBe(0)
    }))
})
