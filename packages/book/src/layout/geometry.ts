import { type Paper, papers, type Tokens } from '@briefbook/ast'

/** The room between the margins of a page, in millimetres. */
interface Room {
  widthMm: number
  heightMm: number
}

/** The room that a table can have, upright and turned. */
export interface Geometry {
  portrait: Room
  landscape: Room
}

/** The room between the margins. Turned, the inner and outer margins stand at the sides as well. */
export function pageGeometry(paper: Paper, page: Tokens['page']): Geometry {
  const { widthMm, heightMm } = papers[paper]
  const sides = page.innerMm + page.outerMm
  const ends = page.topMm + page.bottomMm
  return {
    portrait: { widthMm: widthMm - sides, heightMm: heightMm - ends },
    landscape: { widthMm: heightMm - sides, heightMm: widthMm - ends },
  }
}
