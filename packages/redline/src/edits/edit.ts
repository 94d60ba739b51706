import type { CellKey, Span } from '@briefbook/ast'

/** Where something stands in the edited document, as a person finds it. */
export interface DocumentPlace {
  /** The heading above it; empty where there is none. */
  heading: string
  /** Its first words. */
  words: string
}

/** A stretch of a file as it was sent, and what an editor made of it. */
export interface Part {
  file: string
  region: Span
  text: string
}

/** What an editor did to a chapter. Its parts are done together or not at all. */
export interface Edit {
  kind: 'changed' | 'split' | 'joined' | 'inserted' | 'deleted' | 'moved'
  parts: Part[]
  place: DocumentPlace
  authors: string[]
  /** Whether marks were left out that Markdown cannot say there. */
  formatting: boolean
}

/** What an editor made of an analyst's sentence for a cell, or wrote into a cell that is extracted. */
export interface FindingEdit {
  cell: CellKey
  /** Empty for a cell that was sent without a finding. */
  base: string
  words: string
  place: DocumentPlace
  authors: string[]
}

/** Why something that an editor did is not done. */
export interface Refusal {
  kind:
    | 'quotation'
    | 'quotations gone'
    | 'generated'
    | 'unwritable'
    | 'formatting'
    | 'unplaceable'
    | 'finding gone'
    | 'citation'
  place: DocumentPlace
  /** What was sent, as far as it is known. */
  original: string | null
  edited: string
  authors: string[]
  /** The source's paragraph, for a quotation. */
  anchor?: string
  cell?: CellKey
  /** What an editor put into a cell, which could be a finding. */
  finding?: string
  /** The title of the chapter that the words stand in. */
  chapter?: string
  /** Where in the content what was edited comes from. */
  from?: { file: string; span: Span }
  /** How often, where one refusal stands for several. */
  count?: number
}
