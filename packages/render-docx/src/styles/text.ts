import { BorderStyle } from 'docx'
import { twips } from '../units.js'
import type { Look, StyleTable } from './look.js'

/** How much further a list, a quotation or code stands in, in millimetres. */
export const stepMm = 6
/** Lists are told apart to this depth; what is deeper looks like it. */
export const deepestList = 5
/** Where the text of a list of references begins. */
const labelMm = 18

/** Running text: what chapters are made of. It keeps free the space beside it. */
export function textStyles({ tokens, geometry, text, display, lines, colour }: Look) {
  const { textPt, smallPt } = tokens.sizes
  const line = lines(textPt, tokens.lineHeight.text, 0, textPt * 0.7)
  const tight = lines(textPt, tokens.lineHeight.text, 0, textPt * 0.35)
  const right = twips(geometry.besideMm)
  const step = twips(stepMm)
  const item = { basedOn: 'BodyText', quickFormat: true, paragraph: { spacing: tight } }
  const further = (level: number) => ({
    name: level === 1 ? 'List Continue' : `List Continue ${level}`,
    basedOn: 'BodyText',
    paragraph: { spacing: tight, indent: { left: step * level, right } },
  })
  return {
    Normal: {
      name: 'Normal',
      quickFormat: true,
      paragraph: { spacing: lines(textPt, tokens.lineHeight.text) },
      run: { ...text(textPt), color: colour('ink') },
    },
    BodyText: {
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: line, indent: { right } },
    },
    // The levels of the numbering say how far they stand in.
    ListBullet: { name: 'List Bullet', ...item },
    ListNumber: { name: 'List Number', ...item },
    ListContinue: further(1),
    ListContinue2: further(2),
    ListContinue3: further(3),
    ListContinue4: further(4),
    ListContinue5: further(5),
    Quote: {
      name: 'Quote',
      basedOn: 'BodyText',
      next: 'BodyText',
      quickFormat: true,
      paragraph: { spacing: line, indent: { left: step, right: right + step } },
    },
    Code: {
      name: 'Code Block',
      basedOn: 'BodyText',
      next: 'BodyText',
      paragraph: { spacing: lines(smallPt, tokens.lineHeight.text, 0, textPt * 0.7), indent: { left: step, right } },
      run: { ...text(smallPt), font: 'Courier New', noProof: true },
    },
    Rule: {
      name: 'Rule',
      basedOn: 'BodyText',
      next: 'BodyText',
      paragraph: {
        spacing: line,
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: colour('rule') } },
      },
    },
    Picture: {
      name: 'Picture',
      basedOn: 'BodyText',
      paragraph: { spacing: { before: line.after, after: line.after } },
    },
    // As wide as a table: it reaches over what running text keeps free.
    Chart: {
      name: 'Chart',
      basedOn: 'Normal',
      next: 'Caption',
      paragraph: { spacing: { before: line.after, after: line.after }, keepNext: true },
    },
    DefinitionTerm: {
      name: 'Definition Term',
      basedOn: 'Normal',
      paragraph: { spacing: tight },
      run: { ...display(smallPt), bold: true },
    },
    DefinitionText: { name: 'Definition Text', basedOn: 'Normal', paragraph: { spacing: tight } },
    Bibliography: {
      name: 'Bibliography',
      basedOn: 'BodyText',
      quickFormat: true,
      paragraph: {
        spacing: line,
        indent: { left: twips(labelMm), hanging: twips(labelMm), right: 0 },
        keepLines: true,
      },
    },
  } satisfies StyleTable
}
