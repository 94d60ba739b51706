import { plainWords } from '@briefbook/ast'
import type { Element } from '../package/xml.js'
import { descendants, elementsIn, parseXml, textIn } from '../package/xml.js'
import type { Part } from '../package/zip.js'
import type { EditedComment } from './document.js'

interface Draft {
  id: string
  paragraphId: string
  comment: EditedComment
}

/** The comments of a document, which find out while it is read what they stand beside. */
export interface OpenComments {
  /** A range begins or ends. */
  range(element: Element, paragraph: number): void
  /** Words that stand in every range that is open. */
  words(text: string): void
  finish(): EditedComment[]
}

/** A date that is one: LibreOffice writes `0-00-00` where none was set. */
const dateOf = (date: string | undefined) => (date !== undefined && /^[1-9]\d{3}-\d\d-\d\d/.test(date) ? date : null)

function draftOf(element: Element): Draft {
  const paragraphs = descendants(element, 'w:p')
  return {
    id: element.attributes['w:id'] ?? '',
    paragraphId: paragraphs.at(-1)?.attributes['w14:paraId'] ?? '',
    comment: {
      author: element.attributes['w:author']?.trim() || 'unknown',
      date: dateOf(element.attributes['w:date']),
      text: paragraphs
        .map(p => plainWords(descendants(p, 'w:t').map(textIn).join('')))
        .join('\n')
        .trim(),
      done: false,
      quote: '',
      paragraph: null,
      replies: [],
    },
  }
}

/** Which comment answers which, and which are done with, as Word writes it since 2013 ([MS-DOCX] 2.5.1.1). */
function relate(drafts: readonly Draft[], part: Part): Draft[] {
  const xml = part('word/commentsExtended.xml')
  if (xml === null) return [...drafts]
  const byParagraph = new Map(drafts.map(draft => [draft.paragraphId, draft]))
  const replies = new Set<Draft>()
  for (const { attributes } of elementsIn(parseXml(xml, 'word/commentsExtended.xml'))) {
    const draft = byParagraph.get(attributes['w15:paraId'] ?? '')
    const parent = byParagraph.get(attributes['w15:paraIdParent'] ?? '')
    if (!draft) continue
    draft.comment.done = /^(1|true)$/.test(attributes['w15:done'] ?? '')
    if (!parent || parent === draft) continue
    const { author, date, text } = draft.comment
    parent.comment.replies.push({ author, date, text })
    replies.add(draft)
  }
  return drafts.filter(draft => !replies.has(draft))
}

export function readComments(part: Part): OpenComments {
  const xml = part('word/comments.xml')
  const drafts = xml === null ? [] : elementsIn(parseXml(xml, 'word/comments.xml')).map(draftOf)
  const roots = relate(drafts, part)
  const byId = new Map(drafts.map(draft => [draft.id, draft]))
  const open = new Set<Draft>()
  return {
    range({ name, attributes }, paragraph) {
      const draft = byId.get(attributes['w:id'] ?? '')
      if (!draft) return
      if (name === 'w:commentRangeStart') {
        draft.comment.paragraph ??= paragraph
        open.add(draft)
      } else open.delete(draft)
    },
    words(text) {
      for (const { comment } of open) comment.quote += text
    },
    finish: () =>
      roots
        .map(({ comment }) => ({ ...comment, quote: plainWords(comment.quote.replaceAll('\ufffc', '')) }))
        .filter(({ text }) => text !== ''),
  }
}
