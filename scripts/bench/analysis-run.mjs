// Analyses one book, in a process of its own so that its memory can be told: first alone, then in turns with the bare
// tagger. `node --expose-gc scripts/bench/analysis-run.mjs FOLDER RUNS` prints what it took, as JSON.
import { join } from 'node:path'
import { root } from '../setup.mjs'
import { openTagger } from './tagging.mjs'

const [folder, runs] = process.argv.slice(2)
const load = name => import(join(root, 'packages', name, 'dist', 'index.js'))
const { readBook } = await load('cli')
const { analyse } = await load('analysis')

const { content } = await readBook(folder)
const [sources, codebook] = [content.sources, content.codebook.value]
const heap = () => {
  global.gc()
  return process.memoryUsage().heapUsed / 2 ** 20
}
const peak = () => process.resourceUsage().maxRSS / 1024
/** Milliseconds of the processor: what else runs on the machine does not count. */
const timed = step => {
  const began = process.cpuUsage()
  step()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}
const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

const before = { heap: heap(), peak: peak() }
let kept = analyse(sources, codebook)
const memory = { ...before, kept: heap() - before.heap, most: peak() }
const statements = kept.value.statements.length
kept = null

const taggers = { bare: openTagger(), tags: openTagger(['sbd', 'pos']) }
const turn = () => ({
  ours: timed(() => analyse(sources, codebook)),
  bare: timed(() => taggers.bare(sources)),
  tags: timed(() => taggers.tags(sources)),
})
/** Code that is not compiled yet is slow: all take turns for so long before a time counts. */
const warmUpMs = 5_000
for (let spent = 0; spent < warmUpMs; ) spent += Object.values(turn()).reduce((sum, ms) => sum + ms, 0)
const times = { ours: [], bare: [], tags: [] }
for (let run = 0; run < Number(runs); run++) for (const [name, ms] of Object.entries(turn())) times[name].push(ms)
console.log(
  JSON.stringify({
    words: sources.flatMap(s => s.children).reduce((n, { text }) => n + text.split(/\s+/).length, 0),
    sources: sources.length,
    statements,
    memory,
    ...Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)])),
  }),
)
