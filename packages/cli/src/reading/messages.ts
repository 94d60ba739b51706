import type { Source } from '@briefbook/ast'
import type { Result } from '@briefbook/diagnostics'
import type { Limits, SourceFile } from '@briefbook/parser'

/** What a reading process is asked to do. */
export interface Job {
  file: SourceFile
  limits: Partial<Limits>
}

/** What it answers: first that it is there, then for each job a source or why there is none. */
export type Answer = { ready: true } | { result: Result<Source | null> } | { thrown: string; tooDeep: boolean }
