import { greatest } from '../../lists.js'
import { attribute, type Element, elementsOf, textContent } from './dom.js'

const cellsOf = (row: Element): Element[] =>
  row.childNodes.filter(
    (node): node is Element => 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th'),
  )

/** Rows of a table, not of tables in it. */
export function rowsOf(table: Element): Element[] {
  return [...elementsOf(table)].filter(element => {
    if (element.tagName !== 'tr') return false
    let at = element.parentNode
    while (at && 'tagName' in at && at.tagName !== 'table') at = at.parentNode
    return at === table
  })
}

/** Longer cells hold prose: the table lays out a page. */
const longestCell = 600

/** Whether a table holds data, and does not lay out a page: by what it declares, else by its shape. */
export function isDataTable(table: Element): boolean {
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return false
  const below = [...elementsOf(table)]
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
