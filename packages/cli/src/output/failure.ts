import { type Diagnostic, DiagnosticError, diagnostic } from '@briefbook/diagnostics'

/** What a command could not go on with, as messages: what it knew how to say, or that Briefbook itself has failed. */
export function messagesOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof DiagnosticError) return error.diagnostics
  const message = error instanceof Error ? error.message : String(error)
  return [diagnostic('program-holds', `Briefbook failed: ${message.split('\n')[0]}.`)]
}
