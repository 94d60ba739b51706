// How soon a book is there again after an edit under `briefbook watch`, over the bare print of the same book in the same
// browser; and how long everything but the print takes, over a cold build.
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../setup.mjs'
import { generateBook } from './generate.mjs'
import { barePrint } from './printing.mjs'

const command = join(root, 'packages/cli/bin/briefbook.js')
const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Sources, words of all of them, edits. */
const books = [
  { sources: 5, words: 8_000, edits: 5 },
  { sources: 50, words: 85_000, edits: 5 },
  { sources: 500, words: 200_000, edits: 3 },
]

/** Stages in which the browser works. */
const printing = new Set(['Starting the browser', 'Laying out the pages', 'Printing'])

/** The milliseconds of each stage, as `--verbose` tells them. */
function stagesOf(stderr) {
  const stages = new Map()
  for (const [, stage, ms] of stderr.matchAll(/^ {2}([A-Z][\w ]+): (\d+) ms$/gm))
    stages.set(stage, (stages.get(stage) ?? 0) + Number(ms))
  return stages
}

const sumBut = (stages, left) => [...stages].reduce((sum, [stage, ms]) => sum + (left.has(stage) ? 0 : ms), 0)

function coldBuild(folder, cache) {
  const out = join(folder, 'cold')
  const args = [command, 'build', folder, '--out', out, '--format', 'pdf,docx,html', '--verbose', '--no-cache']
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, BRIEFBOOK_CACHE: cache },
  })
  if (status !== 0) throw new Error(stderr)
  const pages = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).outputs.find(o => o.pages)?.pages
  return {
    ms: performance.now() - began,
    stages: stagesOf(stderr),
    pages,
    html: readFileSync(join(out, 'book.html'), 'utf8'),
  }
}

/** Watches a book; `after(work)` gives how long it took from the work to the finished book, and what was told. */
async function startWatching(folder, cache) {
  const child = spawn(
    process.execPath,
    [command, 'watch', folder, '--out', join(folder, 'out'), '--format', 'pdf,docx', '--verbose'],
    {
      env: { ...process.env, BRIEFBOOK_CACHE: cache },
    },
  )
  let told = ''
  let wake = () => {}
  child.stderr.on('data', chunk => {
    told += chunk
    wake()
  })
  const built = () =>
    new Promise(done => {
      const look = () => {
        if (/Waiting for changes/.test(told)) done()
        else wake = look
      }
      look()
    })
  child.once('exit', code => {
    if (code !== 130) throw new Error(`watch has ended: ${told}`)
  })
  await built()
  return {
    async after(work) {
      told = ''
      const began = performance.now()
      work()
      await built()
      if (!/Built in/.test(told)) throw new Error(told)
      return { ms: performance.now() - began, stages: stagesOf(told), prints: /printed (once|\d)/.exec(told)?.[1] }
    },
    stop: () =>
      new Promise(done => {
        child.once('exit', done)
        child.kill('SIGINT')
      }),
  }
}

/** What a build does for the next one is not to weigh on what is measured beside it. */
const pause = () => new Promise(done => setTimeout(done, 2000))

async function bench({ sources, words, edits }, browser) {
  const folder = mkdtempSync(join(tmpdir(), 'briefbook-regenerating-'))
  const [book, cache] = [join(folder, 'book'), join(folder, 'cache')]
  mkdirSync(book)
  try {
    generateBook(book, words, sources)
    const cold = coldBuild(book, cache)
    const watching = await startWatching(book, cache)
    const files = readdirSync(join(book, 'sources')).sort()
    const runs = []
    for (let n = 0; n < edits; n++) {
      await pause()
      const file = join(book, 'sources', files[Math.floor(((n + 1) * files.length) / (edits + 1))])
      const edited = await watching.after(() =>
        appendFileSync(file, `\nVarland supports the river dam, for the ${n + 2}nd time.\n`),
      )
      // In turns, so that what else the machine does weighs on both.
      await pause()
      const began = performance.now()
      await barePrint(browser, cold.html)
      runs.push({ ...edited, bare: performance.now() - began })
    }
    await watching.stop()
    const others = runs.map(({ stages }) => sumBut(stages, printing))
    return {
      sources,
      pages: cold.pages,
      edits,
      coldMs: cold.ms,
      coldOthersMs: sumBut(cold.stages, printing),
      warmMs: median(runs.map(({ ms }) => ms)),
      warmOthersMs: median(others),
      bareMs: median(runs.map(({ bare }) => bare)),
      ratio: median(runs.map(({ ms, bare }) => ms / bare)),
      prints: runs.map(({ prints }) => prints).join(', '),
      stages: Object.fromEntries(
        [...runs[0].stages.keys()].map(stage => [stage, median(runs.map(({ stages }) => stages.get(stage) ?? 0))]),
      ),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Measures the books of up to so many sources, and says so on the way. */
export async function benchRegenerating(browser, mostSources = Number.POSITIVE_INFINITY) {
  const results = []
  for (const book of books.filter(({ sources }) => sources <= mostSources)) {
    const result = await bench(book, browser)
    console.log(JSON.stringify(result))
    results.push(result)
  }
  return results
}

/** The results as a section of docs/benchmarks.md. */
export function regeneratingReport(results) {
  const ms = value => Math.round(value).toLocaleString('en-GB')
  const row = (name, cell) => `| ${name} | ${results.map(cell).join(' | ')} |`
  return `## Regenerating

After an edit of one source under \`briefbook watch\`: from the saved file to the finished PDF and DOCX, over a bare print of the same
book; and everything but the browser's work, over that of a cold build. Print and edit take turns; medians.

${row('', r => `${r.sources} sources`)}
|${' --- |'.repeat(results.length + 1)}
${row('pages', r => r.pages.toLocaleString('en-GB'))}
${row('edits', r => r.edits)}
${row('cold build, ms', r => ms(r.coldMs))}
${row('from edit to book, ms', r => ms(r.warmMs))}
${row('bare print, ms', r => ms(r.bareMs))}
${row('**from edit to book, over the bare print**', r => r.ratio.toFixed(2))}
${row('prints after each edit', r => r.prints)}
${row('all but the browser, cold, ms', r => ms(r.coldOthersMs))}
${row('all but the browser, after an edit, ms', r => ms(r.warmOthersMs))}
${row('**the second over the first**', r => `${Math.round((100 * r.warmOthersMs) / r.coldOthersMs)} %`)}
`
}
