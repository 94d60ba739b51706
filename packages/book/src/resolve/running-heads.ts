import type { Book, BookMeta, Part } from '@briefbook/ast'
import { labelWidth, shorten } from '../layout/labels.js'
import type { LayoutSettings } from '../layout/table.js'

/** White space between two things at the head or foot of a page. */
const apartMm = 6
/** The page's number, in the middle of the foot. */
const numberMm = 8

/**
 * Cuts titles for the heads and feet of pages, where several things stand on one line: the part and its chapter, each on a
 * side of its own where pages mirror each other; the handling marking between them; the book's title beside the page's number.
 *
 * @param sizes  Of the type of heads and of feet.
 */
export function cutRunningHeads(
  parts: readonly Part[],
  meta: BookMeta,
  { geometry, advances }: LayoutSettings,
  sizes: { smallPt: number; notePt: number },
): Book['meta'] {
  const small = labelWidth(advances, sizes.smallPt, 'regular')
  const { handling, print } = meta
  const markedMm = handling === null ? 0 : labelWidth(advances, sizes.smallPt, 'bold')(handling) + 2 * apartMm
  const shared = ({ widthMm }: { widthMm: number }) => (widthMm - Math.max(markedMm, apartMm)) / 2
  const alone = print.sides === 'double' && handling === null
  // A turned page has both.
  const roomMm = alone ? Math.min(geometry.portrait.widthMm, shared(geometry.landscape)) : shared(geometry.portrait)
  for (const named of parts.flatMap(part => [part, ...part.children])) {
    const head = shorten(named.title, roomMm - small(`${named.number}  `), small)
    if (head !== named.title) named.head = head
  }
  const footMm = (geometry.portrait.widthMm - numberMm) / 2 - apartMm
  const foot = shorten(meta.title, footMm, labelWidth(advances, sizes.notePt, 'regular'))
  return foot === meta.title ? meta : { ...meta, foot }
}
