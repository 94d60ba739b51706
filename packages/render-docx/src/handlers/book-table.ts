import type { BookRow, BookTable } from '@briefbook/ast'
import { type FileChild, type ITableOptions, Table, TableLayoutType, TableRow, WidthType } from 'docx'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { caption, continuation } from '../tables/caption.js'
import { type CellPlace, cell } from '../tables/cell.js'
import { isLong } from '../tables/height.js'
import { twips } from '../units.js'
import { element } from '../xml/element.js'

/** A table with what it shows in words, which the library has no option for (ISO/IEC 29500-1, 17.4.62). */
class DescribedTable extends Table {
  constructor(options: ITableOptions, title: string, description: string) {
    super(options)
    const properties = this.root[0]
    if (title !== '') properties.addChildElement(element('w:tblCaption', { 'w:val': title }))
    if (description !== '') properties.addChildElement(element('w:tblDescription', { 'w:val': description }))
  }
}

/** A matrix is read down and across, a list of rows only across. */
const styles: { readonly [kind in BookTable['kind']]: string } = {
  matrix: 'BookTable',
  coverage: 'BookTable',
  plain: 'BookTable',
  timeline: 'BookTableRows',
  figures: 'BookTableRows',
  summary: 'BookTableRows',
}

function drawTable(node: BookTable, state: State, anchor: string | null): FileChild[] {
  const filled = ({ children }: BookRow) => children.length > 0
  const heads = node.head.filter(filled)
  const rows = [...heads, ...node.children.filter(filled)]
  const widths = node.columns.map(({ widthMm }) => twips(widthMm))
  if (rows.length === 0 || widths.length === 0) return []
  const drawn = rows.map((row, r) => {
    const last = r === rows.length - 1
    return new TableRow({
      tableHeader: r < heads.length,
      cantSplit: !isLong(row, node, state.document),
      // The key stays with the table.
      keepNext: last ? node.legend.length > 0 || node.continuedOn !== null : node.together,
      children: row.children.slice(0, widths.length).map((child, c) => {
        const place: CellPlace = {
          width: widths[c] ?? 0,
          fontSizePt: node.fontSizePt,
          kind: node.kind,
          align: node.columns[c]?.align,
          anchors: c === 0 ? [...(r === 0 && anchor !== null ? [anchor] : []), ...(row.id ? [row.id] : [])] : [],
        }
        return cell(child, place, state)
      }),
    })
  })
  const table = new DescribedTable(
    {
      style: styles[node.kind],
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
      columnWidths: widths,
      tableLook: {
        firstRow: heads.length > 0,
        firstColumn: node.children.every(row => row.children[0]?.header === 'row'),
        lastRow: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: drawn,
      ...(state.rightToLeft ? { visuallyRightToLeft: true } : {}),
    },
    node.caption,
    node.alternative,
  )
  return [table]
}

/** Caption, table and key. What ends it is a paragraph in any case, which keeps it apart from a table that follows. */
export function bookTable(node: BookTable, state: State): FileChild[] {
  const plain = state.unmarked().at({ style: 'TableText' })
  state.document.tableSizesPt.add(node.fontSizePt)
  const head = caption(node, plain)
  const table = drawTable(node, plain, head === null ? node.id : null)
  const below = [
    ...(node.continuedOn === null ? [] : [continuation(plain.document.book.strings.continuedOn, node.continuedOn)]),
    ...(node.legend.length > 0 ? [node.legend] : []),
  ]
  const end = below.map(line => paragraph(plain, 'TableLegend', plain.phrasing(line)))
  return [...(head === null ? [] : [head]), ...table, ...(end.length > 0 ? end : [paragraph(plain, 'Spacer', [])])]
}
