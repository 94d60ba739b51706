import { resolve, sep } from 'node:path'
import { openPrinter, type Printer } from '@briefbook/render-pdf'
import { watch as watchFiles } from 'chokidar'
import { buildBook } from '../build.js'
import { defaultOutput } from '../content/book.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import { Progress } from '../output/progress.js'
import { printReport } from '../output/report.js'
import { Readers } from '../reading/readers.js'
import type { BuildCommandOptions } from './build.js'

/** How long to wait for the rest of a burst: an editor saves a file in several steps. */
const quietMs = 150

/** `briefbook watch`: builds on every change, with the browser and the readers kept warm, until interrupted. */
export async function watch(dir: string, options: BuildCommandOptions, effects: Effects): Promise<ExitCode> {
  const path = resolve(dir)
  const output = options.out === undefined ? defaultOutput(path) : resolve(options.out)
  const progress = new Progress(effects, options)
  const readers = new Readers({ keep: true })
  let printer: Printer | null = null
  let current = new AbortController()

  const buildOnce = async (signal: AbortSignal) => {
    printer ??= options.format.includes('pdf') ? await openPrinter() : null
    const { files, diagnostics } = await buildBook({
      path,
      output,
      formats: options.format,
      env: effects.env,
      readers,
      signal,
      onStage: progress.stage,
      ...(printer ? { printer } : {}),
    })
    progress.done()
    effects.stderr(printReport(diagnostics, options, effects, path))
    // A browser that failed is not used again.
    if (diagnostics.some(d => d.rule === 'browser-prints')) {
      await printer?.close().catch(() => undefined)
      printer = null
    }
    const pages = files.find(file => file.pages !== undefined)?.pages
    effects.stderr(
      files.length > 0
        ? `Built${pages === undefined ? '' : `, ${pages} pages`}. Waiting for changes.\n`
        : 'Not built. Waiting for changes.\n',
    )
  }

  let running = Promise.resolve()
  const start = () => {
    // A build of what is no longer there is not worth finishing.
    current.abort()
    current = new AbortController()
    const signal = AbortSignal.any([current.signal, effects.signal])
    running = running
      .then(() => (signal.aborted ? undefined : buildOnce(signal)))
      .catch(error => {
        progress.done()
        if (!signal.aborted) effects.stderr(`${error instanceof Error ? error.message : String(error)}\n`)
      })
  }

  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const watcher = watchFiles(path, {
    ignored: file =>
      file === output ||
      file.startsWith(output + sep) ||
      /(^|[\\/])(node_modules|\.[^\\/]+|~\$[^\\/]*)$/.test(file.slice(path.length)),
    ignoreInitial: true,
  })
  watcher.on('all', (_, file) => {
    changed.add(file.slice(path.length + 1))
    clearTimeout(timer)
    timer = setTimeout(() => {
      effects.stderr(`Changed: ${[...changed].sort().join(', ')}\n`)
      changed.clear()
      start()
    }, quietMs)
  })
  start()
  await new Promise<void>(stop => effects.signal.addEventListener('abort', () => stop(), { once: true }))
  clearTimeout(timer)
  await watcher.close()
  await running
  readers.close()
  await (printer as Printer | null)?.close().catch(() => undefined)
  return exitCodes.interrupted
}
