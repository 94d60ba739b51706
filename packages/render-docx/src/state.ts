import {
  type Book,
  type BookComment,
  type CellKey,
  type Direction,
  type DrawnChart,
  directionOfLanguage,
  type LedgerBlock,
  type PageMap,
  type Passage,
  type PictureFile,
  type Span,
  type Tokens,
} from '@briefbook/ast'
import type { FileChild, XmlComponent } from 'docx'
import type { Comments } from './comments.js'
import type { Geometry } from './geometry.js'
import type { Notes } from './notes.js'
import type { Numbering } from './numbering.js'
import type { ParagraphStyle } from './styles/index.js'
import type { Sequence } from './tables/caption.js'
import type { Bookmarks } from './xml/bookmarks.js'
import type { ExternalLinks } from './xml/links.js'
import type { Revision, Revisions } from './xml/revisions.js'

/** A picture that Briefbook draws, with its pixels for programs that show no SVG; null where nobody drew them. */
export interface DocxChart extends DrawnChart {
  png: Uint8Array | null
}

/** Any node; its handler is found by its type. */
export interface Node {
  readonly type: string
}

/** Draws any node of its kind: the tables of handlers, behind one function each. */
export interface Handle {
  block(node: Node, state: State): FileChild[]
  phrasing(node: Node, state: State): XmlComponent[]
}

/** What is the same everywhere in a document, and what is collected while it is drawn. */
export interface Document {
  readonly book: Book
  readonly tokens: Tokens
  readonly geometry: Geometry
  readonly pages: PageMap
  readonly pictures: { readonly [path: string]: PictureFile }
  readonly charts: { readonly [id: string]: DocxChart }
  readonly handle: Handle
  readonly bookmarks: Bookmarks
  readonly links: ExternalLinks
  readonly notes: Notes
  readonly comments: Comments
  readonly revisions: Revisions
  readonly numbering: Numbering
  /** The sizes of type of the tables drawn so far. */
  readonly tableSizesPt: Set<number>
  /** The last numbers of the captions drawn so far. */
  readonly captions: { [sequence in Sequence]: number }
  /** How many pictures are drawn so far. */
  pictureCount: number
  /** The texts of the chapters' files, by their paths. */
  readonly files: ReadonlyMap<string, string>
  /** What each paragraph drawn so far is. */
  readonly blocks: LedgerBlock[]
}

/** How the words around a node are marked. */
export interface Marks {
  readonly emphasis: boolean
  readonly strong: boolean
  readonly deleted: boolean
  readonly link: 'internal' | 'external' | null
}

/** Where in the tree a handler is. */
export interface Place {
  /** Of paragraphs that have no style of their own. */
  readonly style: ParagraphStyle
  readonly marks: Marks
  /** BCP 47 tag. */
  readonly language: string
  readonly direction: Direction
  /** How many lists are around; 0 outside of lists. */
  readonly listDepth: number
  /** Whether the contents list the sections of the chapter. */
  readonly listsSections: boolean
  /** Whether a footnote is being drawn: Word knows no note to a note. */
  readonly inNote: boolean
  /** Those on the blocks around. */
  readonly comments: readonly BookComment[]
  /** The chapter, or what stands in its place; null outside of the text of the book: contents, heads and feet. */
  readonly chapter: { readonly title: string; readonly file: string | null } | null
  /** The cell of a matrix. */
  readonly cell: CellKey | null
  /** What in the chapter's file asks for generated words. */
  readonly from: Span | null
  /** Whether the words are new, or gone, since the edition that the book is set against. */
  readonly revision: Revision | null
}

const unmarked: Marks = { emphasis: false, strong: false, deleted: false, link: null }

/** What a handler gets beside its node: the document, where it is, and the way to draw what is in the node. */
export class State {
  private constructor(
    readonly document: Document,
    readonly place: Place,
  ) {}

  static of(document: Document): State {
    const { language } = document.book.meta
    return new State(document, {
      style: 'BodyText',
      marks: unmarked,
      language,
      direction: directionOfLanguage(language),
      listDepth: 0,
      listsSections: true,
      inNote: false,
      comments: [],
      chapter: null,
      cell: null,
      from: null,
      revision: null,
    })
  }

  /** The same document at another place. */
  at(place: Partial<Place>): State {
    return new State(this.document, { ...this.place, ...place })
  }

  marked(marks: Partial<Marks>): State {
    return this.at({ marks: { ...this.place.marks, ...marks } })
  }

  unmarked(): State {
    return this.at({ marks: unmarked })
  }

  /** In the words of a source, whose language and direction may not be the book's. */
  quoting({ language, direction }: Pick<Passage, 'language' | 'direction'>): State {
    return this.at({
      ...(language === undefined ? {} : { language, direction: directionOfLanguage(language) }),
      ...(direction === undefined ? {} : { direction }),
    })
  }

  get rightToLeft(): boolean {
    return this.place.direction === 'rtl'
  }

  /** Whether the words run the other way than the book. */
  get reversed(): boolean {
    return this.place.direction !== directionOfLanguage(this.document.book.meta.language)
  }

  blocks(nodes: readonly Node[]): FileChild[] {
    return nodes.flatMap(node => this.document.handle.block(node, this))
  }

  phrasing(nodes: readonly Node[]): XmlComponent[] {
    return nodes.flatMap(node => this.document.handle.phrasing(node, this))
  }
}
