import { type Book, type Chapter, type ContentsEntry, type Part, pageRuns, titleText } from '@briefbook/ast'
import { pageName, partPageName } from '../css/pages.js'
import { pageNumber, type RenderState } from '../state.js'
import { rendered } from '../template.js'

/** The cover and the half-title see this. */
export function coverView(state: RenderState): object {
  const { meta, strings } = state.book
  const words = (value: string | null) =>
    value === null || value === '' ? '' : rendered(state.inline([{ type: 'text', value }]))
  return {
    title: words(meta.title),
    subtitle: words(meta.subtitle),
    organisation: words(meta.organisation),
    authors: meta.authors.map(words),
    edition: meta.edition ?? '',
    date: meta.dateText,
    handling: meta.handling ?? '',
    draft: meta.print.draft ? strings.draft : '',
  }
}

export function colophonView(state: RenderState): object {
  const { meta, strings } = state.book
  return {
    ...coverView(state),
    contentHashLabel: strings.contentHash,
    contentHash: meta.contentHash,
    sourcesLabel: strings.sourceHashes,
    sources: meta.sources,
    toolLabel: strings.madeBy,
    tool: meta.tool,
  }
}

/** A title that is all in the book's language as it is, another with its languages told. */
const titleView = (state: RenderState, { title, tongue }: Pick<ContentsEntry, 'title' | 'tongue'>) =>
  tongue === undefined ? title : rendered(state.inline(titleText(title, tongue)))

const entryView = (state: RenderState) => (entry: ContentsEntry) => ({
  id: entry.id,
  number: entry.number ?? '',
  title: titleView(state, entry),
  depth: entry.depth,
  page: pageNumber(state, entry.id),
})

export function contentsView(state: RenderState): object {
  const { book } = state
  return {
    heading: book.strings.contents,
    entries: book.contents.map(entryView(state)),
    chartsHeading: book.strings.listOfFigures,
    charts: book.charts.map(entryView(state)),
    tablesHeading: book.strings.listOfTables,
    tables: book.tables.map(entryView(state)),
  }
}

export function partView(state: RenderState, part: Part, html: string): object {
  return {
    id: part.id,
    page: partPageName(part),
    label: `${state.book.strings.part} ${part.number}`,
    title: part.title,
    chapters: part.children.map(chapter => ({
      id: chapter.id,
      number: chapter.number,
      title: titleView(state, chapter),
      page: pageNumber(state, chapter.id),
    })),
    html: rendered(html),
  }
}

export function chapterView(state: RenderState, chapter: Chapter): object {
  return {
    id: chapter.id,
    number: chapter.number,
    title: titleView(state, chapter),
    voice: chapter.voice,
    runs: pageRuns(chapter).map(({ orientation, children }, i) => ({
      first: i === 0,
      wide: orientation === 'landscape',
      page: pageName(chapter, orientation === 'landscape'),
      html: rendered(state.html(children)),
    })),
  }
}

export interface DocumentPieces {
  styles: string
  cover: string
  halfTitle: string
  colophon: string
  contents: string
  parts: string
}

export function documentView({ meta }: Book, pieces: DocumentPieces): object {
  return {
    language: meta.language,
    title: meta.title,
    ...Object.fromEntries(Object.entries(pieces).map(([name, html]) => [name, rendered(html)])),
  }
}
