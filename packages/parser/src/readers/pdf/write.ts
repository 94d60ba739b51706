import type { DraftBlock } from '../../draft.js'
import type { Extract, Pending } from '../../extract.js'
import type { Piece } from '../../traced.js'
import { isSpaced } from './fragment.js'
import { isRaised, type Line } from './lines.js'
import { labelsIn } from './notes.js'
import { isBold, isItalic, type Passage } from './passage.js'

/** What a line became in the extracted text. */
interface Written {
  pieces: Piece[]
  references: string[]
}

/** Writes what a document holds into the extracted text, in reading order, and remembers what came where. */
export class Writer {
  readonly pending: Pending[] = []
  private readonly roots = new Map<Passage, { pieces: Piece[]; references: string[] }>()

  /** @param labels  Of the notes of the document: their marks are taken out of the text. */
  constructor(
    private readonly extract: Extract,
    private readonly labels: ReadonlySet<string>,
  ) {}

  private line(line: Line, lead: number): Written {
    const pieces: Piece[] = []
    const references: string[] = []
    let start = this.extract.length
    let taken = 0
    const close = () => {
      if (this.extract.length > start) pieces.push({ start, end: this.extract.length })
    }
    line.fragments.forEach((fragment, i) => {
      const before = line.fragments[i - 1]
      const space = before && isSpaced(before, fragment) ? ' ' : ''
      const marks = taken >= lead && i > 0 && isRaised(fragment, line) ? labelsIn(fragment.text) : []
      if (marks.length > 0 && marks.every(mark => this.labels.has(mark))) {
        close()
        this.extract.append(`[${fragment.text.trim()}]`)
        references.push(...marks)
        start = this.extract.length
      } else {
        const text = space + fragment.text
        const cut = Math.min(text.length, Math.max(0, lead - taken))
        if (cut > 0) {
          // A sign that nobody knows stands for a bullet.
          this.extract.append(text.slice(0, cut).replace(/\p{Cc}/gu, ''))
          // A raised label stands close to its note; in the text it is a word of its own.
          if (taken + cut >= lead && !/\s$/.test(text.slice(0, cut))) this.extract.append(' ')
          start = this.extract.length
        }
        this.extract.append(text.slice(cut))
        taken += text.length
      }
    })
    const hyphenated = line.text.endsWith('\u00ad')
    if (hyphenated) close()
    this.extract.append('\n')
    if (!hyphenated) close()
    return { pieces, references }
  }

  /** A line at the head or the foot of a page, or across it. */
  furniture(line: Line, reason: string): void {
    const { pieces } = this.line(line, 0)
    const fields = { type: 'paragraph', furniture: reason, page: line.page } as const
    this.pending.push({ kind: 'block', pieces, fields, end: this.extract.length })
  }

  passage(one: Passage): void {
    if (one.cells) {
      this.table(one)
      return
    }
    const written = one.lines.map((line, i) => this.line(line, i === 0 ? one.lead : 0))
    const pieces = written.flatMap(line => line.pieces)
    const references = written.flatMap(line => line.references)
    const root = one.continues && this.roots.get(one.continues)
    if (root) {
      root.pieces.push(...pieces)
      root.references.push(...references)
      this.roots.set(one, root)
      return
    }
    this.roots.set(one, { pieces, references })
    this.pending.push({ kind: 'block', pieces, fields: { ...fieldsOf(one), references }, end: this.extract.length })
  }

  private table(one: Passage): void {
    const references: string[] = []
    const cells = (one.cells ?? []).map(row =>
      row.map(cell =>
        cell.flatMap(line => {
          const written = this.line(line, 0)
          references.push(...written.references)
          return written.pieces
        }),
      ),
    )
    this.pending.push({ kind: 'table', cells, fields: { ...fieldsOf(one), references, head: one.head } })
  }

  endPage(): void {
    this.extract.append('\f')
  }
}

function fieldsOf(one: Passage): Pick<DraftBlock, 'type'> & Partial<Omit<DraftBlock, 'text' | 'runs'>> {
  const { type, depth, marker, label, role, furniture, page } = one
  return { type, depth, marker, label, role, furniture, page, emphasised: isBold(one) || isItalic(one) }
}
