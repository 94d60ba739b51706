/**
 * Parsers of Markdown take far more than twice the time for twice the text: a thousand block quotations or underlined
 * headings in one piece cost seconds. Pieces of this size cost no more than the whole of an ordinary text.
 */
const leastPiece = 1_500

const fence = /^ {0,3}(`{3,}|~{3,})/
/** HTML that empty lines do not end (CommonMark 4.6, kinds 1 to 5), and what ends it. */
const longHtml: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![A-Z]/i, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
]
/** A heading, a line under one, or a rule. What stands below it is a new block. */
const rule = /^(?:(?:=+|-{2,}|\*{3,}|_{3,})[ \t]*$|#{1,6}[ \t])/
/** A line that may go on with a list or a note above it. */
const continuation = /^(?:[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t])/
const definition = /^ {0,3}\[(\^?[^\]\n]{1,500})\]:/

const labelKey = (label: string) => label.replace(/\s+/g, ' ').trim().toLowerCase()

/** A stretch of a Markdown text that can be parsed by itself. */
export interface MarkdownPiece {
  start: number
  end: number
  /** Definitions to put behind it, so that what refers to another piece is still a reference. */
  stubs: string
}

/** Where a text can be cut without changing what it means, and the labels that it defines. */
function scan(text: string): { points: number[]; defined: Map<string, string> } {
  const points = [0]
  const defined = new Map<string, string>()
  let open: RegExp | string | null = null
  /** What the line above leaves open: nothing, so that a block can begin; a definition, so that the next one can. */
  let above: 'nothing' | 'definition' | 'text' = 'text'
  let at = 0
  for (const line of text.split('\n')) {
    if (open === null) {
      const ready = above === 'nothing' || (above === 'definition' && definition.test(line))
      if (ready && at - (points.at(-1) as number) >= leastPiece && line.trim() !== '' && !continuation.test(line))
        points.push(at)
      const label = definition.exec(line)?.[1]
      if (label) defined.set(labelKey(label), label)
      const mark = fence.exec(line)?.[1]
      const html = longHtml.find(([start]) => start.test(line))
      if (mark) open = mark
      else if (html && !html[1].test(line)) open = html[1]
    } else if (typeof open === 'string') {
      const mark = fence.exec(line)?.[1]
      if (mark?.startsWith(open) && line.trim() === mark) open = null
    } else if (open.test(line)) open = null
    const whole = definition.test(line) && /\]:[ \t]*\S/.test(line)
    if (open !== null) above = 'text'
    else above = line.trim() === '' || rule.test(line) ? 'nothing' : whole ? 'definition' : 'text'
    at += line.length + 1
  }
  return { points, defined }
}

/** Cuts a Markdown text into pieces, in front of lines that begin a block whatever stands above them. */
export function splitMarkdown(text: string): MarkdownPiece[] {
  const { points, defined } = scan(text)
  return points.map((start, i) => {
    const end = points[i + 1] ?? text.length
    if (defined.size === 0 || points.length === 1) return { start, end, stubs: '' }
    const piece = text.slice(start, end)
    const used = new Set([...piece.matchAll(/\[(\^?[^[\]\n]{1,500})\]/g)].map(match => labelKey(match[1] as string)))
    const labels = [...used].filter(label => defined.has(label)).map(label => defined.get(label) as string)
    const stubs = labels.map(label => `[${label}]: x\n`).join('\n')
    return { start, end, stubs: stubs === '' ? '' : `\n\n${stubs}` }
  })
}
