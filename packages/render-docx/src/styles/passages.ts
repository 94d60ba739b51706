import { TabStopType } from 'docx'
import { twips } from '../units.js'
import type { Look, StyleTable } from './look.js'
import { stepMm } from './text.js'

/** How deep the list items of sources are told apart. */
export const deepestItem = 4
/** Where the text of a passage begins, behind its number. */
export const numberMm = 11

/** The texts of the sources, block by block, each with its number. */
export function passageStyles({ tokens, geometry, display, lines, colour }: Look) {
  const { textPt, smallPt, notePt, subsectionPt } = tokens.sizes
  const right = twips(geometry.besideMm)
  const number = twips(numberMm)
  const step = twips(stepMm)
  const passageItem = (depth: number) => ({
    name: `Passage Item ${depth}`,
    basedOn: 'Passage',
    paragraph: {
      indent: { left: number + step * depth, hanging: number + step * depth, right },
      // The number of the passage, then the item's own sign.
      tabStops: [{ type: TabStopType.LEFT, position: number + step * (depth - 1) }],
    },
  })
  return {
    Passage: {
      name: 'Passage',
      basedOn: 'BodyText',
      quickFormat: true,
      paragraph: { indent: { left: number, hanging: number, right } },
    },
    PassageHeading: {
      name: 'Passage Heading',
      basedOn: 'Passage',
      next: 'Passage',
      paragraph: {
        spacing: lines(subsectionPt, tokens.lineHeight.display, subsectionPt * 0.8, subsectionPt * 0.4),
        keepNext: true,
      },
      run: { ...display(subsectionPt), bold: true },
    },
    PassageItem1: passageItem(1),
    PassageItem2: passageItem(2),
    PassageItem3: passageItem(3),
    PassageItem4: passageItem(4),
    PassageQuotation: {
      name: 'Passage Quotation',
      basedOn: 'Passage',
      paragraph: { indent: { left: number + step, hanging: number + step, right: right + step } },
    },
    PassageNote: {
      name: 'Passage Note',
      basedOn: 'Passage',
      paragraph: { spacing: lines(smallPt, tokens.lineHeight.text, 0, textPt * 0.7) },
      run: { size: Math.round(smallPt * 2) },
    },
    PassageSupports: {
      name: 'Passage Supports',
      basedOn: 'BodyText',
      next: 'Passage',
      paragraph: { spacing: lines(notePt, tokens.lineHeight.text, 0, textPt), indent: { left: number, right } },
      run: { ...display(notePt), color: colour('muted') },
    },
  } satisfies StyleTable
}
