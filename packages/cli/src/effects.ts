import type { Readers } from './reading/readers.js'

/** All that the commands do to the world besides files: tests hand in their own. */
export interface Effects {
  /** Results. */
  stdout(text: string): void
  /** All else: messages and progress. */
  stderr(text: string): void
  /** Whether a person watches standard error, so that progress may overwrite itself and colours help. */
  isTerminal: boolean
  colour: boolean
  /** How wide the terminal is. Default: 80. */
  columns?: number
  env: NodeJS.ProcessEnv
  /** What reads the sources. */
  readers: Readers
  /** Aborted when the user interrupts. */
  signal: AbortSignal
}

/** Exit codes that other programs rely on. */
export const exitCodes = { done: 0, content: 1, usage: 2, environment: 3, interrupted: 130 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
