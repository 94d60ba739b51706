import type { PageRun, Tokens } from '@briefbook/ast'
import { type ISectionPropertiesOptions, NumberFormat, PageOrientation, SectionType } from 'docx'
import type { Geometry } from '../geometry.js'
import { twips } from '../units.js'

/** How far from the paper's edge heads and feet stand, as a part of the margin that they stand in. */
const frameAt = 0.4

/** How the pages of a section begin and count. */
export interface SectionPages {
  begins?: 'page' | 'rightPage'
  /** Default: arabic, counted on from the section before. */
  numbers?: 'roman' | 'from-1'
}

/** The page of a section. Left and right margins are the inner and outer ones: the settings mirror them. */
export function pageOf(
  orientation: PageRun['orientation'],
  { page }: Tokens,
  { paper }: Geometry,
  { begins = 'page', numbers }: SectionPages = {},
): ISectionPropertiesOptions {
  return {
    type: begins === 'page' ? SectionType.NEXT_PAGE : SectionType.ODD_PAGE,
    page: {
      // Given upright in either case: the library turns them.
      size: {
        width: twips(paper.widthMm),
        height: twips(paper.heightMm),
        orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
      },
      margin: {
        top: twips(page.topMm),
        bottom: twips(page.bottomMm),
        left: twips(page.innerMm),
        right: twips(page.outerMm),
        header: twips(page.topMm * frameAt),
        footer: twips(page.bottomMm * frameAt),
      },
      // 17.6.12: a section counts on from the one before, but does not take over how it counts.
      ...(numbers === 'roman' ? { pageNumbers: { formatType: NumberFormat.LOWER_ROMAN } } : {}),
      ...(numbers === 'from-1' ? { pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } } : {}),
    },
  }
}
