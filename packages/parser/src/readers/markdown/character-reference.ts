import { readReference } from '@briefbook/ast'
import type { Piece } from '../../traced.js'

/** A stretch of the file as pieces, its character references decoded. */
export function decodeReferences(source: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let from = start
  for (let at = source.indexOf('&', start); at >= 0 && at < end; at = source.indexOf('&', at + 1)) {
    const found = readReference(source, at)
    if (!found || at + found.length > end) continue
    if (at > from) pieces.push({ start: from, end: at })
    from = at + found.length
    pieces.push({ start: at, end: from, text: found.value })
  }
  if (end > from) pieces.push({ start: from, end })
  return pieces
}
