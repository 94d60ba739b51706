import type { Node } from 'unist'
import type { DraftNode } from '../../draft.js'

/** What the handlers of Markdown's blocks share: where they read from, where they are, and what they have made. */
export interface MarkdownState {
  /** The decoded file. */
  readonly source: string
  /** The same, with what no parser should see covered. */
  readonly masked: string
  /** Labels of the notes whose text the document has. */
  readonly notes: ReadonlySet<string>
  /** Where a node stands in the file. */
  range(node: Pick<Node, 'position'>): [start: number, end: number]
  readonly out: DraftNode[]
  /** How deep in lists; 0 outside. */
  listDepth: number
  /** Whether inside a block quotation. */
  quoted: boolean
}
