import { resolve } from 'node:path'
import type { Effects, ExitCode } from '../effects.js'
import { Progress, printReport } from '../output/report.js'
import { ensureComplete, runStages } from '../pipeline.js'
import { exitCodeOf } from './exit-code.js'

/** `briefbook check`: everything that a build would refuse or doubt, and nothing written. */
export async function check(dir: string, options: { json: boolean }, effects: Effects): Promise<ExitCode> {
  const progress = new Progress(effects)
  const stages = await runStages(resolve(dir), 'book', {
    env: effects.env,
    readers: effects.readers,
    signal: effects.signal,
    onStage: (stage, detail) => progress.stage(stage, detail),
  }).finally(() => progress.done())
  ensureComplete(stages)
  const report = printReport(stages.diagnostics, options, effects)
  effects.stdout(report === '' && !options.json ? 'Nothing to report.\n' : report)
  return exitCodeOf(stages.diagnostics)
}
