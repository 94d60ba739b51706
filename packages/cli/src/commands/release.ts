import { join, resolve } from 'node:path'
import { formatEdition } from '@briefbook/book'
import { type Diagnostic, diagnostic, hasErrors } from '@briefbook/diagnostics'
import type { Caching } from '../cache/open.js'
import { editionsFolder, readEditions } from '../content/editions.js'
import { Folder } from '../content/folder.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import { jsonRecord, printReport, type Telling } from '../output/report.js'
import { writeWhole } from '../output/write.js'
import { ensureComplete, type Stages } from '../pipeline.js'
import { exitCodeOf } from './exit-code.js'
import { stagesOf } from './stages.js'

export interface ReleaseOptions extends Telling, Caching {
  name?: string
}

const slug = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Writes the edition of a book that has come to its end; its path, or what stands in the way. */
async function freeze(
  path: string,
  { edition, book }: Stages,
  name: string | undefined,
): Promise<{ file: string | null; diagnostics: Diagnostic[] }> {
  const { editions, diagnostics } = await readEditions(new Folder(path))
  if (!edition || !book || hasErrors(diagnostics)) return { file: null, diagnostics }
  const number = 1 + Math.max(0, ...editions.map(({ file }) => Number(/\/(\d+)/.exec(file)?.[1] ?? 0)))
  const own = name ?? book.meta.edition ?? `edition ${number}`
  if (editions.some(other => other.edition.name === own)) {
    const hint = 'Give this one another name: `--name`, or `edition` in book.yaml.'
    const message = `There is an edition ${JSON.stringify(own)} already.`
    return { file: null, diagnostics: [...diagnostics, diagnostic('output-is-not-there-yet', message, { hint })] }
  }
  const file = join(path, editionsFolder, `${String(number).padStart(3, '0')}-${slug(own) || 'edition'}.json`)
  await writeWhole(file, formatEdition({ ...edition, name: own }))
  return { file, diagnostics }
}

/** `briefbook release`: freezes what a book says, for later ones to tell what has changed since. */
export async function release(dir: string, options: ReleaseOptions, effects: Effects): Promise<ExitCode> {
  const path = resolve(dir)
  const stages = await stagesOf(path, 'edition', options, effects)
  ensureComplete(stages)
  const { diagnostics } = stages
  let file: string | null = null
  if (!hasErrors(diagnostics)) {
    const frozen = await freeze(path, stages, options.name)
    diagnostics.push(...frozen.diagnostics)
    file = frozen.file
  }
  effects.stderr(printReport(diagnostics, options, effects, path))
  if (file === null) return exitCodeOf(diagnostics)
  effects.stdout(options.json ? jsonRecord('output', { path: file }) : `${file}\n`)
  return exitCodes.done
}
