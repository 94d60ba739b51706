import { readReference } from './character-reference.js'

const punctuation = /[!-/:-@[-`{-~]/
/** A line end with the white space around it, and what a block quotation puts in front of the next line. */
const lineEnd = /[ \t]*(?:\r\n|\n|\r)[ \t]*(?:>[ \t]*)*/y

/**
 * Where each character of a text node of Markdown was written: character `i` of the value stands in the raw text from
 * the i-th offset to the one behind it. A reference or an escape belongs to its character, the white space around a line
 * end to the line end.
 *
 * @param raw    What the file holds from the node's start to its end.
 * @param value  What the parser made of it.
 * @returns As many offsets as the value has UTF-16 code units and one more; null where the two cannot be laid side by side.
 */
export function rawOffsets(raw: string, value: string): number[] | null {
  const offsets = [0]
  let j = 0
  for (let i = 0; i < value.length; ) {
    const char = value[i] as string
    const found = raw[j] === '&' ? readReference(raw, j) : null
    if (char === '\n') {
      lineEnd.lastIndex = j
      const length = lineEnd.exec(raw)?.[0].length ?? 0
      if (length === 0) return null
      j += length
    } else if (found && value.startsWith(found.value, i)) {
      j += found.length
      // The second half of what needs two code units was written with the first.
      for (let half = 1; half < found.value.length; half++) offsets.push(j)
      i += found.value.length - 1
    } else if (raw[j] === '\\' && raw[j + 1] === char && punctuation.test(char)) j += 2
    else if (raw[j] === char) j += 1
    else return null
    i += 1
    offsets.push(j)
  }
  return j === raw.length ? offsets : null
}
