import type { BookBlock, CrossReference, PageReference } from '@briefbook/ast'
import { type DiagnosticDetails, diagnostic, type RuleId } from '@briefbook/diagnostics'
import type { Definition, FootnoteDefinition, RootContent } from 'mdast'
import type { Node } from 'unist'
import type { Context } from '../compose/context.js'
import type { ParsedChapter } from './parse.js'

/** A link inside the book whose target is looked up when the whole book is there. */
export interface PendingReference {
  node: CrossReference
  /** The pages asked for beside the link, if any. */
  page: PageReference | null
  chapter: ParsedChapter
  origin: Node
}

/** What the handlers share while a chapter is turned into blocks of the book. */
export interface ChapterState {
  context: Context
  chapter: ParsedChapter
  /** Link targets `[name]: url`, by normalised label. */
  definitions: ReadonlyMap<string, Definition>
  footnotes: ReadonlyMap<string, FootnoteDefinition>
  pending: PendingReference[]
  /** The depth of the next heading, from 1 for sections, of a level from 1 for `##`; and whether a level was left out. */
  depthOf(level: number): { depth: number; skipped: boolean }
  /** Turns children into blocks, each by its handler. */
  blocks(nodes: readonly RootContent[]): BookBlock[]
  /** Adds a message about a node, or about a stretch of its raw text. */
  message(rule: RuleId, text: string, node: Node | undefined, details?: MessageDetails): void
}

interface MessageDetails extends Pick<DiagnosticDetails, 'expected' | 'actual' | 'hint'> {
  within?: { start: number; end: number }
}

export function messageTo(context: Context, chapter: ParsedChapter): ChapterState['message'] {
  return (rule, text, node, { within, ...details } = {}) => {
    context.diagnostics.push(
      diagnostic(rule, text, { file: chapter.path, place: chapter.placeOf(node, within), ...details }),
    )
  }
}

/** CommonMark matches labels without regard to case and white space. */
export const normaliseLabel = (label: string) => label.replace(/\s+/g, ' ').trim().toUpperCase().toLowerCase()
