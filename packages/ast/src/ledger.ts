import { createHash } from 'node:crypto'
import type { CellKey } from './book.js'
import type { Span } from './span.js'

/**
 * What a DOCX was made of, carried in the file, so that what an editor changes in it finds its way home: the chapters as
 * they were sent, and for each paragraph of the document what it is and where it stands in the content.
 */
export interface Ledger {
  version: 1
  /** The book's title. */
  book: string
  edition: string | null
  contentHash: string
  tool: string
  /** The files of the written chapters, as they were sent: every span counts in them. */
  files: { path: string; text: string }[]
  /** In the order of the document. */
  blocks: LedgerBlock[]
  /** Hashes of the comments that the document was sent with, author and text: they are no editor's. */
  comments: string[]
  /** Whose tracked changes show what changed since an edition, and are no editor's; absent where there are none. */
  redline?: string
}

/** A paragraph of the document, by whose words it has. */
export type LedgerBlock = WrittenBlock | FindingBlock | QuotationBlock | GeneratedBlock

interface BlockBase {
  /** A hash of the words as the document shows them, see `hashOfWords`. */
  hash: string
}

/** Words that an analyst wrote in a chapter. */
export interface WrittenBlock extends BlockBase {
  kind: 'written'
  /** Of the bookmark and the content control around the paragraph. */
  id: string
  type: 'title' | 'heading' | 'paragraph' | 'listItem' | 'cell'
  file: string
  /** The block in its file: of a list item the paragraph that begins it. */
  span: Span
  /** Of a list item with its sign and all that is in it. */
  item?: Span
  /** What stands in the paragraph before the words: the number of a heading, the box of a task. */
  lead?: string
  /** The words, piece by piece. */
  pieces: LedgerPiece[]
}

/** An analyst's sentence for a cell of a matrix, in codings.yaml. */
export interface FindingBlock extends BlockBase {
  kind: 'finding'
  id: string
  cell: CellKey
  /** What stands in the paragraph before the analyst's words: an actor's name. */
  lead?: string
  words: string
}

/** Words of a source. */
export interface QuotationBlock extends BlockBase {
  kind: 'quotation'
  id: string
  /** Where they stand in the source: `swp.12`. */
  anchor: string
  /** The place in a chapter's file that quotes it; absent where Briefbook does. */
  from?: { file: string; span: Span }
  /** Absent in a file that is sent, which need not carry the words twice. */
  words?: string
}

/** Words that Briefbook made from the data. */
export interface GeneratedBlock extends BlockBase {
  kind: 'generated'
  /** As for quotations. */
  words?: string
  /** The cell of a matrix that the words are of. */
  cell?: CellKey
  /** Title of the chapter that they stand in. */
  chapter?: string
  /** The place in a chapter's file that asks for them: a block of code, the levels of a judgement. */
  from?: { file: string; span: Span }
}

/** A piece of a written block. Spans count in the block's file. */
export type LedgerPiece =
  /** `shown` only where it does not read as it is written. */
  | { type: 'text'; span: Span; shown?: string }
  | { type: 'break'; span: Span }
  | LedgerMark
  /** Shown by other words than it is written in, and changed as a whole: `@swp`, a link without words. */
  | { type: 'atom'; span: Span; shown: string; link?: string }
  | LedgerNote

/** Marked words: `span` with the marks, `inner` without. */
export interface LedgerMark {
  type: 'mark'
  mark: 'emphasis' | 'strong' | 'delete' | 'code' | 'link'
  span: Span
  inner: Span
  /** Of a link: an address, or `#` and the id that it leads to. */
  url?: string
  children: LedgerPiece[]
}

/** A citation, or a footnote that an analyst wrote: then `children` are its words. */
export interface LedgerNote {
  type: 'note'
  /** The citation with the white space in front of it; the reference to a footnote. */
  span: Span
  shown: string
  children?: LedgerPiece[]
}

/** Stands for a note among the words of a paragraph. */
export const noteSign = '\ufffc'

/** The words of a paragraph as they are compared: programs change white space and take out soft hyphens. */
export function plainWords(words: string): string {
  return words
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What the words of a paragraph are known by, apart from those of any other: 48 bits, in eight characters. */
export function hashOfWords(words: string): string {
  return createHash('sha256').update(plainWords(words)).digest('base64url').slice(0, 8)
}
