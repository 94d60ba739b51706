import { resolve } from 'node:path'
import { hasErrors } from '@briefbook/diagnostics'
import type { Caching } from '../cache/open.js'
import type { Effects, ExitCode } from '../effects.js'
import type { InspectStage } from '../names.js'
import { sourceRecord, toJson } from '../output/records.js'
import { printReport, type Telling } from '../output/report.js'
import { ensureComplete, type StageName, type Stages } from '../pipeline.js'
import { exitCodeOf } from './exit-code.js'
import { stagesOf } from './stages.js'

/** What can be looked at: how far the book must come for it, and its JSON; null where it did not come so far. */
const views = {
  sources: { until: 'sources', record: stages => stages.sources.map(sourceRecord) },
  statements: { until: 'analysis', record: stages => stages.analysis?.statements ?? null },
  matrices: { until: 'analysis', record: stages => stages.analysis?.matrices ?? null },
  timeline: { until: 'analysis', record: stages => stages.analysis?.timeline ?? null },
  figures: { until: 'analysis', record: stages => stages.analysis?.figures ?? null },
  book: { until: 'book', record: stages => stages.book },
} as const satisfies { [stage in InspectStage]: { until: StageName; record(stages: Stages): unknown } }

/** `briefbook inspect`: a stage as JSON on standard output, whatever else is wrong with the book. */
export async function inspect(
  stage: InspectStage,
  dir: string,
  options: Telling & Caching,
  effects: Effects,
): Promise<ExitCode> {
  const { until, record } = views[stage]
  const path = resolve(dir)
  const stages = await stagesOf(path, until, options, effects)
  const value = record(stages)
  if (value === null) ensureComplete(stages)
  effects.stderr(
    printReport(
      stages.diagnostics.filter(d => d.severity !== 'note'),
      options,
      effects,
      path,
    ),
  )
  if (value !== null) effects.stdout(toJson(value))
  return hasErrors(stages.diagnostics) ? exitCodeOf(stages.diagnostics) : 0
}
