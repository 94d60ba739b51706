import { stack } from '../../lists.js'
import { roman } from './numbering.js'
import { elementsIn, type XmlElement } from './xml.js'

/** A footnote or endnote: its printed number and what it holds. */
export interface DocxNote {
  label: string
  content: XmlElement[]
}

/** Separators between text and notes are kept as notes of their own (ECMA-376 part 1, 17.11.23). */
const isReal = (note: XmlElement) => {
  const type = note.attributes['w:type']
  return type === undefined || type === 'normal'
}

/** The ids of the notes that the document refers to, in the order of the text: notes are numbered by it. */
function noteOrder(document: XmlElement, reference: string): string[] {
  const ids = new Set<string>()
  const open = [document]
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.name === reference && element.attributes['w:id'] !== undefined) ids.add(element.attributes['w:id'])
    // What was deleted is not counted.
    if (element.name !== 'w:del' && element.name !== 'w:moveFrom') stack(open, elementsIn(element))
  }
  return [...ids]
}

/** The notes of a part by id. Word numbers footnotes with figures and endnotes with small Roman numbers. */
export function readNotes(
  part: XmlElement | null,
  kind: 'footnote' | 'endnote',
  document: XmlElement,
): Map<string, DocxNote> {
  const notes = new Map<string, DocxNote>()
  const found = new Map(
    (part ? elementsIn(part) : []).filter(isReal).map(note => [note.attributes['w:id'] ?? '', note] as const),
  )
  let number = 0
  for (const id of noteOrder(document, `w:${kind}Reference`)) {
    const note = found.get(id)
    if (!note) continue
    number++
    notes.set(id, { label: kind === 'endnote' ? roman(number) : String(number), content: elementsIn(note) })
  }
  return notes
}
