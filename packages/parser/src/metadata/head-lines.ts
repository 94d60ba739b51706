import type { DraftBlock } from '../draft.js'
import { countWords, isProse } from '../shape.js'
import { matchPhrase } from '../transforms/furniture/match.js'
import { contactLine } from '../transforms/furniture/phrases.js'
import { type ByLine, readByLine, readNameAndDate } from './by-lines.js'
import { dateAtStart, readDateLine } from './dates.js'
import { looksLikeOrganisation, looksLikePerson, printName } from './names.js'
import { siteNameWithInitials } from './publisher.js'

/** What a passage at the top of a document is. */
export type HeadLine =
  | ({ kind: 'by-line' } & ByLine)
  | { kind: 'date line'; date: string; publisher: string | null }
  | { kind: 'site name'; name: string }
  /** The page's, for a reason. */
  | { kind: 'page'; reason: string }
  | { kind: 'prose' }
  /** A short line: a title, a subtitle, a label. */
  | { kind: 'line' }

/** A line that begins with a date: with nothing behind it, an author, or a publisher. */
function readDated(text: string): HeadLine | null {
  const dated = readDateLine(text)
  if (!dated) return null
  const { date, rest } = dated
  if (rest === '') return { kind: 'date line', date, publisher: null }
  const byLine = readByLine(rest)
  if (byLine) return { kind: 'by-line', ...byLine, date }
  if (looksLikePerson(rest)) return { kind: 'by-line', authors: [printName(rest)], employer: null, date }
  return looksLikeOrganisation(rest) ? { kind: 'date line', date, publisher: rest } : null
}

export function readHeadLine(block: DraftBlock): HeadLine {
  // `3. November 2020` is an item with the number 3 to Markdown.
  const text =
    block.marker !== null && dateAtStart(`${block.marker}. ${block.text}`)
      ? `${block.marker}. ${block.text}`
      : block.text
  const byLine =
    readByLine(text) ?? (block.role === 'by-line' ? readByLine(`By ${text}`) : null) ?? readNameAndDate(text)
  if (byLine) return { kind: 'by-line', ...byLine }
  const dated = readDated(text)
  if (dated) return dated
  const name = siteNameWithInitials(text)
  if (name) return { kind: 'site name', name }
  if (block.type === 'listItem' && block.linked > 0.5 && countWords(text) <= 4)
    return { kind: 'page', reason: 'navigation' }
  const phrase = matchPhrase(text)
  if (phrase) return { kind: 'page', reason: phrase.reason }
  if (contactLine.test(text)) return { kind: 'page', reason: 'contact line' }
  return block.type !== 'heading' && isProse(text) ? { kind: 'prose' } : { kind: 'line' }
}
