import {
  type BookPhrasing,
  crossReference,
  findBlock,
  findQuotation,
  formatAnchor,
  type Note,
  pageReference,
  type QuotationMatch,
  rawOffsets,
  type Source,
  text,
} from '@briefbook/ast'
import { didYouMean } from '@briefbook/diagnostics'
import type { Text } from 'mdast'
import { anchorReference, anchorWithPage, sourceName } from '../compose/references.js'
import { type CitationItem, type CitationMatch, findCitations } from './citation-syntax.js'
import { departureOf } from './departure.js'
import { quotationsBefore } from './inline-quotations.js'
import type { ChapterState } from './state.js'

const noBreak = '\u00a0'

/** Where in the raw text of its node a stretch of a text node stands; undefined where escapes make that unclear. */
function rawRange(
  state: ChapterState,
  node: Text,
  value: string,
  from: number,
): { start: number; end: number } | undefined {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  const at = state.chapter.text.slice(start.offset, end.offset).indexOf(value, from)
  return at < 0 ? undefined : { start: at, end: at + value.length }
}

/** Whether a bracket is open where a citation stands, and not closed behind it. */
const isLeftOpen = (words: string, { start, end }: CitationMatch) =>
  /\[[^[\]]*$/.test(words.slice(0, start)) && !words.slice(end).includes(']')

interface Cited {
  source: Source
  item: CitationItem
  /** The paragraphs cited, by anchor. */
  anchors: string[]
}

const noSource =
  'Correct the id, or put the source back. A file that was renamed keeps its id with a line `id: …` in a file beside it, `.yaml` behind the name.'

/** Resolves one citation to its source and paragraphs; null, with an error, where they are not there. */
function resolveItem(
  state: ChapterState,
  node: Text,
  item: CitationItem,
  within?: { start: number; end: number },
): Cited | null {
  const { sourceById } = state.context
  const where = within ? { within } : {}
  const source = sourceById.get(item.source)
  if (!source) {
    state.message(
      'citation-target-resolves',
      `There is no source \`${item.source}\`.${didYouMean(item.source, sourceById.keys())}`,
      node,
      { expected: [...sourceById.keys()].join(', '), hint: noSource, ...where },
    )
    return null
  }
  const anchors: string[] = []
  for (const locator of item.locators) {
    if (locator.kind !== 'paragraphs') continue
    for (let n = locator.from; n <= locator.to; n++) {
      if (n < 1 || n > source.children.length) {
        state.message('citation-target-resolves', `${source.meta.label} has no paragraph ${n}.`, node, {
          expected: `a paragraph from 1 to ${source.children.length}`,
          ...where,
        })
        return null
      }
      anchors.push(formatAnchor(source.id, n))
    }
  }
  return { source, item, anchors }
}

/** `SWP ¶12, p. 47`; of a source as a whole `SWP, p. 40`; with what the analyst wrote before and behind it. */
function citedPhrasing({ source, item, anchors }: Cited): BookPhrasing[] {
  const nodes: BookPhrasing[] = item.prefix === '' ? [] : [text(`${item.prefix} `)]
  const others = item.locators.flatMap(l => (l.kind === 'other' ? [l.text] : []))
  const [first, ...rest] = anchors
  if (first === undefined) {
    nodes.push(crossReference(`source-${source.id}`, source.meta.label))
    nodes.push(
      text(`${others.map(o => `, ${o}`).join('')}${others.length > 0 ? ' of the original' : ''}; p.${noBreak}`),
    )
    nodes.push(pageReference(`source-${source.id}`))
  } else if (rest.length === 0) {
    nodes.push(...anchorWithPage(source, first))
    const page = findBlock(source, first)?.page
    if (page !== undefined) nodes.push(text(` (p.${noBreak}${page} of the original)`))
  } else {
    anchors.forEach((anchor, i) => {
      if (i > 0) nodes.push(text(', '))
      nodes.push(i === 0 ? anchorReference(source, anchor) : crossReference(anchor, `¶${anchor.split('.').at(-1)}`))
    })
    nodes.push(text(`, p.${noBreak}`), pageReference(first))
  }
  if (item.suffix !== '') nodes.push(text(`, ${item.suffix}`))
  return nodes
}

/** Looks a quotation up in what is cited for it: in the paragraphs where some are named, else in the whole source. */
export function lookUp(cited: readonly Cited[], quote: string): { source: Source; match: QuotationMatch } | null {
  let missing: { source: Source; match: QuotationMatch } | null = null
  for (const { source, anchors } of cited) {
    for (const anchor of anchors.length > 0 ? anchors : [undefined]) {
      const match = findQuotation(source, quote, anchor)
      if (match.verdict !== 'missing') return { source, match }
      missing ??= { source, match }
    }
  }
  return missing
}

/** The error for a quotation that is not in its source, with both texts side by side. */
export function reportMissing(
  state: ChapterState,
  node: Text | undefined,
  quote: string,
  found: { source: Source; match: QuotationMatch },
  within?: { start: number; end: number },
): void {
  const elsewhere = findQuotation(found.source, quote)
  const place = elsewhere.parts[0]?.anchor
  const departure = place || !found.match.nearest ? null : departureOf(quote, found.match.nearest.text)
  state.message(
    'quotation-is-verbatim',
    [`The quotation does not stand in ${found.source.meta.label} where it is cited.`, departure ?? []].flat().join(' '),
    node,
    {
      actual: quote,
      expected: place
        ? `${place} instead of the paragraph cited`
        : found.match.nearest
          ? `${found.match.nearest.text} (${found.match.nearest.anchor})`
          : `a passage of ${sourceName(found.source)}`,
      ...(within ? { within } : {}),
    },
  )
}

/** Every citation of a bracket, resolved; null where one of them is not there. */
export function resolveCitation(state: ChapterState, node: Text, match: CitationMatch, from = 0): Cited[] | null {
  const within = rawRange(state, node, node.value.slice(match.start, match.end), from)
  const cited = match.items.map(item => resolveItem(state, node, item, within))
  return cited.every(c => c !== null) ? cited : null
}

/** A note of citations; its number is given when the book is put together. */
function citationNote(cited: readonly Cited[]): Note {
  return {
    type: 'note',
    number: 0,
    cites: cited.flatMap(({ source, anchors }) => (anchors.length > 0 ? anchors : [source.id])),
    children: cited.flatMap((one, i) => [...(i === 0 ? [] : [text('; ')]), ...citedPhrasing(one)]),
  }
}

/** Whether an `@` of a text node was escaped in the file, so that it is meant as it stands. */
function isEscaped(state: ChapterState, node: Text, match: CitationMatch): boolean {
  return rawRange(state, node, `\\${node.value.slice(match.start, match.end)}`, 0) !== undefined
}

/** Gives what was made of a stretch of a text node its place in the file, where the stretch can be laid beside the raw text. */
function placer(state: ChapterState, node: Text): (made: BookPhrasing, from: number, to: number) => BookPhrasing {
  const { start, end } = node.position ?? {}
  const known = start?.offset !== undefined && end?.offset !== undefined
  const offsets = known ? rawOffsets(state.chapter.text.slice(start.offset, end.offset), node.value) : null
  return (made, from, to) => {
    const place = offsets && state.chapter.placeOf(node, { start: offsets[from] as number, end: offsets[to] as number })
    if (place?.end) made.position = { start: place.start, end: place.end }
    return made
  }
}

/**
 * The phrasing of a text node, its citations made into notes and links. Quotations in the sentence in front of a
 * citation are looked up in what it cites.
 *
 * @param before  The text of the paragraph in front of this node.
 */
export function textWithCitations(state: ChapterState, node: Text, before: string): BookPhrasing[] {
  const nodes: BookPhrasing[] = []
  const matches = findCitations(node.value)
  if (matches.length === 0) return node.value === '' ? [] : [text(node.value)]
  const placed = placer(state, node)
  let done = 0
  let searchFrom = 0
  for (const match of matches) {
    if (isEscaped(state, node, match)) continue
    const first = match.items[0] as CitationItem
    if (match.form === 'narrative') {
      const source = state.context.sourceById.get(first.source)
      // `@name` may be an account on a platform: only what looks like a mistyped source is told.
      if (!source) {
        const meant = didYouMean(first.source, state.context.sourceById.keys())
        if (meant !== '') resolveCitation(state, node, match, searchFrom)
        continue
      }
    }
    if (match.form === 'narrative' && isLeftOpen(node.value, match)) {
      const within = rawRange(state, node, node.value.slice(match.start, match.end), searchFrom)
      state.message(
        'citation-is-closed',
        'The bracket in front of this citation is not closed.',
        node,
        within ? { within } : {},
      )
    }
    const between = node.value.slice(done, match.start)
    const cited = resolveCitation(state, node, match, searchFrom)
    if (cited && match.form === 'narrative') {
      const { source } = cited[0] as Cited
      nodes.push(placed(text(between), done, match.start))
      nodes.push(placed(crossReference(`source-${source.id}`, source.meta.label), match.start, match.end))
    } else if (cited) {
      for (const quotation of quotationsBefore(before + node.value.slice(0, match.start))) {
        const found = lookUp(cited, quotation.text)
        if (found?.match.verdict === 'missing') reportMissing(state, node, quotation.text, found)
      }
      // A note stands at the word it belongs to.
      const words = between.replace(/\s+$/, '')
      nodes.push(placed(text(words), done, done + words.length))
      nodes.push(placed(citationNote(cited), done + words.length, match.end))
    } else nodes.push(placed(text(between), done, match.start))
    done = match.end
    searchFrom = (rawRange(state, node, node.value.slice(match.start, match.end), searchFrom)?.end ?? searchFrom) || 0
  }
  nodes.push(placed(text(node.value.slice(done)), done, node.value.length))
  return nodes.filter(n => n.type !== 'text' || n.value !== '')
}
