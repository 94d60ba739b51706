import type { Figure, TimelineEntry } from './chronology.js'
import type { Matrix } from './matrix.js'
import type { Mention, Statement } from './statement.js'

/** All that the analysis finds in the sources of a book. Lists are in the order of the sources and their text. */
export interface Analysis {
  /** Those that stand: found by a rule and not rejected, or added by an analyst. */
  statements: Statement[]
  /** Those that an analyst rejected. */
  rejected: Statement[]
  mentions: Mention[]
  matrices: Matrix[]
  timeline: TimelineEntry[]
  figures: Figure[]
}
