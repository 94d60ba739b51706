import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Piece } from '../../traced.js'

const reference = /&(?:#(?:(\d{1,7})|[xX]([\da-fA-F]{1,6}))|([\da-zA-Z]{1,31}));/y

/** The character that a reference (`&amp;`, `&#8211;`) at a place stands for, and how long the reference is. */
export function readReference(raw: string, at: number): { value: string; length: number } | null {
  reference.lastIndex = at
  const match = reference.exec(raw)
  if (!match) return null
  const [all, decimal, hexadecimal, name] = match
  if (name !== undefined) {
    const value = decodeNamedCharacterReference(name)
    return value === false ? null : { value, length: all.length }
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal)
  const bad = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  return { value: bad ? '\ufffd' : String.fromCodePoint(code), length: all.length }
}

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
