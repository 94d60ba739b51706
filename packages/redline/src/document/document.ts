/** How a stretch of words is marked, as far as Markdown can say it. `link` is an address, or `#` and a bookmark. */
export interface Marks {
  emphasis: boolean
  strong: boolean
  delete: boolean
  code: boolean
  link: string | null
}

export const unmarked: Marks = { emphasis: false, strong: false, delete: false, code: false, link: null }

/** A character, a note or a line break of a paragraph, with every change accepted. */
export interface Item {
  /** One character; a note is its sign. */
  text: string
  marks: Marks
  /** The words of a note. */
  note?: string
  /** What it says, character by character, and who changed it; of several paragraphs as one. */
  inside?: Pick<EditedParagraph, 'items' | 'authors'>
}

/** A cell of a table, of a table in a table the inner one; all counted from 0. */
export interface TablePlace {
  table: number
  row: number
  /** Where it begins in the table's grid. */
  column: number
  /** Whether the row was taken out, and stands there as a recorded change alone. */
  gone: boolean
}

/** A paragraph as its editors left it, every change accepted. */
export interface EditedParagraph {
  items: Item[]
  /** Its words, as the ledger counts them. */
  words: string
  /** Its words with every recorded change rejected. */
  original: string
  /** Blocks whose bookmarks cover words of it, the one that covers most first. */
  ids: string[]
  /** Blocks whose bookmarks stand in it and cover nothing: their words are gone. */
  emptied: string[]
  /** The tag of the content control around it. */
  control: string | null
  /** Depth by its style; 0 for no heading. */
  heading: number
  /** Whether it is in a list. */
  list: 'bullet' | 'number' | null
  cell: TablePlace | null
  /** Who changed something in it, as far as that was recorded. */
  authors: string[]
}

/** A remark in the margin. */
export interface EditedComment {
  author: string
  /** ISO 8601, as the program wrote it; null where it did not. */
  date: string | null
  text: string
  done: boolean
  /** What it stands beside. */
  quote: string
  /** The paragraph in which it begins; null where it is in a note, a head or nowhere. */
  paragraph: number | null
  replies: { author: string; date: string | null; text: string }[]
}

export interface EditedDocument {
  paragraphs: EditedParagraph[]
  comments: EditedComment[]
  /** How many changes are recorded. */
  recorded: number
}
