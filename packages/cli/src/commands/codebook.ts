import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { exportCodebook, importCodebook, readLocatedCodebook } from '@briefbook/analysis'
import { type Diagnostic, DiagnosticError, diagnostic, hasErrors } from '@briefbook/diagnostics'
import { readConfig } from '../content/book.js'
import { Folder } from '../content/folder.js'
import { schemaFiles, schemaLine } from '../content/new-book.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import { printReport, type Telling } from '../output/report.js'
import { writeWhole } from '../output/write.js'
import { exitCodeOf } from './exit-code.js'

/** Where the codebook of a book stands: as book.yaml names it, else codebook.yaml. */
async function codebookFile(folder: Folder): Promise<{ file: string; diagnostics: Diagnostic[] }> {
  const { config, diagnostics } = await readConfig(folder)
  return { file: config?.value.codebook ?? 'codebook.yaml', diagnostics }
}

/** Runs a step; what it finds that cannot be gone on with is told like any other message. */
async function told(
  options: Telling,
  effects: Effects,
  step: (diagnostics: Diagnostic[]) => Promise<string | null>,
): Promise<ExitCode> {
  const diagnostics: Diagnostic[] = []
  try {
    const path = await step(diagnostics)
    if (path !== null) effects.stdout(`${path}\n`)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    diagnostics.push(...error.diagnostics)
  }
  effects.stderr(printReport(diagnostics, options, effects))
  return hasErrors(diagnostics) ? exitCodeOf(diagnostics) : exitCodes.done
}

export interface ExportOptions extends Telling {
  out?: string
}

/** `briefbook codebook export`: the codebook as REFI-QDA codebook, beside codebook.yaml or where it is asked for. */
export function exportTo(dir: string, options: ExportOptions, effects: Effects): Promise<ExitCode> {
  return told(options, effects, async diagnostics => {
    const folder = new Folder(dir)
    const { file, diagnostics: config } = await codebookFile(folder)
    diagnostics.push(...config)
    if (hasErrors(config)) return null
    const text = await folder.readText(file)
    if (text === null) {
      diagnostics.push(diagnostic('codebook-is-there', `There is no \`${file}\`.`, { file }))
      return null
    }
    const { value, diagnostics: found } = readLocatedCodebook(text, file)
    diagnostics.push(...found)
    if (value === null) return null
    const path = options.out === undefined ? join(folder.path, file.replace(/\.ya?ml$/i, '.qdc')) : resolve(options.out)
    await writeWhole(path, exportCodebook(value.value))
    return path
  })
}

export interface ImportOptions extends Telling {
  actors?: string
  issues?: string
  force: boolean
}

/** `briefbook codebook import`: a REFI-QDA codebook as codebook.yaml. One that is there is written over only if asked. */
export function importFrom(from: string, dir: string, options: ImportOptions, effects: Effects): Promise<ExitCode> {
  return told(options, effects, async diagnostics => {
    const bytes = await readFile(from).catch(() => null)
    if (bytes === null) {
      const hint = 'Correct the name of the file.'
      diagnostics.push(diagnostic('file-is-there', `There is no file \`${from}\`.`, { file: from, hint }))
      return null
    }
    const { value, diagnostics: found } = importCodebook(bytes, from, options)
    diagnostics.push(...found)
    if (value === null) return null
    const folder = new Folder(dir)
    // A folder that is no book yet gets its codebook all the same.
    const { file } = await codebookFile(folder)
    const path = await folder.locate(file)
    if (!options.force && (await folder.read(file)) !== null) {
      const hint = 'Rename it, or add `--force` to write over it.'
      diagnostics.push(
        diagnostic('output-is-not-there-yet', `\`${file}\` is there already in ${folder.path}.`, { file, hint }),
      )
      return null
    }
    const schema = 'codebook.schema.json'
    for (const [name, text] of Object.entries(await schemaFiles())) {
      if (name.endsWith(schema)) await writeWhole(join(folder.path, name), text)
    }
    const up = '../'.repeat(folder.name(file).split('/').length - 1)
    await writeWhole(path, schemaLine(schema, up === '' ? './' : up) + value.text)
    return path
  })
}
