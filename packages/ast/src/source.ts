import type { Node } from 'unist'
import type { Direction } from './direction.js'
import type { Run, Span } from './span.js'

/** The formats that a reader exists for. */
export type SourceFormat = 'markdown' | 'text' | 'html' | 'docx' | 'pdf'

/** A document as a library would record it: title, authors and so on, as far as the text shows them. */
export interface DocumentMeta {
  title: string | null
  subtitle: string | null
  /** In the order of the by-line, given name first. */
  authors: string[]
  publisher: string | null
  /** ISO 8601, as precise as is known: `2021`, `2021-10` or `2021-10-29`. */
  date: string | null
  url: string | null
}

/** What is known of a source. Nothing here is invented: what the text does not show is null. */
export interface SourceMeta extends DocumentMeta {
  /** BCP 47 tag of the language of the text. */
  language: string | null
  /** The short name that citations print, `SWP` in `SWP ¶12`. Defaults to the id in capitals. */
  label: string
  /** What kind of document this is, in the words of its metadata: `research note`, `speech`. */
  kind: string | null
  /** The document that this one reports on, for notes and summaries. */
  original: DocumentMeta | null
  /** Where each field was found: `front matter`, `by-line`, `meta author`, `file properties`. */
  foundIn: { [field in keyof Omit<SourceMeta, 'foundIn'>]?: string }
}

/**
 * One document that the book compares.
 *
 * Every `raw` range below counts in `text`. For Markdown and plain text that is the decoded file; for HTML, DOCX and
 * PDF it is the text extracted from the file, which the build keeps beside the book.
 */
export interface Source extends Node {
  type: 'source'
  /** Short and unique in the book: letters, digits and hyphens. */
  id: string
  /** Path from the book's folder, with forward slashes. */
  file: string
  /** Of the file's bytes, in hexadecimal. */
  sha256: string
  format: SourceFormat
  meta: SourceMeta
  /** Which way the most of it runs: as the format says, else as its letters do. */
  direction: Direction
  text: string
  /** The body, in reading order. */
  children: SourceBlock[]
  /** What the page has and the document has not. Body and furniture together cover `text`. */
  furniture: Furniture[]
}

/** A passage that belongs to the page and not to the document: navigation, counters, running heads. */
export interface Furniture {
  text: string
  /** Why it was taken out: `navigation`, `duplicate title`, `page number`. */
  reason: string
  raw: Span[]
}

interface SourceBlockBase extends Node {
  /** `<source id>.<n>`, where n counts the blocks of the source from 1. */
  anchor: string
  /** Cleaned: whitespace collapsed to single spaces, markup removed, words as in the file. Never empty. */
  text: string
  /** Where `text` came from; covers it without gap or overlap. */
  runs: Run[]
  /** The sentences of `text`, in order; what lies between them is white space. */
  sentences: Span[]
  /** BCP 47 tag, where the block's language is not the source's. */
  language?: string
  /** Where the block runs the other way than the source. */
  direction?: Direction
  /** Page of the file that the block begins on, from 1, where the format has pages. */
  page?: number
}

/** The head of a section. */
export interface SourceHeading extends SourceBlockBase {
  type: 'heading'
  /** 1 is the highest below the title. */
  depth: number
}

export interface SourceParagraph extends SourceBlockBase {
  type: 'paragraph'
}

export interface SourceListItem extends SourceBlockBase {
  type: 'listItem'
  /** How deep the list is nested; 1 is the outermost. */
  depth: number
  /** The number or letter in front of the item; null for a bullet. */
  marker: string | null
}

/** A passage that is set off because the document quotes it. */
export interface SourceQuotation extends SourceBlockBase {
  type: 'quotation'
}

/** `text` holds the cells row by row, with ` | ` between cells and ` / ` between rows. */
export interface SourceTable extends SourceBlockBase {
  type: 'table'
  /** Each cell as a range of `text`. The first row is the head where `head` says so. */
  rows: Span[][]
  head: boolean
}

/** Stands behind the block that refers to it. */
export interface SourceFootnote extends SourceBlockBase {
  type: 'footnote'
  /** The number or sign of the note as printed. */
  label: string
}

export type SourceBlock =
  | SourceHeading
  | SourceParagraph
  | SourceListItem
  | SourceQuotation
  | SourceTable
  | SourceFootnote

/** The names of the blocks. */
export type SourceBlockType = SourceBlock['type']

/**
 * When the positions in a source were told: of a note or summary, when the document that it reports on was written, which may not
 * be known though the note has a date.
 */
export function sourceDate({ date, original }: SourceMeta): string | null {
  return original === null ? date : original.date
}
