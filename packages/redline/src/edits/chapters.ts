import { hashOfWords, type Ledger, type LedgerPiece, type Span, type WrittenBlock } from '@briefbook/ast'
import type { EditedDocument, EditedParagraph, Item } from '../document/document.js'
import { unmarked } from '../document/document.js'
import type { Match } from '../recognise/recognise.js'
import { type BaseItem, itemsOf, paragraphEnd } from '../words/items.js'
import { noteWords } from '../words/note.js'
import { type Writing, writeWords } from '../words/write.js'
import type { Content } from './content.js'
import type { Edit, Part, Refusal } from './edit.js'
import { type Grid, type NewRow, writeGrid } from './grid.js'
import { markerOf, nextMarker, prefixOf, removalOf } from './lines.js'
import type { ChangedTable } from './tables.js'

type WrittenMatch = { blocks: WrittenBlock[]; paragraphs: number[] }

const innerOf = ({ pieces, span }: WrittenBlock): Span => [
  pieces[0]?.span[0] ?? span[0],
  pieces.at(-1)?.span[1] ?? span[1],
]

/** The words of a paragraph without what the book puts before them: a number, a box. */
function withoutLead(items: readonly Item[], lead: string): Item[] {
  if (lead === '') return [...items]
  const text = items.map(item => item.text).join('')
  if (text.startsWith(lead)) return items.slice([...lead].length)
  // A number that an editor changed is still a number: it ends in a tab.
  const tab = items.findIndex(item => item.text === '\t')
  return lead.endsWith('\t') && tab >= 0 ? items.slice(tab + 1) : [...items]
}

/** Notes that were sent with other words than they came back with, each with where it stands now, by their order. */
function renamedNotes(base: readonly BaseItem[], edited: readonly Item[]): [BaseItem, number][] {
  // A reference to a table leads where it leads.
  const isReference = (note: string) => note.startsWith('_bbr_')
  const came = edited.flatMap((item, i) =>
    item.note === undefined || isReference(item.note) ? [] : [{ words: item.note, i }],
  )
  const left = [...came]
  const lost = base.filter(({ note }) => {
    const at = note === undefined || isReference(note) ? -2 : left.findIndex(({ words }) => words === note)
    if (at >= 0) left.splice(at, 1)
    return at === -1
  })
  return lost.length === left.length ? lost.map((known, n) => [known, left[n]?.i ?? 0]) : []
}

const isGap = (text: string) => /^[\s>#*+\-\d.)[\]xX|]*$/.test(text)

/** Makes edits of what was recognised: what an editor did to the chapters, as changes of their files. */
export class ChapterEdits {
  readonly edits: Edit[] = []
  readonly refusals: Refusal[] = []
  readonly #files: ReadonlyMap<string, string>
  readonly #written: readonly WrittenBlock[]
  readonly #notes = new Map<string, string>()
  /** Footnotes that an edit brings along. */
  #footnotes: { file: string; label: string; words: string }[] = []

  constructor(
    ledger: Ledger,
    private readonly document: EditedDocument,
    private readonly content: Content,
  ) {
    this.#files = new Map(ledger.files.map(({ path, text }) => [path, text]))
    this.#written = ledger.blocks.filter(block => block.kind === 'written')
    const learn = (pieces: readonly LedgerPiece[], text: string) => {
      for (const piece of pieces) {
        if (piece.type === 'note') this.#notes.set(noteWords(piece.shown), text.slice(...piece.span).trim())
        if (piece.type === 'mark') learn(piece.children, text)
      }
    }
    for (const { file, pieces } of this.#written) learn(pieces, this.#text(file))
  }

  #text(file: string): string {
    return this.#files.get(file) ?? ''
  }

  #paragraph(i: number): EditedParagraph {
    return this.document.paragraphs[i] as EditedParagraph
  }

  #writing(file: string, region: Span, type: WrittenBlock['type'], separator: Writing['separator']): Writing {
    return {
      file: this.#text(file),
      region,
      separator,
      inTable: type === 'cell',
      oneLine: type === 'cell' || type === 'heading' || type === 'title',
      plain: type === 'title',
      link: target => this.content.link(target),
      note: ({ note: words = '', inside }) => {
        const known = this.#notes.get(words)
        if (known !== undefined) return /^\[[\^\]]/.test(known) ? known : ` ${known}`
        // A citation that an editor typed as chapters have it is one.
        if (/(?<![\p{L}\p{N}])@[\p{L}\p{N}]/u.test(words)) return ` [${words.replace(/^\[|\]$/g, '')}]`
        const label = `note-${hashOfWords(words)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, '')}`
        const written =
          inside &&
          writeWords(
            [],
            inside.items,
            this.#writing(file, [0, 0], 'paragraph', () => ' '),
          )
        this.#footnotes.push({ file, label, words: written?.text ?? words })
        return `[^${label}]`
      },
    }
  }

  /** Runs what writes, and gives with it the footnotes that it needed. */
  #with(parts: () => Part[] | null): Part[] | null {
    this.#footnotes = []
    const made = parts()
    if (made === null) return null
    const notes = [...new Map(this.#footnotes.map(note => [note.file + note.label, note])).values()]
    return [
      ...made,
      ...notes.map(({ file, label, words }): Part => {
        const text = this.#text(file)
        const end: Span = [text.length, text.length]
        return { file, region: end, text: `${text.endsWith('\n') ? '' : '\n'}\n[^${label}]: ${words}\n` }
      }),
    ]
  }

  #refuse(kind: Refusal['kind'], paragraphs: readonly number[], original: string | null, from?: Refusal['from']): void {
    this.refusals.push({
      kind,
      place: this.content.placeOf(paragraphs[0] ?? null),
      original,
      edited: paragraphs.map(i => this.#paragraph(i).words).join('\n'),
      authors: paragraphs.flatMap(i => this.#paragraph(i).authors),
      ...(from === undefined ? {} : { from }),
    })
  }

  #authors(paragraphs: readonly number[]): string[] {
    return [...new Set(paragraphs.flatMap(i => this.#paragraph(i).authors))]
  }

  /** What was sent and is not there any more. */
  delete(blocks: readonly WrittenBlock[], gone: ReadonlySet<WrittenBlock>): void {
    for (const block of blocks) {
      const { file, type, item } = block
      const text = this.#text(file)
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
      const stays = this.#written.some(other => inItem(other) && !gone.has(other))
      if (stays) {
        this.refusals.push({
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
      this.edits.push({ kind: 'deleted', parts: [{ file, region, text: '' }], place, authors: [], formatting: true })
    }
  }

  /** Blocks with the paragraphs that they became, one or several of either. */
  change(match: WrittenMatch, to: { after: WrittenBlock | null; before: WrittenBlock | null } | null): void {
    const { paragraphs } = match
    const first = match.blocks[0] as WrittenBlock
    const { file } = first
    const text = this.#text(file)
    const blocks = this.#between(match)
    if (blocks === null) {
      this.#refuse('unwritable', paragraphs, null, { file, span: first.span })
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
      this.#refuse('unwritable', paragraphs, text.slice(...region), { file, span: first.span })
      return
    }
    const lead = first.lead ?? ''
    const edited = paragraphs.flatMap((paragraph, i): Item[] => {
      const items = this.#paragraph(paragraph).items
      if (i === 0) return withoutLead(items, lead)
      return [{ text: inTable ? ' ' : paragraphEnd, marks: unmarked }, ...items]
    })
    this.#sameNotes(base, edited, paragraphs, first)
    const separator = (n: number) =>
      this.#separator(
        blocks[Math.min(n, blocks.length - 1)] as WrittenBlock,
        this.#paragraph(paragraphs[n + 1] ?? paragraphs[0] ?? 0),
      )
    let formatting = true
    const parts = this.#with(() => {
      const written = writeWords(base, edited, this.#writing(file, region, first.type, separator))
      if (written === null) return null
      formatting = written.formatting
      return [{ file, region, text: written.text }]
    })
    const [part, ...more] = parts ?? []
    if (part === undefined) {
      this.#refuse('unwritable', paragraphs, text.slice(...region), { file, span: first.span })
      return
    }
    const unchanged = part.text === text.slice(...region)
    if (!formatting && unchanged)
      this.#refuse('formatting', paragraphs, text.slice(...region), { file, span: first.span })
    const common = {
      place: this.content.placeOf(paragraphs[0] ?? null),
      authors: this.#authors(paragraphs),
      formatting,
    }
    if (to !== null) {
      const outer = removalOf(text, first)
      const own = first.item ?? first.span
      const moved = text.slice(own[0], region[0]) + part.text + text.slice(region[1], own[1])
      const there = this.#insertion(to, [{ block: first, text: moved }])
      if (there)
        this.edits.push({ kind: 'moved', parts: [{ file, region: outer, text: '' }, there, ...more], ...common })
      return
    }
    if (unchanged) return
    const kind = blocks.length < paragraphs.length ? 'split' : blocks.length > paragraphs.length ? 'joined' : 'changed'
    this.edits.push({ kind, parts: [part, ...more], ...common })
  }

  /** A table that is not there any more, with the lines that it stood in. */
  deleteTable({ file, span }: Grid): void {
    const text = this.#text(file)
    const place = {
      heading: '',
      words:
        text
          .slice(...span)
          .split('\n')[0]
          ?.trim() ?? '',
    }
    const parts = [{ file, region: removalOf(text, { span }), text: '' }]
    this.edits.push({ kind: 'deleted', parts, place, authors: [], formatting: true })
  }

  /** A table with other rows or columns, or with words in cells that had none. */
  changeTable({ grid, columns, rows }: ChangedTable): void {
    const { file, span } = grid
    const text = this.#text(file)
    const paragraphs = rows.flatMap(({ cells }) => cells.flat())
    let formatting = true
    const cellOf = (row: number | null, column: number | null, at: readonly number[]): string | null => {
      const raw = row === null || column === null ? undefined : grid.rows[row]?.cells[column]
      const block = row === null || column === null ? null : (grid.blocks[row]?.[column] ?? null)
      if (block === null && at.length === 0) return raw ? text.slice(...raw) : '  '
      const region: Span = block === null ? [0, 0] : innerOf(block)
      const base = block === null ? [] : itemsOf(block.pieces, text)
      const edited = at.flatMap((paragraph, i): Item[] => [
        ...(i === 0 ? [] : [{ text: ' ', marks: unmarked }]),
        ...this.#paragraph(paragraph).items,
      ])
      if (block !== null) this.#sameNotes(base, edited, at, block)
      const written = writeWords(
        base,
        edited,
        this.#writing(file, region, 'cell', () => ' '),
      )
      if (written === null) return null
      formatting &&= written.formatting
      if (block === null || !raw) return ` ${written.text.trim()} `
      return text.slice(raw[0], region[0]) + written.text + text.slice(region[1], raw[1])
    }
    const parts = this.#with(() => {
      const lines: NewRow[] = []
      for (const { row, cells } of rows) {
        const own = cells.map((at, c) => cellOf(row, columns[c] ?? null, at))
        if (!own.every(cell => cell !== null)) return null
        // Cells beyond the head's are in the file and nowhere else.
        const beyond = row === null ? [] : (grid.rows[row]?.cells.slice(grid.delimiter.cells.length) ?? [])
        lines.push({
          row: row === null ? null : (grid.rows[row] ?? null),
          cells: [...own, ...beyond.map(cell => text.slice(...cell))],
        })
      }
      const rules = columns.map(column => {
        const raw = column === null ? undefined : grid.delimiter.cells[column]
        return raw ? text.slice(...raw) : ' --- '
      })
      return [{ file, region: span, text: writeGrid(grid, rules, lines) }]
    })
    if (parts === null) {
      this.#refuse('unwritable', paragraphs, text.slice(...span), { file, span })
      return
    }
    const isNew = rows.find(({ row }) => row === null)?.cells.flat()[0]
    this.edits.push({
      kind: 'changed',
      parts,
      place: this.content.placeOf(isNew ?? paragraphs[0] ?? null),
      authors: this.#authors(paragraphs),
      formatting,
    })
  }

  /** The blocks from the first to the last of a match, where nothing else stands between them; else null. */
  #between({ blocks }: WrittenMatch): WrittenBlock[] | null {
    const [first, last] = [blocks[0], blocks.at(-1)]
    if (!first || !last || first.file !== last.file) return null
    const all = this.#written.slice(this.#written.indexOf(first), this.#written.indexOf(last) + 1)
    if (all.some(block => !blocks.includes(block) && this.content.isThere(block))) return null
    const text = this.#text(first.file)
    const gaps = all.slice(1).map((block, i) => text.slice(innerOf(all[i] as WrittenBlock)[1], innerOf(block)[0]))
    return gaps.every(isGap) ? all : null
  }

  /** A note whose words an editor changed is still that note: an analyst's is changed where it stands, a citation is not. */
  #sameNotes(base: BaseItem[], edited: Item[], paragraphs: readonly number[], { file }: WrittenBlock): void {
    for (const [known, i] of renamedNotes(base, edited)) {
      const item = edited[i] as Item
      if (!this.#changeNote(known, item, file, paragraphs)) {
        this.refusals.push({
          kind: 'citation',
          place: this.content.placeOf(paragraphs[0] ?? null),
          original: known.note ?? null,
          edited: item.note ?? '',
          authors: this.#authors(paragraphs),
          from: { file, span: known.span },
        })
      }
      edited[i] = { ...item, note: known.note ?? '' }
    }
  }

  /** The words of a footnote that an analyst wrote; false where they are a citation's, or Markdown cannot say them. */
  #changeNote({ unit }: BaseItem, { inside }: Item, file: string, paragraphs: readonly number[]): boolean {
    if (unit?.type !== 'note' || !inside || inside.items.length === 0) return false
    const { children = [] } = unit
    const [first, last] = [children[0], children.at(-1)]
    if (!first || !last) return false
    const text = this.#text(file)
    const region: Span = [first.span[0], last.span[1]]
    const base = itemsOf(children, text)
    const written = writeWords(
      base,
      inside.items,
      this.#writing(file, region, 'paragraph', () => ' '),
    )
    // A citation in a footnote stays one.
    const cites = base.map(item => text.slice(...item.span).trim()).filter(raw => /^\[.*@/s.test(raw))
    if (written === null || written.text === '' || cites.some(raw => !written.text.includes(raw))) return false
    this.edits.push({
      kind: 'changed',
      parts: [{ file, region, text: written.text }],
      place: this.content.placeOf(paragraphs[0] ?? null),
      authors: inside.authors,
      formatting: written.formatting,
    })
    return true
  }

  /** What stands between a paragraph and the one that was split from it. */
  #separator(block: WrittenBlock, next: EditedParagraph): string {
    const text = this.#text(block.file)
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
    const text = this.#text(file)
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
      this.#with(() => {
        const text = this.#text(neighbour.file)
        const pieces = paragraphs.map(i => {
          const paragraph = this.#paragraph(i)
          const sign =
            paragraph.list !== null && neighbour.type === 'listItem'
              ? nextMarker(markerOf(text, neighbour))
              : this.#sign(paragraph)
          const written = writeWords(
            [],
            paragraph.items,
            this.#writing(neighbour.file, [0, 0], paragraph.heading > 0 ? 'heading' : 'paragraph', () => ''),
          )
          if (written === null) return null
          formatting &&= written.formatting
          return { block: null, text: sign + written.text.trim() }
        })
        const part = pieces.every(piece => piece !== null) ? this.#insertion(at, pieces) : null
        return part && [part]
      })
    if (!parts) {
      this.#refuse('unplaceable', paragraphs, null)
      return
    }
    const place = this.content.placeOf(paragraphs[0] ?? null)
    this.edits.push({ kind: 'inserted', parts, place, authors: this.#authors(paragraphs), formatting })
  }
}

/** Whether a match is of written blocks alone, all of one file. */
export const isWritten = (match: Match): match is Match & WrittenMatch =>
  match.blocks.length > 0 && match.blocks.every(block => block.kind === 'written')
