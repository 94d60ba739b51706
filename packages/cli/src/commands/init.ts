import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { proposeCodebook } from '@briefbook/analysis'
import type { Source } from '@briefbook/ast'
import { type Diagnostic, diagnostic, hasErrors } from '@briefbook/diagnostics'
import { isSourceFile } from '@briefbook/parser'
import { Folder } from '../content/folder.js'
import { newBookYaml, newCodebookYaml, newGitignore, schemaFiles, schemaLine } from '../content/new-book.js'
import { proposeNames, sidecarText } from '../content/sidecars.js'
import { readSources } from '../content/sources.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import { printReport, type Telling } from '../output/report.js'
import { exitCodeOf } from './exit-code.js'

async function isUsable(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null)
  // Who keeps the book in git may have begun there.
  return info === null || (info.isDirectory() && (await readdir(path)).every(name => name === '.git'))
}

/** The files that a name stands for: itself, or what a folder holds. */
async function filesOf(path: string): Promise<string[]> {
  const info = await stat(path)
  if (!info.isDirectory()) return [path]
  return (await readdir(path))
    .sort()
    .filter(isSourceFile)
    .map(name => join(path, name))
}

async function gather(from: readonly string[]): Promise<{ files: string[]; diagnostics: Diagnostic[] }> {
  const files: string[] = []
  const diagnostics: Diagnostic[] = []
  for (const name of from) {
    try {
      files.push(...(await filesOf(resolve(name))))
    } catch {
      const hint = 'Correct the name of the file.'
      diagnostics.push(diagnostic('file-is-there', `There is no file \`${name}\`.`, { file: name, hint }))
    }
  }
  const seen = new Map<string, string>()
  for (const file of files) {
    const other = seen.get(basename(file))
    if (other !== undefined) {
      const message = `Two files are called \`${basename(file)}\`: ${other} and ${file}.`
      diagnostics.push(diagnostic('source-id-is-unique', message, { hint: 'Rename one of them.' }))
    }
    seen.set(basename(file), file)
  }
  return { files, diagnostics }
}

/** Copies the texts into the book, each with the sidecar that it has. Gives the sidecars that there are. */
async function copySources(files: readonly string[], folder: string): Promise<Set<string>> {
  const sidecars = new Set<string>()
  for (const file of files) {
    // Read and written, not copied: what came from a read-only place is the analyst's to edit here.
    await writeFile(join(folder, basename(file)), await readFile(file))
    const sidecar = await readFile(`${file}.yaml`, 'utf8').catch(() => null)
    if (sidecar === null) continue
    await writeFile(join(folder, `${basename(file)}.yaml`), sidecar)
    sidecars.add(basename(file))
  }
  return sidecars
}

/** Writes a sidecar for each source that has none: a name fit for citing, and what was found to correct and complete. */
async function writeSidecars(folder: string, sources: readonly Source[], there: ReadonlySet<string>): Promise<void> {
  for (const [file, name] of proposeNames(sources)) {
    const source = sources.find(s => s.file === file)
    if (!source || there.has(basename(file))) continue
    await writeFile(join(folder, `${file}.yaml`), schemaLine('source.schema.json', '../') + sidecarText(source, name))
  }
}

async function begin(path: string, files: readonly string[], { readers, signal }: Effects): Promise<Diagnostic[]> {
  await mkdir(join(path, 'sources'), { recursive: true })
  await mkdir(join(path, 'chapters'), { recursive: true })
  for (const [name, text] of Object.entries(await schemaFiles())) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), text)
  }
  await writeFile(join(path, 'book.yaml'), newBookYaml(path))
  await writeFile(join(path, '.gitignore'), newGitignore)
  const codebook = join(path, 'codebook.yaml')
  if (files.length === 0) {
    await writeFile(codebook, schemaLine('codebook.schema.json') + newCodebookYaml)
    return []
  }
  const sidecars = await copySources(files, join(path, 'sources'))
  const { sources, diagnostics } = await readSources(new Folder(path), 'sources/', { readers, signal })
  await writeSidecars(path, sources, sidecars)
  await writeFile(codebook, schemaLine('codebook.schema.json') + proposeCodebook(sources))
  return diagnostics
}

/** `briefbook init`: a new book from texts, with a proposed codebook. Nothing that exists is written over. */
export async function init(
  dir: string,
  from: readonly string[],
  options: Telling,
  effects: Effects,
): Promise<ExitCode> {
  const path = resolve(dir)
  const { files, diagnostics } = await gather(from)
  if (!(await isUsable(path))) {
    const hint = 'Name a folder that is empty or not there yet.'
    diagnostics.push(diagnostic('output-is-not-there-yet', `${path} is not empty.`, { hint }))
  }
  if (hasErrors(diagnostics)) {
    effects.stderr(printReport(diagnostics, options, effects, path))
    return exitCodes.content
  }
  diagnostics.push(...(await begin(path, files, effects)))
  effects.stderr(printReport(diagnostics, options, effects, path))
  effects.stdout(`${path}\n`)
  effects.stderr(
    `A book of ${files.length} source${files.length === 1 ? '' : 's'} was begun.\n` +
      'Next: read codebook.yaml and take out or rename what you do not want to compare; give book.yaml its title;\n' +
      `complete the files beside the sources; then run  briefbook build ${dir}\n`,
  )
  return exitCodeOf(diagnostics)
}
