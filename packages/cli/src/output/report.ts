import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Diagnostic, formatReport, sortDiagnostics } from '@briefbook/diagnostics'
import type { Effects } from '../effects.js'

/** How a command tells what it does and finds. */
export interface Telling {
  /** One JSON record a line in place of text for people. */
  json: boolean
  /** How long each stage took; the stack where Briefbook itself fails. */
  verbose?: boolean
}

/** One line for programs. The version changes when a field changes its meaning. */
export const jsonRecord = (type: 'diagnostic' | 'stage' | 'output' | 'watch' | 'applied' | 'merge', fields: object) =>
  `${JSON.stringify({ version: 1, type, ...fields })}\n`

/** Texts that people write: places in other files count in what was extracted from them, which nobody has open. */
const isText = (file: string) => /\.(md|markdown|txt|text|ya?ml|hbs|css|json|qdc)$/i.test(file)

/** Reads the files that messages point into, for the lines around the place; what cannot be read is shown without. */
function textsBelow(folder: string): (file: string) => string | null {
  const texts = new Map<string, string | null>()
  const read = (file: string) => {
    try {
      return isText(file) ? readFileSync(resolve(folder, file), 'utf8') : null
    } catch {
      return null
    }
  }
  return file => {
    const text = texts.has(file) ? (texts.get(file) ?? null) : read(file)
    texts.set(file, text)
    return text
  }
}

/**
 * All messages of a run, as people read them or as one versioned record a line.
 *
 * @param folder  Where the files are that the messages point into.
 */
export function printReport(
  diagnostics: readonly Diagnostic[],
  { json }: Telling,
  { colour }: Pick<Effects, 'colour'>,
  folder = '.',
): string {
  if (!json) return formatReport(diagnostics, { colour, textOf: textsBelow(folder) })
  return sortDiagnostics(diagnostics)
    .map(d => jsonRecord('diagnostic', d))
    .join('')
}
