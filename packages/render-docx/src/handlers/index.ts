import { type BookBlock, type BookPhrasing, isBookBlock, isBookPhrasing } from '@briefbook/ast'
import type { FileChild, XmlComponent } from 'docx'
import { gone, revised, within } from '../revised.js'
import type { Handle, State } from '../state.js'
import { bookTable } from './book-table.js'
import { chart } from './chart.js'
import { code, thematicBreak } from './code.js'
import { definitionList } from './definition-list.js'
import { evidence } from './evidence.js'
import { finding } from './finding.js'
import { heading } from './heading.js'
import { keyJudgement } from './key-judgement.js'
import { crossReference, link, pageReference } from './links.js'
import { list } from './list.js'
import { deleted, emphasis, strong } from './marks.js'
import { note } from './note.js'
import { blockquote, paragraph } from './paragraph.js'
import { passage } from './passage.js'
import { picture } from './picture.js'
import { reference } from './reference.js'
import { stanceMark } from './stance-mark.js'
import { foreign, inlineCode, lineBreak, text } from './text.js'

type Handlers<Union extends { type: string }, Drawn> = {
  readonly [T in Union['type']]: (node: Extract<Union, { type: T }>, state: State) => Drawn[]
}

const blocks = {
  paragraph,
  heading,
  list,
  blockquote,
  code,
  thematicBreak,
  definitionList,
  evidence,
  keyJudgement,
  finding,
  bookTable,
  chart,
  picture,
  passage,
  reference,
} satisfies Handlers<BookBlock, FileChild>

const phrasing = {
  text,
  emphasis,
  strong,
  delete: deleted,
  inlineCode,
  break: lineBreak,
  link,
  note,
  crossReference,
  pageReference,
  stanceMark,
  foreign,
} satisfies Handlers<BookPhrasing, XmlComponent>

/** The only way from a node to its handler. A node of no known kind is a mistake of the program that made the book. */
export const handle: Handle = {
  block(node, state) {
    if (!isBookBlock(node)) throw new TypeError(`no block of a book is a ${node.type}`)
    const handler = blocks[node.type] as (node: BookBlock, state: State) => FileChild[]
    const comments = node.data?.comments ?? []
    const inside = comments.length > 0 ? state.at({ comments: [...state.place.comments, ...comments] }) : state
    return [...gone(node, state), ...handler(node, within(node, inside))]
  },
  phrasing(node, state) {
    if (!isBookPhrasing(node)) throw new TypeError(`no phrasing of a book is a ${node.type}`)
    const handler = phrasing[node.type] as (node: BookPhrasing, state: State) => XmlComponent[]
    return revised(node, state, handler)
  },
}
