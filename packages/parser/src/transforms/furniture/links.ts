import type { DraftBlock } from '../../draft.js'
import { append } from '../../lists.js'
import { endsSentence } from '../../shape.js'
import type { Passage } from './passage.js'

/** A line with more words than this is a sentence, linked or not. */
const longestLink = 30
/** The share of items of a list that must be links for the list to be one of links. */
const linkedItems = 0.8

const isLink = ({ block, words }: Passage) =>
  block.linked > 0.9 && words <= longestLink && !/^(?:https?:|www\.)\S+$/i.test(block.text)

/**
 * Finds the passages of a web page that are nothing but links: teasers between paragraphs, and lists of them. A single
 * linked item in a list of others is the document's own, and so is an address that is written out.
 */
export function findLinkLines(passages: readonly Passage[]): DraftBlock[] {
  const found: DraftBlock[] = []
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] as Passage
    const { type, text } = passage.block
    if (type === 'paragraph' || type === 'heading') {
      if (isLink(passage) && !endsSentence(text)) found.push(passage.block)
    } else if (type === 'listItem') {
      let end = i
      while (passages[end]?.block.type === 'listItem') end++
      const list = passages.slice(i, end)
      if (list.filter(isLink).length >= list.length * linkedItems)
        append(
          found,
          list.map(({ block }) => block),
        )
      i = end - 1
    }
  }
  return found
}
