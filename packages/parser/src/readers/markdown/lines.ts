import type { Piece } from '../../traced.js'

/**
 * Where the lines of a literal node (code, HTML) stand in the file. Its value has no indentation of its list and no `>`
 * of its quotation, so that each line of the value is the end of one in the file.
 *
 * @param raw    What the node takes of the file, from `start` on.
 * @param value  The value of the node.
 * @param skip   How many lines of `raw` stand above the value: the fence of code.
 * @returns A piece for each line that has words, with its line end.
 */
export function literalLines(raw: string, value: string, start: number, skip = 0): Piece[] {
  if (raw === value) return [{ start, end: start + raw.length }]
  const values = value.split(/\r\n|\n|\r/)
  const pieces: Piece[] = []
  let at = start
  raw.split(/(?<=\n|\r(?!\n))/).forEach((line, i) => {
    const words = i < skip ? '' : (values[i - skip]?.trim() ?? '')
    const indent = words === '' ? -1 : line.lastIndexOf(words)
    if (indent >= 0) pieces.push({ start: at + indent, end: at + line.length })
    at += line.length
  })
  return pieces
}
