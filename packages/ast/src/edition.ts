import type { CellState } from './matrix.js'
import type { Stance, Statement } from './statement.js'

/**
 * What a book said when it was released: as much of it as a later one needs to tell what has changed since. Lists are sorted, so
 * that two of them differ in few lines.
 */
export interface Edition {
  version: 1
  /** `2nd edition`, as its owner words it. */
  name: string
  /** The day that the book carried, ISO 8601. */
  date: string
  /** SHA-256 over every input's hash, in hexadecimal. */
  contentHash: string
  sources: EditionSource[]
  actors: EditionName[]
  issues: EditionName[]
  /** Those that are not absent. */
  cells: EditionCell[]
  statements: EditionStatement[]
  judgements: EditionJudgement[]
  /** What analysts wrote in chapters beside their judgements, in its order. Absent in editions of before it was kept. */
  written?: EditionText[]
  /** A hash of the words of each block, and of each row of a table. */
  blocks: string[]
}

export interface EditionSource {
  id: string
  label: string
  title: string | null
  /** Of the file's bytes, in hexadecimal. */
  sha256: string
}

/** An actor or issue by its name at the time. */
export interface EditionName {
  id: string
  name: string
}

/** A cell of the matrix of actors and issues. */
export interface EditionCell {
  actor: string
  issue: string
  state: CellState
  /** The stance that prevails; null where none does. */
  stance: Stance | null
  finding: string | null
}

export type EditionStatement = Pick<Statement, 'id' | 'source' | 'anchor' | 'actor' | 'issue' | 'stance' | 'quote'>

/** A key judgement in plain words. */
export interface EditionJudgement {
  /** Title of the chapter that it stands in, and that chapter's file. */
  chapter: string
  file: string
  likelihood: string | null
  confidence: string | null
  words: string
}

/** A paragraph, heading, list item or line of a cell that an analyst wrote, in plain words. */
export interface EditionText {
  /** The chapter's. */
  file: string
  words: string
}

/** What is different between two editions. */
export interface Changes {
  since: Pick<Edition, 'name' | 'date'>
  sources: { new: EditionSource[]; gone: EditionSource[]; altered: EditionSource[] }
  cells: CellChange[]
  statements: {
    gained: EditionStatement[]
    lost: EditionStatement[]
    /** The same passage, with another actor, issue or stance. */
    recoded: { before: EditionStatement; after: EditionStatement }[]
  }
  judgements: JudgementChange[]
}

/**
 * How a cell has changed: `flipped` from one side of the issue to the other; `appeared` where there was no position before,
 * `vanished` where there is none any more; `shifted` to another stance without any of these; `evidence` where only the passages
 * are others; `finding` where only the analyst's sentence is.
 */
export type CellChangeKind = 'flipped' | 'appeared' | 'vanished' | 'shifted' | 'evidence' | 'finding'

export interface CellChange {
  actor: string
  issue: string
  kind: CellChangeKind
  before: Omit<EditionCell, 'actor' | 'issue'>
  after: Omit<EditionCell, 'actor' | 'issue'>
  /** How many statements came, and how many went. */
  gained: number
  lost: number
}

export interface JudgementChange {
  kind: 'new' | 'gone' | 'rewritten'
  before: EditionJudgement | null
  after: EditionJudgement | null
  /** Of one that was rewritten, its words in order. */
  words: WordChange[]
}

/** A stretch of words that stayed, came or went. */
export interface WordChange {
  kind: 'same' | 'added' | 'removed'
  text: string
}
