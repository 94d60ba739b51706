// Times the whole PDF beside a bare print of the same HTML, and tells the memory of both: turn by turn, in one browser.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../setup.mjs'
import { generateBook } from './generate.mjs'

/** Books of about so many pages. The shortest does not print its sources. */
const sizes = [
  { about: 10, words: 2600, chapters: ['10-chapter.md', 'at-a-glance', 'index'], runs: 7 },
  { about: 100, words: 9000, runs: 5 },
  { about: 300, words: 52_000, runs: 3 },
  { about: 1000, words: 215_000, runs: 1 },
]

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** The memory of this process and of all below it that they share with nobody, in MB; 0 where the system does not tell. */
function memoryMb() {
  const processes = new Map()
  try {
    for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        const number = key => Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0)
        processes.set(Number(pid), { parent: number('PPid'), kb: number('RssAnon') })
      } catch {
        // It has ended.
      }
    }
  } catch {
    return 0
  }
  const isOurs = pid => pid === process.pid || (processes.has(pid) && isOurs(processes.get(pid).parent))
  return [...processes].reduce((sum, [pid, { kb }]) => sum + (isOurs(pid) ? kb : 0), 0) / 1024
}

/** Runs a step: what it gave, milliseconds, and the most memory that was seen meanwhile, in MB. */
async function measured(step) {
  let mb = memoryMb()
  const look = () => {
    mb = Math.max(mb, memoryMb())
  }
  const timer = setInterval(look, 250)
  try {
    const began = performance.now()
    const value = await step()
    const ms = performance.now() - began
    look()
    return { value, ms, mb }
  } finally {
    clearInterval(timer)
  }
}

/** A print with tags and outline, as it is written with Playwright alone. */
export async function barePrint(browser, html) {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
  try {
    const page = await context.newPage()
    await page.setContent(html, { waitUntil: 'load' })
    await page.evaluate('document.fonts.ready.then(() => null)')
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  } finally {
    await context.close()
  }
}

/** As a build does it: pages of the browser take their fonts in while the book is rendered. */
async function asBuilt(printer, { fontFaces, job }, printBook, known = {}) {
  await printer.prepare(fontFaces, known.known ? ['print'] : undefined)
  return printBook(printer, { ...job(), ...known })
}

function writeBook(folder, { words, chapters }) {
  generateBook(folder, words)
  if (!chapters) return
  const file = join(folder, 'book.yaml')
  const list = chapters.map(chapter => `      - ${chapter}\n`).join('')
  writeFileSync(file, `${readFileSync(file, 'utf8')}parts:\n  - title: All\n    chapters:\n${list}`)
}

/**
 * @param folder       Where the books are written.
 * @param prepare      Of a folder with a book: its fonts, and a function that renders what `printBook` is asked to print.
 * @param packages     `renderPdf` and `renderHtml`.
 * @param most         Leaves out the books of more pages.
 * @returns For each size: pages, prints with nothing known, kB a page of both, milliseconds of the bare print, the ratios to it with nothing known
 *   and with the pages known, megabytes of both.
 */
export async function benchPrinting(folder, prepare, { renderPdf, renderHtml }, most = Number.POSITIVE_INFINITY) {
  const { findBrowsers, openPrinter, printBook } = renderPdf
  const { chromium } = createRequire(join(root, 'packages/render-pdf/package.json'))('playwright-core')
  const [found] = await findBrowsers()
  const server = await chromium.launchServer({
    executablePath: found?.executable,
    args: ['--font-render-hinting=none'],
  })
  const { BRIEFBOOK_BROWSER: before } = process.env
  // Both reach the one browser by its address.
  process.env.BRIEFBOOK_BROWSER = server.wsEndpoint()
  const browser = await chromium.connect(server.wsEndpoint())
  const printer = await openPrinter()
  const results = []
  try {
    for (const size of sizes.filter(({ about }) => about <= most)) {
      const path = join(folder, `print-${size.about}`)
      writeBook(path, size)
      const jobs = await prepare(path)
      const turn = async () => {
        const cold = await measured(() => asBuilt(printer, jobs, printBook))
        const { pdf, pageCount, prints, knowledge } = cold.value
        const { html: made } = jobs.job()
        const html = renderHtml.standalone(made.document(knowledge), made.fontFaces)
        const bare = await measured(() => barePrint(browser, html))
        const warm = await measured(() => asBuilt(printer, jobs, printBook, { known: knowledge }))
        const kb = bytes => bytes.length / 1024 / pageCount
        return { bare, cold, warm, pages: pageCount, prints, kb: kb(pdf), bareKb: kb(bare.value) }
      }
      // One turn to warm up, but for the largest, which takes minutes.
      if (size.runs > 1) await turn()
      const turns = []
      for (let n = 0; n < size.runs; n++) turns.push(await turn())
      const [{ pages, prints, kb, bareKb }] = turns
      const result = {
        runs: size.runs,
        pages,
        prints,
        kb,
        bareKb,
        bareMs: median(turns.map(t => t.bare.ms)),
        cold: median(turns.map(t => t.cold.ms / t.bare.ms)),
        warm: median(turns.map(t => t.warm.ms / t.bare.ms)),
        mb: Math.max(...turns.map(t => t.cold.mb)),
        bareMb: Math.max(...turns.map(t => t.bare.mb)),
      }
      results.push(result)
      const ratios = `${result.cold.toFixed(2)} of a bare print, ${result.warm.toFixed(2)} with the pages known`
      console.log(`PDF of ${pages} pages: ${ratios}, ${Math.round(result.mb)} MB`)
    }
  } finally {
    await printer.close()
    await browser.close()
    await server.close()
    if (before === undefined) delete process.env.BRIEFBOOK_BROWSER
    else process.env.BRIEFBOOK_BROWSER = before
  }
  return results
}

/** The results as a section of docs/benchmarks.md. */
export function printingReport(results) {
  const row = (title, cell) => `| ${[title, ...results.map(cell)].join(' | ')} |`
  const whole = n => Math.round(n).toLocaleString('en-GB')
  return `## Printing

The whole PDF, from the Book to the finished and checked file (HTML, prints until every number is right, finish), beside a
bare print of the same HTML: set and printed with tags and outline, and nothing else done. One browser, turn by turn; medians
of the ratios of each turn. Memory is what this process and the browser hold for themselves, the most that was seen.

${row('pages', r => whole(r.pages))}
|${' --- |'.repeat(results.length + 1)}
${row('runs', r => r.runs)}
${row('ratio to the bare print, nothing known', r => r.cold.toFixed(2))}
${row('ratio to the bare print, pages known', r => r.warm.toFixed(2))}
${row('prints, nothing known', r => r.prints)}
${row('bare print, ms', r => whole(r.bareMs))}
${row('kB a page', r => r.kb.toFixed(1))}
${row('kB a page, bare', r => r.bareKb.toFixed(1))}
${row('memory, MB', r => whole(r.mb))}
${row('memory, MB, bare', r => whole(r.bareMb))}
`
}
