import type { DefinitionList } from '@briefbook/ast'
import { type FileChild, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { cellPaddingMm } from '../styles/tables.js'
import { twips } from '../units.js'

/** The width of the terms, in millimetres. */
const termMm = 36

/** Two columns without lines: the terms, and what is said of them. */
export function definitionList(node: DefinitionList, state: State): FileChild[] {
  if (node.children.length === 0) return []
  const widths = [twips(termMm), twips(state.document.geometry.textMm - termMm)] as const
  const cell = (width: number, content: ReturnType<typeof paragraph>) =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, children: [content] })
  const rows = node.children.map(
    item =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(widths[0], paragraph(state, 'DefinitionTerm', state.phrasing(item.term))),
          cell(widths[1], paragraph(state, 'DefinitionText', state.phrasing(item.children))),
        ],
      }),
  )
  const table = new Table({
    style: 'DefinitionTable',
    layout: TableLayoutType.FIXED,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    // The words begin where those above and below begin.
    indent: { size: -twips(cellPaddingMm), type: WidthType.DXA },
    columnWidths: widths,
    rows,
    ...(state.rightToLeft ? { visuallyRightToLeft: true } : {}),
  })
  return [table, paragraph(state, 'Spacer', [])]
}
