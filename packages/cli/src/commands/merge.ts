import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Ledger } from '@briefbook/ast'
import { type Diagnostic, DiagnosticError, diagnostic, hasErrors } from '@briefbook/diagnostics'
import {
  type Applied,
  type MergeResult,
  mergeDocument,
  printDocumentPlace,
  sentLedger,
  type TextFile,
} from '@briefbook/redline'
import { composeLedger } from '@briefbook/render-docx'
import { type Caching, openCache } from '../cache/open.js'
import { commentsFile, configFile, defaultOutput } from '../content/book.js'
import type { Folder } from '../content/folder.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import { Progress } from '../output/progress.js'
import { jsonRecord, printReport, type Telling } from '../output/report.js'
import { writeTogether } from '../output/write.js'
import { runStages, type Stages } from '../pipeline.js'

export interface MergeOptions extends Telling, Caching {
  dryRun: boolean
  ours: boolean
  theirs: boolean
  findings: boolean
}

const conflictsFile = 'conflicts.yaml'

/** What the book would be sent with now; null where it has errors. */
function ledgerNow({ book, template, content }: Stages): Ledger | null {
  return book && template && content ? composeLedger(book, template.tokens, { chapters: content.chapters }) : null
}

async function lastLedger(path: string): Promise<Ledger | null> {
  const docx = await readFile(join(defaultOutput(path), 'book.docx')).catch(() => null)
  return docx && sentLedger(docx)
}

const mark = '\ufeff'

/** The bytes of a file that was read as text, with the byte order mark that it had. */
async function bytesOf(folder: Folder, { path, text }: TextFile): Promise<Uint8Array> {
  const before = await folder.read(path)
  const encode = (words: string) => new TextEncoder().encode(words)
  if (before === null) return encode(text)
  const was = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before)
  if (Buffer.compare(encode(was), before) !== 0) {
    const hint = 'Save the file as UTF-8 and merge again. Nothing was changed.'
    throw new DiagnosticError([
      diagnostic('source-encoding-is-known', `\`${path}\` is not in UTF-8: what stands in it would be lost.`, {
        file: path,
        hint,
      }),
    ])
  }
  return encode(was.startsWith(mark) ? mark + text : text)
}

/** The files of settings that a book has, as texts. */
async function settingsOf(folder: Folder, codebook: string): Promise<TextFile[]> {
  const files = await Promise.all(
    [configFile, codebook].map(async path => ({ path, text: await folder.readText(path) })),
  )
  return files.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]))
}

const kinds: { readonly [kind in Applied['kind']]: string } = {
  changed: 'changed',
  split: 'split',
  joined: 'joined',
  inserted: 'new',
  deleted: 'taken out',
  moved: 'moved',
  finding: 'finding',
  comment: 'comment',
}

/** What was taken over, a line each: where it is now, what it is, where it stands in the document. */
function printApplied(applied: readonly Applied[]): string {
  const places = applied.map(({ file, line }) => `${file}:${line}`)
  const width = Math.max(0, ...places.map(place => place.length))
  return applied
    .map(({ kind, place, authors }, i) => {
      const who = authors.length === 0 ? '' : ` (${authors.join(', ')})`
      return `${(places[i] ?? '').padEnd(width)}  ${kinds[kind].padEnd(9)}  ${printDocumentPlace(place)}${who}\n`
    })
    .join('')
}

function printSummary({ applied, known, refused, conflicts, files }: MergeResult, dryRun: boolean): string {
  const comments = applied.filter(({ kind }) => kind === 'comment').length
  const counts: readonly (readonly [number, string])[] = [
    [applied.length - comments, 'applied'],
    [known, 'there already'],
    [refused, 'refused'],
    [conflicts, conflicts === 1 ? 'conflict' : 'conflicts'],
    [comments, comments === 1 ? 'new comment' : 'new comments'],
  ]
  const told = counts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)
  const head = told.length === 0 ? 'No edits.' : `${told.join(', ')}.`
  if (files.length === 0) return `${head} Nothing to write.\n`
  return `${head} ${dryRun ? 'Would write' : 'Wrote'} ${files.map(({ path }) => path).join(', ')}.\n`
}

/** `briefbook merge`: brings what editors did to a DOCX home into the content. */
export async function merge(edited: string, dir: string, options: MergeOptions, effects: Effects): Promise<ExitCode> {
  const path = resolve(dir)
  const name = basename(edited)
  const tell = (diagnostics: readonly Diagnostic[]) => effects.stderr(printReport(diagnostics, options, effects, path))
  if (options.ours && options.theirs) {
    effects.stderr('Either --ours or --theirs.\n')
    return exitCodes.usage
  }
  const docx = await readFile(edited).catch(() => null)
  if (docx === null) {
    const hint = 'Correct the name of the file.'
    tell([diagnostic('file-is-there', `There is no file \`${edited}\`.`, { file: edited, hint })])
    return exitCodes.content
  }
  const cache = openCache(options, effects.env)
  const progress = new Progress(effects, options)
  try {
    const { env, readers, signal } = effects
    const stages = await runStages(path, 'book', { env, readers, cache, signal, onStage: progress.stage })
    await cache.settle()
    const { content } = stages
    if (content === null) {
      progress.done()
      tell(stages.diagnostics)
      return exitCodes.content
    }
    progress.stage('Merging')
    const { folder, chapters, config } = content
    const result = mergeDocument({
      docx,
      name,
      title: config.value.title,
      chapters,
      codings: { path: config.value.codings, text: await folder.readText(config.value.codings) },
      settings: await settingsOf(folder, config.value.codebook),
      statements: stages.analysis?.statements ?? [],
      findings: options.findings,
      comments: { path: commentsFile, text: await folder.readText(commentsFile) },
      conflicts: { path: conflictsFile, text: await folder.readText(conflictsFile) },
      now: hasErrors(stages.diagnostics) ? null : ledgerNow(stages),
      last: await lastLedger(path),
      dryRun: options.dryRun,
      prefer: options.ours ? 'ours' : options.theirs ? 'theirs' : null,
    })
    const files = await Promise.all(
      result.files.map(async file => ({ path: await folder.locate(file.path), bytes: await bytesOf(folder, file) })),
    )
    if (!options.dryRun) await writeTogether(files)
    progress.done()
    tell(result.diagnostics)
    if (options.json) {
      const { applied, known, refused, conflicts, proposals } = result
      const paths = result.files.map(file => file.path)
      effects.stdout(applied.map(one => jsonRecord('applied', one)).join(''))
      effects.stdout(
        jsonRecord('merge', { applied: applied.length, known, refused, conflicts, proposals, files: paths }),
      )
    } else {
      const stopped = hasErrors(result.diagnostics) && result.conflicts === 0
      effects.stdout(stopped ? '' : printApplied(result.applied) + printSummary(result, options.dryRun))
    }
    return hasErrors(result.diagnostics) || result.refused > 0 ? exitCodes.content : exitCodes.done
  } catch (error) {
    progress.done()
    if (!(error instanceof DiagnosticError)) throw error
    tell(error.diagnostics)
    return exitCodes.content
  } finally {
    progress.done()
  }
}
