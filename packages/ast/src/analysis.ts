import type { Abstract } from './abstract.js'
import type { Agreements } from './agreement.js'
import type { Figure, TimelineEntry } from './chronology.js'
import type { Matrix } from './matrix.js'
import type { Acronym, Appearances, NamedPerson } from './people.js'
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
  agreements: Agreements
  /** Those who speak for an actor first, in the order of the codebook; then by how often they are named. */
  people: NamedPerson[]
  /** By their letters. */
  acronyms: Acronym[]
  /** In the order of the codebook. */
  appearances: Appearances[]
  /** Of the sources that are long enough for one. */
  abstracts: Abstract[]
}
