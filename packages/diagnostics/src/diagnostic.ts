import type { Point } from 'unist'
import { type RuleId, rules, type Severity } from './rules.js'

/** A place in a file. Lines and columns count from 1, offsets in UTF-16 code units from 0. */
export interface Place {
  start: Point
  end?: Point
}

/** Something that does not hold, where, and what to do about it. Plain data: it can be printed or sent as JSON. */
export interface Diagnostic {
  rule: RuleId
  severity: Severity
  /** What is wrong, in a sentence or two. */
  message: string
  /** From the book's folder; null where no file is to blame. */
  file: string | null
  place: Place | null
  /** What should have been there. */
  expected: string | null
  /** What is there instead. */
  actual: string | null
  /** What to do. */
  hint: string
}

/** A value, and all that was noticed while it was made. A stage degrades with messages; it does not throw at content. */
export interface Result<T> {
  value: T
  diagnostics: Diagnostic[]
}

/** What a message may add to its rule and its sentence. */
export interface DiagnosticDetails {
  file?: string | null | undefined
  place?: Place | null | undefined
  expected?: string | undefined
  actual?: string | undefined
  hint?: string | undefined
}

/** A message of a rule. Severity and hint come from the table of rules unless `details` has a better hint. */
export function diagnostic(rule: RuleId, message: string, details: DiagnosticDetails = {}): Diagnostic {
  const { severity, hint } = rules[rule]
  return {
    rule,
    severity,
    message,
    file: details.file ?? null,
    place: details.place ?? null,
    expected: details.expected ?? null,
    actual: details.actual ?? null,
    hint: details.hint ?? hint,
  }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(d => d.severity === 'error')
}

/** Thrown where nothing sensible can be gone on with; carries what there is to say. */
export class DiagnosticError extends Error {
  override readonly name = 'DiagnosticError'
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(d => d.message).join('\n'))
    this.diagnostics = diagnostics
  }
}

const order: { [severity in Severity]: number } = { error: 0, warning: 1, note: 2 }

/**
 * By file, place, severity and rule, so that a run always reports in one order; what is said twice of one place is said
 * once. Compares by code unit, not locale.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const compare = (a: Diagnostic, b: Diagnostic) =>
    text(a.file ?? '', b.file ?? '') ||
    (a.place?.start.line ?? 0) - (b.place?.start.line ?? 0) ||
    (a.place?.start.column ?? 0) - (b.place?.start.column ?? 0) ||
    order[a.severity] - order[b.severity] ||
    text(a.rule, b.rule) ||
    text(a.message, b.message)
  return [...diagnostics].sort(compare).filter((d, i, all) => {
    const before = all[i - 1]
    return !before || compare(before, d) !== 0
  })
}
