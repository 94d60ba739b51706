/** Parsers of Markdown take more than twice the time for a text of twice the length; chapters are parsed apart. */
const pieceLength = 64 * 1024

const fence = /^ {0,3}(`{3,}|~{3,})/
const definition = /^ {0,3}\[[^\]\n]+\]:/m

/**
 * Where a long Markdown text can be cut without changing what it means: in front of a heading that follows an empty
 * line, outside a code block. A text that defines links or footnotes is left in one, for they reach across.
 *
 * @returns Offsets where the pieces begin, the first 0.
 */
export function splitPoints(text: string): number[] {
  const points = [0]
  if (text.length < pieceLength * 2 || definition.test(text)) return points
  let open: string | null = null
  let blank = true
  let at = 0
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1]
    if (open !== null) {
      if (mark?.startsWith(open) && line.trim() === mark) open = null
    } else if (mark) open = mark
    else if (blank && /^#{1,6}[ \t]/.test(line) && at - (points.at(-1) as number) >= pieceLength) points.push(at)
    blank = line.trim() === ''
    at += line.length + 1
  }
  return points
}
