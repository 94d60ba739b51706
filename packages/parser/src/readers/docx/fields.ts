import { textOf, type XmlElement } from './xml.js'

interface Field {
  code: string
  /** Whether its result has begun. */
  shown: boolean
  kind: 'contents' | 'link' | null
}

const kindOf = (code: string): Field['kind'] =>
  /^\s*(?:TOC|TOA|INDEX)\b/i.test(code) ? 'contents' : /^\s*HYPERLINK\b/i.test(code) ? 'link' : null

/** The fields that are open where the reading stands: a field can reach over paragraphs and hold others. */
export class Fields {
  private readonly open: Field[] = []
  private readonly marks: ReadonlySet<XmlElement>
  /** How many of the open fields are in their instruction, are a table of contents, are a link. */
  private readonly counts = { code: 0, contents: 0, link: 0 }

  /** @param marks  Those that belong to a whole field; others are passed over. */
  constructor(marks: ReadonlySet<XmlElement>) {
    this.marks = marks
  }

  mark(element: XmlElement): void {
    if (!this.marks.has(element)) return
    const type = element.attributes['w:fldCharType']
    if (type === 'begin') {
      this.open.push({ code: '', shown: false, kind: null })
      this.counts.code++
    } else if (type === 'end') {
      const last = this.open.pop()
      if (last && !last.shown) this.counts.code--
      if (last?.kind) this.counts[last.kind]--
    } else this.show(this.open.at(-1))
  }

  private show(field: Field | undefined): void {
    if (!field || field.shown) return
    field.shown = true
    field.kind = kindOf(field.code)
    this.counts.code--
    if (field.kind) this.counts[field.kind]++
  }

  code(element: XmlElement): void {
    const last = this.open.at(-1)
    if (last && !last.shown) last.code += textOf(element)
  }

  /** Whether what stands here is part of a field's instruction, which is not printed. */
  get inCode(): boolean {
    return this.counts.code > 0
  }

  /** Whether it is the result of a field that copies headings or entries of an index. */
  get inContents(): boolean {
    return this.counts.contents > 0
  }

  get inLink(): boolean {
    return this.counts.link > 0
  }
}
