import type { BookBlock, BookPhrasing, CellLine, Chapter, Evidence, Part } from '@briefbook/ast'
import type { Heading, ListItem, Paragraph } from 'mdast'
import { wordsOf } from './words.js'

/** The least of what an analyst wrote that is compared as one. */
export interface WrittenText {
  file: string
  chapter: Chapter
  /** What is new where the text is. */
  node: Paragraph | Heading | Evidence | CellLine
  /** What a text that went stood before. */
  place: BookBlock | ListItem
  /** Empty for a quotation, which is taken as a whole. */
  phrasing: BookPhrasing[]
  words: string
}

type Found = Pick<WrittenText, 'node' | 'place' | 'phrasing' | 'words'>

/** The texts of a block, in order. @param place  What stands for the block where it is in another. */
export function textsIn(block: BookBlock, place: WrittenText['place']): Found[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [{ node: block, place, phrasing: block.children as BookPhrasing[], words: wordsOf(block) }]
    case 'list':
      return block.children.flatMap(item =>
        item.children.flatMap(child => textsIn(child as BookBlock, place === block ? item : place)),
      )
    case 'blockquote':
      return block.children.flatMap(child => textsIn(child as BookBlock, place))
    case 'evidence':
      return [{ node: block, place, phrasing: [], words: block.quote }]
    case 'bookTable':
      // What is no analyst's table is made from the data.
      return block.kind !== 'plain'
        ? []
        : [...block.head, ...block.children]
            .flatMap(row => row.children)
            .flatMap(cell => cell.children)
            .map(line => ({ node: line, place, phrasing: line.children, words: wordsOf(line) }))
    default:
      return []
  }
}

/** What analysts wrote in chapters, in the order of the book, but for their judgements. */
export const writtenTexts = (parts: readonly Part[]): WrittenText[] =>
  parts
    .flatMap(part => part.children)
    .flatMap(chapter => {
      const { file } = chapter
      if (file === null) return []
      const found = chapter.children.flatMap(block => textsIn(block, block))
      return found.filter(({ words }) => words.trim() !== '').map(text => ({ ...text, file, chapter }))
    })
