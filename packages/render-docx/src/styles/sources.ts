import { BorderStyle, TabStopType } from 'docx'
import { twips } from '../units.js'
import type { Look, StyleTable } from './look.js'
import { stepMm } from './text.js'

/** How deep the list items of sources are told apart. */
export const deepestItem = 4
/** Where the text of a passage begins, behind its number. */
export const numberMm = 11

/** What is taken from sources, on its own ground, and what an analyst says of it, on another. */
export function sourceStyles({ tokens, geometry, display, lines, colour }: Look) {
  const { textPt, smallPt, notePt, subsectionPt } = tokens.sizes
  const right = twips(geometry.besideMm)
  const number = twips(numberMm)
  const step = twips(stepMm)
  const edge = (name: 'accent' | 'rule') => ({
    left: { style: BorderStyle.SINGLE, size: 16, space: 9, color: colour(name) },
  })
  const indent = { left: step * 0.7, right: right + step * 0.5 }
  const extracted = { shading: { fill: colour('extracted') }, border: edge('rule'), indent, keepLines: true }
  const written = { shading: { fill: colour('written') }, border: edge('accent'), indent, keepLines: true }
  const small = { spacing: lines(smallPt, tokens.lineHeight.text, 0, textPt * 0.9) }
  const judgementLine = lines(textPt, tokens.lineHeight.text, 0, textPt * 0.4)

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
    Evidence: {
      name: 'Evidence',
      basedOn: 'BodyText',
      next: 'EvidenceSource',
      quickFormat: true,
      paragraph: { ...extracted, spacing: lines(textPt, tokens.lineHeight.text, textPt * 0.4), keepNext: true },
    },
    EvidenceSource: {
      name: 'Evidence Source',
      basedOn: 'BodyText',
      next: 'BodyText',
      paragraph: { ...extracted, ...small },
      run: { ...display(smallPt), color: colour('muted') },
    },
    EvidenceComment: {
      name: 'Evidence Comment',
      basedOn: 'BodyText',
      next: 'BodyText',
      paragraph: { ...written, ...small },
      run: display(smallPt),
    },
    Finding: {
      name: 'Finding',
      basedOn: 'BodyText',
      next: 'BodyText',
      quickFormat: true,
      paragraph: { ...written, spacing: lines(textPt, tokens.lineHeight.text, textPt * 0.6, textPt * 1.2) },
    },
    KeyJudgementHead: {
      name: 'Key Judgement Head',
      basedOn: 'BodyText',
      next: 'KeyJudgement',
      paragraph: { ...written, spacing: lines(smallPt, tokens.lineHeight.text, textPt), keepNext: true },
      run: { ...display(smallPt), bold: true, color: colour('accent') },
    },
    KeyJudgement: {
      name: 'Key Judgement',
      basedOn: 'BodyText',
      quickFormat: true,
      paragraph: { ...written, spacing: judgementLine, keepNext: true },
    },
    KeyJudgementLevels: {
      name: 'Key Judgement Levels',
      basedOn: 'BodyText',
      next: 'BodyText',
      paragraph: {
        ...written,
        spacing: lines(smallPt, tokens.lineHeight.text, 0, textPt * 1.2),
        tabStops: [{ type: TabStopType.LEFT, position: twips(geometry.textMm / 2) }],
      },
      run: display(smallPt),
    },
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
