// Times the analysis beside bare wink-nlp, and tells its memory, on books from five sources to a million words.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../setup.mjs'
import { generateBook } from './generate.mjs'

const script = fileURLToPath(new URL('./analysis-run.mjs', import.meta.url))

/** The books: the sample, and some made by rule. */
const books = [
  { name: 'the sample', runs: 12 },
  { name: '100,000 words', words: 100_000, runs: 5 },
  { name: '300,000 words', words: 300_000, runs: 3 },
  { name: '1,000,000 words', words: 1_000_000, runs: 2 },
]

/**
 * @param temporary  A folder for the books.
 * @returns For each book: words, sources, statements, milliseconds of the analysis and of the bare taggers, megabytes.
 */
export function benchAnalysis(temporary) {
  return books.map(({ name, words, runs }) => {
    const folder = words === undefined ? join(root, 'content/afghanistan-2021') : join(temporary, `analysis-${words}`)
    if (words !== undefined) generateBook(folder, words)
    const printed = execFileSync(process.execPath, ['--expose-gc', script, folder, String(runs)], { encoding: 'utf8' })
    const result = { name, ...JSON.parse(printed) }
    console.log(`analysis of ${name}: ${Math.round(result.ours)} ms, bare ${Math.round(result.bare)} ms`)
    return result
  })
}

/** The results as a section of docs/benchmarks.md. */
export function analysisReport(results) {
  const whole = value => Math.round(value).toLocaleString('en-GB')
  const row = (name, cell) => `| ${name} | ${results.map(cell).join(' | ')} |`
  return `## Analysis

From the sources to statements, matrices, timeline, figures, people and abstracts, all in one thread; beside it wink-nlp,
which finds the words and their parts of speech for it, by itself on the same texts: as it comes, with all its parts, and
with sentences and parts of speech alone. They take turns in one process, warmed up; medians of the processor's time.

${row('', r => r.name)}
|${' --- |'.repeat(results.length + 1)}
${row('words of sources', r => whole(r.words))}
${row('sources', r => whole(r.sources))}
${row('statements', r => whole(r.statements))}
${row('milliseconds', r => whole(r.ours))}
${row('words a second', r => whole((r.words / r.ours) * 1000))}
${row('ratio to wink-nlp as it comes', r => (r.ours / r.bare).toFixed(1))}
${row('ratio to its sentences and parts of speech', r => (r.ours / r.tags).toFixed(1))}

Memory, in a process that has read the sources and then analyses them once.

${row('MB', r => r.name)}
|${' --- |'.repeat(results.length + 1)}
${row('heap, with the sources', r => whole(r.memory.heap))}
${row('heap, what the analysis keeps', r => whole(r.memory.kept))}
${row('most of the process before', r => whole(r.memory.peak))}
${row('most of the process, analysing', r => whole(r.memory.most))}
`
}
