import { printNumber } from './number-format.js'
import type { NoteReference, Survey } from './survey.js'
import { child, elementsIn, value, type XmlElement } from './xml.js'

/** A footnote or endnote: its printed number or sign, and what it holds. */
export interface DocxNote {
  kind: 'footnote' | 'endnote'
  label: string
  content: XmlElement[]
}

/** The notes that a document refers to, in the order in which it does. */
export interface Notes {
  all: readonly DocxNote[]
  find(kind: DocxNote['kind'], id: string): DocxNote | undefined
}

/** Separators between text and notes are kept as notes of their own (ECMA-376 part 1, 17.11.23). */
const isReal = (note: XmlElement) => {
  const type = note.attributes['w:type']
  return type === undefined || type === 'normal'
}

interface Numbers {
  format: string
  start: number
  restart: string
}

/** How the notes of a section are numbered: as it says, or else the document, or else Word. */
function numbersOf(kind: DocxNote['kind'], section: XmlElement | undefined, settings: XmlElement | null): Numbers {
  const name = `w:${kind}Pr`
  const places = [child(section, name), child(settings ?? undefined, name)]
  const first = (property: string) => places.map(place => value(place, property)).find(found => found !== undefined)
  return {
    format: first('w:numFmt') ?? (kind === 'endnote' ? 'lowerRoman' : 'decimal'),
    start: Number(first('w:numStart') ?? '1') || 1,
    restart: first('w:numRestart') ?? 'continuous',
  }
}

/** A sign for a note whose own cannot be told. */
const anySign = '*'

/** Numbers the notes as Word prints them: by the order of the references, in the format of their section. */
export function readNotes(
  parts: { readonly [K in DocxNote['kind']]: XmlElement | null },
  { references, sections }: Survey,
  settings: XmlElement | null,
): Notes {
  const contents = { footnote: contentsOf(parts.footnote), endnote: contentsOf(parts.endnote) }
  const found = new Map<string, DocxNote>()
  const last: { [kind: string]: { number: number; at: NoteReference } } = {}
  for (const reference of references) {
    const { kind, id } = reference
    const key = `${kind} ${id}`
    const content = contents[kind].get(id)
    if (!content || found.has(key)) continue
    if (reference.mark !== null) {
      found.set(key, { kind, label: reference.mark || anySign, content })
      continue
    }
    const { format, start, restart } = numbersOf(kind, sections[reference.section], settings)
    const before = last[kind]
    const anew =
      before === undefined ||
      (restart === 'eachSect' && before.at.section !== reference.section) ||
      (restart === 'eachPage' && before.at.page !== reference.page)
    const number = anew ? start : before.number + 1
    last[kind] = { number, at: reference }
    found.set(key, { kind, label: printNumber(number, format), content })
  }
  return { all: [...found.values()], find: (kind, id) => found.get(`${kind} ${id}`) }
}

const contentsOf = (part: XmlElement | null) =>
  new Map(
    (part ? elementsIn(part) : [])
      .filter(isReal)
      .map(note => [note.attributes['w:id'] ?? '', elementsIn(note)] as const),
  )
