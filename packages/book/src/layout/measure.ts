import { type Advances, type BookCell, type BookPhrasing, textWidthEm, unbreakablePieces } from '@briefbook/ast'

/** How much room the words of a cell take, in ems of the size that they are set in. */
export interface CellExtent {
  /** The longest piece that does not break. */
  wordEm: number
  /** The width of each line of the cell, were it set on one. */
  linesEm: number[]
}

/** Words as they are set; those of references, whose page only a print can tell, as wide as most. */
export function words(phrasing: readonly BookPhrasing[]): string {
  return phrasing
    .map((node): string => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value
        case 'break':
          return '\n'
        case 'stanceMark':
          return `+${node.count ?? ''}`
        case 'pageReference':
          return '000'
        case 'note':
          return ''
        default:
          return words(node.children as BookPhrasing[])
      }
    })
    .join('')
}

/** The result of a function of a text, worked out once for each. */
function once<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text) ?? work(text)
    known.set(text, found)
    return found
  }
}

/** The width of a line, and of the longest piece of it that does not break. */
function lineMeasurer(advances: Advances, weight: keyof Advances) {
  const width = once(piece => textWidthEm(piece, advances, weight))
  return once(line => {
    let lineEm = 0
    let wordEm = 0
    for (const piece of unbreakablePieces(line)) {
      lineEm += width(piece)
      wordEm = Math.max(wordEm, width(piece.trimEnd()))
    }
    return { lineEm, wordEm }
  })
}

/** What the cells of tables have in common takes one look. */
export function measurer(advances: Advances): (cell: BookCell) => CellExtent {
  const lineOf = { regular: lineMeasurer(advances, 'regular'), bold: lineMeasurer(advances, 'bold') }
  return cell => {
    const linesEm: number[] = []
    let longestEm = 0
    for (const { role, children } of cell.children) {
      const weight = cell.header !== null || role === 'stance' ? 'bold' : 'regular'
      for (const line of words(children).split('\n')) {
        const { wordEm, lineEm } = lineOf[weight](line)
        longestEm = Math.max(longestEm, wordEm)
        linesEm.push(lineEm)
      }
    }
    return { wordEm: longestEm, linesEm }
  }
}
