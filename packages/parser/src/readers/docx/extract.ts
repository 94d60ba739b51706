import { block, type DraftBlock, type DraftNode } from '../../draft.js'
import { traceTable } from '../../table.js'
import { type Piece, trace } from '../../traced.js'

/** The text extracted so far; every part of the file is appended to it. */
export class Extract {
  private readonly parts: string[] = []
  length = 0

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

/** What will be a node when the whole text is there: tracing one paragraph needs all of it. */
export type Pending =
  | { kind: 'break'; at: number }
  | { kind: 'block'; pieces: readonly Piece[]; fields: Fields }
  | { kind: 'table'; cells: readonly (readonly (readonly Piece[])[])[]; fields: Partial<DraftBlock> }

function settleOne(item: Pending, source: string): DraftNode[] {
  if (item.kind === 'break') return [{ type: 'break', at: item.at }]
  if (item.kind === 'block') {
    const traced = trace(source, item.pieces)
    return traced.text === '' ? [] : [block(item.fields.type, traced, item.fields)]
  }
  const found = traceTable(item.cells.map(row => row.map(cell => trace(source, cell))))
  return found ? [block('table', found.traced, { ...item.fields, rows: found.rows })] : []
}

/** Makes draft nodes of what was gathered; what has no words is left out. */
export function settle(pending: readonly Pending[], source: string): DraftNode[] {
  return pending.flatMap(item => settleOne(item, source))
}
