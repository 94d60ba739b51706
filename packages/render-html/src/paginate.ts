import { createHash } from 'node:crypto'
import {
  type Book,
  type PageGroup,
  type PageMap,
  type PaginatedHtml,
  pageLabel,
  pageLabelRanges,
  papers,
} from '@briefbook/ast'
import { type Stretch, setNumbers } from './stretch.js'

/** A piece of a book: all before the first part, the opening of a part, or a chapter. */
interface Piece {
  id: string
  stretch: Stretch
  /** The name of the CSS page that it would be on alone. */
  page: string | null
}

export interface Pieces {
  /** All before the first part. */
  front: Stretch
  parts: { opener: Piece; chapters: Piece[] }[]
  /** What decides over the layout besides the pieces, such as the style sheet. */
  look: string
  mark: string
  fontFaces: string
}

/** Puts a document together: which of the chapters of each part it has, and whether a part is there at all. */
export type Assemble = (
  parts: readonly (readonly string[] | null)[],
  blanks: ReadonlySet<string>,
  end: string,
) => string

/** About as many characters as are on an A4 page of a briefing book: enough to tell how many digits a number has. */
const charactersAPage = 2300

const areaOf = (paper: keyof typeof papers) => papers[paper].widthMm * papers[paper].heightMm

/** The first group has no name: it begins with the first page. */
const firstGroup = ''

/** Whether a piece begins a page whatever the style sheet says: another named page than before does (CSS Paged Media 3, 7.1). */
const hasPageOfItsOwn = ({ stretch, page }: Piece) =>
  page !== null && new RegExp(`page:\\s*${page}\\b`).test(stretch.html)

/** All digits are as wide in a page number. */
const widthOf = (number: string) => number.replace(/\d/g, '0')

/** A book's HTML in pieces, as what a printer asks for. */
export function paginate(
  book: Book,
  { front, parts, look, mark, fontFaces }: Pieces,
  assemble: Assemble,
): PaginatedHtml {
  const first: Piece = { id: firstGroup, stretch: front, page: null }
  const pieces = [first, ...parts.flatMap(({ opener, chapters }) => [opener, ...chapters])]
  const links = new Set(pieces.flatMap(({ stretch }) => [...stretch.links]))
  const groups: { id: string; pieces: Piece[] }[] = []
  const groupOf = new Map<Piece, string>()
  for (const piece of pieces) {
    const last = groups.at(-1)
    // Where nothing links to its beginning no print tells where that is.
    if (!last || (hasPageOfItsOwn(piece) && links.has(piece.id))) groups.push({ id: piece.id, pieces: [piece] })
    else last.pieces.push(piece)
    groupOf.set(piece, groups.at(-1)?.id ?? firstGroup)
  }
  const idsOf = new Map(
    groups.map(group => [
      group.id,
      group.pieces.flatMap(({ stretch }) => [...stretch.ids.keys()]).filter(id => links.has(id)),
    ]),
  )

  const numbersOf = (pages: PageMap) => {
    const ranges = pageLabelRanges(book, pages)
    // What no print has told keeps the place of two digits.
    return (id: string) => {
      const page = Object.hasOwn(pages, id) ? pages[id] : undefined
      return page === undefined ? '00' : pageLabel(ranges, page)
    }
  }

  return {
    fontFaces,
    document: ({ pages, blanks }) => {
      const chapters = parts.map(part => part.chapters.map(({ stretch }) => stretch.html))
      return setNumbers(assemble(chapters, blanks, ''), mark, numbersOf(pages))
    },
    groups: pages => {
      const numberOf = numbersOf(pages)
      return groups.map(({ id, pieces }): PageGroup => {
        const hash = createHash('sha256').update(look)
        for (const { stretch } of pieces)
          hash.update(stretch.digest).update(stretch.numbers.map(target => widthOf(numberOf(target))).join(' '))
        return { id, key: hash.digest('hex'), ids: idsOf.get(id) ?? [] }
      })
    },
    excerpt: (pages, wanted) => {
      const present = new Set([...wanted, firstGroup])
      const isPresent = (piece: Piece) => present.has(groupOf.get(piece) ?? firstGroup)
      const chapters = parts.map(part => {
        if (part.chapters.some(isPresent)) present.add(groupOf.get(part.opener) ?? firstGroup)
        if (!isPresent(part.opener)) return null
        return part.chapters.filter(isPresent).map(({ stretch }) => stretch.html)
      })
      // A print tells only where that stands which something links to.
      const targets = [...present].flatMap(id => idsOf.get(id) ?? [])
      const end = `<div hidden>${targets.map(id => `<a href="#${id}"></a>`).join('')}</div>`
      const there = new Set(pieces.filter(isPresent).flatMap(({ stretch }) => [...stretch.ids.keys()]))
      // For a target that is not there the browser goes through the whole document, link by link.
      const html = assemble(chapters, new Set(), end).replace(
        /(\shref="#)([^"]+)"/g,
        (link, before: string, id: string) => (there.has(id) ? link : `${before}"`),
      )
      return { html: setNumbers(html, mark, numbersOf(pages)), groups: present }
    },
    guess: () => {
      const characters = (charactersAPage * areaOf(book.meta.paper)) / areaOf('A4')
      const pages: { [id: string]: number } = {}
      let page = 1
      for (const group of groups) {
        let count = 0
        for (const { stretch } of group.pieces) {
          const length = stretch.length / characters
          for (const [id, at] of stretch.ids) pages[id] = page + Math.floor(count + (at / stretch.html.length) * length)
          count += length
        }
        page += Math.ceil(count)
      }
      return pages
    },
  }
}
