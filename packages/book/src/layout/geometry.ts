import { type Paper, papers, type Tokens } from '@briefbook/ast'

/** The widths that a table can have on a page, in millimetres. */
export interface Geometry {
  portraitMm: number
  landscapeMm: number
}

/** The width between the margins, upright and turned. Turned, the inner and outer margins stand at the sides as well. */
export function pageGeometry(paper: Paper, page: Tokens['page']): Geometry {
  const { widthMm, heightMm } = papers[paper]
  const margins = page.innerMm + page.outerMm
  return { portraitMm: widthMm - margins, landscapeMm: heightMm - margins }
}
