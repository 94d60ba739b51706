import { type Analysis, type Book, parseAnchor, printAnchor, type Source } from '@briefbook/ast'
import type { PdfAttachment } from '@briefbook/render-pdf'
import { matrixCsv } from './csv.js'
import { analysisRecord, toJson } from './records.js'

interface Made {
  book: Book
  sources: readonly Source[]
  analysis: Analysis
}

/** The data that travel in the PDF: what the book was made from, and each matrix for a spreadsheet. */
export function attachmentsOf({ sources, analysis }: Pick<Made, 'sources' | 'analysis'>): PdfAttachment[] {
  const encoder = new TextEncoder()
  const tables = analysis.matrices.map(matrix => ({
    name: `${matrix.id}.csv`,
    mime: 'text/csv',
    description: matrix.title,
    bytes: encoder.encode(matrixCsv(matrix)),
  }))
  const all = {
    name: 'analysis.json',
    mime: 'application/json',
    description: 'Sources, statements, matrices, timeline and figures that the book was made from',
    bytes: encoder.encode(toJson(analysisRecord(sources, analysis))),
  }
  return [all, ...tables]
}

/** The words for what a link leads to: a heading, a table, a paragraph of a source. */
export function describeIds({ book, sources }: Pick<Made, 'book' | 'sources'>): (id: string) => string {
  const labels = new Map(sources.map(source => [source.id, source.meta.label]))
  const titles = new Map(
    [...book.contents, ...book.tables].map(({ id, number, title }) => [
      id,
      number === null ? title : `${number} ${title}`,
    ]),
  )
  return id => {
    const label = labels.get(parseAnchor(id)?.source ?? '')
    return titles.get(id) ?? (label === undefined ? id : printAnchor(label, id))
  }
}
