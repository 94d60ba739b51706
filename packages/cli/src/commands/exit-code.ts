import type { Diagnostic } from '@briefbook/diagnostics'
import { type ExitCode, exitCodes } from '../effects.js'

/** What the environment lacks; everything else is the content's. */
const environmental = new Set<Diagnostic['rule']>(['browser-is-there', 'browser-prints', 'output-can-be-written'])

/** 0 where there is no error, 1 where the content has one, 3 where the environment lacks something. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(d => d.severity === 'error')
  if (errors.length === 0) return exitCodes.done
  return errors.some(d => environmental.has(d.rule)) ? exitCodes.environment : exitCodes.content
}
