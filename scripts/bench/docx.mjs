// Times the DOCX beside pandoc's of the same words: whole processes, from a file to a file, turn by turn.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { generateBook } from './generate.mjs'

/** A book says what its sources say two and a half times over: in full, quoted, and counted. */
const sizes = [
  { name: '37,000 words of sources', sourceWords: 37_000, runs: 3 },
  { name: '370,000 words of sources', sourceWords: 370_000, runs: 1 },
]

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Runs a program to its end: seconds, and the most memory that it held, in MB; 0 where the system does not tell. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    let mostMb = 0
    const look = setInterval(() => {
      try {
        const [, kb = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
        mostMb = Math.max(mostMb, Math.round(Number(kb) / 1024))
      } catch {
        // No Linux, or it has ended.
      }
    }, 20)
    child.on('error', reject)
    child.on('close', code => {
      clearInterval(look)
      const seconds = (performance.now() - began) / 1000
      if (code === 0) resolve({ seconds, mostMb })
      else reject(new Error(`${program} ended with ${code}`))
    })
  })
}

function pandocVersion() {
  try {
    return execFileSync('pandoc', ['--version'], { encoding: 'utf8' }).split('\n')[0]
  } catch {
    return null
  }
}

/** The words of a DOCX, tables and contents among them. */
function wordsIn(docx) {
  const { 'word/document.xml': xml } = unzipSync(docx, { filter: ({ name }) => name === 'word/document.xml' })
  let words = 0
  for (const [, text] of strFromU8(xml).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g))
    words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return words
}

const drawing = fileURLToPath(new URL('./docx-process.mjs', import.meta.url))

/**
 * @param compose  Of a folder with a book: `{ book, tokens, chapters }`.
 * @returns For each size the words of the DOCX, and the seconds and memory of both; pandoc's null where it is not
 *   installed.
 */
export async function benchDocx(compose) {
  const version = pandocVersion()
  const results = []
  for (const { name, sourceWords, runs } of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'briefbook-bench-docx-'))
    const at = file => join(folder, file)
    try {
      generateBook(at('content'), sourceWords)
      const composed = await compose(at('content'))
      // As after a print: every id has its page.
      const pages = {}
      JSON.stringify(composed.book, (key, value) => {
        if (key === 'id' && value) pages[value] = 1 + Math.floor(Object.keys(pages).length / 8)
        return value
      })
      writeFileSync(at('book.json'), JSON.stringify({ ...composed, pages }))
      const ours = []
      const theirs = []
      const draw = async () => ours.push(await run(process.execPath, [drawing, at('book.json'), at('ours.docx')]))
      for (let n = 0; n < runs; n++) {
        await draw()
        if (n === 0 && version !== null) await run('pandoc', [at('ours.docx'), '-t', 'markdown', '-o', at('book.md')])
        if (version !== null) theirs.push(await run('pandoc', [at('book.md'), '-o', at('theirs.docx')]))
      }
      const summary = all => ({ seconds: median(all.map(r => r.seconds)), mostMb: median(all.map(r => r.mostMb)) })
      const result = {
        name,
        version,
        words: wordsIn(readFileSync(at('ours.docx'))),
        kb: Math.round(statSync(at('ours.docx')).size / 1024),
        ours: summary(ours),
        theirs: version === null ? null : summary(theirs),
      }
      results.push(result)
      const beside = result.theirs ? `, pandoc ${result.theirs.seconds.toFixed(1)} s` : ''
      console.log(`DOCX ${name}: ${result.ours.seconds.toFixed(1)} s, ${result.ours.mostMb} MB${beside}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return results
}

/** The results as a section of docs/benchmarks.md. */
export function docxReport(results) {
  const row = (title, cell) => `| ${[title, ...results.map(cell)].join(' | ')} |`
  const beside = cell => r => (r.theirs === null ? '–' : cell(r))
  const thousands = n => (n === null ? '–' : n.toLocaleString('en-GB'))
  return `## DOCX

The DOCX of a composed book beside pandoc's of the same words: our DOCX as pandoc reads it, written as Markdown, and read
by it again (${results[0]?.version ?? 'pandoc is not installed'}). Whole processes, from a file to a file, turn by turn.

${row('', r => r.name)}
|${' --- |'.repeat(results.length + 1)}
${row('words of the DOCX', r => thousands(r.words))}
${row('kB', r => thousands(r.kb))}
${row('seconds', r => r.ours.seconds.toFixed(1))}
${row('memory, MB', r => thousands(r.ours.mostMb))}
${row(
  'pandoc: seconds',
  beside(r => r.theirs.seconds.toFixed(1)),
)}
${row(
  'pandoc: memory, MB',
  beside(r => thousands(r.theirs.mostMb)),
)}
${row(
  'ratio to pandoc',
  beside(r => (r.ours.seconds / r.theirs.seconds).toFixed(2)),
)}
`
}
