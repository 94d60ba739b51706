import { type Diagnostic, formatReport, sortDiagnostics } from '@briefbook/diagnostics'
import type { Effects } from '../effects.js'

export interface ReportStyle {
  /** One JSON record a line in place of text for people. */
  json: boolean
}

/** All messages of a run, as people read them or as one versioned record a line. */
export function printReport(
  diagnostics: readonly Diagnostic[],
  style: ReportStyle,
  effects: Pick<Effects, 'colour'>,
): string {
  if (!style.json) return formatReport(diagnostics, { colour: effects.colour })
  return sortDiagnostics(diagnostics)
    .map(d => `${JSON.stringify({ version: 1, ...d })}\n`)
    .join('')
}

/** Says what is being done: on a terminal in one line that changes, elsewhere a line for each stage. */
export class Progress {
  readonly #effects: Effects
  #stage = ''
  #open = false

  constructor(effects: Effects) {
    this.#effects = effects
  }

  stage(stage: string, detail = ''): void {
    if (this.#effects.isTerminal) {
      this.#effects.stderr(`\r\u001b[K${stage}${detail === '' ? '' : ` ${detail}`}`)
      this.#open = true
    } else if (stage !== this.#stage) {
      this.#effects.stderr(`${stage}\n`)
    }
    this.#stage = stage
  }

  /** Clears the line, so that what is printed next begins on a clean one. */
  done(): void {
    if (this.#open) this.#effects.stderr('\r\u001b[K')
    this.#open = false
    this.#stage = ''
  }
}
