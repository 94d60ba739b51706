import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { parseSource } from '@briefbook/parser'
import type { Answer, Job } from './messages.js'

/**
 * Makes this process one that reads sources for another, one at a time. Its arguments are the process that asks, and the
 * most memory, in bytes.
 */
export function serve(parse: typeof parseSource): void {
  const [, , asker, mostBytes] = process.argv
  const answer = (message: Answer) => process.send?.(message)
  // Nobody asks any more.
  process.on('disconnect', () => process.exit())
  // An interruption is for the process that asks: it says what becomes of this one.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
  process.on('message', async ({ file, limits }: Job) => {
    try {
      answer({ result: await parse(file, limits) })
    } catch (error) {
      // The engine says so in these words; no standard does.
      const tooDeep = error instanceof RangeError && /call stack/i.test(error.message)
      answer({ thrown: String(error), tooDeep })
    }
  })
  answer({ ready: true })
  new Worker(fileURLToPath(new URL('./guard.js', import.meta.url)), {
    workerData: { asker: Number(asker), mostBytes: Number(mostBytes) },
  }).unref()
}
