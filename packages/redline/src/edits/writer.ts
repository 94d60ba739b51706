import { hashOfWords, type Ledger, type LedgerPiece, type Span, type WrittenBlock } from '@briefbook/ast'
import type { EditedDocument, EditedParagraph, Item } from '../document/document.js'
import { type BaseItem, itemsOf } from '../words/items.js'
import { noteWords } from '../words/note.js'
import { type Writing, writeWords } from '../words/write.js'
import type { Content } from './content.js'
import type { Edit, Part, Refusal } from './edit.js'

/** The words of a block in its file, without the signs around them. */
export const innerOf = ({ pieces, span }: WrittenBlock): Span => [
  pieces[0]?.span[0] ?? span[0],
  pieces.at(-1)?.span[1] ?? span[1],
]

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

/** Writes edits of the chapters: what they share, and the footnotes that words bring along. */
export class Writer {
  readonly edits: Edit[] = []
  readonly refusals: Refusal[] = []
  readonly #files: ReadonlyMap<string, string>
  readonly written: readonly WrittenBlock[]
  readonly #notes = new Map<string, string>()
  /** Footnotes that an edit brings along. */
  #footnotes: { file: string; label: string; words: string }[] = []

  constructor(
    ledger: Ledger,
    readonly document: EditedDocument,
    readonly content: Content,
  ) {
    this.#files = new Map(ledger.files.map(({ path, text }) => [path, text]))
    this.written = ledger.blocks.filter(block => block.kind === 'written')
    const learn = (pieces: readonly LedgerPiece[], text: string) => {
      for (const piece of pieces) {
        if (piece.type === 'note') this.#notes.set(noteWords(piece.shown), text.slice(...piece.span).trim())
        if (piece.type === 'mark') learn(piece.children, text)
      }
    }
    for (const { file, pieces } of this.written) learn(pieces, this.text(file))
  }

  /** A chapter as it was sent; empty where there is none. */
  text(file: string): string {
    return this.#files.get(file) ?? ''
  }

  paragraph(i: number): EditedParagraph {
    return this.document.paragraphs[i] as EditedParagraph
  }

  /** How words are written into a stretch of a chapter. */
  writing(file: string, region: Span, type: WrittenBlock['type'], separator: Writing['separator']): Writing {
    return {
      file: this.text(file),
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
            this.writing(file, [0, 0], 'paragraph', () => ' '),
          )
        this.#footnotes.push({ file, label, words: written?.text ?? words })
        return `[^${label}]`
      },
    }
  }

  /** Runs what writes, and gives with it the footnotes that it needed. */
  with(parts: () => Part[] | null): Part[] | null {
    this.#footnotes = []
    const made = parts()
    if (made === null) return null
    const notes = [...new Map(this.#footnotes.map(note => [note.file + note.label, note])).values()]
    return [
      ...made,
      ...notes.map(({ file, label, words }): Part => {
        const text = this.text(file)
        const end: Span = [text.length, text.length]
        return { file, region: end, text: `${text.endsWith('\n') ? '' : '\n'}\n[^${label}]: ${words}\n` }
      }),
    ]
  }

  /** Something that an editor did to paragraphs is not done. */
  refuse(kind: Refusal['kind'], paragraphs: readonly number[], original: string | null, from?: Refusal['from']): void {
    this.refusals.push({
      kind,
      place: this.content.placeOf(paragraphs[0] ?? null),
      original,
      edited: paragraphs.map(i => this.paragraph(i).words).join('\n'),
      authors: paragraphs.flatMap(i => this.paragraph(i).authors),
      ...(from === undefined ? {} : { from }),
    })
  }

  /** Who changed paragraphs, as far as that was recorded. */
  authors(paragraphs: readonly number[]): string[] {
    return [...new Set(paragraphs.flatMap(i => this.paragraph(i).authors))]
  }

  /** A note whose words an editor changed is still that note: an analyst's is changed where it stands, a citation is not. */
  sameNotes(base: BaseItem[], edited: Item[], paragraphs: readonly number[], { file }: WrittenBlock): void {
    for (const [known, i] of renamedNotes(base, edited)) {
      const item = edited[i] as Item
      if (!this.#changeNote(known, item, file, paragraphs)) {
        this.refusals.push({
          kind: 'citation',
          place: this.content.placeOf(paragraphs[0] ?? null),
          original: known.note ?? null,
          edited: item.note ?? '',
          authors: this.authors(paragraphs),
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
    const text = this.text(file)
    const region: Span = [first.span[0], last.span[1]]
    const base = itemsOf(children, text)
    const written = writeWords(
      base,
      inside.items,
      this.writing(file, region, 'paragraph', () => ' '),
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
}
