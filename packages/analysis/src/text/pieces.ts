/** A word (a run of letters and digits) or a single sign, and where it stands. */
export interface Piece {
  text: string
  start: number
  end: number
}

const pattern = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu

/** Cuts a text into words and signs: what names and terms are looked up in. Apostrophes and full stops stand alone. */
export function toPieces(text: string): Piece[] {
  return Array.from(text.matchAll(pattern), m => ({ text: m[0], start: m.index, end: m.index + m[0].length }))
}
