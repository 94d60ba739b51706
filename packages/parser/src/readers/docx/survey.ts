import { stack } from '../../lists.js'
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

/** The sign that an author set in place of a note's number: what follows the reference in its run. */
function markBehind(run: readonly XmlElement[], reference: XmlElement): string {
  const text = run
    .slice(run.indexOf(reference) + 1)
    .map(element => (element.name === 'w:sym' ? symbolOf(element) : element.name === 'w:t' ? textOf(element) : ''))
  return text.join('').trim()
}

const isCustom = (reference: XmlElement) => /^(?:1|true|on)$/.test(reference.attributes['w:customMarkFollows'] ?? '')

/** Goes through a part once, in the order of its text. */
export function survey(part: XmlElement): Survey {
  const fieldMarks = new Set<XmlElement>()
  const fields: XmlElement[][] = []
  const references: NoteReference[] = []
  const sections: XmlElement[] = []
  let page = 0
  const visit = (element: XmlElement, siblings: readonly XmlElement[]) => {
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
        const mark = isCustom(element) ? markBehind(siblings, element) : null
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
  const open: { element: XmlElement; siblings: readonly XmlElement[] }[] = [{ element: part, siblings: [] }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, siblings } = next
    if (skipped.has(element.name)) continue
    visit(element, siblings)
    if (element.name === 'w:t') continue
    const inner = elementsIn(element)
    stack(
      open,
      inner.map(each => ({ element: each, siblings: inner })),
    )
  }
  return { fieldMarks, references, sections, hasRenderedPages: page > 0 }
}

/** How many columns a section has. */
export const columnsOf = (section: XmlElement | undefined): number =>
  Number(child(section, 'w:cols')?.attributes['w:num'] ?? '1') || 1

/** Whether a section begins on a page of its own. */
export const beginsPage = (section: XmlElement | undefined): boolean =>
  section !== undefined && !/^(?:continuous|nextColumn)$/.test(value(section, 'w:type') ?? 'nextPage')
