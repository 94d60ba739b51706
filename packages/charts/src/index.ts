import type { Book, BookBlock, Chart, DrawnChart, Tokens } from '@briefbook/ast'
import { drawGrid } from './grid.js'
import { drawTimeline } from './timeline.js'

/** Draws a picture of the book as SVG, in the colours and fonts of the tokens. The same input gives the same text. */
export function drawChart({ drawing }: Chart, tokens: Tokens): DrawnChart {
  return drawing.type === 'grid' ? drawGrid(drawing, tokens) : drawTimeline(drawing, tokens)
}

/** Every picture of a book that Briefbook draws, by its id. */
export function drawCharts(book: Book, tokens: Tokens): { [id: string]: DrawnChart } {
  const drawn: { [id: string]: DrawnChart } = {}
  const walk = (nodes: readonly BookBlock[]) => {
    for (const node of nodes) {
      if (node.type === 'chart') drawn[node.id] = drawChart(node, tokens)
      else if (node.type === 'keyJudgement') walk(node.children)
    }
  }
  for (const part of book.children) for (const chapter of part.children) walk(chapter.children)
  return drawn
}
