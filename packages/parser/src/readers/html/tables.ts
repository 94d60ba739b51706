import { block, type DraftBlock } from '../../draft.js'
import { append, greatest } from '../../lists.js'
import { traceTable } from '../../table.js'
import { joinTraced, type Traced } from '../../traced.js'
import { reasonFor } from './context.js'
import { attribute, type Element, elementsOf, textContent } from './dom.js'
import { nearest } from './kinds.js'
import type { Leaf } from './visible.js'
import { type BlockContext, leastInContent, readWords } from './words.js'

const cellsOf = (row: Element): Element[] =>
  row.childNodes.filter(
    (node): node is Element => 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th'),
  )

/** Rows of a table, not of tables in it. */
function rowsOf(table: Element): Element[] {
  return elementsOf(table).filter(element => {
    if (element.tagName !== 'tr') return false
    let at = element.parentNode
    while (at && 'tagName' in at && at.tagName !== 'table') at = at.parentNode
    return at === table
  })
}

/** Longer cells hold prose: the table lays out a page. */
const longestCell = 600

/** Whether a table holds data, and does not lay out a page: by what it declares, else by its shape. */
function isDataTable(table: Element): boolean {
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return false
  const below = elementsOf(table)
  if (below.some(element => element.tagName === 'table')) return false
  const rows = rowsOf(table).map(cellsOf)
  const widest = greatest(
    rows.map(row => row.length),
    0,
  )
  if (rows.length < 2 || widest < 2) return false
  if (below.some(element => /^(?:article|section|form|h[1-6]|ul|ol|iframe)$/.test(element.tagName))) return false
  if (below.some(element => element.tagName === 'th' || element.tagName === 'caption' || element.tagName === 'thead'))
    return true
  return (
    rows.flat().every(cell => textContent(cell).length <= longestCell) &&
    rows.filter(row => row.length === widest).length >= rows.length / 2
  )
}

/** Tells of each table once whether it holds data. */
export function rememberDataTables(): (table: Element) => boolean {
  const known = new Map<Element, boolean>()
  return table => {
    const found = known.get(table) ?? isDataTable(table)
    known.set(table, found)
    return found
  }
}

/** A data table as one block, and what stands in it outside its cells: its caption. */
export function readTable(leaves: readonly Leaf[], table: Element, context: BlockContext): DraftBlock[] {
  const inCell = new Map<Element, Traced[]>()
  const loose: DraftBlock[] = []
  const references: string[] = []
  let [length, inside] = [0, 0]
  for (const leaf of leaves) {
    const words = readWords(leaf, context)
    const cell = nearest(leaf.path, /^t[dh]$/)
    append(references, words.references)
    if (cell) {
      length += words.traced.text.length
      inside += words.traced.text.length * words.inContent
      inCell.set(cell, [...(inCell.get(cell) ?? []), words.traced])
    } else if (words.traced.text !== '') {
      const furniture = words.inContent >= leastInContent ? null : reasonFor(leaf.path)
      loose.push(block('paragraph', words.traced, { role: 'caption', furniture }))
    }
  }
  const rows = rowsOf(table).map(cellsOf)
  const made = traceTable(rows.map(row => row.map(cell => joinTraced(context.page.text, inCell.get(cell) ?? []))))
  if (!made) return loose
  const [first = []] = rows
  const head = first.length > 0 && first.every(cell => cell.tagName === 'th')
  const furniture = inside >= length * leastInContent ? null : reasonFor(leaves[0]?.path ?? [table])
  return [...loose, block('table', made.traced, { rows: made.rows, head, references, furniture })]
}
