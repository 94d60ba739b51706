import { BorderStyle, type IBordersOptions, TabStopType } from 'docx'
import { twips } from '../units.js'
import type { Look, StyleTable } from './look.js'
import { stepMm } from './text.js'

/** What is taken from sources, on its own ground, and what an analyst says, on another. */
export function boxStyles({ tokens, geometry, display, lines, colour }: Look) {
  const { textPt, smallPt } = tokens.sizes
  const step = twips(stepMm)
  const indent = { left: step * 0.7, right: twips(geometry.besideMm) + step * 0.5 }
  /**
   * A paragraph of a box. Its margins, above, between and below too, are borders in the colour of the ground. Word makes one
   * box of paragraphs with the same borders, so the first and the last of a box have others than those between: two
   * boxes that follow one another stay two.
   */
  const box = (
    ground: 'extracted' | 'written',
    edge: 'rule' | 'accent',
    ...margins: ('top' | 'between' | 'bottom')[]
  ) => {
    const margin = { style: BorderStyle.SINGLE, size: 4, space: 4, color: colour(ground) }
    const border: IBordersOptions = {
      left: { style: BorderStyle.SINGLE, size: 16, space: 9, color: colour(edge) },
      right: margin,
      ...Object.fromEntries(margins.map(side => [side, margin])),
    }
    return { shading: { fill: colour(ground) }, border, indent, keepLines: true }
  }
  const text = (beforePt = 0, afterPt = 0) => lines(textPt, tokens.lineHeight.text, beforePt, afterPt)
  const small = (beforePt = 0, afterPt = 0) => lines(smallPt, tokens.lineHeight.text, beforePt, afterPt)
  return {
    Evidence: {
      name: 'Evidence',
      basedOn: 'BodyText',
      next: 'EvidenceSource',
      quickFormat: true,
      paragraph: { ...box('extracted', 'rule', 'top'), spacing: text(textPt * 0.4), keepNext: true },
    },
    EvidenceSource: {
      name: 'Evidence Source',
      basedOn: 'BodyText',
      next: 'BodyText',
      paragraph: { ...box('extracted', 'rule', 'bottom'), spacing: small(0, textPt * 0.8) },
      run: { ...display(smallPt), color: colour('muted') },
    },
    EvidenceComment: {
      name: 'Evidence Comment',
      basedOn: 'BodyText',
      next: 'BodyText',
      paragraph: { ...box('written', 'accent', 'top', 'bottom'), spacing: small(0, textPt * 0.8) },
      run: display(smallPt),
    },
    Finding: {
      name: 'Finding',
      basedOn: 'BodyText',
      next: 'BodyText',
      quickFormat: true,
      paragraph: { ...box('written', 'accent', 'top', 'between', 'bottom'), spacing: text(textPt * 0.6, textPt) },
    },
    KeyJudgementHead: {
      name: 'Key Judgement Head',
      basedOn: 'BodyText',
      next: 'KeyJudgement',
      paragraph: { ...box('written', 'accent', 'top'), spacing: small(textPt * 0.6), keepNext: true },
      run: { ...display(smallPt), bold: true, color: colour('accent') },
    },
    KeyJudgement: {
      name: 'Key Judgement',
      basedOn: 'BodyText',
      quickFormat: true,
      paragraph: { ...box('written', 'accent', 'between'), spacing: text(), keepNext: true },
    },
    KeyJudgementLevels: {
      name: 'Key Judgement Levels',
      basedOn: 'BodyText',
      next: 'BodyText',
      paragraph: {
        ...box('written', 'accent', 'top', 'bottom'),
        spacing: small(0, textPt * 1.2),
        tabStops: [{ type: TabStopType.LEFT, position: twips(geometry.textMm / 2) }],
      },
      run: display(smallPt),
    },
  } satisfies StyleTable
}
