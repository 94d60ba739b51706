import {
  type CellKey,
  type FindingBlock,
  type GeneratedBlock,
  hashOfWords,
  type Ledger,
  type LedgerBlock,
  type LedgerPiece,
  plainWords,
  type QuotationBlock,
  type WrittenBlock,
} from '@briefbook/ast'
import type { EditedDocument } from '../document/document.js'
import { type Match, recognise } from '../recognise/recognise.js'
import { ChapterEdits, isWritten } from './chapters.js'
import type { Content } from './content.js'
import type { DocumentPlace, Edit, FindingEdit, Refusal } from './edit.js'
import { gridsOf } from './grid.js'
import { changeTable, deleteTable } from './table-edits.js'
import { tableEdits } from './tables.js'
import { Writer } from './writer.js'

/** All that editors did, sorted by what becomes of it. */
export interface Collected {
  edits: Edit[]
  findings: FindingEdit[]
  refusals: Refusal[]
  /** Whether every paragraph had to be told by its words. */
  byWords: boolean
  placeOf(paragraph: number | null): DocumentPlace
  /** The written block that a paragraph is; null where it is none. */
  blockAt(paragraph: number): WrittenBlock | null
}

const shortest = 90

/** A caption's words: its number is a field and none of them, so that `Table . Who holds what` would be left. */
const withoutField = (words: string) => words.replace(/^\p{L}[\p{L} ]* \. /u, '')

function placesIn({ paragraphs }: EditedDocument): Content['placeOf'] {
  const headings: string[] = []
  let heading = ''
  for (const paragraph of paragraphs) {
    if (paragraph.heading > 0) heading = paragraph.words.replace(/^[\d.]+\s+/, '')
    headings.push(heading)
  }
  return i => {
    const words = i === null ? '' : withoutField(paragraphs[i]?.words.replaceAll('\ufffc', '') ?? '')
    return {
      heading: i === null ? '' : (headings[i] ?? ''),
      words: words.length > shortest ? `${words.slice(0, words.lastIndexOf(' ', shortest))} …` : words,
    }
  }
}

/** Bookmarks of links are the ids of the book in letters, digits and underscores; addresses may be written in several ways. */
const plainTarget = (target: string) =>
  target.startsWith('#')
    ? `#${target
        .slice(1)
        .replace(/[^A-Za-z0-9_]/g, '_')
        .replace(/^(?![A-Za-z])/, 'b_')
        .slice(0, 30)}`
    : URL.canParse(target)
      ? new URL(target).href
      : target

/** How Markdown writes the addresses that the document's links lead to, as far as the chapters have them. */
function linksIn(ledger: Ledger): Content['link'] {
  const known = new Map<string, string>()
  const learn = (pieces: readonly LedgerPiece[]) => {
    for (const piece of pieces) {
      const url = piece.type === 'mark' ? piece.url : piece.type === 'atom' ? piece.link : undefined
      if (url !== undefined && !known.has(plainTarget(url))) known.set(plainTarget(url), url)
      if (piece.type === 'mark') learn(piece.children)
    }
  }
  for (const block of ledger.blocks) if (block.kind === 'written') learn(block.pieces)
  return target => known.get(plainTarget(target)) ?? (/^(https?:|mailto:)/i.test(target) ? target : null)
}

/** Of numbers in the order of the document, those that stand in the longest row that rises: the rest was moved. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const before: number[] = []
  numbers.forEach((number, i) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tails[middle] as number] as number) < number) low = middle + 1
      else high = middle
    }
    before[i] = low === 0 ? -1 : (tails[low - 1] as number)
    tails[low] = i
  })
  const rise = new Set<number>()
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] as number) rise.add(numbers[i] as number)
  return rise
}

/**
 * What the book has today for what was sent without its words: the same words, and of words that stand in several places
 * the same of these.
 */
function counterparts(ledger: Ledger, now: Ledger | null): ReadonlyMap<LedgerBlock, GeneratedBlock | QuotationBlock> {
  const byHash = new Map<string, (GeneratedBlock | QuotationBlock)[]>()
  for (const block of now?.blocks ?? []) {
    if (block.kind !== 'generated' && block.kind !== 'quotation') continue
    const same = byHash.get(block.hash)
    if (same) same.push(block)
    else byHash.set(block.hash, [block])
  }
  const met = new Map<string, number>()
  const found = new Map<LedgerBlock, GeneratedBlock | QuotationBlock>()
  for (const block of ledger.blocks) {
    const same = byHash.get(block.hash)
    if (!same || (block.kind !== 'generated' && block.kind !== 'quotation')) continue
    const n = met.get(block.hash) ?? 0
    met.set(block.hash, n + 1)
    const other = same[Math.min(n, same.length - 1)]
    if (other) found.set(block, other)
  }
  return found
}

/** Fewer words than these are no sentence of their own. */
const leastWords = 3

/** The sentence that was put before or behind what stands in a cell; the whole where that changed as well. */
function addedTo(original: string | null, words: string): string {
  const added =
    original === null || original === ''
      ? ''
      : words.startsWith(original)
        ? words.slice(original.length)
        : words.endsWith(original)
          ? words.slice(0, -original.length)
          : ''
  return added.trim().split(/\s+/).length < leastWords ? words : added.trim()
}

/** What every editor did to the document, found by laying it beside what was sent. */
export function collectEdits(ledger: Ledger, now: Ledger | null, document: EditedDocument): Collected {
  const { paragraphs } = document
  const today = counterparts(ledger, now)
  const files = new Map(ledger.files.map(({ path, text }) => [path, text]))
  const wordsOf = (block: LedgerBlock): string | null => {
    if (block.kind === 'finding') return `${block.lead ?? ''}${block.words}`
    if (block.kind === 'written') return (files.get(block.file) ?? '').slice(...block.span)
    return block.words ?? today.get(block)?.words ?? null
  }
  const { matches, generated, generatedAt, inserted, byWords } = recognise(ledger.blocks, paragraphs, wordsOf)
  const placeOf = placesIn(document)
  const matchOf = new Map<number, Match>()
  for (const match of matches) for (const i of match.paragraphs) matchOf.set(i, match)
  const gone = new Set(matches.filter(match => match.paragraphs.length === 0).flatMap(match => match.blocks))
  const isThere = (block: LedgerBlock) => !gone.has(block as never)
  const writer = new Writer(ledger, document, { placeOf, link: linksIn(ledger), isThere })
  const chapters = new ChapterEdits(writer)
  const refusals: Refusal[] = []
  const findings: FindingEdit[] = []

  const grids = gridsOf(
    ledger.blocks.filter(block => block.kind === 'written'),
    file => files.get(file) ?? '',
  )
  const tables = tableEdits(grids, document, matches)
  for (const grid of tables.gone) deleteTable(writer, grid)
  for (const table of tables.changed) changeTable(writer, table)

  const numbers = new Map(ledger.blocks.map((block, i) => [block, i]))
  const numberOf = (match: Match) => numbers.get(match.blocks[0] as LedgerBlock) ?? -1
  const present = matches
    .filter(match => match.paragraphs.length > 0)
    .sort((a, b) => (a.paragraphs[0] as number) - (b.paragraphs[0] as number))
  const inOrder = longestRise(present.map(numberOf))
  const newOnes = new Set(inserted)

  /** The written block before and behind a paragraph, new ones and moved ones passed over. */
  const neighbours = (from: number, to: number) => {
    const look = (start: number, step: number) => {
      for (let i = start; i >= 0 && i < paragraphs.length; i += step) {
        const match = matchOf.get(i)
        if (match && inOrder.has(numberOf(match))) {
          const block = step < 0 ? match.blocks.at(-1) : match.blocks[0]
          return block?.kind === 'written' ? block : null
        }
        const passed = newOnes.has(i) || match !== undefined || paragraphs[i]?.words === ''
        if (!passed) return null
      }
      return null
    }
    return { after: look(from - 1, -1), before: look(to + 1, 1) }
  }

  for (const match of present) {
    if (match.blocks.some(block => tables.blocks.has(block as WrittenBlock))) continue
    if (isWritten(match)) {
      const last = match.paragraphs.at(-1) as number
      const moved = inOrder.has(numberOf(match)) ? null : neighbours(match.paragraphs[0] as number, last)
      chapters.change(match, moved)
      continue
    }
    const text = match.paragraphs.map(i => paragraphs[i]?.words ?? '').join(' ')
    const authors = [...new Set(match.paragraphs.flatMap(i => paragraphs[i]?.authors ?? []))]
    const place = placeOf(match.paragraphs[0] ?? null)
    const [block] = match.blocks
    if (match.blocks.length === 1 && block?.kind === 'finding') {
      const lead = plainWords(block.lead ?? '')
      const words = plainWords(text.startsWith(lead) ? text.slice(lead.length) : text)
      if (words !== plainWords(block.words))
        findings.push({ cell: block.cell, base: block.words, words, place, authors })
      continue
    }
    const quotation = match.blocks.find((other): other is QuotationBlock => other.kind === 'quotation')
    const original = quotation && wordsOf(quotation)
    const recorded = paragraphs[match.paragraphs[0] as number]?.original ?? ''
    if (quotation && match.blocks.length === 1 && hashOfWords(text) === quotation.hash) continue
    if (quotation) {
      const sent = original ?? (hashOfWords(recorded) === quotation.hash ? recorded : null)
      refusals.push({
        kind: 'quotation',
        place,
        original: sent,
        edited: text,
        authors,
        anchor: quotation.anchor,
        ...(quotation.from === undefined ? {} : { from: quotation.from }),
      })
    } else refusals.push({ kind: 'unwritable', place, original: null, edited: text, authors })
  }

  const written = [...gone].filter((block): block is WrittenBlock => block.kind === 'written')
  // What stands between blocks that were joined is gone with them.
  const joined = new Set(
    present.filter(isWritten).flatMap(({ blocks }) => {
      const all = ledger.blocks.slice(
        numbers.get(blocks[0] as LedgerBlock),
        (numbers.get(blocks.at(-1) as LedgerBlock) ?? -1) + 1,
      )
      return blocks.length > 1 ? all : []
    }),
  )
  chapters.delete(
    written.filter(block => !joined.has(block) && !tables.blocks.has(block)),
    new Set(written),
  )
  const lost = [...gone].filter(block => block.kind === 'quotation')
  if (lost.length > 0) {
    const anchor = lost[0]?.kind === 'quotation' ? lost[0].anchor : ''
    refusals.push({
      kind: 'quotations gone',
      place: placeOf(null),
      original: null,
      edited: '',
      authors: [],
      anchor,
      count: lost.length,
    })
  }
  const kept = new Set(
    present
      .flatMap(({ blocks }) => blocks)
      .flatMap(block => (block.kind === 'finding' ? [JSON.stringify(block.cell)] : [])),
  )
  for (const block of [...gone].filter((block): block is FindingBlock => block.kind === 'finding')) {
    if (kept.has(JSON.stringify(block.cell))) continue
    kept.add(JSON.stringify(block.cell))
    refusals.push({
      kind: 'finding gone',
      place: placeOf(null),
      original: block.words,
      edited: '',
      authors: [],
      cell: block.cell,
    })
  }

  const knownAs = (block: GeneratedBlock) => {
    const known = today.get(block)
    return known?.kind === 'generated' ? known : block
  }
  for (const { paragraph, block } of generated) {
    if (tables.paragraphs.has(paragraph)) continue
    const { words = '', original: recorded = '', authors = [] } = paragraphs[paragraph] ?? {}
    const { cell, chapter, from } = knownAs(block)
    const original = wordsOf(block) ?? (hashOfWords(recorded) === block.hash ? recorded : null)
    refusals.push({
      kind: 'generated',
      place: placeOf(paragraph),
      original: original && withoutField(original),
      edited: withoutField(words),
      authors: [...authors],
      ...(cell === undefined ? {} : { cell, finding: addedTo(original, words) }),
      ...(chapter === undefined ? {} : { chapter }),
      ...(from === undefined ? {} : { from }),
    })
  }

  // What is new in a cell of a matrix is told with its cell.
  const cellKeys = new Map<string, CellKey>()
  const cellName = (i: number) => {
    const place = paragraphs[i]?.cell
    return place ? `${place.table} ${place.row} ${place.column}` : ''
  }
  for (const [i, block] of generatedAt) {
    const { cell } = knownAs(block)
    if (cell !== undefined) cellKeys.set(cellName(i), cell)
  }
  const outside = inserted.filter(i => {
    const cell = cellKeys.get(cellName(i))
    if (cell === undefined || cellName(i) === '') return !tables.paragraphs.has(i)
    const { words = '', authors = [] } = paragraphs[i] ?? {}
    const place = placeOf(i)
    refusals.push({
      kind: 'generated',
      place,
      original: null,
      edited: words,
      authors: [...authors],
      cell,
      finding: words,
    })
    return false
  })

  // New paragraphs one after another go in together.
  const runs: number[][] = []
  for (const i of outside.sort((a, b) => a - b)) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const near = last !== undefined && paragraphs.slice(last + 1, i).every(({ words }) => words === '')
    if (run && near) run.push(i)
    else runs.push([i])
  }
  for (const run of runs) chapters.insert(run, neighbours(run[0] as number, run.at(-1) as number))

  return {
    edits: writer.edits,
    findings,
    refusals: [...writer.refusals, ...refusals],
    byWords,
    placeOf,
    blockAt(paragraph) {
      const block = matchOf.get(paragraph)?.blocks[0]
      return block?.kind === 'written' ? block : null
    },
  }
}
