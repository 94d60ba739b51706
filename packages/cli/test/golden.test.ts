import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawPages, type OpenedPdf, type OutlineEntry, openPdf, pictureDifference } from '@briefbook/testkit'
import { beforeAll, expect, it } from 'vitest'
import { briefbook, inFolder, smallBook, write } from './folders.js'

// A small book of a bit of everything, beside what it was when somebody last looked at it: `golden/book.txt` has its text
// and outline, `golden/page-*.png` its pages. `npm run golden` renews all of them; look at the difference before it is kept.

const goldenBook = {
  ...smallBook,
  'book.yaml': `title: Dams on the river
subtitle: Who wants them, and who lives below them
organisation: River Desk
authors: [Dora Lock]
edition: First edition
date: 2026-03-01
handling: Internal
parts:
  - title: The question
    chapters: [10-question.md]
  - title: The sources
    chapters: [dossiers, references, index]
`,
  'chapters/10-question.md': `# Two banks, one river

The Northern government has paid for a dam [@obs ¶2], and the fields below it are afraid of the summer.[^1] Nobody has asked the fishers [@review ¶2].

:::key-judgement{likelihood="likely" confidence="low"}
The wall will likely stand before there is a treaty about its water [@obs ¶2].
:::

## Who holds what

::matrix{#actor-issue}

## Who says how much

::coverage{picture}

[^1]: It rains from October to March.
`,
}

const golden = fileURLToPath(new URL('golden/', import.meta.url))
const renewing = process.env.BRIEFBOOK_GOLDEN === 'renew'

let pdf: OpenedPdf
let pictures: Uint8Array[]
/** The browser lays lines out, so a picture is compared with one from the same major version alone. */
let browser: string

beforeAll(async () => {
  await inFolder(async folder => {
    await write(folder, goldenBook)
    const { exit, stderr } = await briefbook(['build', folder, '--format', 'pdf'])
    if (exit !== 0) throw new Error(stderr)
    const manifest = JSON.parse(await readFile(join(folder, 'output/manifest.json'), 'utf8'))
    browser = Number.parseInt(manifest.browser.version, 10).toString()
    const bytes = new Uint8Array(await readFile(join(folder, 'output/book.pdf')))
    pdf = await openPdf(bytes)
    pictures = await drawPages(bytes, 40)
  })
})

/** What a page says, on one line: where lines end is the browser's. What changes with every version is left out. */
const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\b[0-9a-f]{64}\b/g, '(hash)')
    .replace(/(Made by \S+) [\d.]+/, '$1 (version)')
    .trim()

const outlined = (entries: readonly OutlineEntry[], indent = '  '): string[] =>
  entries.flatMap(({ title, page, children }) => [`${indent}${title} → ${page}`, ...outlined(children, `${indent}  `)])

it('says what it said, on as many pages, under the same outline', async () => {
  const pages = pdf.pages.map((text, i) => `page ${i + 1}, ${pdf.labels?.[i]}\n${plain(text)}\n`)
  const lines = [`${pdf.pages.length} pages`, '', 'outline', ...outlined(pdf.outline), '', ...pages]
  await expect(lines.join('\n')).toMatchFileSnapshot('golden/book.txt')
})

const goldenPage = (i: number) => join(golden, `page-${String(i + 1).padStart(2, '0')}.png`)
const isPage = (name: string) => name.endsWith('.png')

/** The share of a page that may look otherwise: a few letters, as the hash of the content is printed and is the template's too. */
const tolerance = 0.003

it('looks as it looked', async context => {
  if (renewing) {
    for (const name of (await readdir(golden)).filter(isPage)) await rm(join(golden, name))
    for (const [i, picture] of pictures.entries()) await writeFile(goldenPage(i), picture)
    await writeFile(join(golden, 'browser.txt'), `${browser}\n`)
    return
  }
  const drawn = (await readFile(join(golden, 'browser.txt'), 'utf8')).trim()
  if (browser !== drawn) {
    console.log(`skipped: the golden pages are from Chromium ${drawn}, and this is ${browser}`)
    return context.skip()
  }
  expect(pictures).toHaveLength((await readdir(golden)).filter(isPage).length)
  const differences = await Promise.all(
    pictures.map(async (picture, i) => pictureDifference(picture, await readFile(goldenPage(i)))),
  )
  const changed = differences.flatMap((share, i) =>
    share > tolerance ? [`page ${i + 1}: ${(share * 100).toFixed(1)} % of it look otherwise`] : [],
  )
  expect(changed).toEqual([])
})
