import type { BookBlock, BookPhrasing } from './book.js'
import type { SourceBlockType } from './source.js'
import { type Stance, stances } from './statement.js'

type Names<T extends string> = { readonly [name in T]: true }

// Written as objects so that the compiler asks for a name that is missing here.
const sourceBlocks: Names<SourceBlockType> = {
  heading: true,
  paragraph: true,
  listItem: true,
  quotation: true,
  table: true,
  footnote: true,
}

const bookBlocks: Names<BookBlock['type']> = {
  paragraph: true,
  heading: true,
  list: true,
  blockquote: true,
  code: true,
  thematicBreak: true,
  definitionList: true,
  evidence: true,
  keyJudgement: true,
  finding: true,
  bookTable: true,
  chart: true,
  picture: true,
  passage: true,
  reference: true,
}

const bookPhrasing: Names<BookPhrasing['type']> = {
  text: true,
  emphasis: true,
  strong: true,
  delete: true,
  inlineCode: true,
  break: true,
  link: true,
  note: true,
  crossReference: true,
  pageReference: true,
  stanceMark: true,
  foreign: true,
}

export function isStance(value: unknown): value is Stance {
  return (stances as readonly unknown[]).includes(value)
}

export function isSourceBlockType(value: string): value is SourceBlockType {
  return Object.hasOwn(sourceBlocks, value)
}

export function isBookBlock(node: { type: string }): node is BookBlock {
  return Object.hasOwn(bookBlocks, node.type)
}

export function isBookPhrasing(node: { type: string }): node is BookPhrasing {
  return Object.hasOwn(bookPhrasing, node.type)
}
