import { convertWithLibreOffice, findProgram, openPdf } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../src/index.js'
import { tokens } from './fixture.js'
import { dotPng, sampleBook } from './sample.js'

const office = await findProgram('soffice')
if (office === null) console.warn('LibreOffice is not on the PATH: what it makes of a DOCX is not tested.')

describe.skipIf(office === null)('LibreOffice', () => {
  it('opens the sample with its contents, heads, feet, notes and turned pages', async () => {
    const pages = { 'part-1': 5, 'chapter-1': 121, matrix: 9 }
    const pictures = { 'pictures/dot.png': { bytes: dotPng, mime: 'image/png' as const, widthPx: 300, heightPx: 120 } }
    const pdf = await openPdf(await convertWithLibreOffice(await renderDocx(sampleBook(), tokens, { pages, pictures })))
    const page = (n: number) => (pdf.pages[n - 1] ?? '').replace(/\s+/g, ' ')
    const find = (words: string) =>
      pdf.pages.findIndex((text, i) => i > 2 && text.replace(/\s+/g, ' ').includes(words)) + 1

    // What a page says that it is.
    const numberOf = (n: number) => Number(/· (\d+)/.exec(page(n))?.[1])

    // The fonts decide how many pages it is: without Source Serif another is taken.
    expect(pdf.pages.length).toBeGreaterThanOrEqual(12)
    expect(pdf.pages.length).toBeLessThanOrEqual(18)
    expect(page(1)).toContain('Harbour towns and the ferry')
    expect(page(2)).toContain('Made by Briefbook')
    expect(page(3)).toMatch(/1 Introduction\.* ?117/)
    expect(page(3)).toMatch(/· iii\b/)
    expect(page(4)).toContain('Part I')
    expect(numberOf(4)).toBe(1)

    const chapter = find('This book compares what is said.')
    expect(page(chapter)).toMatch(/1 LOG ¶1, p\. \d+\./)
    const wide = find('Table 2. Every town on every issue')
    expect(pdf.sizes[wide - 1]?.width).toBeCloseTo(841.9, 0)
    expect(numberOf(wide)).toBe(wide - 3)
    expect(pdf.sizes.filter(size => size.width > size.height).length).toBeLessThanOrEqual(3)

    // The head of a table is on each of its pages.
    const events = pdf.pages.flatMap((text, i) => (text.includes('Crossing number') ? [i + 1] : []))
    expect(events.length).toBeGreaterThan(1)
    for (const n of events) expect(page(n)).toContain('Date Event Source')
    // The second part begins on a right page, and says so at its head.
    const second = find('Part II The sources, each in full')
    expect(numberOf(second) % 2).toBe(1)
  })
})
