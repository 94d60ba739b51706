import type { Source } from '@briefbook/ast'
import { type Diagnostic, DiagnosticError, diagnostic } from '@briefbook/diagnostics'
import { isSourceFile, parseSource } from '@briefbook/parser'
import type { Folder } from './folder.js'

/** Sources that have one id are told apart by nobody: each but the first is an error. */
function duplicates(sources: readonly Source[]): Diagnostic[] {
  const first = new Map<string, Source>()
  return sources.flatMap(source => {
    const other = first.get(source.id)
    if (!other) {
      first.set(source.id, source)
      return []
    }
    return [
      diagnostic('source-id-is-unique', `The id \`${source.id}\` is that of ${other.file} as well.`, {
        file: source.file,
      }),
    ]
  })
}

/**
 * Reads every source of the folder, in the order of their paths. A source that cannot be read is told; the others are
 * read all the same.
 */
export async function readSources(
  folder: Folder,
  path: string,
  onSource: (file: string, n: number, of: number) => void = () => {},
  signal?: AbortSignal,
): Promise<{ sources: Source[]; diagnostics: Diagnostic[] }> {
  const files = (await folder.list(path))?.filter(isSourceFile) ?? []
  if (files.length === 0) {
    return {
      sources: [],
      diagnostics: [diagnostic('sources-are-there', `There is no source in \`${path}\`.`, { file: path })],
    }
  }
  const sources: Source[] = []
  const diagnostics: Diagnostic[] = []
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted()
    onSource(file, i + 1, files.length)
    try {
      const bytes = await folder.read(file)
      if (!bytes) continue
      const sidecarPath = `${file}.yaml`
      const sidecar = await folder.readText(sidecarPath)
      const parsed = await parseSource({
        path: file,
        bytes,
        ...(sidecar === null ? {} : { sidecar: { path: sidecarPath, text: sidecar } }),
      })
      diagnostics.push(...parsed.diagnostics)
      if (parsed.value) sources.push(parsed.value)
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error
      diagnostics.push(...error.diagnostics)
    }
  }
  return { sources, diagnostics: [...diagnostics, ...duplicates(sources)] }
}
