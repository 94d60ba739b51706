import type { Pending } from '../../extract.js'
import { Extract } from '../../extract.js'
import { append } from '../../lists.js'
import type { Line as TextLine } from '../text/lines.js'
import { findMarkers, type Marker } from '../text/markers.js'
import { readingOrder } from './columns.js'
import { markContents } from './contents.js'
import { countBy, mostCommon } from './count.js'
import type { PdfPage } from './fragment.js'
import { captionForm, markHeadings, markTitle } from './headings.js'
import { joinPassages, type Placed } from './join.js'
import { type Line, lineOf, rowsOf } from './lines.js'
import { trimMargins } from './margins.js'
import { type Measures, measure } from './measure.js'
import { markEndnotes, raisedMarks, splitNotes } from './notes.js'
import { groupLines } from './paragraphs.js'
import { isBold, isFinished, type Passage, sizeOf, textOfPassage } from './passage.js'
import { type Region, regionOf } from './region.js'
import { findTables } from './tables.js'
import { Writer } from './write.js'

/** Lines in the size of the text that a marker can stand in front of: a numbered heading is no item of a list. */
function markersOf(regions: readonly Region[], measures: Measures): Map<Line, Marker> {
  const lines: Line[] = []
  const asText: TextLine[] = []
  for (const { lines: own } of regions)
    own.forEach((line, i) => {
      if (line.size > measures.size * 1.08 || (line.bold && !measures.bold)) return
      const above = own[i - 1]
      const gap = above && line.baseline - above.baseline <= measures.leading(line.size) * 1.2 ? 0 : 1
      lines.push(line)
      asText.push({
        start: 0,
        end: 0,
        text: withBullet(line),
        indent: 0,
        gap,
        page: false,
        loneBullet: false,
        furniture: null,
        marks: [],
      })
    })
  const found = findMarkers(asText)
  const markers = new Map<Line, Marker>()
  lines.forEach((line, i) => {
    const marker = found.get(asText[i] as TextLine)
    if (marker) markers.set(line, marker)
  })
  // Tags tell of items whose bullets are drawn. The first line of a column can go on with an item of the one before.
  let last: Line | null = null
  for (const { lines: own } of regions)
    own.forEach((line, i) => {
      const begins = line.item !== null && (line.item !== last?.item || line.page !== last?.page)
      if (begins && !markers.has(line) && (i > 0 || !last || isFinished(last)))
        markers.set(line, { printed: null, length: 0 })
      last = line
    })
  return markers
}

/** What a font of symbols has in front of an item can be a sign that nobody knows; it is a bullet all the same. */
const withBullet = ({ fragments, text }: Line): string =>
  fragments.length > 1 && /^[\p{Cc}\p{Co}]$/u.test(fragments[0]?.text ?? '') ? `•${text.slice(1)}` : text

const quoteInset = 1

function markQuotations(passages: readonly Passage[], measures: Measures): void {
  passages.forEach((one, i) => {
    if (one.type !== 'paragraph' || one.furniture !== null || one.role !== null) return
    const { left, right } = one.inset
    const em = measures.size
    if (left < em * quoteInset || textOfPassage(one).length < 40 || isBold(one)) return
    // A line alone that is set in as first lines are is a paragraph.
    if (one.lines.length === 1 && (left < em * 2 || Math.abs(left - measures.indent) < em * 0.5)) return
    const above = passages[i - 1]
    // What stands below an item and as far in goes on with it.
    if (above?.type === 'listItem') return
    const smaller = sizeOf(one) < measures.size * 0.96
    if ((one.lines.length > 1 && right > em * quoteInset * 0.7) || smaller || (one.lines.length === 1 && right > em))
      one.type = 'quotation'
  })
}

/** Where the text of an item begins in its column: numbers in front of it can be of several widths. */
function textLeft({ lines: [first], lead, inset }: Passage): number {
  let taken = 0
  const behind = first?.fragments.find(({ text }) => {
    taken += text.length
    return taken >= lead
  })
  return first && behind ? inset.left + behind.left - first.left : inset.left
}

/** Depths of list items by how far they stand in. */
function levelItems(passages: readonly Passage[]): void {
  const edges: number[] = []
  for (const one of passages) {
    if (one.type !== 'listItem') {
      if (one.type === 'heading') edges.length = 0
      continue
    }
    const at = textLeft(one)
    const size = sizeOf(one)
    while (edges.length > 0 && (edges.at(-1) as number) > at + size * 0.5) edges.pop()
    if (edges.length === 0 || (edges.at(-1) as number) < at - size * 0.5) edges.push(at)
    one.depth = edges.length
  }
}

/** What a document of pages is as text: everything on them in reading order, and what each passage is. */
export function layOut(pages: readonly PdfPage[], named: string | null): { text: string; pending: Pending[] } {
  const trimmed = trimMargins(pages)
  const em =
    mostCommon(
      countBy(
        trimmed.flatMap(({ body }) => body),
        ({ size }) => Math.round(size * 2) / 2,
        ({ text }) => text.length,
      ),
    ) ?? 10
  const regions = trimmed.map(({ page, body }) =>
    readingOrder(body, em)
      .filter(fragments => fragments.length > 0)
      .map(fragments => regionOf(fragments, page.number)),
  )
  const all = regions.flat()
  const measures = measure(all)
  const marks = raisedMarks(all.flatMap(({ lines }) => lines))
  const split = new Map(all.map(region => [region, splitNotes(region, measures, marks)] as const))
  const markers = markersOf(
    all.map(region => ({ ...region, lines: split.get(region)?.body ?? [] })),
    measures,
  )
  const flow: Placed[] = []
  const byPage = regions.map(list => {
    const passages: Passage[] = []
    for (const region of list) {
      const { body, notes } = split.get(region) as { body: Line[]; notes: Passage[] }
      const own = findTables(body, measures).flatMap(part =>
        Array.isArray(part) ? groupLines(part, region, measures, markers) : [part],
      )
      append(own, notes)
      const index = flow.length === 0 ? 0 : (flow.at(-1) as Placed).region + 1
      for (const one of own) flow.push({ passage: one, region: index, width: region.right - region.left })
      append(passages, own)
    }
    return passages
  })
  const passages = byPage.flat()
  markContents(passages)
  markEndnotes(passages, marks)
  for (const one of passages)
    if (one.type === 'paragraph' && captionForm.test(textOfPassage(one)) && isCaption(one)) one.role = 'caption'
  markTitle(passages, measures, named)
  markHeadings(passages, measures)
  markQuotations(passages, measures)
  levelItems(passages)
  joinPassages(flow)

  const extract = new Extract()
  const labels = new Set(passages.flatMap(one => (one.type === 'footnote' && one.label !== null ? [one.label] : [])))
  const writer = new Writer(extract, labels)
  trimmed.forEach(({ page, head, foot }, i) => {
    for (const { line, reason } of head) writer.furniture(line, reason)
    for (const one of byPage[i] ?? []) writer.passage(one)
    for (const { line, reason } of foot) writer.furniture(line, reason)
    for (const row of rowsOf(page.turned)) writer.furniture(lineOf(row, page.number), 'text across the page')
    writer.endPage()
  })
  return { text: extract.toString(), pending: writer.pending }
}

/** A sentence can begin with "Table 3" too. */
const isCaption = (one: Passage) => one.apart && one.lines.length <= 6
