import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenedPdf, openPdf } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { briefbook, inFolder, smallBook, write } from './folders.js'

// What pages look like, read from the places of their words.

/** Builds the small book with some files changed, and opens its PDF. */
async function printed(files: { [path: string]: string }): Promise<OpenedPdf> {
  return inFolder(async folder => {
    await write(folder, { ...smallBook, ...files })
    const { exit, stderr } = await briefbook(['build', folder, '--format', 'pdf'])
    if (exit !== 0) throw new Error(stderr)
    return openPdf(new Uint8Array(await readFile(join(folder, 'output/book.pdf'))))
  })
}

type Run = OpenedPdf['runs'][number]

/** How far two runs of text lie upon one another, in points; lines that follow closely touch a little. */
function overlap(a: Run, b: Run): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.min(across, down)
}

function collisions({ runs, pages }: OpenedPdf): string[] {
  return pages.flatMap((_, i) => {
    const onPage = runs.filter(run => run.page === i + 1)
    return onPage.flatMap((a, k) =>
      onPage.slice(k + 1).flatMap(b => (overlap(a, b) > 2.5 ? [`page ${i + 1}: “${a.text}” on “${b.text}”`] : [])),
    )
  })
}

const long = 'A note that says a good deal more than its sentence does, and so runs over many lines of its column.'

/** More notes than there is room for beside the words, and after them what is as wide as the page. */
function noteChapter(): string {
  const parts = ['# Many notes']
  const notes: string[] = []
  const note = () => `[^${notes.push(`[^${notes.length + 1}]: ${long}`)}]`
  const cite = 'and a word [@obs ¶2; @review ¶1]'
  for (let i = 0; i < 8; i++) parts.push(`A short sentence ${cite} ${cite} ${cite}.`)
  for (let i = 0; i < 5; i++) parts.push(`One line.${note()}`)
  parts.push('::matrix{#actor-issue}')
  for (let i = 0; i < 9; i++) parts.push(`${'Words that fill the page. '.repeat(9)}And a note.${note()}`)
  parts.push(
    `:::key-judgement{likelihood="likely" confidence="low"}\nIt is likely.${note()} Is it?${note()} It is.${note()}\n:::`,
  )
  parts.push(`- An item.${note()}\n  - One within.${note()}`)
  parts.push('> Northland supports the dam. [@obs ¶1]')
  parts.push(`The last words.${note()}${note()}${note()}${note()}${note()}${note()}${note()}${note()}`)
  return [...parts, ...notes].join('\n\n')
}

describe('notes in the margin', () => {
  it.each(['A4', 'A5'])('lie upon nothing and stay on the pages of their chapter, on %s', async paper => {
    const pdf = await printed({
      'book.yaml': `title: Dams\npaper: ${paper}\nparts:\n  - title: One\n    chapters: [10-notes.md, 20-next.md]\n  - title: Two\n    chapters: [dossiers]\n`,
      'chapters/10-notes.md': noteChapter(),
      'chapters/20-next.md': '# The next chapter\n\nWords.\n',
    })
    expect(collisions(pdf)).toEqual([])
    const next = pdf.runs.find(run => run.page > 3 && run.text.includes('The next chapter') && run.height > 14)
    const lastNote = pdf.runs.findLast(run => run.text.includes('A note that says'))
    expect(pdf.runs.filter(run => run.text.includes('A note that says'))).toHaveLength(27)
    expect(lastNote?.page).toBeLessThan(next?.page ?? 0)
    for (const run of pdf.runs) {
      const size = pdf.sizes[run.page - 1] as { width: number; height: number }
      expect(run.x, run.text).toBeGreaterThanOrEqual(0)
      expect(run.x + run.width, run.text).toBeLessThan(size.width)
      expect(run.y, run.text).toBeGreaterThan(0)
    }
  })
})

describe('a draft for a printer', () => {
  it('says so in its drawing alone, on sheets that are larger than the page', async () => {
    const pdf = await printed({
      'book.yaml':
        'title: Dams\ndraft: true\nbleed: 3mm\nmarks: crop\nsides: single\nhandling: Embargoed until 1 May\nhalf-title: true\n',
    })
    expect(pdf.pages.slice(1).filter(text => /draft/i.test(text))).toHaveLength(1)
    expect(pdf.pages.join('')).not.toContain('DRAFT')
    // A4 and eight millimetres all around.
    expect(pdf.sizes[0]?.width).toBeCloseTo((226 / 25.4) * 72, 0)
    for (const [i, text] of pdf.pages.entries())
      expect(text.split('Embargoed until 1 May').length - 1, `page ${i + 1}`).toBe(i === 0 ? 1 : i === 2 ? 3 : 2)
  })
})
