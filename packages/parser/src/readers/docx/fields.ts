import { textOf, type XmlElement } from './xml.js'

interface Field {
  code: string
  /** Whether its result has begun. */
  shown: boolean
}

/** The fields that are open where the reading stands: a field can reach over paragraphs and hold others. */
export class Fields {
  private readonly open: Field[] = []
  private readonly marks: ReadonlySet<XmlElement>

  /** @param marks  Those that belong to a whole field; others are passed over. */
  constructor(marks: ReadonlySet<XmlElement>) {
    this.marks = marks
  }

  mark(element: XmlElement): void {
    if (!this.marks.has(element)) return
    const type = element.attributes['w:fldCharType']
    const last = this.open.at(-1)
    if (type === 'begin') this.open.push({ code: '', shown: false })
    else if (type === 'end') this.open.pop()
    else if (last) last.shown = true
  }

  code(element: XmlElement): void {
    const last = this.open.at(-1)
    if (last && !last.shown) last.code += textOf(element)
  }

  /** Whether what stands here is part of a field's instruction, which is not printed. */
  get inCode(): boolean {
    return this.open.some(field => !field.shown)
  }

  /** Whether it is the result of a field that copies headings or entries of an index. */
  get inContents(): boolean {
    return this.open.some(field => field.shown && /^\s*(?:TOC|TOA|INDEX)\b/i.test(field.code))
  }

  get inLink(): boolean {
    return this.open.some(field => field.shown && /^\s*HYPERLINK\b/i.test(field.code))
  }
}
