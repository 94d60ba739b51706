import { symbolOf } from './symbols.js'
import { child, elementsIn, textOf, value, type XmlElement } from './xml.js'

/** A place that refers to a note. */
export interface NoteReference {
  kind: 'footnote' | 'endnote'
  id: string
  /** Counts the sections of the document from 0. */
  section: number
  /** Counts the pages as Word last laid them out, from 0. */
  page: number
  /** The sign that stands in place of a number, where the author set one. */
  mark: string | null
}

/** What has to be known of a document before it is read. */
export interface Survey {
  /** The marks (begin, separate, end) of fields that are whole: of another, nothing can be told from its text. */
  fieldMarks: ReadonlySet<XmlElement>
  references: NoteReference[]
  /** Properties of the sections, in order. */
  sections: XmlElement[]
  hasRenderedPages: boolean
}

/** What is not there any more, or is not text. */
const skipped: ReadonlySet<string> = new Set(
  'w:del w:moveFrom w:sectPrChange w:pPrChange w:rPrChange w:tblPrChange'.split(' '),
)

const isReference = ({ name }: XmlElement) => name === 'w:footnoteReference' || name === 'w:endnoteReference'

/** What an element shows where it can be part of a note's sign. */
export const signOf = (element: XmlElement): string =>
  element.name === 'w:sym' ? symbolOf(element) : element.name === 'w:t' ? textOf(element) : ''

/** The sign that an author set in place of a note's number: what follows the reference in its run. */
function markBehind(run: readonly XmlElement[], at: number): string {
  let mark = ''
  for (let i = at + 1; i < run.length; i++) {
    const element = run[i] as XmlElement
    if (isReference(element)) break
    mark += signOf(element)
  }
  return mark.trim()
}

const isCustom = (reference: XmlElement) => /^(?:1|true|on)$/.test(reference.attributes['w:customMarkFollows'] ?? '')

/** Goes through a part once, in the order of its text. */
export function survey(part: XmlElement): Survey {
  const fieldMarks = new Set<XmlElement>()
  const fields: XmlElement[][] = []
  const references: NoteReference[] = []
  const sections: XmlElement[] = []
  let page = 0
  const visit = (element: XmlElement, siblings: readonly XmlElement[], at: number) => {
    switch (element.name) {
      case 'w:fldChar': {
        const type = element.attributes['w:fldCharType']
        if (type === 'begin') fields.push([element])
        else fields.at(-1)?.push(element)
        if (type === 'end') for (const mark of fields.pop() ?? []) fieldMarks.add(mark)
        break
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
        const mark = isCustom(element) ? markBehind(siblings, at) : null
        references.push({ kind, id: element.attributes['w:id'] ?? '', section: sections.length, page, mark })
        break
      }
      case 'w:lastRenderedPageBreak':
        page++
        break
      case 'w:sectPr':
        sections.push(element)
        break
      default:
    }
  }
  const open: { siblings: readonly XmlElement[]; at: number }[] = [{ siblings: [part], at: 0 }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const { siblings, at } = top
    const element = siblings[at]
    if (!element) {
      open.pop()
      continue
    }
    top.at++
    if (skipped.has(element.name)) continue
    visit(element, siblings, at)
    if (element.name !== 'w:t') open.push({ siblings: elementsIn(element), at: 0 })
  }
  return { fieldMarks, references, sections, hasRenderedPages: page > 0 }
}

/** How many columns a section has. */
export const columnsOf = (section: XmlElement | undefined): number =>
  Number(child(section, 'w:cols')?.attributes['w:num'] ?? '1') || 1

/** Whether a section begins on a page of its own. */
export const beginsPage = (section: XmlElement | undefined): boolean =>
  section !== undefined && !/^(?:continuous|nextColumn)$/.test(value(section, 'w:type') ?? 'nextPage')
