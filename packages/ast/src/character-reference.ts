import { decodeNamedCharacterReference } from 'decode-named-character-reference'

const reference = /&(?:#(?:(\d{1,7})|[xX]([\da-fA-F]{1,6}))|([\da-zA-Z]{1,31}));/y

/** The character that a reference of Markdown (`&amp;`, `&#8211;`) at a place stands for, and how long the reference is. */
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
