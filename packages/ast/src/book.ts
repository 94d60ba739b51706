import type {
  Blockquote,
  Break,
  Code,
  Delete,
  Emphasis,
  Heading,
  InlineCode,
  Link,
  List,
  Paragraph,
  Strong,
  Text,
  ThematicBreak,
} from 'mdast'
import type { Node } from 'unist'
import type { Chart } from './chart.js'
import type { Direction } from './direction.js'
import type { WordChange } from './edition.js'
import type { CellState } from './matrix.js'
import type { SourceBlockType } from './source.js'
import type { Stance } from './statement.js'
import type { Verdict } from './verbatim.js'

/**
 * The whole book, settled: numbers, references and the layout of wide tables are decided, so that every renderer says
 * the same. What only a print can tell, the page that something stands on, is left as `pageReference`.
 */
export interface Book extends Node {
  type: 'book'
  meta: BookMeta
  /** The fixed words that templates print, in the book's language. */
  strings: BookStrings
  /** Every part, every chapter, and the sections of the chapters that list them, in order. */
  contents: ContentsEntry[]
  /** Every numbered table, in order; a table in several pieces once. */
  tables: ContentsEntry[]
  /** Every numbered picture, drawn or from a file, in order; one in several pieces once. */
  charts: ContentsEntry[]
  children: Part[]
}

export interface BookMeta {
  title: string
  /** The title as the feet of pages have it, where they have no room for all of it. */
  foot?: string
  subtitle: string | null
  authors: string[]
  organisation: string | null
  /** `3rd edition`, `draft of 4 May`: as the book's owner words it. */
  edition: string | null
  /** ISO 8601 day, from the content or from `SOURCE_DATE_EPOCH`; never from the clock. */
  date: string
  /** The date as the cover prints it. */
  dateText: string
  /** BCP 47. */
  language: string
  paper: Paper
  /** Handling marking for head and foot of every page: `Internal`. */
  handling: string | null
  print: PrintOptions
  /** What the book was made from, for the colophon. */
  sources: { label: string; sha256: string }[]
  /** SHA-256 over every input's hash, in hexadecimal. */
  contentHash: string
  /** Name and version of what made the book. */
  tool: string
  /** Of a book that shows what came and went since an edition: who is said to have changed it, and the day. */
  redline?: Redline
}

export interface Redline {
  author: string
  /** ISO 8601. */
  date: string
}

export type Paper = 'A4' | 'Letter' | 'A5'

/** How the book is made up for paper. */
export interface PrintOptions {
  /** Whether pages mirror each other and parts begin on right-hand pages. */
  sides: 'single' | 'double'
  /** How the pages before the first part are numbered: in Roman numerals, and the body from 1; or all counted through. */
  frontMatter: 'roman' | 'arabic'
  /** Whether every page says that this is a draft. */
  draft: boolean
  /** Whether a page with the title alone stands before the colophon. */
  halfTitle: boolean
  /** Whether a tab at the fore-edge shows the part. */
  thumbTabs: boolean
  /** Whether long words of running text may break at the end of a line in the PDF. */
  hyphenation: boolean
  /** How far colour reaches over the page's edge, to be cut off; 0 without a printer. */
  bleedMm: number
  /** Marks outside of the page that show where to cut. */
  marks: 'none' | 'crop'
  /** Whether title and date fill a page of their own or stand at the head of the first. */
  cover: 'page' | 'head'
  contents: boolean
  /** Whether each part begins with a page of its own; else parts are not shown. */
  partPages: boolean
  /** Whether each chapter begins on a new page. */
  chapterPages: boolean
}

/** The fixed words of a book. */
export interface BookStrings {
  contents: string
  listOfTables: string
  listOfFigures: string
  table: string
  figure: string
  /** Stands before the number of a part. */
  part: string
  /** Stand before the page of the piece before, and of the piece after: `continued on p. 14`. */
  continuedFrom: string
  continuedOn: string
  keyJudgement: string
  likelihood: string
  confidence: string
  notes: string
  page: string
  /** Printed across the pages of a draft. */
  draft: string
  /** Stands before the hash of the content, of the sources, and before the tool. */
  contentHash: string
  sourceHashes: string
  madeBy: string
  /** Of a quotation that an analyst has looked at. */
  reviewed: string
  /** Of a quotation that was found under the normalisation only. */
  normalised: string
  stances: { [stance in Stance]: string }
  states: { [state in CellState]: string }
}

export interface ContentsEntry {
  /** Of the node that it leads to. */
  id: string
  /** `II`, `7`, `7.2`; null for what has no number. */
  number: string | null
  title: string
  /** 1 part, 2 chapter, 3 section; tables 1. */
  depth: number
  /** Set where the title is not all in the book's language. */
  tongue?: TitleTongue
}

/** A title that ends in another language than the book's: `SWP: Gewinner mit Sorgen`. */
export interface TitleTongue {
  /** BCP 47. */
  language: string
  direction?: Direction
  /** The character of the title from which on it is in that language. */
  from: number
}

export interface Part extends Node {
  type: 'part'
  id: string
  /** Roman: `II`. */
  number: string
  title: string
  /** The title as the heads of pages have it, where they have no room for all of it. */
  head?: string
  children: Chapter[]
}

export interface Chapter extends Node {
  type: 'chapter'
  id: string
  /** Arabic, through the whole book: `7`. */
  number: string
  title: string
  /** The title as the heads of pages have it, where they have no room for all of it. */
  head?: string
  /** Set where the title is not all in the book's language. */
  tongue?: TitleTongue
  /** Who speaks: `written` by an analyst in a chapter file, `generated` by Briefbook from the data. */
  voice: 'written' | 'generated'
  /** The chapter's file, from the book's folder; null for a generated one. `position`s in the chapter count in it. */
  file: string | null
  /** Whether the contents list its sections. Not for chapters of a series, whose sections all have the same names, or short ones. */
  listsSections: boolean
  children: BookBlock[]
}

/** Blocks that mdast has and those that a briefing book adds. */
export type BookBlock =
  | Paragraph
  | Heading
  | List
  | Blockquote
  | Code
  | ThematicBreak
  | DefinitionList
  | Evidence
  | KeyJudgement
  | Finding
  | BookTable
  | Chart
  | Picture
  | Passage
  | Reference

/** Phrasing that mdast has and that a briefing book adds. */
export type BookPhrasing =
  | Text
  | Emphasis
  | Strong
  | Delete
  | InlineCode
  | Break
  | Link
  | Note
  | CrossReference
  | PageReference
  | StanceMark
  | Foreign

/** Terms with what is said of each: the metadata of a source, the codebook. */
export interface DefinitionList extends Node {
  type: 'definitionList'
  children: DefinitionItem[]
}

/** A term and what is said of it. */
export interface DefinitionItem extends Node {
  type: 'definitionItem'
  term: BookPhrasing[]
  children: BookPhrasing[]
}

/** A quotation taken from a source, as evidence for a cell or to tell what it says. Extracted: never an analyst's words. */
export interface Evidence extends Node {
  type: 'evidence'
  /** The statement that it supports; null for a block quotation that an analyst typed, and for a sentence of an abstract. */
  statement: string | null
  /** Verbatim, without quotation marks of the book's own. */
  quote: string
  verdict: Exclude<Verdict, 'missing'>
  stance: Stance | null
  speaker: string | null
  /** Whether an analyst has accepted, changed or added it. */
  reviewed: boolean
  /** The analyst's note on it. */
  comment: string | null
  /** Where it stands. */
  reference: CrossReference
  /** Set where the book does not print that paragraph: there is no page to tell, and nothing to lead to. */
  absent?: true
  /** BCP 47 tag, where the quotation is not in the book's language. */
  language?: string
  /** Where the quotation runs the other way than the book. */
  direction?: Direction
}

/** A judgement of the analyst's, with likelihood and confidence apart (ICD 203). */
export interface KeyJudgement extends Node {
  type: 'keyJudgement'
  id: string
  /** Through the whole book, from 1. */
  number: number
  likelihood: string | null
  confidence: string | null
  children: BookBlock[]
}

/** A cell of a matrix, by the two of these that it is a cell of: as findings in codings.yaml name it. */
export interface CellKey {
  actor?: string
  issue?: string
  source?: string
}

/** An analyst's own sentence for a cell of a matrix, outside of the matrix. */
export interface Finding extends Node {
  type: 'finding'
  /** The cell that it is for. */
  cell: CellKey
  /** The last child holds the analyst's words; what stands before them is the tool's. */
  children: BookPhrasing[]
}

/** Any table of the book, laid out: a renderer draws it and decides nothing. */
export interface BookTable extends Node {
  type: 'bookTable'
  id: string
  kind: 'matrix' | 'coverage' | 'timeline' | 'figures' | 'summary' | 'plain'
  /** Through the whole book; null for a table without caption. */
  number: number | null
  caption: string
  /** The id of the piece before this one, which it continues; null for a first or only piece. */
  continuedFrom: string | null
  /** The id of the piece after this one; null for a last or only piece. */
  continuedOn: string | null
  /** What the table shows, for those who cannot see it. */
  alternative: string
  orientation: 'portrait' | 'landscape'
  fontSizePt: number
  /** Whether it is short enough to stand on one page, and begins a page rather than break. */
  together: boolean
  columns: BookColumn[]
  head: BookRow[]
  children: BookRow[]
  /** Set below the table: the key to its signs. */
  legend: BookPhrasing[]
}

/** A column of a table. */
export interface BookColumn {
  widthMm: number
  /** How its cells are set, their head as well. Default: at the start of the line. */
  align?: 'center' | 'end'
}

export interface BookRow extends Node {
  type: 'bookRow'
  /** What links to this row lead to; absent where none do. */
  id?: string
  children: BookCell[]
}

export interface BookCell extends Node {
  type: 'bookCell'
  header: 'row' | 'column' | null
  /** Of a matrix cell. */
  state: CellState | null
  /** The stance that prevails, for the cell's ground; null where none does. */
  stance: Stance | null
  /** 0 to 4, how strongly a coverage cell is shaded; null elsewhere. */
  level: number | null
  /** Of a matrix cell that can have a finding. */
  cell?: CellKey
  children: CellLine[]
}

/** A line of a cell, by what it is: `finding` is the analyst's, `text` what was extracted or counted. */
export interface CellLine extends Node {
  type: 'cellLine'
  role: 'stance' | 'finding' | 'evidence' | 'text'
  children: BookPhrasing[]
}

/** A picture that a chapter shows. */
export interface Picture extends Node {
  type: 'picture'
  id: string
  /** Among all pictures of the book; null for one without caption. */
  number: number | null
  /** Path from the book's folder; the renderers are handed the bytes under this name. */
  path: string
  alternative: string
  /** Empty where it has none. */
  caption: string
}

/** A numbered block of a source, in its dossier. */
export interface Passage extends Node {
  type: 'passage'
  /** The block's anchor. */
  id: string
  /** The block's number in its source. */
  number: number
  kind: SourceBlockType
  /** Of a heading, counted so that no level is left out, or of a list item. */
  depth: number
  /** The page of the source's file that begins with this block or in it; absent where none does. */
  page?: number
  /** The printed number or sign of a list item or footnote; null for a bullet. */
  marker: string | null
  /** Of a table: its cells' texts, row by row; null for everything else. */
  rows: string[][] | null
  /** BCP 47 tag, where the passage is not in the book's language. */
  language?: string
  /** Where the passage runs the other way than the book. */
  direction?: Direction
  children: BookPhrasing[]
  /** The cells that this passage is evidence for, each a link back. */
  supports: CrossReference[]
}

/** An entry of the list of sources. */
export interface Reference extends Node {
  type: 'reference'
  id: string
  label: string
  children: BookPhrasing[]
}

/**
 * A note to the text: a citation, or a footnote that an analyst wrote. Printed in the margin beside its line, in the
 * DOCX as a native footnote, under the same number.
 */
export interface Note extends Node {
  type: 'note'
  /** Through the whole book, from 1; 0 for a citation in a footnote, which stands there in brackets. */
  number: number
  /** The anchors and sources cited; empty for a footnote. */
  cites: string[]
  children: BookPhrasing[]
}

/** Words that lead to another place in the book. */
export interface CrossReference extends Node {
  type: 'crossReference'
  /** The id of the node it leads to. */
  target: string
  /** Whether its words are the number of a table or picture: those of a link without words of its own. */
  counted?: true
  children: BookPhrasing[]
}

/** The number of the page that something stands on. Filled in by the renderers from the page map. */
export interface PageReference extends Node {
  type: 'pageReference'
  target: string
}

/** The sign of a stance, with how many statements show it. */
export interface StanceMark extends Node {
  type: 'stanceMark'
  stance: Stance
  count: number | null
}

/** Words of a source within a line, in a language or a direction that is not the book's. */
export interface Foreign extends Node {
  type: 'foreign'
  /** BCP 47 tag, where it is not the book's. */
  language?: string
  /** Where the words run the other way than the book. */
  direction?: Direction
  children: BookPhrasing[]
}

/** The bytes of a picture and its size, which the pure renderers are handed. */
export interface PictureFile {
  bytes: Uint8Array
  mime: 'image/png' | 'image/jpeg' | 'image/svg+xml'
  widthPx: number
  heightPx: number
}

/** The page, from 1, that each id of the book stands on. */
export type PageMap = { readonly [id: string]: number }

// Within the declaration below, `Reference` is a mixin of mdast's own.
type SourceReference = Reference

/** A remark to whoever works on the book: the DOCX has it in its margin, print leaves it out. */
export interface BookComment {
  author: string
  /** ISO 8601 day; null where it is not known. */
  date: string | null
  text: string
}

declare module 'unist' {
  interface Data {
    /** On a block of a book: what is remarked on it, in order. */
    comments?: BookComment[]
    /** Of a block or a row of a table: its words are not those of the edition that the book is compared with. */
    changed?: true
    /** Of words, in a book with a `redline`: what came and what went, in order. What stayed and what came are the words. */
    revision?: WordChange[]
    /** Of a block, an item or a line of a cell, in such a book: it is new as a whole. */
    inserted?: true
    /** Of a block, an item, a cell or a chapter, in such a book: what went. It stood before the block, at the end of the cell or chapter. */
    gone?: (BookBlock | CellLine)[]
    /** Of evidence, in such a book: the stance that it was coded with. */
    stanceBefore?: Stance
    /** Of a key judgement, in such a book: the levels that it had. */
    levelsBefore?: Pick<KeyJudgement, 'likelihood' | 'confidence'>
  }
}

declare module 'mdast' {
  interface PhrasingContentMap {
    note: Note
    crossReference: CrossReference
    pageReference: PageReference
    stanceMark: StanceMark
    foreign: Foreign
  }
  interface BlockContentMap {
    definitionList: DefinitionList
    evidence: Evidence
    keyJudgement: KeyJudgement
    finding: Finding
    bookTable: BookTable
    chart: Chart
    picture: Picture
    passage: Passage
    reference: SourceReference
  }
  interface RootContentMap {
    note: Note
    crossReference: CrossReference
    pageReference: PageReference
    stanceMark: StanceMark
    foreign: Foreign
    definitionList: DefinitionList
    evidence: Evidence
    keyJudgement: KeyJudgement
    finding: Finding
    bookTable: BookTable
    chart: Chart
    picture: Picture
    passage: Passage
    reference: SourceReference
  }
  interface HeadingData {
    /** What links and the contents lead to. */
    id?: string
    /** `7.2`; absent where sections are not numbered. */
    number?: string
  }
}
