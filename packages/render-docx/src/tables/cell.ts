import type { BookCell, BookColumn, BookTable, CellLine, ColourTokens } from '@briefbook/ast'
import { AlignmentType, type FileChild, type Paragraph, TableCell, WidthType } from 'docx'
import { finding, written } from '../identity/identity.js'
import { identified } from '../paragraph.js'
import { within } from '../revised.js'
import type { State } from '../state.js'
import { type TableRole, tableStyle } from '../styles/tables.js'
import { colour } from '../units.js'

/** What a cell is told by its table. */
export interface CellPlace {
  /** In twentieths of a point. */
  width: number
  fontSizePt: number
  kind: BookTable['kind']
  /** How the column is set; undefined as its style says. */
  align: BookColumn['align'] | undefined
  /** The ids of the table and of the row, where this cell is to carry their bookmarks. */
  anchors: readonly string[]
}

const roles: { readonly [role in CellLine['role']]: TableRole } = {
  stance: 'TableStance',
  finding: 'TableFinding',
  evidence: 'TableEvidence',
  text: 'TableText',
}

function roleOf({ header }: BookCell, kind: BookTable['kind'], role: CellLine['role']): TableRole {
  if (header === 'row') return 'TableRowHead'
  if (kind === 'coverage') return header === 'column' ? 'TableCountHead' : 'TableCount'
  return header === 'column' ? 'TableHead' : roles[role]
}

/** The ground that a cell has for its stance, its state or its level; undefined for none. */
function groundOf({ header, state, stance, level }: BookCell, colours: ColourTokens): string | undefined {
  if (header !== null) return undefined
  if (level !== null) return colours.levels[Math.min(Math.max(Math.trunc(level), 0), 4) as 0 | 1 | 2 | 3 | 4]
  if (stance !== null) return colours.stances[stance]
  return state === null || state === 'position' ? undefined : colours.states[state]
}

const alignments = { center: AlignmentType.CENTER, end: AlignmentType.END } as const

export function cell(node: BookCell, { width, fontSizePt, kind, align, anchors }: CellPlace, state: State): TableCell {
  const { tokens, bookmarks } = state.document
  const ground = groundOf(node, tokens.colours)
  const place = node.cell === undefined ? state : state.at({ cell: node.cell })
  const lineIn =
    (place: State) =>
    (drawn: CellLine, i: number): FileChild => {
      const { role, children } = drawn
      const used = roleOf(node, kind, role)
      const inside = within(drawn, place)
      const runs = inside.phrasing(children)
      const style = tableStyle(used, fontSizePt, tokens.sizes.tablePt)
      const identity =
        role === 'finding' && node.cell !== undefined
          ? finding(node.cell, children)
          : written(state, 'cell', drawn, children)
      const marked =
        i === 0 && inside.place.revision !== 'deleted'
          ? anchors.reduce((inner, id) => bookmarks.around(id, inner), runs)
          : runs
      return identified(inside, identity, style, marked, align ? { alignment: alignments[align] } : {})
    }
  // Word opens no cell without a paragraph.
  const lines: readonly CellLine[] =
    node.children.length > 0 ? node.children : [{ type: 'cellLine', role: 'text', children: [] }]
  const gone = (node.data?.gone ?? []).filter(went => went.type === 'cellLine')
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    // A cell holds any block; the library's type lists its own classes.
    children: [...lines.map(lineIn(place)), ...gone.map(lineIn(place.at({ revision: 'deleted' })))] as Paragraph[],
    ...(ground === undefined ? {} : { shading: { fill: colour(ground) } }),
  })
}
