import { randomUUID } from 'node:crypto'
import { relative, resolve } from 'node:path'
import type { Diagnostic } from '@briefbook/diagnostics'
import { createMemo } from '@briefbook/render-html'
import { type BuildResult, buildBook } from '../build.js'
import { MemoryCache } from '../cache/cache.js'
import { openCache } from '../cache/open.js'
import { defaultOutput } from '../content/book.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import { Progress } from '../output/progress.js'
import { jsonRecord, printReport } from '../output/report.js'
import { Readers } from '../reading/readers.js'
import { DocxWriter } from '../rendering/docx-writer.js'
import { Changes } from '../watch/changes.js'
import { WarmPrinter } from '../watch/warm-printer.js'
import type { BuildCommandOptions } from './build.js'

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`

/** The most names of changed files that are said. */
const mostNames = 5

function said(changed: readonly string[]): string {
  const more = changed.length - mostNames
  return changed.slice(0, mostNames).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** What was made anew, in a sentence. */
function outcome({ files, made, unchanged }: BuildResult, ms: number): string {
  if (unchanged) return 'Nothing in the book has changed.'
  if (files.length === 0) return 'Not built: the last good book stays.'
  const pages = files.find(file => file.pages !== undefined)?.pages
  const parts = [
    ...(made.read > 0 ? [`${count(made.read, 'source')} read`] : []),
    ...(made.analysed > 0 ? [`${made.analysed} analysed`] : []),
    ...(made.prints > 0 ? [`printed ${made.prints === 1 ? 'once' : `${made.prints} times`}`] : []),
    ...(pages === undefined ? [] : [count(pages, 'page')]),
  ]
  return `Built in ${(ms / 1000).toFixed(1)} s${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

/**
 * `briefbook watch`: builds on every change of the book or its template, with the browser and the readers kept warm, until
 * interrupted. A build of what has changed since is given up.
 */
export async function watch(dir: string, options: BuildCommandOptions, effects: Effects): Promise<ExitCode> {
  const path = resolve(dir)
  const output = options.out === undefined ? defaultOutput(path) : resolve(options.out)
  const progress = new Progress(effects, options)
  const readers = new Readers({ keep: true })
  const printer = new WarmPrinter()
  const docxWriter = new DocxWriter()
  const htmlMemo = createMemo(randomUUID())
  const cache = new MemoryCache(openCache(options, effects.env))
  const tell = (event: string, text: string, fields: object = {}) =>
    effects.stderr(options.json ? jsonRecord('watch', { event, ...fields }) : `${text}\n`)
  let stale = new AbortController()
  /** What was noted at the last build, and need not be said again. */
  let noted = new Set<string>()
  const changes = new Changes({
    except: [output],
    onChange: () => stale.abort(),
    onProblem: problem => tell('problem', problem, { problem }),
  })

  /** Builds unless something changes meanwhile; whether it came to an end. */
  const build = async (): Promise<boolean> => {
    stale = new AbortController()
    const signal = AbortSignal.any([stale.signal, effects.signal])
    const began = performance.now()
    try {
      const result = await buildBook({
        path,
        output,
        formats: options.format,
        env: effects.env,
        readers,
        cache,
        printer,
        docxWriter,
        htmlMemo,
        skipUnchanged: true,
        signal,
        onStage: progress.stage,
      })
      progress.done()
      const notes = result.diagnostics.filter(({ severity }) => severity === 'note').map(d => JSON.stringify(d))
      const isKnown = (d: Diagnostic) => !options.json && d.severity === 'note' && noted.has(JSON.stringify(d))
      const news = result.diagnostics.filter(d => !isKnown(d))
      noted = new Set(notes)
      effects.stderr(printReport(news, options, effects, path))
      const left = result.diagnostics.length - news.length
      if (left > 0) effects.stderr(`${count(left, 'note')} as before\n`)
      await changes.add(result.folders)
      const ms = performance.now() - began
      const { files, made, unchanged } = result
      tell('built', `${outcome(result, ms)} Waiting for changes.`, {
        ...{ done: files.length > 0, unchanged, ms: Math.round(ms) },
        ...made,
      })
      return true
    } catch (error) {
      if (!signal.aborted) throw error
      return false
    } finally {
      progress.done()
      await cache.settle()
    }
  }

  try {
    await changes.add([path])
    let changed: string[] = []
    while (!effects.signal.aborted) {
      if (await build()) changed = []
      // What came while it was built is there already.
      const more = await changes.next(effects.signal)
      changed = [...new Set([...changed, ...more.map(file => relative(path, file) || '.')])].sort()
      if (changed.length > 0) tell('changed', `\nChanged: ${said(changed)}`, { files: changed })
    }
  } finally {
    await changes.close()
    readers.close()
    docxWriter.close()
    await printer.close()
  }
  return exitCodes.interrupted
}
