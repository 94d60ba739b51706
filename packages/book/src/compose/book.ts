import {
  type Advances,
  type Analysis,
  type Book,
  type BookMeta,
  type Codebook,
  type Edition,
  eachBlock,
  type Part,
  type Source,
  type Statement,
  type Tokens,
  unknownAdvances,
} from '@briefbook/ast'
import type { Diagnostic, LocatedYaml, Result } from '@briefbook/diagnostics'
import type { ChapterFile } from '../chapters/parse.js'
import type { BookConfig } from '../config/book-config.js'
import { defaultMakeup, type Makeup } from '../config/template-config.js'
import { compareEditions } from '../editions/compare.js'
import { freezeEdition } from '../editions/freeze.js'
import { markChanges } from '../editions/mark.js'
import { markRedline, redlineRemark } from '../editions/redline/index.js'
import { groupBy } from '../group.js'
import { pageGeometry } from '../layout/geometry.js'
import { layoutSettings } from '../layout/table.js'
import { settleAbsent } from '../resolve/absent.js'
import { resolveCrossReferences } from '../resolve/cross-references.js'
import { Ids } from '../resolve/ids.js'
import { chartsOf, contentsOf, numberBook, tablesOf } from '../resolve/number.js'
import { cutRunningHeads } from '../resolve/running-heads.js'
import { english } from '../strings/en.js'
import { claimEvidenceSections } from './actors.js'
import { fillChanges } from './changes.js'
import type { Context } from './context.js'
import { composeParts } from './parts.js'
import { anchorLabel } from './references.js'
import { placeRemarks, type Remark } from './remarks.js'

/** All that a book is made of. */
export interface BookInput {
  config: LocatedYaml<BookConfig>
  chapters: readonly ChapterFile[]
  sources: readonly Source[]
  codebook: Codebook
  analysis: Analysis
  tokens: Tokens
  /** What the template makes a book up of. Default: all that a book can have. */
  makeup?: Makeup
  /** How wide the family of tables and pictures, `display`, sets its letters. Default: as wide as letters are at most. */
  advances?: Advances
  /** The day that the files carry, ISO 8601; and how the cover prints it. */
  date: { iso: string; printed: string }
  /** SHA-256 over the hashes of every input. */
  contentHash: string
  /** Name and version of what makes the book. */
  tool: string
  /** What editors remarked and nobody settled, for the DOCX to show. Default: none. */
  remarks?: readonly Remark[]
  /** An edition to compare the book with. Default: none. */
  since?: Edition | null
  /** Whether the book carries what came and went since then, word by word, for a renderer to show. Default: no. */
  redline?: boolean
  /** Whether what is kept of the book when it is released is made as well. Default: no. */
  freeze?: boolean
}

/** The book, and what of it is kept when it is released; null where nobody asked for that. */
export interface ComposedBook extends Result<Book> {
  edition: Edition | null
}

function createContext(input: BookInput, diagnostics: Diagnostic[]): Context {
  const { config, sources, codebook, analysis, tokens } = input
  const context: Context = {
    config: config.value,
    sources,
    sourceById: new Map(sources.map(source => [source.id, source])),
    codebook,
    analysis,
    statementById: new Map(analysis.statements.map((statement): [string, Statement] => [statement.id, statement])),
    statementsAt: groupBy(analysis.statements, ({ anchor }) => anchor),
    tokens,
    layout: layoutSettings(
      pageGeometry(config.value.paper, tokens.page),
      { ...tokens.sizes, lineHeight: tokens.lineHeight.table },
      input.advances ?? unknownAdvances,
    ),
    strings: english,
    day: input.date.iso,
    contentHash: input.contentHash,
    tool: input.tool,
    since: input.since ?? null,
    planned: new Set(),
    ids: new Ids(),
    diagnostics,
  }
  // What evidence leads to keeps its name whatever else the book holds.
  for (const source of sources) {
    context.ids.claim(`source-${source.id}`)
    for (const block of source.children) context.ids.claim(block.anchor)
  }
  claimEvidenceSections(context)
  return context
}

function metaOf(input: BookInput): BookMeta {
  const { makeup = defaultMakeup } = input
  const { title, subtitle, authors, organisation, edition, language, paper, handling, ...set } = input.config.value
  return {
    title,
    subtitle,
    authors,
    organisation,
    edition,
    date: input.date.iso,
    dateText: input.date.printed,
    language,
    paper,
    handling,
    print: {
      sides: set.sides,
      // Without a cover the text begins on the first page, and there is nothing in front of it to number otherwise.
      frontMatter: makeup.cover === 'head' ? 'arabic' : set['front-matter'],
      draft: set.draft,
      halfTitle: set['half-title'],
      thumbTabs: set['thumb-tabs'],
      hyphenation: set.hyphenation,
      bleedMm: set.bleed,
      marks: set.marks,
      cover: makeup.cover,
      contents: makeup.contents,
      partPages: makeup['part-pages'],
      chapterPages: makeup['chapter-pages'],
    },
    sources: input.sources.map(({ meta, sha256 }) => ({ label: meta.label, sha256 })),
    contentHash: input.contentHash,
    tool: input.tool,
    ...(input.redline && input.since
      ? { redline: { author: `${input.tool}, since ${input.since.name}`, date: input.date.iso } }
      : {}),
  }
}

/** What is kept of the book, whose parts have no numbers yet, when it is released. */
function freeze(input: BookInput, parts: readonly Part[]): Edition {
  const { sources, codebook, analysis, contentHash, config, date } = input
  return freezeEdition(
    { sources, codebook, analysis, parts },
    { name: config.value.edition ?? '', date: date.iso, contentHash },
  )
}

/** Tells what has changed since an earlier edition, and marks where. */
function compareWith(before: Edition, after: Edition, parts: readonly Part[], context: Context): void {
  const chapter = parts.flatMap(part => part.children).find(({ id }) => id === 'changes')
  if (chapter) fillChanges(context, chapter, compareEditions(before, after), before, after)
  markChanges(parts, before)
}

/** Marks what came and went since an edition, and says in the margin what that is. */
function redline(before: Edition, after: Edition, parts: readonly Part[], { tool, day }: Context): void {
  markRedline(parts, before, after)
  const chapters = parts.flatMap(part => part.children)
  const [block] = (chapters.find(({ id }) => id === 'changes') ?? chapters[0])?.children ?? []
  const remark = { author: tool, date: day, text: redlineRemark(before) }
  if (block) block.data = { ...block.data, comments: [...(block.data?.comments ?? []), remark] }
}

/** Judgements are called by their numbers. */
function nameJudgements(parts: readonly Part[], { ids }: Context): void {
  for (const { children } of parts.flatMap(part => part.children)) {
    eachBlock(children, block => {
      if (block.type === 'keyJudgement') block.id = ids.claim(`key-judgement-${block.number}`)
    })
  }
}

/**
 * Composes the one Book tree: generated and written chapters, every number, citation and link settled, every
 * quotation looked up, every table laid out. Content that does not hold up is told in the diagnostics; a book with
 * errors must not be rendered.
 */
export function composeBook(input: BookInput): ComposedBook {
  const diagnostics: Diagnostic[] = []
  const context = createContext(input, diagnostics)
  const { parts, pending } = composeParts(context, input.chapters, input.makeup?.order ?? null, {
    file: input.config.file,
    placeOf: path => ({ file: input.config.file, place: input.config.placeOf(path) }),
  })
  const { since = null } = input
  const edition = since || input.freeze ? freeze(input, parts) : null
  if (since && edition) compareWith(since, edition, parts, context)
  placeRemarks(parts, input.remarks ?? [])
  numberBook(parts)
  nameJudgements(parts, context)
  // Before links have got the words of what they lead to: editions hold none.
  if (since && edition && input.redline) redline(since, edition, parts, context)
  resolveCrossReferences(context, parts, pending, anchor => {
    const source = context.sourceById.get(anchor.split('.')[0] ?? '')
    return source ? anchorLabel(source, anchor) : anchor
  })
  settleAbsent(parts)
  return {
    value: {
      type: 'book',
      meta: cutRunningHeads(parts, metaOf(input), context.layout, input.tokens.sizes),
      strings: context.strings,
      contents: contentsOf(parts),
      tables: tablesOf(parts),
      charts: chartsOf(parts),
      children: parts,
    },
    edition,
    diagnostics,
  }
}
