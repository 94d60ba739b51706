import type { Span } from '@briefbook/ast'
import type { Line } from './lines.js'

/** `12. https://…`: how text browsers list the addresses of a page below it. */
const listed = /^(?<number>\d{1,4})\.\s+(?:https?|ftp|file|mailto|tel|javascript|about|data):\S*$/i
const listHead = /^(?:references|links|(?:visible|hidden) links)\s*:?$/i
/** Fewer addresses are sources that an author lists. */
const leastListed = 3

/** Marks the list of addresses that text browsers put below a page, and takes out the `[12]` that refer to it. */
export function markLinkList(lines: readonly Line[]): readonly Line[] {
  const marks = new Set<number>()
  const list = new Set<Line>()
  for (const line of lines) {
    const number = listed.exec(line.text)?.groups?.number
    // A browser counts without gaps; addresses that it leaves out are those without words.
    if (number === undefined) continue
    marks.add(Number(number))
    list.add(line)
  }
  const text = lines.filter(line => !list.has(line))
  const used = [...marks].filter(number => text.some(line => line.text.includes(`[${number}]`))).length
  if (marks.size < leastListed || used < marks.size * 0.5) return lines
  let below = false
  const marked = [...lines]
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line
    const inList: boolean = list.has(line) || (below && listHead.test(line.text))
    if (inList) marked[i] = { ...line, furniture: 'link address' }
    below = inList
  }
  return marked.map(line => withoutMarks(line, marks))
}

const mark = /\[(\d{1,4})\]/g

/** Takes the marks of links out of a line. A line that has nothing else is none of the document. */
function withoutMarks(line: Line, marks: ReadonlySet<number>): Line {
  const found = [...line.text.matchAll(mark)].filter(match => marks.has(Number(match[1])))
  if (line.furniture !== null || found.length === 0) return line
  let text = line.text
  for (const match of found.reverse()) text = text.slice(0, match.index) + text.slice(match.index + match[0].length)
  if (text.trim() === '') return { ...line, furniture: 'link mark' }
  const spans = found
    .reverse()
    .map((match): Span => [line.start + match.index, line.start + match.index + match[0].length])
  return { ...line, text, marks: spans }
}
