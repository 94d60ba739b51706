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

/** What the cells of tables have in common takes one look. */
export function measurer(advances: Advances): (cell: BookCell) => CellExtent {
  const known = new Map<string, number>()
  const width = (text: string, weight: keyof Advances) => {
    const key = `${weight} ${text}`
    const found = known.get(key) ?? textWidthEm(text, advances, weight)
    known.set(key, found)
    return found
  }
  return cell => {
    const linesEm: number[] = []
    let wordEm = 0
    for (const { role, children } of cell.children) {
      const weight = cell.header !== null || role === 'stance' ? 'bold' : 'regular'
      for (const line of words(children).split('\n')) {
        let lineEm = 0
        for (const piece of unbreakablePieces(line)) {
          lineEm += width(piece, weight)
          wordEm = Math.max(wordEm, width(piece.trimEnd(), weight))
        }
        linesEm.push(lineEm)
      }
    }
    return { wordEm, linesEm }
  }
}
