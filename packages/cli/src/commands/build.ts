import { join, resolve } from 'node:path'
import { hasErrors } from '@briefbook/diagnostics'
import { buildBook } from '../build.js'
import { type Caching, openCache } from '../cache/open.js'
import { defaultOutput } from '../content/book.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import type { Format } from '../names.js'
import { Progress } from '../output/progress.js'
import { jsonRecord, printReport, type Telling } from '../output/report.js'
import { exitCodeOf } from './exit-code.js'

export interface BuildCommandOptions extends Telling, Caching {
  out?: string
  format: Format[]
  /** The edition since which the DOCX shows tracked changes; true for the last one. */
  redline?: string | true
}

/** `briefbook build`: makes the book and says where it is. */
export async function build(dir: string, options: BuildCommandOptions, effects: Effects): Promise<ExitCode> {
  const path = resolve(dir)
  if (options.redline !== undefined && !options.format.includes('docx')) {
    effects.stderr('--redline marks changes in the DOCX, and --format leaves that out.\n')
    return exitCodes.usage
  }
  const output = options.out === undefined ? defaultOutput(path) : resolve(options.out)
  const cache = openCache(options, effects.env)
  const progress = new Progress(effects, options)
  try {
    const { files, diagnostics } = await buildBook({
      path,
      output,
      formats: options.format,
      env: effects.env,
      readers: effects.readers,
      cache,
      ...(options.redline === undefined ? {} : { redline: options.redline }),
      signal: effects.signal,
      onStage: progress.stage,
    })
    progress.done()
    effects.stderr(printReport(diagnostics, options, effects, path))
    if (hasErrors(diagnostics)) return exitCodeOf(diagnostics)
    for (const { path: name, pages } of files) {
      const file = join(output, name)
      if (options.json) effects.stdout(jsonRecord('output', { path: file, ...(pages === undefined ? {} : { pages }) }))
      else effects.stdout(`${file}${pages === undefined ? '' : `  ${pages} pages`}\n`)
    }
    return exitCodes.done
  } finally {
    progress.done()
    await cache.settle()
  }
}
