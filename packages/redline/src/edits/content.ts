import type { LedgerBlock } from '@briefbook/ast'
import type { DocumentPlace } from './edit.js'

/** What edits are made with that the whole document knows. */
export interface Content {
  /** Where a paragraph stands, for people. */
  placeOf(paragraph: number | null): DocumentPlace
  /** The address of a link as Markdown has it; null for one that Markdown cannot have. */
  link(target: string): string | null
  /** Whether a block is still in the document. */
  isThere(block: LedgerBlock): boolean
}
