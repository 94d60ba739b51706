import { type Caching, openCache } from '../cache/open.js'
import type { Effects } from '../effects.js'
import { Progress } from '../output/progress.js'
import type { Telling } from '../output/report.js'
import { runStages, type StageName, type Stages } from '../pipeline.js'

/** Takes a book as far as a command that only looks at it needs, with the cache and the progress that it asks for. */
export async function stagesOf(
  path: string,
  until: StageName,
  options: Telling & Caching,
  effects: Effects,
): Promise<Stages> {
  const { env, readers, signal } = effects
  const cache = openCache(options, env)
  const progress = new Progress(effects, options)
  const stages = await runStages(path, until, {
    env,
    readers,
    cache,
    signal,
    onStage: progress.stage,
  }).finally(() => progress.done())
  await cache.settle()
  return stages
}
