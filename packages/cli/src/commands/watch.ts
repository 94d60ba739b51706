import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { createMemo } from '@briefbook/render-html'
import { type BuildResult, buildBook } from '../build.js'
import { MemoryCache } from '../cache/cache.js'
import { openCache } from '../cache/open.js'
import { defaultOutput, readConfig } from '../content/book.js'
import { Folder } from '../content/folder.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import { messagesOf } from '../output/failure.js'
import { Progress } from '../output/progress.js'
import { jsonRecord, printReport } from '../output/report.js'
import { manifestFile } from '../output/write.js'
import { Readers } from '../reading/readers.js'
import { DocxWriter } from '../rendering/docx-writer.js'
import { Changes } from '../watch/changes.js'
import { KnownNotes } from '../watch/notes.js'
import { WarmPrinter } from '../watch/warm-printer.js'
import type { BuildCommandOptions } from './build.js'
import { exitCodeOf } from './exit-code.js'

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`

/** The most names of changed files that are said. */
const mostNames = 5

function said(changed: readonly string[]): string {
  const more = changed.length - mostNames
  return changed.slice(0, mostNames).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** What was made anew, in a sentence. */
function outcome({ files, made, unchanged }: BuildResult, ms: number, output: string): string {
  if (unchanged) return 'The book is up to date: nothing that it is made of has changed.'
  if (files.length === 0)
    return existsSync(join(output, manifestFile)) ? 'Not built: the last good book stays.' : 'Not built.'
  const pages = files.find(file => file.pages !== undefined)?.pages
  const parts = [
    ...(made.read > 0 ? [`${count(made.read, 'source')} read`] : []),
    ...(made.analysed > 0 ? [`${made.analysed} analysed`] : []),
    ...(made.prints > 0 ? [`printed ${made.prints === 1 ? 'once' : `${made.prints} times`}`] : []),
    ...(pages === undefined ? [] : [count(pages, 'page')]),
  ]
  return `Built in ${(ms / 1000).toFixed(1)} s${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

/** How a build ended: `unwritten` is a book that there was no place for, on a full disk or in a file that is held. */
type End = 'done' | 'unwritten' | 'given up'

/** After how long a book is written again that could not be; twice as long each time, up to the longest. */
const retryMs = { first: 5000, longest: 60_000 }

/** What a build gives that could not go on. */
const failed = (error: unknown): BuildResult => ({
  files: [],
  diagnostics: [...messagesOf(error)],
  made: { read: 0, analysed: 0, prints: 0 },
  unchanged: false,
  folders: [],
})

/**
 * `briefbook watch`: builds on every change of the book or its template, with the browser and the readers kept warm, until
 * interrupted. A build of what has changed since is given up; one that could not be written is tried again by itself.
 */
export async function watch(dir: string, options: BuildCommandOptions, effects: Effects): Promise<ExitCode> {
  const path = resolve(dir)
  if (!existsSync(path)) {
    // A slip in its name more likely than a folder that is still to come.
    const { diagnostics } = await readConfig(new Folder(path))
    effects.stderr(printReport(diagnostics, options, effects, path))
    return exitCodeOf(diagnostics)
  }
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
  const known = new KnownNotes()
  let saidWhere = false
  let changed: string[] = []
  const changes = new Changes({
    except: [output],
    onChange: () => stale.abort(),
    onProblem: problem => tell('problem', problem, { problem }),
  })

  const make = async (signal: AbortSignal, isRetry: boolean): Promise<BuildResult> => {
    try {
      return await buildBook({
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
        ...(isRetry ? {} : { onStage: progress.stage }),
      })
    } catch (error) {
      if (signal.aborted) throw error
      // The next change may mend it: to go on is more than to end.
      if (options.verbose && error instanceof Error) effects.stderr(`${error.stack}\n`)
      return failed(error)
    } finally {
      progress.done()
    }
  }

  const report = (result: BuildResult, ms: number, isUnwritten: boolean): void => {
    const { files, made, unchanged, diagnostics } = result
    const isWhole = files.length > 0 || unchanged
    const news = options.json ? diagnostics : known.news(diagnostics, changed, isWhole)
    effects.stderr(printReport(news, options, effects, path))
    const left = diagnostics.length - news.length
    if (left > 0) effects.stderr(`${count(left, 'note')} as before\n`)
    const where = isWhole && !saidWhere ? ` It is in ${output}.` : ''
    saidWhere ||= isWhole
    const next = isUnwritten ? 'Waiting for changes, and trying again.' : 'Waiting for changes.'
    tell('built', `${outcome(result, ms, output)}${where} ${next}`, {
      ...{ done: files.length > 0, unchanged, ms: Math.round(ms) },
      ...made,
    })
  }

  /** Builds unless something changes meanwhile. One that is tried again says nothing unless it ends otherwise. */
  const build = async (isRetry: boolean): Promise<End> => {
    stale = new AbortController()
    const signal = AbortSignal.any([stale.signal, effects.signal])
    const began = performance.now()
    try {
      const result = await make(signal, isRetry)
      const ms = performance.now() - began
      await changes.add(result.folders)
      const isUnwritten = result.diagnostics.some(({ rule }) => rule === 'output-can-be-written')
      if (!isRetry || !isUnwritten) report(result, ms, isUnwritten)
      return isUnwritten ? 'unwritten' : 'done'
    } catch (error) {
      if (!signal.aborted) throw error
      return 'given up'
    } finally {
      await cache.settle()
    }
  }

  try {
    await changes.add([path])
    let retries = 0
    while (!effects.signal.aborted) {
      const end = await build(retries > 0)
      if (end !== 'given up') changed = []
      retries = end === 'unwritten' ? retries + 1 : 0
      const patienceMs = retries > 0 ? Math.min(retryMs.longest, retryMs.first * 2 ** (retries - 1)) : undefined
      // What was only passing, an editor's file for a moment, changes nothing; but a build may have been given up for it.
      let more = await changes.next(effects.signal, patienceMs)
      while (more.length === 0 && end === 'done' && !effects.signal.aborted) more = await changes.next(effects.signal)
      if (more.length > 0) retries = 0
      // What came while it was built is there already.
      changed = [...new Set([...changed, ...more.map(file => relative(path, file) || '.')])].sort()
      if (more.length > 0) tell('changed', `\nChanged: ${said(changed)}`, { files: changed })
    }
  } finally {
    if (!options.json) effects.stderr('Stopped.\n')
    await changes.close()
    readers.close()
    docxWriter.close()
    await printer.close()
  }
  return exitCodes.interrupted
}
