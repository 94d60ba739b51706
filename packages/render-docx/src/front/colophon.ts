import type { FileChild } from 'docx'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import type { ParagraphStyle } from '../styles/index.js'
import { foreignWords } from '../words.js'

/** The title alone. */
export function halfTitle(state: State): FileChild[] {
  const { title, print } = state.document.book.meta
  const inside = state.at({ chapter: { title, file: null } })
  return print.halfTitle ? [paragraph(inside, 'HalfTitle', foreignWords(inside, title))] : []
}

/** What the book was made from, and by what: edition, date, hashes, tool. */
export function colophon(state: State): FileChild[] {
  const { book } = state.document
  const { meta, strings } = book
  const inside = state.at({ chapter: { title: meta.title, file: null } })
  const edition = [meta.print.draft ? strings.draft : null, meta.edition, meta.dateText].filter(Boolean).join(', ')
  const made: [ParagraphStyle, string | null][] = [
    ['Colophon', strings.contentHash],
    ['ColophonHash', meta.contentHash],
    ['Colophon', `${strings.madeBy} ${meta.tool}`],
  ]
  // What stands at the head of a document is not said once more at its end.
  if (meta.print.cover === 'head')
    return made.flatMap(([style, line]) => (line ? [paragraph(inside, style, foreignWords(inside, line))] : []))
  const lines: [ParagraphStyle, string | null][] = [
    ['ColophonTitle', meta.title],
    ['Colophon', meta.subtitle],
    ['Colophon', meta.organisation],
    ['Colophon', meta.authors.join(', ')],
    ['Colophon', edition],
    ['Colophon', meta.handling],
    ['Colophon', strings.contentHash],
    ['ColophonHash', meta.contentHash],
    ...(meta.sources.length > 0 ? ([['Colophon', strings.sourceHashes]] as [ParagraphStyle, string][]) : []),
    ...meta.sources.map(({ label, sha256 }): [ParagraphStyle, string] => ['ColophonHash', `${label}\t${sha256}`]),
    ['Colophon', `${strings.madeBy} ${meta.tool}`],
  ]
  return lines.flatMap(([style, line]) => (line ? [paragraph(inside, style, foreignWords(inside, line))] : []))
}
