import type { DraftBlock } from '../draft.js'
import { countWords, isProse } from '../shape.js'
import { matchPhrase } from '../transforms/furniture/match.js'
import { contactLine } from '../transforms/furniture/phrases.js'
import { type ByLine, readByLine, readNameAndDate } from './by-lines.js'
import { dateAtStart, readDateLine, type SlashOrder } from './dates.js'
import { looksLikeOrganisation, looksLikePerson, namesOrganisation, printName } from './names.js'
import { siteNameWithInitials } from './publisher.js'

/** What a passage at the top of a document is. */
export type HeadLine =
  | ({ kind: 'by-line' } & ByLine)
  | { kind: 'date line'; date: string; publisher: string | null; changed?: true }
  | { kind: 'site name'; name: string }
  | { kind: 'address line'; url: string }
  /** The page's, for a reason. */
  | { kind: 'page'; reason: string }
  | { kind: 'prose' }
  /** A short line: a title, a subtitle, a label. */
  | { kind: 'line' }

/** The series that a paper is a number of. */
const series =
  /^(?:policy|research|discussion|working|occasional|briefing|strategic|special|issue|position|background|white)?\s*(?:brief(?:ing)?|papers?|note|report|issue|vol(?:ume)?|no|number|commentary|analysis|insight|perspective|comment|memo|backgrounder|factsheet|update|bulletin|newsletter)\b\.?(?:[\s,|:#/-]*(?:(?:vol|no|issue|number)\b\.?)?\s*\d{0,5})*$/iu

/** A line that begins with a date: with nothing behind it, an author, or a publisher. */
function readDated(text: string, order?: SlashOrder): HeadLine | null {
  const dated = readDateLine(text, order)
  if (!dated) return null
  const { date, rest, changed, behind } = dated
  if (rest === '') return { kind: 'date line', date, publisher: null, ...(changed ? { changed } : {}) }
  const byLine = readByLine(rest, order)
  if (byLine) return { kind: 'by-line', ...byLine, date }
  if (looksLikePerson(rest)) return { kind: 'by-line', authors: [printName(rest)], employer: null, date }
  if (series.test(rest)) return { kind: 'date line', date, publisher: null }
  // A single word beside a date is the name of a section as often as of a paper.
  if (!behind && /^\p{L}+$/u.test(rest) && !namesOrganisation(rest)) return { kind: 'date line', date, publisher: null }
  return looksLikeOrganisation(rest) && !behind ? { kind: 'date line', date, publisher: rest } : null
}

const address =
  /^(?:(?:(?:source|original|page|article|canonical|permanent)\s+)?(?:url|link|address|permalink|source|web|adresse|lien|ссылка|来源|网址)\s*[:：]\s*|(?:available (?:at|from)|retrieved from|accessed at|published at|originally published at)\s*[:：]?\s*)?<?(?<url>https?:\/\/[^\s<>]+?)>?[.,]?$/iu

/** The address of a document, where a line gives nothing else. */
export function readAddress(line: string): string | null {
  const url = address.exec(line)?.groups?.url
  return url && /^https?:\/\/[^/]+\/./.test(url) && URL.canParse(url) ? url : null
}

/** A title can be a whole question, or a cry. */
const longestExclamation = 20

const isExclamation = (text: string): boolean =>
  countWords(text) <= longestExclamation && /[?!]["'”’»)]*$/.test(text) && !/[.!?…]["'”’»)]*\s+\p{Lu}/u.test(text)

export function readHeadLine(block: DraftBlock, order?: SlashOrder): HeadLine {
  // `3. November 2020` is an item with the number 3 to Markdown.
  const text =
    block.marker !== null && dateAtStart(`${block.marker}. ${block.text}`)
      ? `${block.marker}. ${block.text}`
      : block.text
  const byLine =
    readByLine(text, order) ??
    (block.role === 'by-line' ? readByLine(`By ${text}`, order) : null) ??
    readNameAndDate(text, order)
  if (byLine) return { kind: 'by-line', ...byLine }
  const dated = readDated(text, order)
  if (dated) return dated
  const url = readAddress(text)
  if (url) return { kind: 'address line', url }
  const name = siteNameWithInitials(text)
  if (name) return { kind: 'site name', name }
  if (block.type === 'listItem' && block.linked > 0.5 && countWords(text) <= 4)
    return { kind: 'page', reason: 'navigation' }
  const phrase = matchPhrase(text)
  if (phrase) return { kind: 'page', reason: phrase.reason }
  if (contactLine.test(text)) return { kind: 'page', reason: 'contact line' }
  return block.type !== 'heading' && isProse(text) && !isExclamation(text) ? { kind: 'prose' } : { kind: 'line' }
}
