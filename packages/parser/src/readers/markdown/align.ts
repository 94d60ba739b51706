import { readReference } from '@briefbook/ast'
import type { Piece } from '../../traced.js'

const punctuation = /[!-/:-@[-`{-~]/
const lineEnd = /[ \t]*(?:\r\n|\n|\r)[ \t]*/y
const indent = /[ \t]*/y
const quoted = />[ \t]*/y

/** How many characters a sticky pattern takes at a place; 0 where it does not match. */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/**
 * Finds for each character of a node's value the raw characters it was written as: the syntax tree keeps values
 * decoded, and only the place of the whole node. Line ends swallow the white space and the `>` around them.
 *
 * @param raw      What `[start, end)` of the file holds.
 * @param value    What the parser made of it.
 * @param decodes  Whether references and escapes count here; not in code.
 * @returns Pieces that count in the file; the node as one piece where the two cannot be laid side by side.
 */
export function align(raw: string, value: string, start: number, decodes: boolean): Piece[] {
  if (raw === value) return [{ start, end: start + raw.length }]
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  /** Where the stretch begins that reads as it is written. */
  let direct = 0
  const decoded = (length: number, text: string) => {
    if (j > direct) pieces.push({ start: start + direct, end: start + j })
    pieces.push({ start: start + j, end: start + j + length, text })
    i += text.length
    j += length
    direct = j
  }
  while (i < value.length) {
    const char = value[i] as string
    if (char === '\n' || char === '\r') {
      const line = matchAt(lineEnd, raw, j)
      if (line === 0) return [{ start, end: start + raw.length, text: value }]
      j += line
      i += value.startsWith('\r\n', i) ? 2 : 1
      i += matchAt(indent, value, i)
      // What a block quotation puts in front of its lines is markup.
      if (raw[j] === '>' && value[i] !== '>') {
        pieces.push({ start: start + direct, end: start + j })
        while (raw[j] === '>' && value[i] !== '>') j += matchAt(quoted, raw, j)
        direct = j
      }
      continue
    }
    if (decodes && raw[j] === '&') {
      const found = readReference(raw, j)
      if (found && value.startsWith(found.value, i)) {
        decoded(found.length, found.value)
        continue
      }
    }
    if (decodes && raw[j] === '\\' && raw[j + 1] === char && punctuation.test(char)) {
      decoded(2, char)
      continue
    }
    if (raw[j] !== char) return [{ start, end: start + raw.length, text: value }]
    i += 1
    j += 1
  }
  if (j > direct) pieces.push({ start: start + direct, end: start + j })
  return pieces
}
