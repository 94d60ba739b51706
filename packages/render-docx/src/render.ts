import type { Book, Ledger, PageMap, PictureFile, Tokens } from '@briefbook/ast'
import { Document as DocxDocument, type ISectionOptions, Packer, type XmlComponent } from 'docx'
import { Comments } from './comments.js'
import { colophon, halfTitle } from './front/colophon.js'
import { contents, listOfFigures, listOfTables } from './front/contents.js'
import { cover } from './front/cover.js'
import { partNumber } from './front/part-number.js'
import { geometryOf } from './geometry.js'
import { handle } from './handlers/index.js'
import { idsOf } from './ids.js'
import { Notes } from './notes.js'
import { Numbering } from './numbering.js'
import type { EmbeddedFont } from './package/fonts.js'
import { finishPackage } from './package/index.js'
import { ledgerOf } from './package/ledger.js'
import { paragraph } from './paragraph.js'
import type { Reference } from './reference/read.js'
import { flowsOf, joined } from './sections/flow.js'
import { frameOf, partLine } from './sections/frame.js'
import { pageOf, type SectionPages } from './sections/page.js'
import { type Document, type DocxChart, State } from './state.js'
import { composeStyles } from './styles/index.js'
import { cleanTree } from './text/clean.js'
import { words } from './words.js'
import { Bookmarks, bookmarkNames } from './xml/bookmarks.js'
import { ExternalLinks } from './xml/links.js'
import { Revisions } from './xml/revisions.js'

export interface DocxOptions {
  /** Where the PDF has each id: the pages that contents and references show until Word counts its own. */
  pages?: PageMap
  /** The bytes of the pictures by their paths. */
  pictures?: { readonly [path: string]: PictureFile }
  /** The pictures that Briefbook draws, by their ids; one that is not here is told in words. */
  charts?: { readonly [id: string]: DocxChart }
  /** The faces that the file carries. Default: none; then other families stand in where these are not installed. */
  fonts?: readonly EmbeddedFont[]
  /** The files of the written chapters, which the document carries so that edits find their way home. Default: none. */
  chapters?: readonly { path: string; text: string }[]
  /** A house's own DOCX, whose styles, theme, heads and feet the document takes. Default: none. */
  reference?: Reference
}

function sectionsOf(state: State): ISectionOptions[] {
  const { book, tokens, geometry } = state.document
  const { strings, meta } = book
  const { print } = meta
  const begins = print.sides === 'double' ? 'rightPage' : 'page'
  const front: SectionPages = print.frontMatter === 'roman' ? { numbers: 'roman' } : {}
  const body: SectionPages = print.frontMatter === 'roman' ? { begins, numbers: 'from-1' } : { begins }
  const sections: ISectionOptions[] = []
  if (print.cover === 'page') {
    const children = [...cover(state), ...halfTitle(state), ...colophon(state)]
    sections.push({ properties: pageOf('portrait', tokens, geometry, front), children })
  }
  const inLists = state.at({ chapter: { title: strings.contents, file: null } })
  const lists = print.contents ? [...contents(inLists), ...listOfFigures(inLists), ...listOfTables(inLists)] : []
  if (lists.length > 0) {
    const properties = pageOf('portrait', tokens, geometry, front)
    // LibreOffice 7.4 loses the fields in the heads and feet of a section whose last paragraph ends a field.
    const children = [...lists, paragraph(state, 'Spacer', [])]
    sections.push({ ...frameOf([words(state, strings.contents)], true, state), properties, children })
  }
  // The cover has no frame; the first section that has one gives its left heads and feet to all others.
  const framed = (line: readonly XmlComponent[]) => frameOf(line, !sections.some(section => section.footers), state)
  if (!print.partPages) {
    const flows = flowsOf(book.children, state)
    if (print.cover === 'head') {
      flows.unshift(...joined([{ orientation: 'portrait', children: cover(state) }, ...flows.splice(0, 1)]))
      flows.push(...joined([...flows.splice(-1), { orientation: 'portrait', children: colophon(state) }]))
    }
    flows.forEach(({ orientation, children }, i) => {
      const frame = i === 0 ? framed([words(state, meta.title)]) : {}
      sections.push({ ...frame, properties: pageOf(orientation, tokens, geometry), children })
    })
    return sections
  }
  for (const [n, part] of book.children.entries()) {
    const title = `${partNumber(part.number, strings)}  ${part.title}`
    flowsOf([part], state).forEach(({ orientation, children }, i) => {
      const properties = pageOf(orientation, tokens, geometry, i > 0 ? {} : n === 0 ? body : { begins })
      const frame = i === 0 ? framed(partLine(title, state)) : {}
      sections.push({ ...frame, properties, children })
    })
  }
  return sections
}

/**
 * A book as a DOCX: everything in styles made of the tokens, contents and references as fields with their results
 * filled in, citations as footnotes. The same input gives the same bytes.
 *
 * @throws RangeError where the book's notes are not numbered from 1 in order.
 * @throws TypeError where the book holds a node of a kind that books do not have.
 */
export async function renderDocx(book: Book, tokens: Tokens, options: DocxOptions = {}): Promise<Uint8Array> {
  const { document, sections } = draw(book, tokens, options)
  const { book: clean, geometry, numbering, notes } = document
  const comments = document.comments.definitions()
  const file = new DocxDocument({
    sections,
    styles: composeStyles(tokens, geometry, clean.meta, document.tableSizesPt),
    numbering: numbering.definitions(geometry.besideMm),
    footnotes: notes.definitions(),
    ...(comments === undefined ? {} : { comments }),
  })
  return finishPackage(
    await Packer.pack(file, 'uint8array'),
    clean,
    tokens,
    options.fonts ?? [],
    ledgerOf(document, options.chapters ?? []),
    options.reference ?? null,
  )
}

/** What the DOCX of a book would say of its paragraphs, the words of all of them included. Throws as `renderDocx` does. */
export function composeLedger(book: Book, tokens: Tokens, options: Pick<DocxOptions, 'chapters'> = {}): Ledger {
  return ledgerOf(draw(book, tokens, options).document, options.chapters ?? [])
}

function draw(book: Book, tokens: Tokens, options: DocxOptions): { document: Document; sections: ISectionOptions[] } {
  const clean = cleanTree(book)
  const geometry = geometryOf(clean.meta.paper, tokens.page)
  const numbering = new Numbering()
  const notes = new Notes()
  const document: Document = {
    book: clean,
    tokens,
    geometry,
    pages: options.pages ?? {},
    pictures: options.pictures ?? {},
    charts: options.charts ?? {},
    handle,
    bookmarks: new Bookmarks(bookmarkNames(idsOf(clean))),
    links: new ExternalLinks(),
    notes,
    comments: new Comments(),
    revisions: new Revisions(clean.meta.redline),
    numbering,
    tableSizesPt: new Set(),
    captions: { Table: 0, Figure: 0 },
    pictureCount: 0,
    files: new Map((options.chapters ?? []).map(({ path, text }) => [path, text])),
    blocks: [],
  }
  return { document, sections: sectionsOf(State.of(document)) }
}
