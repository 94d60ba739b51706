import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import type { AccessibilityCheck } from '@briefbook/render-pdf'

/** One message for all checks that a PDF did not pass. */
export function accessibilityDiagnostics(checks: readonly AccessibilityCheck[]): Diagnostic[] {
  const failed = checks.filter(check => !check.passed)
  if (failed.length === 0) return []
  const told = failed.map(({ promise, faults }) => `“${promise}” does not hold (${faults})`)
  return [diagnostic('pdf-is-accessible', `The PDF is not for everybody: ${told.join('; ')}.`)]
}
