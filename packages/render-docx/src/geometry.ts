import { type PageTokens, type Paper, papers } from '@briefbook/ast'

/**
 * Where things stand on a page, in millimetres: as in the PDF, so that a table planned for one fits the other and the
 * running text has the same measure. The PDF's column of notes stays free beside the text; heads, tables and captions
 * reach over it.
 */
export interface Geometry {
  paper: { widthMm: number; heightMm: number }
  /** Between the margins, upright. */
  portraitMm: number
  /** Between the margins, turned: the inner and outer margins stand at the sides then, too. */
  landscapeMm: number
  /** What running text keeps free at its end. */
  besideMm: number
  /** The measure of running text. */
  textMm: number
  /** Between the head and foot margins, upright and turned. */
  portraitHeightMm: number
  landscapeHeightMm: number
}

export function geometryOf(paper: Paper, page: PageTokens): Geometry {
  const { widthMm, heightMm } = papers[paper]
  const sides = page.innerMm + page.outerMm
  const portraitMm = widthMm - sides
  const besideMm = page.notesMm + page.notesGapMm
  return {
    paper: { widthMm, heightMm },
    portraitMm,
    landscapeMm: heightMm - sides,
    besideMm,
    textMm: portraitMm - besideMm,
    portraitHeightMm: heightMm - page.topMm - page.bottomMm,
    landscapeHeightMm: widthMm - page.topMm - page.bottomMm,
  }
}
