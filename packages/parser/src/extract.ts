import { block, type DraftBlock, type DraftNode } from './draft.js'
import { traceTable } from './table.js'
import { type Piece, trace } from './traced.js'

/** The text extracted so far; every part of the file is appended to it. */
export class Extract {
  private readonly parts: string[] = []
  length = 0
  /** How many characters of it are shown to the reader, white space apart, and how many of these stand in tables. */
  shown = 0
  inTables = 0

  /** @returns Where the text begins. */
  append(text: string): number {
    const at = this.length
    this.parts.push(text)
    this.length += text.length
    return at
  }

  toString(): string {
    return this.parts.join('')
  }
}

type Fields = Pick<DraftBlock, 'type'> & Partial<Omit<DraftBlock, 'text' | 'runs'>>

/** How a paragraph is set: what that means is judged by all others. */
export interface Setting {
  length: number
  /** The size of most of its characters, in half points. */
  size: number | null
  /** Whether both margins are drawn in. */
  indented: boolean
}

/** A piece of text; one that is raised may be the number or sign of a note that was typed by hand. */
export interface WordPiece extends Piece {
  label?: string
}

export interface PendingBlock {
  kind: 'block'
  pieces: readonly WordPiece[]
  fields: Fields
  /** Where the line end of the paragraph stands, behind all that is in it. */
  end: number
  setting?: Setting
}

/** A cell; null where another one reaches over its place. */
export type PendingCell = readonly WordPiece[] | null

/** What will be a node when the whole text is there: tracing one paragraph needs all of it. */
export type Pending =
  | { kind: 'break'; at: number }
  | PendingBlock
  | { kind: 'table'; cells: readonly (readonly PendingCell[])[]; fields: Partial<DraftBlock> }

const isFurniture = (item: Pending) => item.kind === 'block' && typeof item.fields.furniture === 'string'

/** All pieces of some blocks, whatever they are, one behind the other: what a cell or a note holds. */
export function piecesOf(blocks: readonly Pending[]): WordPiece[] {
  return blocks.flatMap(block => {
    if (block.kind === 'break' || isFurniture(block)) return []
    if (block.kind === 'table') return block.cells.flat().flatMap(cell => cell ?? [])
    // The line end behind a paragraph is what parts it from the next one.
    return block.pieces.length > 0 ? [...block.pieces, { start: block.end, end: block.end + 1 }] : []
  })
}

/** What stands in a cell or a note and does not belong to the text. */
export const furnitureIn = (blocks: readonly Pending[]): Pending[] => blocks.filter(isFurniture)

function settleOne(item: Pending, source: string): DraftNode[] {
  if (item.kind === 'break') return [{ type: 'break', at: item.at }]
  if (item.kind === 'block') {
    const traced = trace(source, item.pieces)
    return traced.text === '' ? [] : [block(item.fields.type, traced, item.fields)]
  }
  const cells = item.cells.map(row => row.map(cell => cell && trace(source, cell)))
  const found = traceTable(cells, true)
  return found ? [block('table', found.traced, { ...item.fields, rows: found.rows })] : []
}

/** Makes draft nodes of what was gathered; what has no words is left out. */
export function settle(pending: readonly Pending[], source: string): DraftNode[] {
  return pending.flatMap(item => settleOne(item, source))
}
