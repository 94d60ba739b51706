import { type Matrix, type MatrixCell, stances } from '@briefbook/ast'

/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/

/** A field of a CSV file (RFC 4180). Words of a source that would be a formula begin with an apostrophe. */
function field(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** `favours 2, opposes 1: the finding`; the state where no attitude is shown. */
function words({ state, stances: counts, finding }: MatrixCell): string {
  const counted = stances.flatMap(stance => (counts[stance] ? [`${stance} ${counts[stance]}`] : []))
  return [counted.length > 0 ? counted.join(', ') : state, ...(finding === null ? [] : [finding])].join(': ')
}

/** A matrix as a CSV file: heads, then a line a row. With a byte order mark, by which spreadsheets know UTF-8. */
export function matrixCsv(matrix: Matrix): string {
  const heads = ['', ...matrix.columns.map(column => column.name)]
  const rows = matrix.rows.map((row, r) => [row.name, ...(matrix.cells[r] ?? []).map(words)])
  return `\ufeff${[heads, ...rows].map(line => `${line.map(field).join(',')}\r\n`).join('')}`
}
