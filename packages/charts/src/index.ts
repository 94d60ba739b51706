import { type Book, type Chart, type DrawnChart, eachBlock, type Tokens } from '@briefbook/ast'
import { drawGrid } from './grid.js'
import { drawTimeline } from './timeline.js'

/** Draws a picture of the book as SVG, in the colours and fonts of the tokens. The same input gives the same text. */
export function drawChart({ drawing }: Chart, tokens: Tokens): DrawnChart {
  return drawing.type === 'grid' ? drawGrid(drawing, tokens) : drawTimeline(drawing, tokens)
}

/** Every picture of a book that Briefbook draws. */
export function chartsIn(book: Book): Chart[] {
  const charts: Chart[] = []
  for (const chapter of book.children.flatMap(part => part.children)) {
    eachBlock(chapter.children, block => {
      if (block.type === 'chart') charts.push(block)
    })
  }
  return charts
}
