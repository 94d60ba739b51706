import type { Span, WrittenBlock } from '@briefbook/ast'
import { type EditedParagraph, type Item, unmarked } from '../document/document.js'
import type { Match } from '../recognise/recognise.js'
import { type BaseItem, itemsOf, paragraphEnd } from '../words/items.js'
import { writeWords } from '../words/write.js'
import type { Part } from './edit.js'
import { markerOf, nextMarker, prefixOf, removalOf } from './lines.js'
import { innerOf, type Writer } from './writer.js'

type WrittenMatch = { blocks: WrittenBlock[]; paragraphs: number[] }

/** The words of a paragraph without what the book puts before them: a number, a box. */
function withoutLead(items: readonly Item[], lead: string): Item[] {
  if (lead === '') return [...items]
  const text = items.map(item => item.text).join('')
  if (text.startsWith(lead)) return items.slice([...lead].length)
  // A number that an editor changed is still a number: it ends in a tab.
  const tab = items.findIndex(item => item.text === '\t')
  return lead.endsWith('\t') && tab >= 0 ? items.slice(tab + 1) : [...items]
}

const isGap = (text: string) => /^[\s>#*+\-\d.)[\]xX|]*$/.test(text)

/** Makes edits of what was recognised: what an editor did to the chapters, as changes of their files. */
export class ChapterEdits {
  constructor(private readonly writer: Writer) {}

  /** What was sent and is not there any more. */
  delete(blocks: readonly WrittenBlock[], gone: ReadonlySet<WrittenBlock>): void {
    for (const block of blocks) {
      const { file, type, item } = block
      const text = this.writer.text(file)
      const place = { heading: '', words: text.slice(...innerOf(block)) }
      const inItem = (other: WrittenBlock) =>
        item !== undefined &&
        other !== block &&
        other.file === file &&
        other.span[0] >= item[0] &&
        other.span[1] <= item[1]
      // What goes with the item around it needs no edit of its own.
      if (
        blocks.some(
          other =>
            other !== block &&
            other.item &&
            other.file === file &&
            other.item[0] <= block.span[0] &&
            block.span[1] <= other.item[1],
        )
      )
        continue
      const stays = this.writer.written.some(other => inItem(other) && !gone.has(other))
      if (stays) {
        this.writer.refusals.push({
          kind: 'unwritable',
          place,
          original: place.words,
          edited: '',
          authors: [],
          from: { file, span: block.span },
        })
        continue
      }
      const region = type === 'cell' ? innerOf(block) : removalOf(text, block)
      this.writer.edits.push({
        kind: 'deleted',
        parts: [{ file, region, text: '' }],
        place,
        authors: [],
        formatting: true,
      })
    }
  }

  /** Blocks with the paragraphs that they became, one or several of either. */
  change(match: WrittenMatch, to: { after: WrittenBlock | null; before: WrittenBlock | null } | null): void {
    const { paragraphs } = match
    const first = match.blocks[0] as WrittenBlock
    const { file } = first
    const text = this.writer.text(file)
    const blocks = this.#between(match)
    if (blocks === null) {
      this.writer.refuse('unwritable', paragraphs, null, { file, span: first.span })
      return
    }
    const region: Span = [innerOf(first)[0], innerOf(blocks.at(-1) as WrittenBlock)[1]]
    const base = blocks.flatMap((block, i): BaseItem[] => {
      const own = itemsOf(block.pieces, text)
      if (i === 0) return own
      const before = innerOf(blocks[i - 1] as WrittenBlock)[1]
      return [{ text: paragraphEnd, span: [before, innerOf(block)[0]], stack: [], unit: null }, ...own]
    })
    const inTable = first.type === 'cell'
    // A title is plain words: it takes in nothing that is shown by others.
    if (first.type === 'title' && blocks.length > paragraphs.length && base.some(item => item.unit !== null)) {
      this.writer.refuse('unwritable', paragraphs, text.slice(...region), { file, span: first.span })
      return
    }
    const lead = first.lead ?? ''
    const edited = paragraphs.flatMap((paragraph, i): Item[] => {
      const items = this.writer.paragraph(paragraph).items
      if (i === 0) return withoutLead(items, lead)
      return [{ text: inTable ? ' ' : paragraphEnd, marks: unmarked }, ...items]
    })
    this.writer.sameNotes(base, edited, paragraphs, first)
    const separator = (n: number) =>
      this.#separator(
        blocks[Math.min(n, blocks.length - 1)] as WrittenBlock,
        this.writer.paragraph(paragraphs[n + 1] ?? paragraphs[0] ?? 0),
      )
    let formatting = true
    const parts = this.writer.with(() => {
      const written = writeWords(base, edited, this.writer.writing(file, region, first.type, separator))
      if (written === null) return null
      formatting = written.formatting
      return [{ file, region, text: written.text }]
    })
    const [part, ...more] = parts ?? []
    if (part === undefined) {
      this.writer.refuse('unwritable', paragraphs, text.slice(...region), { file, span: first.span })
      return
    }
    const unchanged = part.text === text.slice(...region)
    if (!formatting && unchanged)
      this.writer.refuse('formatting', paragraphs, text.slice(...region), { file, span: first.span })
    const common = {
      place: this.writer.content.placeOf(paragraphs[0] ?? null),
      authors: this.writer.authors(paragraphs),
      formatting,
    }
    if (to !== null) {
      const outer = removalOf(text, first)
      const own = first.item ?? first.span
      const moved = text.slice(own[0], region[0]) + part.text + text.slice(region[1], own[1])
      const there = this.#insertion(to, [{ block: first, text: moved }])
      if (there)
        this.writer.edits.push({ kind: 'moved', parts: [{ file, region: outer, text: '' }, there, ...more], ...common })
      return
    }
    if (unchanged) return
    const kind = blocks.length < paragraphs.length ? 'split' : blocks.length > paragraphs.length ? 'joined' : 'changed'
    this.writer.edits.push({ kind, parts: [part, ...more], ...common })
  }

  /** The blocks from the first to the last of a match, where nothing else stands between them; else null. */
  #between({ blocks }: WrittenMatch): WrittenBlock[] | null {
    const [first, last] = [blocks[0], blocks.at(-1)]
    if (!first || !last || first.file !== last.file) return null
    const all = this.writer.written.slice(this.writer.written.indexOf(first), this.writer.written.indexOf(last) + 1)
    if (all.some(block => !blocks.includes(block) && this.writer.content.isThere(block))) return null
    const text = this.writer.text(first.file)
    const gaps = all.slice(1).map((block, i) => text.slice(innerOf(all[i] as WrittenBlock)[1], innerOf(block)[0]))
    return gaps.every(isGap) ? all : null
  }

  /** What stands between a paragraph and the one that was split from it. */
  #separator(block: WrittenBlock, next: EditedParagraph): string {
    const text = this.writer.text(block.file)
    const prefix = prefixOf(text, block)
    if (block.type === 'listItem' && next.list !== null) return `\n${prefix}${nextMarker(markerOf(text, block))}`
    const indent = block.type === 'listItem' ? ' '.repeat(markerOf(text, block).length) : ''
    const quote = prefix.includes('>') ? prefix.trimEnd() : ''
    return `\n${quote}\n${prefix}${indent}${this.#sign(next)}`
  }

  #sign({ heading, list }: EditedParagraph): string {
    if (heading > 0) return `${'#'.repeat(Math.max(2, heading - 1))} `
    return list === 'number' ? '1. ' : list === 'bullet' ? '- ' : ''
  }

  /** Where something new goes: behind a block, or before one. */
  #insertion(
    { after, before }: { after: WrittenBlock | null; before: WrittenBlock | null },
    pieces: readonly { block: WrittenBlock | null; text: string }[],
  ): Part | null {
    const neighbour = after ?? before
    if (!neighbour || neighbour.type === 'cell') return null
    const { file } = neighbour
    const text = this.writer.text(file)
    const prefix = prefixOf(text, neighbour)
    const quote = prefix.includes('>') ? prefix.trimEnd() : ''
    const isItem = (words: string) => /^(?:[-*+]|\d+[.)])\s/.test(words)
    const [start] = neighbour.item ?? neighbour.span
    // Right behind the words: what else an item holds follows what is new, as it does in the document.
    const end = neighbour.span[1]
    const goesOn = neighbour.item !== undefined && neighbour.item[1] > end
    const indent = goesOn ? ' '.repeat(markerOf(text, neighbour).length) : ''
    const between = (a: string, b: string) =>
      isItem(a) && isItem(b) ? `\n${prefix}` : `\n${quote}\n${prefix}${isItem(b) ? '' : indent}`
    const own = text.slice(start, end)
    const all = pieces.map(piece => piece.text)
    let put = ''
    if (after) {
      let last = own
      for (const words of all) {
        put += between(last, words) + words
        last = words
      }
      return { file, region: [end, end], text: put }
    }
    for (const [i, words] of all.entries()) put += words + between(words, all[i + 1] ?? own)
    return { file, region: [start, start], text: put }
  }

  /** Paragraphs that are new, one after another. */
  insert(paragraphs: readonly number[], at: { after: WrittenBlock | null; before: WrittenBlock | null }): void {
    const neighbour = at.after ?? at.before
    let formatting = true
    const parts =
      neighbour &&
      this.writer.with(() => {
        const text = this.writer.text(neighbour.file)
        const pieces = paragraphs.map(i => {
          const paragraph = this.writer.paragraph(i)
          const sign =
            paragraph.list !== null && neighbour.type === 'listItem'
              ? nextMarker(markerOf(text, neighbour))
              : this.#sign(paragraph)
          const written = writeWords(
            [],
            paragraph.items,
            this.writer.writing(neighbour.file, [0, 0], paragraph.heading > 0 ? 'heading' : 'paragraph', () => ''),
          )
          if (written === null) return null
          formatting &&= written.formatting
          return { block: null, text: sign + written.text.trim() }
        })
        const part = pieces.every(piece => piece !== null) ? this.#insertion(at, pieces) : null
        return part && [part]
      })
    if (!parts) {
      this.writer.refuse('unplaceable', paragraphs, null)
      return
    }
    const place = this.writer.content.placeOf(paragraphs[0] ?? null)
    this.writer.edits.push({ kind: 'inserted', parts, place, authors: this.writer.authors(paragraphs), formatting })
  }
}

/** Whether a match is of written blocks alone, all of one file. */
export const isWritten = (match: Match): match is Match & WrittenMatch =>
  match.blocks.length > 0 && match.blocks.every(block => block.kind === 'written')
