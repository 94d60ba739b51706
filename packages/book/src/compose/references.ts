import {
  type BookPhrasing,
  type CrossReference,
  crossReference,
  type DocumentMeta,
  pageReference,
  parseAnchor,
  type Source,
  text,
} from '@briefbook/ast'
import { list, printDate } from '../strings/en.js'
import { inTongue, type tongueOf } from './tongue.js'

const noBreak = '\u00a0'

/** `SWP ¶12`, held together by a no-break space. */
export function anchorLabel(source: Source, anchor: string): string {
  return `${source.meta.label}${noBreak}¶${parseAnchor(anchor)?.n ?? ''}`
}

/** A short reference that leads to the paragraph in the source's dossier. */
export function anchorReference(source: Source, anchor: string): CrossReference {
  return crossReference(anchor, anchorLabel(source, anchor))
}

/** A short reference and the page it leads to: `SWP ¶12, p. 47`. */
export function anchorWithPage(source: Source, anchor: string): BookPhrasing[] {
  return [anchorReference(source, anchor), text(`, p.${noBreak}`), pageReference(anchor)]
}

/** The same where room is short: `SWP ¶12 (47)`. */
export function anchorWithPageInCell(source: Source, anchor: string): BookPhrasing[] {
  return [anchorReference(source, anchor), text(' ('), pageReference(anchor), text(')')]
}

/**
 * A document as a list of references prints it, after the author-date style of the Chicago Manual of Style (17th ed.,
 * 15.9): authors, date, title, publisher, address. What is not known is left out.
 *
 * @param tongue  Of the title, where it is not the book's.
 */
export function referenceText(meta: DocumentMeta, tongue: ReturnType<typeof tongueOf> = {}): BookPhrasing[] {
  const end = (part: string) => (/[.?!…]$/.test(part) ? part : `${part}.`)
  const before: string[] = []
  if (meta.authors.length > 0) before.push(end(list(meta.authors)))
  if (meta.date !== null) before.push(end(printDate(meta.date)))
  const after: string[] = []
  if (meta.publisher !== null) after.push(end(meta.publisher))
  if (meta.url !== null) after.push(end(meta.url))
  const title = meta.title === null ? null : meta.subtitle === null ? meta.title : `${meta.title}: ${meta.subtitle}`
  const nodes: BookPhrasing[] = []
  if (before.length > 0) nodes.push(text(`${before.join(' ')} `))
  if (title !== null) {
    nodes.push({ type: 'emphasis', children: [inTongue(title, tongue)] }, text(/[.?!…]$/.test(title) ? '' : '.'))
  }
  if (after.length > 0) nodes.push(text(`${title === null ? '' : ' '}${after.join(' ')}`))
  return nodes.filter(node => node.type !== 'text' || node.value !== '')
}

/** A source's own name: its title, or its file where the text shows none. */
export function sourceName(source: Source): string {
  return source.meta.title ?? source.file.split('/').at(-1) ?? source.id
}
