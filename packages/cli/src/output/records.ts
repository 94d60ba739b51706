import type { Analysis, Furniture, Source, SourceBlock, SourceMeta, Span } from '@briefbook/ast'
import { rawSpans } from '@briefbook/ast'

/** The JSON forms that other programs rely on. What the trees have besides stays inside. */

interface BlockRecord {
  anchor: string
  type: SourceBlock['type']
  depth?: number
  text: string
  raw: Span[]
}

/** A source as `inspect sources` prints it. */
export interface SourceRecord {
  id: string
  file: string
  sha256: string
  format: Source['format']
  meta: SourceMeta
  blocks: BlockRecord[]
  furniture: Furniture[]
}

function blockRecord(block: SourceBlock): BlockRecord {
  return {
    anchor: block.anchor,
    type: block.type,
    ...('depth' in block ? { depth: block.depth } : {}),
    text: block.text,
    raw: rawSpans(block.runs),
  }
}

export function sourceRecord(source: Source): SourceRecord {
  const { id, file, sha256, format, meta, children, furniture } = source
  return { id, file, sha256, format, meta, blocks: children.map(blockRecord), furniture }
}

/** analysis.json: everything but the printed book, for whoever computes with it. */
export function analysisRecord(sources: readonly Source[], analysis: Analysis): object {
  return {
    version: 1,
    sources: sources.map(sourceRecord),
    statements: analysis.statements,
    rejected: analysis.rejected,
    mentions: analysis.mentions,
    matrices: analysis.matrices,
    timeline: analysis.timeline,
    figures: analysis.figures,
    agreements: analysis.agreements,
    people: analysis.people,
    acronyms: analysis.acronyms,
    appearances: analysis.appearances,
    abstracts: analysis.abstracts,
  }
}

/** JSON with a line break behind it, keys in the order in which they were set. */
export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
