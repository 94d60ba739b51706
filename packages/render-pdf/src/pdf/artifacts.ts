/**
 * What is on a page and no part of the text: heads and feet, rules, grounds. Chromium leaves it unmarked; for a reader that
 * cannot see the page it has to be marked as an artifact (ISO 32000-1, 14.8.2.2.2).
 */

/** Operators that begin a path, and those that paint one (8.5). */
const pathBegins = new Set(['m', 're'])
const pathPaints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])
/** Operators that paint by themselves. */
const paints = new Set(['Do', 'sh'])
/** Operators that a marked sequence must not reach over. */
const bounds = new Set(['q', 'Q'])

const operatorOf = (line: string) => line.slice(line.lastIndexOf(' ') + 1)

/** A stretch of a content stream outside of all marked sequences, with what it paints marked. */
function markStretch(lines: readonly string[], out: string[]): void {
  let open = false
  /** A path that is begun, until it is known whether it paints or clips. */
  let path: string[] = []
  const begin = () => {
    if (!open) out.push('/Artifact BMC')
    open = true
  }
  const end = () => {
    if (open) out.push('EMC')
    open = false
  }
  let inText = false
  for (const line of lines) {
    const operator = operatorOf(line)
    if (inText) {
      out.push(line)
      if (operator === 'ET') inText = false
    } else if (operator === 'BT') {
      begin()
      out.push(line)
      inText = true
    } else if (path.length > 0 || pathBegins.has(operator)) {
      path.push(line)
      if (pathPaints.has(operator)) begin()
      if (pathPaints.has(operator) || operator === 'n') {
        if (operator === 'n') end()
        for (const step of path) out.push(step)
        path = []
      }
    } else {
      if (paints.has(operator)) begin()
      if (bounds.has(operator)) end()
      out.push(line)
    }
  }
  end()
  for (const step of path) out.push(step)
}

/** Where the sequence that begins at a mark ends, behind what is marked within it (a ligature's letters); -1 where it does not. */
function endOfSequence(content: string, from: number): number {
  const marks = /\b(?:BDC|BMC|EMC)$/gm
  marks.lastIndex = from
  let depth = 0
  for (let found = marks.exec(content); found; found = marks.exec(content)) {
    depth += found[0] === 'EMC' ? -1 : 1
    if (depth === 0) return marks.lastIndex
  }
  return -1
}

/** Pictures within the stream, and sequences of a kind that the printer makes none of: but of words from right to left (14.8.2.3.3). */
const unknown = /^BI\b|^(?!\/ReversedChars ).*\bBMC$|\bID\b/m

/**
 * A content stream as Chromium's printer writes it, an operator a line, with everything that it leaves unmarked marked as
 * an artifact. Null for one that is built otherwise: then nothing can be said of it.
 */
export function markArtifacts(content: string): string | null {
  if (unknown.test(content)) return null
  const out: string[] = []
  let at = 0
  for (;;) {
    const mark = content.indexOf(' >>BDC', at)
    const start = mark < 0 ? content.length : content.lastIndexOf('\n', mark) + 1
    if (start < at) return null
    const stretch = content.slice(at, start)
    if (stretch !== '') markStretch(stretch.replace(/\n$/, '').split('\n'), out)
    if (mark < 0) break
    const end = endOfSequence(content, mark)
    if (end < 0) return null
    out.push(content.slice(start, end))
    at = Math.min(content.length, end + 1)
  }
  return `${out.join('\n')}\n`
}
