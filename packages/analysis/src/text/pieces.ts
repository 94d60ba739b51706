import { fold } from './fold.js'

/** A word (a run of letters and digits) or a single sign, and where it stands. */
export interface Piece {
  text: string
  lower: string
  start: number
  end: number
}

const pattern = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu

/** Cuts a text into words and signs: what names and terms are looked up in. Apostrophes and full stops stand alone. */
export function toPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const { 0: piece, index: start } of text.matchAll(pattern))
    pieces.push({ text: piece, lower: piece.toLowerCase(), start, end: start + piece.length })
  return pieces
}

/** The pieces of a text as phrases are looked up in: with one kind of apostrophe, quotation mark and hyphen. */
export const readPieces = (text: string): Piece[] => toPieces(fold(text))
