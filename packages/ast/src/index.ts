export type { Abstract, CentralSentence } from './abstract.js'
export type { ActorPair, Agreements, CampMember, Contradiction, IssueCamps } from './agreement.js'
export type { Analysis } from './analysis.js'
export { findBlock, formatAnchor, parseAnchor, printAnchor } from './anchor.js'
export { type DirectedPart, directedParts } from './bidi.js'
export { eachBlock } from './blocks.js'
export type {
  Book,
  BookBlock,
  BookCell,
  BookColumn,
  BookComment,
  BookMeta,
  BookPhrasing,
  BookRow,
  BookStrings,
  BookTable,
  CellKey,
  CellLine,
  Chapter,
  ContentsEntry,
  CrossReference,
  DefinitionItem,
  DefinitionList,
  Evidence,
  Finding,
  Foreign,
  KeyJudgement,
  Note,
  PageMap,
  PageReference,
  Paper,
  Part,
  Passage,
  Picture,
  PictureFile,
  PrintOptions,
  Redline,
  Reference,
  StanceMark,
  TitleTongue,
} from './book.js'
export {
  cell,
  crossReference,
  definition,
  definitionList,
  line,
  pageReference,
  row,
  sourceOf,
  stanceMark,
  text,
  titleText,
} from './builders.js'
export { readReference } from './character-reference.js'
export type {
  Chart,
  ChartKey,
  ChartLabel,
  ChartPaint,
  DrawnChart,
  GridDrawing,
  GridMark,
  TimelineDrawing,
  TimelineMark,
} from './chart.js'
export type { EventStatus, Figure, TimelineEntry } from './chronology.js'
export type { Actor, Codebook, Issue, Office, Person, Term } from './codebook.js'
export { type Direction, directionOfLanguage } from './direction.js'
export type {
  CellChange,
  CellChangeKind,
  Changes,
  Edition,
  EditionCell,
  EditionJudgement,
  EditionName,
  EditionSource,
  EditionStatement,
  EditionText,
  JudgementChange,
  WordChange,
} from './edition.js'
export { isBookBlock, isBookPhrasing, isSourceBlockType, isStance } from './guards.js'
export { isLanguageTag } from './language.js'
export {
  type FindingBlock,
  type GeneratedBlock,
  hashOfWords,
  type Ledger,
  type LedgerBlock,
  type LedgerMark,
  type LedgerNote,
  type LedgerPiece,
  noteSign,
  plainWords,
  type QuotationBlock,
  type WrittenBlock,
} from './ledger.js'
export {
  type AxisEntry,
  type CellState,
  type Margin,
  type Matrix,
  type MatrixAxis,
  type MatrixCell,
  type MatrixFilter,
  type MatrixRequest,
  matrixAxes,
} from './matrix.js'
export { type Advances, textWidthEm, unbreakablePieces, unknownAdvances } from './metrics.js'
export { type PageLabelRange, pageLabel, pageLabelRanges, printedPage } from './page-labels.js'
export type { PageGroup, PageKnowledge, PaginatedHtml } from './pagination.js'
export type { Acronym, Appearances, NamedPerson, PersonRole } from './people.js'
export { romanNumeral } from './roman.js'
export { type PageRun, pageRuns } from './runs.js'
export { isWideMark, lettersOfScript, scriptOfLanguage } from './scripts.js'
export {
  type DocumentMeta,
  type Furniture,
  type Source,
  type SourceBlock,
  type SourceBlockType,
  type SourceFootnote,
  type SourceFormat,
  type SourceHeading,
  type SourceListItem,
  type SourceMeta,
  type SourceParagraph,
  type SourceQuotation,
  type SourceTable,
  sourceDate,
} from './source.js'
export { overlaps, type Run, rawSpans, type Span, sliceRuns } from './span.js'
export { countStances, opposedSides, prevailingStance, type StanceCounts, sideOf } from './stances.js'
export { type Mention, type Review, type Stance, type Statement, stances } from './statement.js'
export {
  type ColourTokens,
  cropMarks,
  type FontFamily,
  type FontFile,
  type FontRole,
  type Fonts,
  familiesOf,
  type PageTokens,
  papers,
  type ScriptFamily,
  type ScriptFonts,
  type SizeTokens,
  sheetEdgeMm,
  stanceSigns,
  type TabTokens,
  type Tokens,
} from './tokens.js'
export { findQuotation, normaliseQuotation, type QuotationMatch, type QuotationPart, type Verdict } from './verbatim.js'
export { rawOffsets } from './written.js'
