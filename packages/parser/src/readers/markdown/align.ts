import type { Piece } from '../../traced.js'
import { readReference } from './character-reference.js'

const punctuation = /[!-/:-@[-`{-~]/

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
  const direct = (from: number, to: number) => {
    const last = pieces.at(-1)
    if (last && last.text === undefined && last.end === start + from) last.end = start + to
    else pieces.push({ start: start + from, end: start + to })
  }
  let i = 0
  let j = 0
  while (i < value.length) {
    const char = value[i] as string
    if (char === '\n' || char === '\r') {
      const line = /^[ \t]*(?:\r\n|\n|\r)[ \t]*/.exec(raw.slice(j, j + 1000))
      if (!line) return [{ start, end: start + raw.length, text: value }]
      direct(j, j + line[0].length)
      j += line[0].length
      i += value.startsWith('\r\n', i) ? 2 : 1
      while (i < value.length && /[ \t]/.test(value[i] as string)) i++
      // What a block quotation puts in front of its lines is markup.
      while (raw[j] === '>' && value[i] !== '>') j += /^>[ \t]*/.exec(raw.slice(j, j + 1000))?.[0].length ?? 1
      continue
    }
    if (decodes && raw[j] === '&') {
      const found = readReference(raw, j)
      if (found && value.startsWith(found.value, i)) {
        pieces.push({ start: start + j, end: start + j + found.length, text: found.value })
        i += found.value.length
        j += found.length
        continue
      }
    }
    if (decodes && raw[j] === '\\' && raw[j + 1] === char && punctuation.test(char)) {
      pieces.push({ start: start + j, end: start + j + 2, text: char })
      i += 1
      j += 2
      continue
    }
    if (raw[j] !== char) return [{ start, end: start + raw.length, text: value }]
    direct(j, j + 1)
    i += 1
    j += 1
  }
  return pieces
}
