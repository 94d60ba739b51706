import type {
  Analysis,
  BookStrings,
  BookTable,
  Chart,
  Codebook,
  Edition,
  Source,
  Statement,
  Tokens,
} from '@briefbook/ast'
import type { Diagnostic } from '@briefbook/diagnostics'
import type { BookConfig } from '../config/book-config.js'
import { type GridContent, layGrid } from '../layout/grid.js'
import { type LayoutSettings, layTable, type TableContent } from '../layout/table.js'
import type { Ids } from '../resolve/ids.js'

/** What every part of the composition reads, and the two things it adds to: ids and messages. */
export interface Context {
  config: BookConfig
  sources: readonly Source[]
  sourceById: ReadonlyMap<string, Source>
  codebook: Codebook
  analysis: Analysis
  statementById: ReadonlyMap<string, Statement>
  /** The statements of each paragraph, by its anchor. */
  statementsAt: ReadonlyMap<string, readonly Statement[]>
  tokens: Tokens
  layout: LayoutSettings
  strings: BookStrings
  /** The day that the book carries, ISO 8601. */
  day: string
  contentHash: string
  /** The edition that the book is compared with. */
  since: Edition | null
  tool: string
  /** The chapters that the book has, by the names in `parts`. */
  planned: Set<string>
  ids: Ids
  diagnostics: Diagnostic[]
}

/** Lays a table out for the book's page; its id is claimed here. */
export function table(context: Context, content: TableContent): BookTable[] {
  return layTable({ ...content, id: context.ids.claim(content.id) }, context.layout)
}

/** Lays a picture of rows and columns out for the book's page; its id is claimed here. */
export function grid(context: Context, content: GridContent): Chart[] {
  if (content.rows.length === 0 || content.columns.length === 0) return []
  return layGrid({ ...content, id: context.ids.claim(content.id) }, context.layout)
}
