// `npm run bench`: times each stage of three books, beside a bare print of the same HTML in the same browser and run, and
// analysis and reading beside the bare libraries; writes docs/benchmarks.md. `npm run bench -- analysis`, `-- printing`,
// `-- reading`, `-- docx` and `-- regenerating` renew those sections alone (`-- printing 300` leaves longer books out,
// `-- regenerating 50` those of more sources). The last is not part of the rest: it takes long. Times are of one machine; the
// ratios are what to compare.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { analysisReport, benchAnalysis } from './bench/analysis.mjs'
import { benchDocx, docxReport } from './bench/docx.mjs'
import { generateBook } from './bench/generate.mjs'
import { benchPrinting, printingReport } from './bench/printing.mjs'
import { benchReading, readingReport } from './bench/reading.mjs'
import { benchRegenerating, regeneratingReport } from './bench/regenerating.mjs'
import { root, setup } from './setup.mjs'

setup()
const load = name => import(join(root, 'packages', name, 'dist', 'index.js'))
const { readBook, loadTemplate, Readers } = await import(join(root, 'packages/cli/dist/index.js'))
const { analyse } = await load('analysis')
const { composeBook } = await load('book')
const { chartsIn, drawChart } = await load('charts')
const renderHtml = await load('render-html')
const { paginateHtml } = renderHtml
const renderPdf = await load('render-pdf')
const { openPrinter, printBook } = renderPdf
const { renderDocx } = await load('render-docx')
const { parseSource } = await load('parser')
const { chromium } = createRequire(join(root, 'packages/render-pdf/package.json'))('playwright-core')

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const wordsIn = sources => sources.flatMap(s => s.children).reduce((n, b) => n + b.text.split(/\s+/).length, 0)

/** Runs a step and keeps how long it took, in milliseconds. */
async function timed(times, name, step) {
  const began = performance.now()
  const value = await step()
  times[name] = performance.now() - began
  return value
}

/** A folder's book, composed; each step is timed. */
async function compose(folder, times, readers) {
  const { content, diagnostics } = await timed(times, 'read', () => readBook(folder, { readers }))
  const analysed = await timed(times, 'analyse', () =>
    analyse(content.sources, content.codebook.value, content.codings, {
      file: content.config.file,
      requests: content.config.value.matrices,
      placeOf: path => content.config.placeOf(['matrices', ...path]),
    }),
  )
  const { template } = await timed(times, 'template', () =>
    loadTemplate(content.config.value.template, folder, content.config.value.paper, {}),
  )
  const { value: book, diagnostics: faults } = await timed(times, 'compose', () =>
    composeBook({
      config: content.config,
      chapters: content.chapters,
      sources: content.sources,
      codebook: content.codebook.value,
      analysis: analysed.value,
      tokens: template.tokens,
      advances: template.fonts.advances,
      date: { iso: '2026-01-01', printed: '1 January 2026' },
      contentHash: '0'.repeat(64),
      tool: 'benchmark',
    }),
  )
  const errors = [...diagnostics, ...analysed.diagnostics, ...faults].filter(d => d.severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(d => `${d.file}: ${d.message}`).join('\n'))
  return { content, analysed, template, book }
}

/** Renders a composed book: what is printed, each time anew. */
async function printJobs({ book, template }, times) {
  const charts = await timed(times, 'pictures', () =>
    Object.fromEntries(chartsIn(book).map(chart => [chart.id, drawChart(chart, template.tokens)])),
  )
  const options = { tokens: template.tokens, fontFaces: template.fonts.css, charts }
  const metadata = {
    title: book.meta.title,
    authors: [],
    subject: null,
    language: 'en',
    date: '2026-01-01',
    creator: 'benchmark',
  }
  const rectos = book.children.map(p => p.id)
  return {
    fontFaces: template.fonts.css,
    job: () => ({ html: paginateHtml(book, template.compiled, options), rectos, metadata: () => metadata }),
  }
}

async function runOnce(folder, printer) {
  const times = {}
  const { content, analysed, template, book } = await compose(folder, times, readers)
  const { job } = await printJobs({ book, template }, times)
  const html = await timed(times, 'html', () => job().html.document({ pages: {}, blanks: new Set() }))
  await timed(times, 'bare print', () => printer.print(html, { fontFaces: template.fonts.css }))
  const cold = await timed(times, 'pdf', () => printBook(printer, job()))
  await timed(times, 'pdf, pages known', () => printBook(printer, { ...job(), known: cold.knowledge }))
  const docx = await timed(times, 'docx', () =>
    renderDocx(book, template.tokens, { pages: cold.knowledge.pages, fonts: template.fonts.faces }),
  )
  return {
    times,
    facts: {
      words: wordsIn(content.sources),
      sources: content.sources.length,
      statements: analysed.value.statements.length,
      pages: cold.pageCount,
      prints: cold.prints,
      pdfKb: Math.round(cold.pdf.length / 1024),
      docxKb: Math.round(docx.length / 1024),
    },
  }
}

const file = join(root, 'docs', 'benchmarks.md')

async function readingSection(printer) {
  return readingReport(await benchReading(parseSource, { print: html => printer.print(html) }))
}

/** Puts a section in the place of the one of its name in docs/benchmarks.md, or at its end. */
function renew(section) {
  const [heading] = section.split('\n')
  const parts = readFileSync(file, 'utf8').split(/^(?=## )/m)
  const isIt = part => part.startsWith(`${heading}\n`)
  const renewed = parts.some(isIt)
    ? parts.map(part => (isIt(part) ? `${section}\n` : part))
    : [...parts, `\n${section}`]
  writeFileSync(file, `${renewed.join('').trimEnd()}\n`)
}

/** Composes a book with readers of its own, which end with it. */
async function composed(folder) {
  const readers = new Readers()
  try {
    return await compose(folder, {}, readers)
  } finally {
    readers.close()
  }
}

/** The DOCX beside pandoc's. */
async function docxSection() {
  const needed = async folder => {
    const { book, template, content } = await composed(folder)
    return { book, tokens: template.tokens, chapters: content.chapters }
  }
  return docxReport(await benchDocx(needed))
}

/** The whole PDF beside a bare print. */
async function printingSection(most) {
  const prepare = async folder => printJobs(await composed(folder), {})
  return printingReport(await benchPrinting(temporary, prepare, { renderPdf, renderHtml }, most))
}

const temporary = mkdtempSync(join(tmpdir(), 'briefbook-bench-'))
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))

if (process.argv[2] === 'analysis') {
  renew(analysisReport(benchAnalysis(temporary)))
  process.exit(0)
}

if (process.argv[2] === 'printing') {
  const mostPages = process.argv[3] === undefined ? undefined : Number(process.argv[3])
  renew(await printingSection(mostPages))
  process.exit(0)
}

if (process.argv[2] === 'docx') {
  renew(await docxSection())
  process.exit(0)
}

if (process.argv[2] === 'regenerating') {
  const most = process.argv[3] === undefined ? undefined : Number(process.argv[3])
  const [found] = await renderPdf.findBrowsers()
  const browser = await chromium.launch({ executablePath: found?.executable, args: ['--font-render-hinting=none'] })
  try {
    renew(regeneratingReport(await benchRegenerating(browser, most)))
  } finally {
    await browser.close()
  }
  process.exit(0)
}

if (process.argv[2] === 'reading') {
  const printer = await openPrinter()
  try {
    renew(await readingSection(printer))
  } finally {
    await printer.close()
  }
  process.exit(0)
}

// Kept warm like the browser; a build starts them while it loads.
const readers = new Readers({ keep: true })
const printer = await openPrinter()
try {
  const generated = words => {
    const folder = join(temporary, String(words))
    generateBook(folder, words)
    return folder
  }
  const books = [
    ['the sample', join(root, 'content/afghanistan-2021'), 5],
    ['9,000 words', generated(9000), 5],
    ['100,000 words', generated(100_000), 3],
  ]
  const results = []
  for (const [name, folder, runs] of books) {
    // One run to warm up: what is compiled and cached then is not the book's.
    let last = await runOnce(folder, printer)
    const all = []
    for (let n = 0; n < runs; n++) {
      last = await runOnce(folder, printer)
      all.push(last.times)
    }
    const medians = Object.fromEntries(Object.keys(last.times).map(stage => [stage, median(all.map(t => t[stage]))]))
    results.push({ name, runs, facts: last.facts, medians })
    console.log(
      name,
      Object.entries(medians)
        .map(([stage, ms]) => `${stage} ${Math.round(ms)} ms`)
        .join('  '),
    )
  }
  const ms = value => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB'))
  const row = (name, cell) => `| ${name} | ${results.map(cell).join(' | ')} |`
  const stages = ['read', 'analyse', 'template', 'compose', 'html', 'bare print', 'pdf', 'pdf, pages known', 'docx']
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const report = `# Benchmarks

Made by \`npm run bench\`, which writes this file: medians of several runs after one to warm up, each stage apart, the bare
print of the same HTML in the same browser and run beside it. Times are of one machine (${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node},
Chromium ${printer.version}, Briefbook ${version}); the ratios are what to compare. No test asserts a time.

${row('', r => r.name)}
|${' --- |'.repeat(results.length + 1)}
${row('runs', r => r.runs)}
${row('words of sources', r => r.facts.words.toLocaleString('en-GB'))}
${row('sources', r => r.facts.sources)}
${row('statements', r => r.facts.statements.toLocaleString('en-GB'))}
${row('pages', r => r.facts.pages.toLocaleString('en-GB'))}
${row('PDF, kB a page', r => (r.facts.pdfKb / r.facts.pages).toFixed(1))}
${row('DOCX, kB', r => r.facts.docxKb.toLocaleString('en-GB'))}

## Milliseconds

${row('stage', r => r.name)}
|${' --- |'.repeat(results.length + 1)}
${stages.map(stage => row(stage, r => ms(r.medians[stage]))).join('\n')}

\`pdf\` renders and prints until the page numbers are right, here ${results.map(r => r.facts.prints).join(', ')} times, and finishes the file; \`pdf, pages known\`
begins with the pages of the last print, as a build after a small change does.

## Ratios to the bare print

${row('', r => r.name)}
|${' --- |'.repeat(results.length + 1)}
${row('pdf', r => (r.medians.pdf / r.medians['bare print']).toFixed(2))}
${row('pdf, pages known', r => (r.medians['pdf, pages known'] / r.medians['bare print']).toFixed(2))}
${row('docx', r => (r.medians.docx / r.medians['bare print']).toFixed(2))}
${row('all but printing and DOCX', r => (['read', 'analyse', 'template', 'compose', 'html'].reduce((n, s) => n + r.medians[s], 0) / r.medians['bare print']).toFixed(2))}

${analysisReport(benchAnalysis(temporary))}
${await readingSection(printer)}
${await docxSection()}`
  writeFileSync(file, report)
} finally {
  readers.close()
  await printer.close()
}
// With no other browser open, whose memory would be counted.
renew(await printingSection())
console.log('written to docs/benchmarks.md')
