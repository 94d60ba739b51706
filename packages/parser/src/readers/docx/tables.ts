import { furnitureIn, type Pending, type PendingCell, piecesOf } from '../../extract.js'
import { append } from '../../lists.js'
import type { ReadContext } from './context.js'
import { child, elementsIn, isOn, value, type XmlElement } from './xml.js'

/** A table in whose cells the average character has more others around it lays out a page: it is read as paragraphs. */
const longestCell = 600

interface Cell {
  element: XmlElement
  blocks: Pending[]
  /** How many characters it shows. */
  length: number
  /** How many columns it reaches over. */
  span: number
}

const wrappers: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

/** Elements of one name, also where a content control or a change is wrapped around them. */
function collect(element: XmlElement, name: string): XmlElement[] {
  return elementsIn(element).flatMap(inner =>
    inner.name === name ? [inner] : wrappers.has(inner.name) ? collect(inner, name) : [],
  )
}

/** Rows and cells whose deletion is tracked are not there. */
function standing(elements: readonly XmlElement[], properties: string, mark: string, context: ReadContext) {
  return elements.filter(element => {
    const deleted = child(child(element, properties), mark)
    if (deleted) context.changes.add('deletion', deleted)
    return !deleted
  })
}

/** No table has more columns (Word allows 63); a number in a damaged file can be anything. */
const mostColumns = 100

const number = (element: XmlElement | undefined, name: string, least: number) =>
  Math.min(mostColumns, Math.max(least, Number(value(element, name) ?? least) || least))

/** Reads what stands in a cell. */
type ReadBlocks = (elements: readonly XmlElement[], context: ReadContext) => Pending[]

function readCells(row: XmlElement, context: ReadContext, readBlocks: ReadBlocks): Cell[] {
  const cells: Cell[] = []
  context.pages.beside(standing(collect(row, 'w:tc'), 'w:tcPr', 'w:cellDel', context), element => {
    const before = context.extract.shown
    const blocks = readBlocks(elementsIn(element), context)
    cells.push({
      element,
      blocks,
      length: context.extract.shown - before,
      span: number(child(element, 'w:tcPr'), 'w:gridSpan', 1),
    })
  })
  return cells
}

/** A grid with more columns to a cell than this is that of a form: its cells are read as they come. */
const finestGrid = 3

/** Cells as places of a grid: those that a merged cell covers are there and empty. */
function gridOf(rows: readonly XmlElement[], cells: readonly (readonly Cell[])[]): PendingCell[][] {
  const margins = rows.map(row => {
    const properties = child(row, 'w:trPr')
    return [number(properties, 'w:gridBefore', 0), number(properties, 'w:gridAfter', 0)] as const
  })
  const places = [...margins.flat(), ...cells.flat().map(({ span }) => span)].reduce((sum, n) => sum + n, 0)
  const isFine = places > finestGrid * cells.flat().length
  const empty = (n: number): PendingCell[] => Array.from({ length: isFine ? 0 : n }, () => null)
  return cells.map((row, i) => [
    ...empty(margins[i]?.[0] ?? 0),
    ...row.flatMap(({ blocks, span }) => [piecesOf(blocks), ...empty(span - 1)]),
    ...empty(margins[i]?.[1] ?? 0),
  ])
}

/** How many characters the cell has that an average character stands in. */
function usualSize(cells: readonly Cell[]): number {
  let sum = 0
  let squares = 0
  for (const { length } of cells) {
    sum += length
    squares += length * length
  }
  return sum === 0 ? 0 : squares / sum
}

const isEmphasised = (cells: readonly Cell[]) => {
  const filled = cells.flatMap(({ blocks }) =>
    blocks.flatMap(item => (item.kind === 'block' && item.setting && item.setting.length > 0 ? item.fields : [])),
  )
  return filled.length > 0 && filled.every(fields => fields.emphasised)
}

const fillOf = ({ element }: Cell) => child(child(element, 'w:tcPr'), 'w:shd')?.attributes['w:fill'] ?? 'auto'

/** Whether the first row is set apart as the head: by Word's own mark, by the table's style, or by hand. */
function hasHead(
  table: XmlElement,
  rows: readonly XmlElement[],
  cells: readonly (readonly Cell[])[],
  context: ReadContext,
) {
  const [first, second] = cells
  if (!first || !second || !rows[0]) return false
  if (isOn(child(rows[0], 'w:trPr'), 'w:tblHeader')) return true
  const look = child(child(table, 'w:tblPr'), 'w:tblLook')?.attributes
  const firstRow =
    /^(?:1|true|on)$/.test(look?.['w:firstRow'] ?? '') || (Number.parseInt(look?.['w:val'] ?? '0', 16) & 0x20) !== 0
  const style = value(child(table, 'w:tblPr'), 'w:tblStyle')
  if (firstRow && style !== undefined && context.styles.setsFirstRow(style)) return true
  if (isEmphasised(first) && !isEmphasised(second)) return true
  const fills = new Set(first.map(fillOf))
  return fills.size === 1 && !fills.has('auto') && !second.some(cell => fills.has(fillOf(cell)))
}

/** Reads a table; one that only lays out the page comes as the paragraphs in it, row by row. */
export function readTable(table: XmlElement, context: ReadContext, readBlocks: ReadBlocks): Pending[] {
  const { extract } = context
  const before = { shown: extract.shown, inTables: extract.inTables }
  const rows = standing(collect(table, 'w:tr'), 'w:trPr', 'w:del', context)
  const cells = rows.map(row => readCells(row, context, readBlocks))
  const blocks: Pending[] = []
  for (const cell of cells.flat()) append(blocks, cell.blocks)
  const length = extract.shown - before.shown
  const oneColumn = cells.every(row => row.filter(cell => cell.length > 0).length <= 1)
  const nested = extract.inTables - before.inTables > length / 2
  if (oneColumn || nested || usualSize(cells.flat()) > longestCell) return blocks

  extract.inTables = before.inTables + length
  const references = blocks.flatMap(item => (item.kind === 'break' ? [] : (item.fields.references ?? [])))
  const page = blocks.find(item => item.kind !== 'break' && item.fields.page)
  return [
    {
      kind: 'table',
      cells: gridOf(rows, cells),
      fields: {
        head: hasHead(table, rows, cells, context),
        references,
        page: page && page.kind !== 'break' ? (page.fields.page ?? null) : null,
      },
    },
    ...furnitureIn(blocks),
  ]
}
