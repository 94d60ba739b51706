import type { Direction, DocumentMeta, SourceBlockType, SourceFormat, Span } from '@briefbook/ast'
import type { Diagnostic } from '@briefbook/diagnostics'
import type { Traced } from './traced.js'

/**
 * What a reader makes of a file, and what the transforms work on: everything on the page that has words, in reading
 * order. A passage that does not belong to the document is not taken away but marked with the reason.
 */
export interface Draft {
  format: SourceFormat
  /** What every raw range counts in. */
  text: string
  nodes: readonly DraftNode[]
  /** What the format itself says about the document, the most trusted first. */
  claims: readonly Claim[]
}

/** A draft and what was noticed on the way to it. */
export interface Reading {
  draft: Draft | null
  diagnostics: Diagnostic[]
}

export type DraftNode = DraftBlock | DraftBreak

/** A page break, or a rule that may stand for one. It has no words. */
interface DraftBreak {
  type: 'break'
  at: number
}

export interface DraftBlock extends Traced {
  type: SourceBlockType
  /** Of a heading (1 is the highest) or a list item (1 is the outermost). */
  depth: number
  /** The printed number or letter of a list item; null for a bullet and for everything else. */
  marker: string | null
  /** The printed number or sign of a footnote; null for everything else. */
  label: string | null
  /** Of a table: each cell as a range of `text`. */
  rows: readonly (readonly Span[])[] | null
  /** Whether the first row of a table is its head. */
  head: boolean
  /** The numbers and signs of the footnotes that the passage refers to. */
  references: readonly string[]
  /** What the format says the passage is, where it does. */
  role: 'title' | 'subtitle' | 'by-line' | 'caption' | 'code' | null
  /** Whether all of it is set in bold or italics. */
  emphasised: boolean
  /** The share of its characters that stand in links, 0 to 1. */
  linked: number
  /** Why it does not belong to the document; null where it does. */
  furniture: string | null
  /** BCP 47, where the format says so. */
  language: string | null
  /** Which way it runs, where the format says so. */
  direction: Direction | null
  /** Page of the file, from 1, where the format has pages. */
  page: number | null
}

/** A field of the metadata as one place of the file gives it. */
export interface Claim {
  field: keyof DocumentMeta | 'language' | 'label' | 'kind' | 'id' | 'original'
  value: string | string[] | DocumentMeta
  /** As `meta.foundIn` prints it: `meta author`, `file properties`. */
  from: string
  /** Whether what the text shows counts for more: programs fill in the properties of a file by themselves. */
  weak?: boolean
}

/** A block with nothing but its type and text; `fields` sets what it has. */
export function block(
  type: SourceBlockType,
  traced: Traced,
  fields: Partial<Omit<DraftBlock, 'type'>> = {},
): DraftBlock {
  return {
    type,
    depth: 1,
    marker: null,
    label: null,
    rows: null,
    head: false,
    references: [],
    role: null,
    emphasised: false,
    linked: 0,
    furniture: null,
    language: null,
    direction: null,
    page: null,
    ...fields,
    text: traced.text,
    runs: traced.runs,
  }
}

export const isBlock = (node: DraftNode): node is DraftBlock => node.type !== 'break'

/** Whether a node is a passage of the document: a block that is not furniture. */
export const isBody = (node: DraftNode): node is DraftBlock => node.type !== 'break' && node.furniture === null

/** Whether a passage may have come apart, or have signs in it that are not its words: one of the document, and no code. */
export const isMendable = (node: DraftNode): node is DraftBlock => isBody(node) && node.role !== 'code'

/** The block as furniture, for a reason. A block that already is keeps its own. */
export const asFurniture = (node: DraftBlock, reason: string): DraftBlock =>
  node.furniture === null ? { ...node, furniture: reason } : node

/** The draft with passages of the document as furniture, each for its reason. */
export const withFurniture = (draft: Draft, reasons: ReadonlyMap<DraftBlock, string>): Draft => ({
  ...draft,
  nodes: draft.nodes.map(node => {
    const reason = isBody(node) ? reasons.get(node) : undefined
    return reason === undefined ? node : asFurniture(node as DraftBlock, reason)
  }),
})
