import { noteSign } from '@briefbook/ast'
import type { Element } from '../package/xml.js'
import { child, descendants, elementsIn, parseXml, textIn, value } from '../package/xml.js'
import { PackageError, type Part } from '../package/zip.js'
import { noteWords } from '../words/note.js'
import { type OpenComments, readComments } from './comments.js'
import {
  type EditedDocument,
  type EditedParagraph,
  type Item,
  type Marks,
  type TablePlace,
  unmarked,
} from './document.js'
import { isJoined, Paragraph } from './paragraph.js'
import { marksOf, type Style, stylesOf } from './styles.js'

/** Where the walk is: what is around a run. */
interface Place {
  link: string | null
  /** Whether what is here was put in or taken out by a recorded change. */
  change: 'in' | 'out' | null
}

const here: Place = { link: null, change: null }

/** A field between its beginning and its end (ISO/IEC 29500-1, 17.16.18). */
interface Field {
  instruction: string
  inResult: boolean
}

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

/** The rows of a table or the cells of a row, those of tables within it left out. */
function inside(element: Element, name: string): Element[] {
  return elementsIn(element).flatMap(node => {
    if (node.name === name) return [node]
    return wrappers.has(node.name) ? inside(node, name) : []
  })
}

const ours = /^_bb\d+$/
/** A field that says the number of a table or picture; what it leads to tells which. */
const ownReference = /^\s*REF\s+(_bbr_\w+)/
/** A reference that an editor put in: what it says is theirs. */
const foreign = /^\s*REF\s+(?!_bbr_)/

/** What a piece of a run says; null for what says nothing. */
function characterOf({ name, attributes }: Element): string | null {
  switch (name) {
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
      return attributes['w:type'] === undefined || attributes['w:type'] === 'textWrapping' ? '\n' : null
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '\u2011'
    default:
      return null
  }
}

class Reader {
  readonly paragraphs: EditedParagraph[] = []
  recorded = 0
  #tables = 0
  readonly #fields: Field[] = []
  /** Bookmarks of ours that are open, by the number that their end names. */
  readonly #open = new Map<string, string>()
  #current: Paragraph | null = null

  constructor(
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly links: ReadonlyMap<string, string>,
    private readonly notes: ReadonlyMap<string, Note>,
    private readonly comments: OpenComments,
    /** The numbers of the bookmarks that end somewhere; another ends with its paragraph. */
    private readonly ends: ReadonlySet<string>,
    /** Whose changes came with the document: what they put in is its text, what they took out is none of it. */
    private readonly own: string | undefined,
  ) {}

  blocks(parent: Element, cell: TablePlace | null, control: string | null): void {
    for (const element of elementsIn(parent)) this.#block(element, cell, control)
  }

  #block(element: Element, cell: TablePlace | null, control: string | null): void {
    switch (element.name) {
      case 'w:p':
        this.#paragraph(element, cell, control)
        break
      case 'w:tbl':
        this.#close()
        this.#table(element, control)
        break
      case 'w:sdt': {
        const tag = child(child(element, 'w:sdtPr'), 'w:tag')?.attributes['w:val'] ?? null
        const content = child(element, 'w:sdtContent')
        if (content) this.blocks(content, cell, tag !== null && ours.test(tag) ? tag : control)
        break
      }
      case 'w:bookmarkStart':
      case 'w:bookmarkEnd':
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        this.#range(element)
        break
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        this.blocks(element, cell, control)
        break
    }
  }

  #table(element: Element, control: string | null): void {
    const table = this.#tables++
    for (const [row, drawn] of inside(element, 'w:tr').entries()) {
      const gone = child(child(drawn, 'w:trPr'), 'w:del') !== undefined
      let column = 0
      for (const cell of inside(drawn, 'w:tc')) {
        this.blocks(cell, { table, row, column, gone }, control)
        this.#close()
        column += Number(value(child(cell, 'w:tcPr'), 'w:gridSpan') ?? 1)
      }
    }
  }

  /** Ends the paragraph that goes on, where something else than a paragraph follows. */
  #close(): void {
    if (this.#current !== null) this.paragraphs.push(this.#current.finish())
    this.#current = null
  }

  #paragraph(element: Element, cell: TablePlace | null, control: string | null): void {
    const paragraph = this.#current ?? new Paragraph(cell)
    this.#current = paragraph
    paragraph.take(element, this.styles, control)
    for (const id of this.#open.values()) paragraph.see(id)
    const mark = child(child(element, 'w:pPr'), 'w:rPr')
    for (const { name, attributes } of elementsIn(mark ?? element)) {
      if (mark && /^w:(ins|del|moveFrom|moveTo)$/.test(name)) this.#change(attributes['w:author'])
    }
    this.#inline(element, cell?.gone ? { ...here, change: 'out' } : here)
    for (const number of this.#open.keys()) if (!this.ends.has(number)) this.#open.delete(number)
    if (!isJoined(element)) this.#close()
  }

  #isOwn({ attributes }: Element): boolean {
    return this.own !== undefined && attributes['w:author'] === this.own
  }

  #change(author: string | undefined): void {
    if (this.own !== undefined && author === this.own) return
    this.recorded++
    if (author) this.#current?.authors.add(author)
  }

  #range(element: Element): void {
    if (element.name.startsWith('w:bookmark')) this.#bookmark(element)
    else this.comments.range(element, this.paragraphs.length)
  }

  #bookmark({ name, attributes }: Element): void {
    const number = attributes['w:id'] ?? ''
    const id = name === 'w:bookmarkStart' ? attributes['w:name'] : this.#open.get(number)
    if (id === undefined || !ours.test(id)) return
    if (name === 'w:bookmarkStart') {
      // LibreOffice begins one anew in each paragraph that it runs over, and ends it once.
      for (const [other, open] of this.#open) if (open === id) this.#open.delete(other)
      this.#open.set(number, id)
    }
    if (name === 'w:bookmarkEnd') this.#open.delete(number)
    this.#current?.see(id)
  }

  #inline(parent: Element, place: Place): void {
    for (const element of elementsIn(parent)) {
      const { name, attributes } = element
      switch (name) {
        case 'w:r':
          this.#run(element, place)
          break
        case 'w:ins':
        case 'w:moveTo':
          this.#change(attributes['w:author'])
          this.#inline(element, place.change === 'out' || this.#isOwn(element) ? place : { ...place, change: 'in' })
          break
        case 'w:del':
        case 'w:moveFrom':
          if (this.#isOwn(element)) break
          this.#change(attributes['w:author'])
          this.#inline(element, { ...place, change: 'out' })
          break
        case 'w:hyperlink': {
          const target = this.links.get(attributes['r:id'] ?? '')
          const anchor = attributes['w:anchor']
          this.#inline(element, { ...place, link: target ?? (anchor ? `#${anchor}` : null) })
          break
        }
        case 'w:bookmarkStart':
        case 'w:bookmarkEnd':
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
          this.#range(element)
          break
        case 'w:sdt':
          this.#inline(child(element, 'w:sdtContent') ?? element, place)
          break
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:bdo':
        case 'w:dir':
          this.#inline(element, place)
          break
        // A field in short: its result is inside (17.16.19).
        case 'w:fldSimple':
        case 'w:pPr':
          break
        case 'mc:AlternateContent':
          this.#inline(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback') ?? element, place)
          break
      }
    }
  }

  /** The link that a field makes of its result; undefined where what is here is a field's result and no link. */
  #field(): { link: string | null } | undefined {
    let link: string | null = null
    for (const { instruction, inResult } of this.#fields) {
      const address = /^\s*HYPERLINK\s+(?:\\l\s+"([^"]+)"|"([^"]+)")/.exec(instruction)
      if (inResult && foreign.test(instruction)) continue
      if (!inResult || address === null) return undefined
      link = address[1] === undefined ? (address[2] ?? null) : `#${address[1]}`
    }
    return { link }
  }

  #run(run: Element, place: Place): void {
    const properties = child(run, 'w:rPr')
    if (child(properties, 'w:rPrChange')) this.#change(child(properties, 'w:rPrChange')?.attributes['w:author'])
    for (const element of elementsIn(run)) {
      const { name, attributes } = element
      if (name === 'w:fldChar') this.#fieldCharacter(attributes['w:fldCharType'], place)
      else if (name === 'w:instrText') {
        const field = this.#fields.at(-1)
        if (field && !field.inResult) field.instruction += textIn(element)
      } else {
        const field = this.#field()
        if (field === undefined) continue
        const marks: Marks = { ...unmarked, ...marksOf(properties, this.styles), link: place.link ?? field.link }
        if (name === 'w:t') this.#text(textIn(element), marks, place)
        else if (name === 'w:delText') this.#text(textIn(element), marks, { ...place, change: 'out' })
        else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
          this.#text(noteSign, marks, place, this.notes.get(attributes['w:id'] ?? '') ?? noNote)
        } else {
          const character = characterOf(element)
          if (character !== null) this.#text(character, marks, place)
        }
      }
    }
  }

  #fieldCharacter(type: string | undefined, place: Place): void {
    if (type === 'begin') this.#fields.push({ instruction: '', inResult: false })
    else if (type === 'end') {
      const name = ownReference.exec(this.#fields.pop()?.instruction ?? '')?.[1]
      if (name !== undefined) this.#text(noteSign, unmarked, place, { ...noNote, note: name })
    } else {
      const field = this.#fields.at(-1)
      if (field) field.inResult = true
    }
  }

  #text(text: string, marks: Marks, { change }: Place, note?: Note): void {
    const paragraph = this.#current
    if (paragraph === null) return
    if (change !== 'in') paragraph.original += text
    if (change === 'out') return
    this.comments.words(text)
    for (const character of text) {
      if (character === '\u00ad') continue
      const item = { text: character, marks, ...note }
      paragraph.add(item, this.#open.values())
    }
  }
}

/** The addresses that a part leads to, by the ids of its relationships. */
function linksOf(part: Part, name: 'document' | 'footnotes'): ReadonlyMap<string, string> {
  const rels = `word/_rels/${name}.xml.rels`
  const xml = part(rels)
  if (xml === null) return new Map()
  return new Map(
    elementsIn(parseXml(xml, rels))
      .filter(({ attributes }) => attributes.TargetMode === 'External')
      .map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']),
  )
}

/** A footnote: its words as they are compared, and what it says. */
type Note = Required<Pick<Item, 'note' | 'inside'>>

const noNote: Note = { note: '', inside: { items: [], authors: [] } }

function noteOf(paragraphs: readonly EditedParagraph[]): Note {
  const items = paragraphs.flatMap((paragraph, i) => [
    ...(i === 0 ? [] : [{ text: ' ', marks: unmarked }]),
    ...paragraph.items,
  ])
  // The white space behind the note's number is the program's.
  const begin = items.findIndex(({ text }) => !/\s/.test(text))
  return {
    note: noteWords(paragraphs.map(paragraph => paragraph.words).join(' ')),
    inside: {
      items: begin < 0 ? [] : items.slice(begin),
      authors: [...new Set(paragraphs.flatMap(({ authors }) => authors))],
    },
  }
}

/** The footnotes by their ids: what a document of notes says, read as any paragraph. */
function notesOf(part: Part, styles: ReadonlyMap<string, Style>, own: string | undefined): ReadonlyMap<string, Note> {
  const xml = part('word/footnotes.xml')
  if (xml === null) return new Map()
  const links = linksOf(part, 'footnotes')
  return new Map(
    elementsIn(parseXml(xml, 'word/footnotes.xml')).map(note => {
      const reader = new Reader(
        styles,
        links,
        new Map(),
        readComments(() => null),
        new Set(),
        own,
      )
      reader.blocks(note, null, null)
      return [note.attributes['w:id'] ?? '', noteOf(reader.paragraphs)]
    }),
  )
}

/**
 * Reads a DOCX as its editors left it: paragraph by paragraph, changes accepted, with what tells which block of the book
 * each is.
 *
 * @param own  Whose tracked changes came with the document, and are no editor's. Default: nobody's.
 * @throws PackageError where it is no DOCX or its parts are damaged.
 */
export function readDocument(part: Part, own?: string): EditedDocument {
  const xml = part('word/document.xml')
  if (xml === null) throw new PackageError('The file is no Word document.')
  const body = child(parseXml(xml, 'word/document.xml'), 'w:body')
  if (!body) throw new PackageError('The file is no Word document.')
  const stylesXml = part('word/styles.xml')
  const styles = stylesOf(stylesXml === null ? null : parseXml(stylesXml, 'word/styles.xml'))
  const comments = readComments(part)
  const ends = new Set(descendants(body, 'w:bookmarkEnd').map(({ attributes }) => attributes['w:id'] ?? ''))
  const reader = new Reader(styles, linksOf(part, 'document'), notesOf(part, styles, own), comments, ends, own)
  // Something other than a paragraph ends what goes on.
  reader.blocks({ ...body, children: [...body.children, { name: 'w:tbl', attributes: {}, children: [] }] }, null, null)
  return { paragraphs: reader.paragraphs, comments: comments.finish(), recorded: reader.recorded }
}
