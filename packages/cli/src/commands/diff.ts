import { resolve } from 'node:path'
import type { Edition } from '@briefbook/ast'
import { compareEditions, formatChanges, namesOf } from '@briefbook/book'
import { hasErrors } from '@briefbook/diagnostics'
import type { Caching } from '../cache/open.js'
import { editionNamed, readEditions } from '../content/editions.js'
import { Folder } from '../content/folder.js'
import { type Effects, type ExitCode, exitCodes } from '../effects.js'
import { toJson } from '../output/records.js'
import { printReport, type Telling } from '../output/report.js'
import { ensureComplete } from '../pipeline.js'
import { exitCodeOf } from './exit-code.js'
import { stagesOf } from './stages.js'

export interface DiffOptions extends Telling, Caching {
  /** The book's folder. */
  dir: string
}

/** What the book in the folder says as it is now. */
const now = 'now'

/** `briefbook diff`: what is different between two editions, or between one and the book as it is now. */
export async function diff(
  before: string,
  after: string | undefined,
  options: DiffOptions,
  effects: Effects,
): Promise<ExitCode> {
  const path = resolve(options.dir)
  const { editions, diagnostics } = await readEditions(new Folder(path))
  const find = async (name: string): Promise<Edition | null> => {
    if (name !== now) {
      const { found, diagnostics: problems } = editionNamed(name, editions)
      diagnostics.push(...problems)
      return found?.edition ?? null
    }
    const stages = await stagesOf(path, 'edition', options, effects)
    ensureComplete(stages)
    diagnostics.push(...stages.diagnostics.filter(d => d.severity === 'error'))
    return stages.edition
  }
  const [a, b] = [await find(before), await find(after ?? now)]
  effects.stderr(printReport(diagnostics, options, effects, path))
  if (!a || !b || hasErrors(diagnostics)) return exitCodeOf(diagnostics)
  const changes = compareEditions(a, b)
  effects.stdout(options.json ? toJson({ version: 1, ...changes }) : formatChanges(changes, namesOf(b, a)))
  return exitCodes.done
}
