import { type BookBlock, type BookPhrasing, type Chapter, text } from '@briefbook/ast'
import type { Heading, Paragraph } from 'mdast'

/** A chapter that Briefbook makes; its number is given when the book is put together. */
export function generated(id: string, title: string, children: BookBlock[]): Chapter {
  return { type: 'chapter', id, number: '', title, voice: 'generated', file: null, listsSections: true, children }
}

/** A chapter whose sections the contents leave out: one of a series, for each actor, issue or source, or one read as a whole. */
export function generatedInSeries(id: string, title: string, children: BookBlock[]): Chapter {
  return { ...generated(id, title, children), listsSections: false }
}

/** A heading below a chapter's title. Depth 3 is the first: parts are 1, chapters 2. */
export function section(id: string, title: string, depth: 3 | 4 = 3): Heading {
  return { type: 'heading', depth, data: { id }, children: [text(title)] }
}

export function paragraph(...children: (BookPhrasing | string)[]): Paragraph {
  return { type: 'paragraph', children: children.map(child => (typeof child === 'string' ? text(child) : child)) }
}
