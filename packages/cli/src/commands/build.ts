import { join, resolve } from 'node:path'
import { hasErrors } from '@briefbook/diagnostics'
import { buildBook } from '../build.js'
import { defaultOutput } from '../content/book.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import type { Format } from '../names.js'
import { Progress, printReport } from '../output/report.js'
import { exitCodeOf } from './exit-code.js'

export interface BuildCommandOptions {
  out?: string
  format: Format[]
  json: boolean
}

/** `briefbook build`: makes the book and says where it is. */
export async function build(dir: string, options: BuildCommandOptions, effects: Effects): Promise<ExitCode> {
  const path = resolve(dir)
  const output = options.out === undefined ? defaultOutput(path) : resolve(options.out)
  const progress = new Progress(effects)
  try {
    const { files, diagnostics } = await buildBook({
      path,
      output,
      formats: options.format,
      env: effects.env,
      readers: effects.readers,
      signal: effects.signal,
      onStage: (stage, detail) => progress.stage(stage, detail),
    })
    progress.done()
    effects.stderr(printReport(diagnostics, options, effects))
    if (hasErrors(diagnostics)) return exitCodeOf(diagnostics)
    for (const file of files) {
      effects.stdout(`${join(output, file.path)}${file.pages === undefined ? '' : `  ${file.pages} pages`}\n`)
    }
    return exitCodes.done
  } finally {
    progress.done()
  }
}
