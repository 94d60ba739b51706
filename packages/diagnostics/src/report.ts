import { createColors } from 'picocolors'
import type { Diagnostic, Place } from './diagnostic.js'
import { sortDiagnostics } from './diagnostic.js'
import { frameOf } from './frame.js'
import type { Severity } from './rules.js'

export interface ReportOptions {
  /** Whether to colour with ANSI codes. Default: no. */
  colour?: boolean
  /** The text of a file that messages point into, to show the lines around the place; null for none. Default: none. */
  textOf?(file: string): string | null
}

const indent = (text: string, by: string) => text.replaceAll('\n', `\n${by}`)

/** `file:line:column`, as far as they are known. */
export function printPlace(file: string | null, place: Place | null): string {
  if (file === null) return ''
  return place ? `${file}:${place.start.line}:${place.start.column}` : file
}

/** One message as people read it: where, how bad, which rule; what; what was expected and found; what to do. */
export function formatDiagnostic(diagnostic: Diagnostic, options: ReportOptions = {}): string {
  const paint = createColors(options.colour ?? false)
  const severity: { [severity in Severity]: (text: string) => string } = {
    error: text => paint.red(text),
    warning: text => paint.yellow(text),
    note: text => paint.blue(text),
  }
  const where = printPlace(diagnostic.file, diagnostic.place)
  const lines = [
    [where && paint.bold(where), severity[diagnostic.severity](diagnostic.severity), paint.dim(diagnostic.rule)]
      .filter(Boolean)
      .join('  '),
    `  ${indent(diagnostic.message, '  ')}`,
  ]
  const { file, place } = diagnostic
  const text = file !== null && place ? (options.textOf?.(file) ?? null) : null
  if (text !== null && place) lines.push(...frameOf(text, place).map(line => `    ${paint.dim(line)}`))
  if (diagnostic.expected !== null)
    lines.push(`    ${paint.dim('expected')}  ${indent(diagnostic.expected, '              ')}`)
  if (diagnostic.actual !== null)
    lines.push(`    ${paint.dim('found   ')}  ${indent(diagnostic.actual, '              ')}`)
  lines.push(`  ${paint.cyan('→')} ${indent(diagnostic.hint, '    ')}`)
  return lines.join('\n')
}

/** All messages of a run, sorted, with a line that counts them. Empty where there are none. */
export function formatReport(diagnostics: readonly Diagnostic[], options: ReportOptions = {}): string {
  if (diagnostics.length === 0) return ''
  const sorted = sortDiagnostics(diagnostics)
  const count = (severity: Severity) => sorted.filter(d => d.severity === severity).length
  const counts = (['error', 'warning', 'note'] as const)
    .map(severity => [count(severity), severity] as const)
    .filter(([n]) => n > 0)
    .map(([n, severity]) => `${n} ${severity}${n === 1 ? '' : 's'}`)
  const blocks = sorted.map(d => formatDiagnostic(d, options))
  return `${blocks.join('\n\n')}\n\n${counts.join(', ')}\n`
}
