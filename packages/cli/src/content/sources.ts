import type { Source } from '@briefbook/ast'
import { type BookConfig, defaultLimits } from '@briefbook/book'
import { type Diagnostic, DiagnosticError, diagnostic, type Result } from '@briefbook/diagnostics'
import { isSourceFile, type SourceFile } from '@briefbook/parser'
import { type Cache, noCache } from '../cache/cache.js'
import { cacheKey, codeHash } from '../cache/key.js'
import { type Budget, budgetOf } from '../reading/limits.js'
import type { Outcome, ReadingProcess } from '../reading/process.js'
import { Readers } from '../reading/readers.js'
import { type Folder, sha256 } from './folder.js'

/**
 * Sources that have one id are told apart by nobody: each but the first is an error, and goes no further, since all that is said
 * of the first would be looked for in it.
 */
function withoutDuplicates(sources: readonly Source[]): Result<Source[]> {
  const first = new Map<string, Source>()
  const diagnostics: Diagnostic[] = []
  for (const source of sources) {
    const other = first.get(source.id)
    if (!other) first.set(source.id, source)
    else
      diagnostics.push(
        diagnostic('source-id-is-unique', `The id \`${source.id}\` is that of ${other.file} as well.`, {
          file: source.file,
        }),
      )
  }
  return { value: [...first.values()], diagnostics }
}

/** A file with what stands beside it about it; null where it is gone. */
async function sourceFile(folder: Folder, path: string): Promise<SourceFile | null> {
  const bytes = await folder.read(path)
  if (!bytes) return null
  const beside = `${path}.yaml`
  const text = await folder.readText(beside)
  return { path, bytes, ...(text === null ? {} : { sidecar: { path: beside, text } }) }
}

const problem = (rule: Diagnostic['rule'], message: string, file: string): Result<null> => ({
  value: null,
  diagnostics: [diagnostic(rule, message, { file })],
})

/** The source, or what kept it from being read. */
function resultOf(outcome: Outcome, file: string, budget: Budget): Result<Source | null> {
  const seconds = budget.seconds === 1 ? '1 second' : `${budget.seconds} seconds`
  switch (outcome.kind) {
    case 'read':
      return outcome.result
    case 'slow':
      return problem('source-is-read-in-time', `The source was not read within ${seconds}.`, file)
    case 'large':
      return problem('source-fits-memory', `Reading the source takes more than ${budget.memoryMb} MB of memory.`, file)
    case 'deep':
      return problem('source-fits-memory', 'The source is nested too deep to be read.', file)
    case 'failed':
      return problem('source-reader-holds', `The source makes the reader fail: ${outcome.why}.`, file)
  }
}

export interface SourceOptions {
  /** What one source may take; the defaults where it is left out. */
  limits?: BookConfig['limits']
  /** Processes that are there already; else some are started for this and ended. */
  readers?: Readers
  /** Sources that were read before. Default: none. */
  cache?: Cache
  /** Told of each source that is begun, and how many are done. */
  onSource?(file: string, done: number, of: number): void
  signal?: AbortSignal
}

/** So many files are looked up in the cache at once. */
const lookedUpAtOnce = 16

/** All that decides what a source is read as. */
const keyOf = (code: string, { path, bytes, sidecar }: SourceFile, { parser }: Budget) =>
  cacheKey('source', code, path, sha256(bytes), sidecar ?? null, parser)

/**
 * Reads every source of the folder, in the order of their paths. A source that cannot be read, whatever the reason, is
 * told; the others are read all the same.
 *
 * @returns `keys` says of each source what it was made of, `read` how many were not in the cache.
 */
export async function readSources(
  folder: Folder,
  path: string,
  { limits = defaultLimits, readers = new Readers(), cache = noCache, onSource, signal }: SourceOptions = {},
): Promise<{ sources: Source[]; keys: Map<Source, string>; read: number; diagnostics: Diagnostic[] }> {
  const files = (await folder.list(path))?.filter(isSourceFile) ?? []
  if (files.length === 0) {
    return {
      sources: [],
      keys: new Map(),
      read: 0,
      diagnostics: [diagnostic('sources-are-there', `There is no source in \`${path}\`.`, { file: path })],
    }
  }
  const budget = budgetOf(limits)
  const code = await codeHash()
  const keys = new Map<Source, string>()
  const results = new Array<Result<Source | null> | undefined>(files.length)
  const set = (i: number, result: Result<Source | null>, key: string) => {
    if (result.value) keys.set(result.value, key)
    results[i] = result
  }
  /** Does something with a file that is there, and its key. */
  const withFile = async (i: number, work: (file: SourceFile, key: string) => Promise<void>) => {
    try {
      const file = await sourceFile(folder, files[i] as string)
      if (file) await work(file, keyOf(code, file, budget))
      else results[i] = { value: null, diagnostics: [] }
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error
      results[i] = { value: null, diagnostics: [...error.diagnostics] }
    }
  }
  const lookUp = (i: number) =>
    withFile(i, async (_, key) => {
      const kept = await cache.get<Result<Source | null>>(key)
      if (kept) set(i, kept, key)
    })
  const all = files.map((_, i) => i)
  if (cache !== noCache)
    for (let from = 0; from < files.length; from += lookedUpAtOnce)
      await Promise.all(all.slice(from, from + lookedUpAtOnce).map(lookUp))
  const left = all.filter(i => results[i] === undefined)
  let done = files.length - left.length
  // Their bytes are read again, for those of all sources are not held at once. What took too long or failed is not kept.
  const read = async (reader: ReadingProcess, i: number) => {
    onSource?.(files[i] as string, done, files.length)
    await withFile(i, async (file, key) => {
      const outcome = await reader.read(file, budget, signal)
      const result = resultOf(outcome, file.path, budget)
      if (outcome.kind === 'read') cache.set(key, result)
      set(i, result, key)
    })
    done++
  }
  await readers.each(left, read)
  const unique = withoutDuplicates(results.flatMap(result => result?.value ?? []))
  return {
    sources: unique.value,
    keys,
    read: left.length,
    diagnostics: [...results.flatMap(result => result?.diagnostics ?? []), ...unique.diagnostics],
  }
}
