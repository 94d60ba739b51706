import { resolve } from 'node:path'
import { type Caching, openCache } from '../cache/open.js'
import type { Effects, ExitCode } from '../effects.js'
import { Progress } from '../output/progress.js'
import { printReport, type Telling } from '../output/report.js'
import { ensureComplete, runStages } from '../pipeline.js'
import { exitCodeOf } from './exit-code.js'

/** `briefbook check`: everything that a build would refuse or doubt, and nothing written. */
export async function check(dir: string, options: Telling & Caching, effects: Effects): Promise<ExitCode> {
  const path = resolve(dir)
  const cache = openCache(options, effects.env)
  const progress = new Progress(effects, options)
  const stages = await runStages(path, 'book', {
    env: effects.env,
    readers: effects.readers,
    cache,
    signal: effects.signal,
    onStage: progress.stage,
  }).finally(() => progress.done())
  await cache.settle()
  ensureComplete(stages)
  const report = printReport(stages.diagnostics, options, effects, path)
  effects.stdout(report === '' && !options.json ? 'Nothing to report.\n' : report)
  return exitCodeOf(stages.diagnostics)
}
