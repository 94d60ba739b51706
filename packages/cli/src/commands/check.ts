import { resolve } from 'node:path'
import type { Caching } from '../cache/open.js'
import type { Effects, ExitCode } from '../effects.js'
import { printReport, type Telling } from '../output/report.js'
import { ensureComplete } from '../pipeline.js'
import { exitCodeOf } from './exit-code.js'
import { stagesOf } from './stages.js'

/** `briefbook check`: everything that a build would refuse or doubt, and nothing written. */
export async function check(dir: string, options: Telling & Caching, effects: Effects): Promise<ExitCode> {
  const path = resolve(dir)
  const stages = await stagesOf(path, 'book', options, effects)
  ensureComplete(stages)
  const report = printReport(stages.diagnostics, options, effects, path)
  effects.stdout(report === '' && !options.json ? 'Nothing to report.\n' : report)
  return exitCodeOf(stages.diagnostics)
}
