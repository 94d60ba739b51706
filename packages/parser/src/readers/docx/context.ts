import type { Extract } from './extract.js'
import type { Numbering } from './numbering.js'
import type { ParagraphStyle } from './styles.js'

/** How many tracked changes were passed. */
export interface Changes {
  inserted: number
  deleted: number
  moved: number
}

/** What the reading of all parts shares. */
export interface ReadContext {
  extract: Extract
  styleOf(id: string | undefined): ParagraphStyle
  numbering: Numbering
  changes: Changes
  /** The printed number of a footnote or endnote, by kind and id; null for a note that the file does not have. */
  noteLabel(kind: 'footnote' | 'endnote', id: string): string | null
  /** Whether Word left marks of where its pages ended. */
  hasPages: boolean
  page: number
}
