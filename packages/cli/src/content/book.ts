import { join } from 'node:path'
import { type Codings, readCodings, readLocatedCodebook } from '@briefbook/analysis'
import type { Codebook, Source } from '@briefbook/ast'
import { type BookConfig, type ChapterFile, parseMarkdown, type Remark, readBookConfig } from '@briefbook/book'
import { type Diagnostic, DiagnosticError, diagnostic, type LocatedYaml, readYaml } from '@briefbook/diagnostics'
import { commentsSchema } from '@briefbook/redline'
import { type Cache, keptOr, noCache } from '../cache/cache.js'
import { cacheKey, codeHash } from '../cache/key.js'
import { Folder } from './folder.js'
import { readSources, type SourceOptions } from './sources.js'
import { decodeText } from './text.js'

/** A book's content as it is on disk, read and checked file by file. */
export interface BookContent {
  folder: Folder
  config: LocatedYaml<BookConfig>
  sources: Source[]
  /** What each source was made of, as a key: two that have one are the same. */
  keys: ReadonlyMap<Source, string>
  /** How many sources were not in the cache. */
  read: number
  codebook: LocatedYaml<Codebook> | null
  codings: Codings | null
  chapters: ChapterFile[]
  /** What editors remarked and nobody settled. */
  remarks: Remark[]
}

export const configFile = 'book.yaml'

/** Reads book.yaml. */
export async function readConfig(
  folder: Folder,
): Promise<{ config: LocatedYaml<BookConfig> | null; diagnostics: Diagnostic[] }> {
  const text = await folder.readText(configFile)
  if (text === null) {
    const hint = 'A book is a folder with a book.yaml. Go to it or name it; `briefbook init DIR` makes one.'
    return {
      config: null,
      diagnostics: [
        diagnostic('file-is-there', `There is no book.yaml in ${folder.path}.`, { file: configFile, hint }),
      ],
    }
  }
  const { value, diagnostics } = readBookConfig(text, configFile)
  return { config: value, diagnostics }
}

async function readChapters(
  folder: Folder,
  path: string,
  cache: Cache,
  diagnostics: Diagnostic[],
): Promise<ChapterFile[]> {
  const files = (await folder.list(path))?.filter(file => /\.(md|markdown)$/i.test(file)) ?? []
  const code = await codeHash()
  const chapters: ChapterFile[] = []
  for (const file of files) {
    const bytes = await folder.read(file)
    const { value: text, diagnostics: faults } = decodeText(bytes ?? new Uint8Array(), file)
    diagnostics.push(...faults)
    const tree = await keptOr(cache, cacheKey('chapter', code, text), () => parseMarkdown(text))
    chapters.push({ path: file, text, tree })
  }
  return chapters
}

/** Where `briefbook merge` keeps what editors remarked. */
export const commentsFile = 'comments.yaml'

async function readRemarks(folder: Folder, diagnostics: Diagnostic[]): Promise<Remark[]> {
  const text = await folder.readText(commentsFile)
  if (text === null) return []
  const { value, diagnostics: found } = readYaml(text, commentsFile, commentsSchema)
  diagnostics.push(...found)
  const day = (date: string | null) => /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0] ?? null
  return (value?.value.comments ?? [])
    .filter(({ done }) => !done)
    .map(({ author, date, text: words, file, passage, quote, replies }) => ({
      author,
      date: day(date),
      text: [words, ...replies.map(reply => `${reply.author}: ${reply.text}`)].join('\n'),
      file,
      passage,
      quote,
    }))
}

/** Gathers the messages of a step that may find that it cannot go on. */
async function attempt<T>(diagnostics: Diagnostic[], step: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    diagnostics.push(...error.diagnostics)
    return otherwise
  }
}

/**
 * Reads all that a book is made of. What is wrong in one file does not keep the others from being read: all problems
 * are told at once.
 *
 * @returns `content` is null only where book.yaml itself cannot be read.
 */
export async function readBook(
  path: string,
  options: Omit<SourceOptions, 'limits'> = {},
): Promise<{ content: BookContent | null; diagnostics: Diagnostic[] }> {
  const folder = new Folder(path)
  const { config, diagnostics } = await readConfig(folder)
  if (!config) return { content: null, diagnostics }
  const names = config.value

  const {
    sources,
    keys,
    read,
    diagnostics: sourceDiagnostics,
  } = await attempt(diagnostics, () => readSources(folder, names.sources, { ...options, limits: names.limits }), {
    sources: [],
    keys: new Map(),
    read: 0,
    diagnostics: [],
  })
  diagnostics.push(...sourceDiagnostics)

  const codebook = await attempt(
    diagnostics,
    async () => {
      const text = await folder.readText(names.codebook)
      if (text === null) {
        diagnostics.push(
          diagnostic('codebook-is-there', `There is no \`${names.codebook}\`.`, { file: names.codebook }),
        )
        return null
      }
      const result = readLocatedCodebook(text, names.codebook)
      diagnostics.push(...result.diagnostics)
      return result.value
    },
    null,
  )

  const codings = await attempt(
    diagnostics,
    async () => {
      const text = await folder.readText(names.codings)
      if (text === null) return null
      const result = readCodings(text, names.codings)
      diagnostics.push(...result.diagnostics)
      return result.value
    },
    null,
  )

  const readThem = () => readChapters(folder, names.chapters, options.cache ?? noCache, diagnostics)
  const chapters = await attempt(diagnostics, readThem, [])
  const remarks = await attempt(diagnostics, () => readRemarks(folder, diagnostics), [])
  return { content: { folder, config, sources, keys, read, codebook, codings, chapters, remarks }, diagnostics }
}

/** Where a book is written to: `output/` in its folder, or beside `content/` in a workspace with both. */
export function defaultOutput(bookPath: string): string {
  const parts = bookPath.split(/[\\/]/)
  const name = parts.at(-1) ?? ''
  return parts.at(-2) === 'content' ? join(bookPath, '..', '..', 'output', name) : join(bookPath, 'output')
}
