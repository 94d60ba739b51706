import { block, type Draft, type DraftNode } from '../../draft.js'
import { countWords, endsTerminal, isProse } from '../../shape.js'
import { type Piece, trace } from '../../traced.js'
import { markEmail } from './email.js'
import { findHeadings, headingDepth, textOf } from './headings.js'
import { type Line, splitLines } from './lines.js'
import { markLinkList } from './link-list.js'
import { findMarkers } from './markers.js'
import { markPages } from './pages.js'
import { groupLines, type TextParagraph } from './paragraphs.js'
import { findTables } from './tables.js'

/** How far a passage stands in, compared to most of the text, when it is a quotation that is set off. */
const quotationIndent = 4

/** Empty lines that part blocks however a text is set. */
const betweenBlocks = 3

const isRule = (text: string) => /^(?:[-–—=_*~·•#]\s*){3,}$/.test(text)

/** The indentation at which most passages of prose begin. */
function usualIndent(paragraphs: readonly TextParagraph[]): number {
  const counts = new Map<number, number>()
  for (const paragraph of paragraphs) {
    if (paragraph.marker || !isProse(textOf(paragraph))) continue
    const { indent } = paragraph.lines[0] as Line
    counts.set(indent, (counts.get(indent) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

const whiteSpace = /\s*/y

/** The words of a passage; the sign in front of its first line and `>` in front of each are markup. */
function piecesOf(paragraph: TextParagraph, text: string): Piece[] {
  const pieces: Piece[] = []
  paragraph.lines.forEach((line, i) => {
    const above = paragraph.lines[i - 1]
    if (above) {
      // A page number can stand between two lines.
      whiteSpace.lastIndex = above.end
      whiteSpace.test(text)
      pieces.push({ start: above.end, end: Math.min(whiteSpace.lastIndex, line.start) })
    }
    const quote = /^(?:>\s?)+/.exec(line.text)?.[0].length ?? 0
    const marker = i === 0 && quote === 0 ? (paragraph.marker?.length ?? 0) : 0
    let at = line.start + quote + marker
    for (const [start, end] of line.marks) {
      if (start > at) pieces.push({ start: at, end: start })
      at = Math.max(at, end)
    }
    pieces.push({ start: at, end: line.end })
  })
  return pieces
}

/** A linked line with more words than this may be a sentence that begins with a link. */
const longestLink = 12

/** Whether a passage is nothing but a link, as far as a text browser shows where one begins. */
function isLink(paragraph: TextParagraph, words: string): boolean {
  const first = paragraph.lines[0] as Line
  const begins = first.marks[0]?.[0] === first.start + (paragraph.marker?.length ?? 0)
  return begins && countWords(words) <= longestLink && !endsTerminal(words)
}

/**
 * Reads plain text: hard-wrapped or a line a paragraph, indented, double-spaced, with bullets, numbers and short lines
 * as headings.
 *
 * @param text  The decoded file.
 * @param from  Where the document begins, behind its front matter.
 */
export function readText(text: string, from = 0): Draft {
  const { lines: all, claims } = markEmail(markPages(markLinkList(splitLines(text, from))))
  const body = all.filter(line => line.furniture === null)
  const markers = findMarkers(body)
  const tables = findTables(body, text, markers)
  const inTables = new Set(tables.flatMap(table => table.lines))
  const lines = body.flatMap((line, i) => {
    if (inTables.has(line)) return []
    const above = body[i - 1]
    return [above && inTables.has(above) ? { ...line, gap: Math.max(line.gap, betweenBlocks) } : line]
  })
  const paragraphs = groupLines(lines, findMarkers(lines))
  const headings = findHeadings(paragraphs.filter(paragraph => !isRule(textOf(paragraph))))
  const usual = usualIndent(paragraphs)
  const indents = [...new Set(paragraphs.filter(p => p.marker).map(p => (p.lines[0] as Line).indent))].sort(
    (a, b) => a - b,
  )
  const nodes: DraftNode[] = []
  const apart = all.filter(line => line.furniture !== null)
  let taken = 0
  let told = 0
  /** Puts what is no line of the document where it stands, or behind the passage that it stands in; and tables. */
  const putOthers = (till: number) => {
    for (;;) {
      const line = apart[taken]
      const table = tables[told]
      const next = Math.min(line?.start ?? Number.POSITIVE_INFINITY, table?.lines[0]?.start ?? Number.POSITIVE_INFINITY)
      if (next >= till) return
      if (line?.start === next) {
        nodes.push(block('paragraph', trace(text, [line]), { furniture: line.furniture }))
        taken++
      } else if (table) {
        nodes.push(block('table', table.traced, { rows: table.rows, head: table.head }))
        told++
      }
    }
  }
  for (const paragraph of paragraphs) {
    const first = paragraph.lines[0] as Line
    putOthers(first.start)
    if (first.page || isRule(textOf(paragraph))) nodes.push({ type: 'break', at: first.start })
    if (isRule(textOf(paragraph))) continue
    if (headings.has(paragraph)) {
      const traced = trace(text, piecesOf({ ...paragraph, marker: null }, text))
      nodes.push(block('heading', traced, { depth: headingDepth(paragraph, headings) }))
      continue
    }
    const traced = trace(text, piecesOf(paragraph, text))
    if (traced.text === '') continue
    const linked = isLink(paragraph, traced.text) ? 1 : 0
    if (paragraph.marker) {
      const depth = indents.findIndex(indent => first.indent <= indent + 1) + 1
      nodes.push(block('listItem', traced, { depth: Math.max(1, depth), marker: paragraph.marker.printed, linked }))
      continue
    }
    const quoted = paragraph.lines.every(line => line.text.startsWith('>'))
    const setIn = isProse(traced.text) && paragraph.lines.every(line => line.indent >= usual + quotationIndent)
    nodes.push(block(quoted || setIn ? 'quotation' : 'paragraph', traced, { linked }))
  }
  putOthers(Number.POSITIVE_INFINITY)
  return { format: 'text', text, nodes, claims }
}
