import { createHash } from 'node:crypto'

/** A stretch of HTML whose page numbers are not set yet. */
export interface Stretch {
  html: string
  /** A hash of it. */
  digest: string
  /** About how many characters a reader sees of it, but for drawings. */
  length: number
  /** The ids of its elements, and where in its HTML they stand. */
  ids: ReadonlyMap<string, number>
  /** The ids that it links to. */
  links: ReadonlySet<string>
  /** The ids whose page numbers stand in it, in order. */
  numbers: readonly string[]
}

const unseen = /<svg\b.*?<\/svg>|<[^>]*>|\s{2,}|\u00ad/gs

/** @param mark  What stands around the id of a page number. */
export function stretchOf(html: string, mark: string): Stretch {
  // Between two marks stands an id, then text, then an id, and so on.
  const pieces = html.split(mark)
  const text = pieces.filter((_, i) => i % 2 === 0).join('')
  return {
    html,
    digest: createHash('sha256').update(html).digest('base64'),
    length: text.replace(unseen, '').length,
    ids: new Map([...html.matchAll(/\sid="([^"]+)"/g)].map(match => [match[1] as string, match.index])),
    links: new Set([...html.matchAll(/\shref="#([^"]+)"/g)].map(match => match[1] as string)),
    numbers: pieces.filter((_, i) => i % 2 === 1),
  }
}

/** Sets the page numbers. */
export function setNumbers(html: string, mark: string, numberOf: (id: string) => string): string {
  return html
    .split(mark)
    .map((piece, i) => (i % 2 === 0 ? piece : numberOf(piece)))
    .join('')
}
