import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { proposeCodebook } from '@briefbook/analysis'
import type { Source } from '@briefbook/ast'
import { type Diagnostic, diagnostic, hasErrors } from '@briefbook/diagnostics'
import { isSourceFile } from '@briefbook/parser'
import { Folder } from '../content/folder.js'
import { proposeNames, sidecarText } from '../content/sidecars.js'
import { readSources } from '../content/sources.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import { printReport } from '../output/report.js'
import { exitCodeOf } from './exit-code.js'

const emptyCodebook = `# What the book compares. Write the actors (rows) and the issues (columns), then run \`briefbook build\`.
actors:
  # An id of your own, then the name as the book prints it and the other names that the texts use.
  example-actor:
    name: Example actor
    aliases: []
issues:
  example-issue:
    name: Example issue
    # A stance is for or against this.
    towards: what the issue is about
    # Words that bring a sentence under the issue; * stands for any ending.
    terms: [example*]
`

function bookYaml(title: string): string {
  return `# The book. Only the title is needed; take the # from a line to use it.
title: ${JSON.stringify(title)}
# subtitle: What it is about
# organisation: For whom it is made
# authors: [Your name]
# edition: 1st edition
# date: 2026-01-31
# paper: A4            # or Letter, A5
# handling: Internal   # printed at the foot of every page

# Written chapters are Markdown files in the folder chapters/, in the order of their names: 10-introduction.md,
# 20-key-judgements.md. They cite a paragraph of a source as [@id ¶12].
`
}

/** `my-briefing_book` as `My briefing book`. */
function titleOf(folder: string): string {
  const words = basename(folder).replace(/[-_]+/g, ' ').trim()
  return words === '' ? 'Briefing book' : words.charAt(0).toUpperCase() + words.slice(1)
}

async function isUsable(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null)
  return info === null || (info.isDirectory() && (await readdir(path)).length === 0)
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
      diagnostics.push(
        diagnostic('file-is-there', `There is no file \`${name}\`.`, {
          file: name,
          hint: 'Correct the name of the file.',
        }),
      )
    }
  }
  const seen = new Map<string, string>()
  for (const file of files) {
    const other = seen.get(basename(file))
    if (other !== undefined) {
      diagnostics.push(
        diagnostic('source-id-is-unique', `Two files are called \`${basename(file)}\`: ${other} and ${file}.`, {
          hint: 'Rename one of them.',
        }),
      )
    }
    seen.set(basename(file), file)
  }
  return { files, diagnostics }
}

/** Writes the sidecars: an id fit for citing, and what was found of the metadata to correct and complete. */
async function writeSidecars(folder: string, sources: readonly Source[]): Promise<void> {
  const names = proposeNames(sources)
  for (const source of sources) {
    await writeFile(
      join(folder, `${source.file}.yaml`),
      sidecarText(source, names.get(source.file) ?? { id: source.id, label: source.meta.label }),
      {
        flag: 'wx',
      },
    )
  }
}

/** `briefbook init`: a new book from texts, with a proposed codebook. Nothing that exists is written over. */
export async function init(
  dir: string,
  from: readonly string[],
  options: { json: boolean },
  effects: Effects,
): Promise<ExitCode> {
  const path = resolve(dir)
  const { files, diagnostics } = await gather(from)
  if (!(await isUsable(path))) {
    const hint = 'Name a folder that is empty or not there yet.'
    diagnostics.push(diagnostic('output-can-be-written', `${path} is not empty.`, { hint }))
  }
  if (hasErrors(diagnostics)) {
    effects.stderr(printReport(diagnostics, options, effects))
    return exitCodes.content
  }
  await mkdir(join(path, 'sources'), { recursive: true })
  await mkdir(join(path, 'chapters'), { recursive: true })
  for (const file of files) {
    await copyFile(file, join(path, 'sources', basename(file)))
    const sidecar = await readFile(`${file}.yaml`, 'utf8').catch(() => null)
    if (sidecar !== null) await writeFile(join(path, 'sources', `${basename(file)}.yaml`), sidecar)
  }
  await writeFile(join(path, 'book.yaml'), bookYaml(titleOf(path)))
  if (files.length > 0) {
    const read = await readSources(new Folder(path), 'sources/', undefined, effects.signal)
    diagnostics.push(...read.diagnostics)
    await writeSidecars(
      path,
      read.sources.filter(
        source => !files.some(f => basename(f) === basename(source.file) && source.meta.foundIn.label === 'sidecar'),
      ),
    )
    await writeFile(join(path, 'codebook.yaml'), proposeCodebook(read.sources))
  } else {
    await writeFile(join(path, 'codebook.yaml'), emptyCodebook)
  }
  effects.stderr(printReport(diagnostics, options, effects))
  effects.stdout(`${path}\n`)
  effects.stderr(
    `A book of ${files.length} source${files.length === 1 ? '' : 's'} was begun.\n` +
      'Next: read codebook.yaml and take out or rename what you do not want to compare; give book.yaml its title;\n' +
      `complete the files beside the sources; then run  briefbook build ${dir}\n`,
  )
  return exitCodeOf(diagnostics)
}
