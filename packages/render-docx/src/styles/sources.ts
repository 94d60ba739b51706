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
  const indent = { left: step * 0.7, right: right + step * 0.5 }
  // Above and below a border in the colour of the ground: a margin inside the box. Paragraphs that follow one another
  // with the same borders and indents are one box.
  const box = (ground: 'extracted' | 'written', edge: 'rule' | 'accent') => {
    const inside = { style: BorderStyle.SINGLE, size: 4, space: 4, color: colour(ground) }
    const left = { style: BorderStyle.SINGLE, size: 16, space: 9, color: colour(edge) }
    return { shading: { fill: colour(ground) }, border: { top: inside, left, bottom: inside }, indent, keepLines: true }
  }
  const extracted = box('extracted', 'rule')
  const written = box('written', 'accent')
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

/** The styles that hold what a source says, which may be in a language of the other direction. */
const quoting = [
  'Evidence',
  'Passage',
  'PassageHeading',
  'PassageItem1',
  'PassageItem2',
  'PassageItem3',
  'PassageItem4',
  'PassageQuotation',
  'PassageNote',
] as const
type Quoting = (typeof quoting)[number]

export type ReversedStyle = `${Quoting}Reversed`

/** The style of a paragraph that runs against the book's direction; the style itself where it needs none. */
export function reversed<T extends string>(style: T): T | ReversedStyle {
  return (quoting as readonly string[]).includes(style) ? `${style as Quoting}Reversed` : style
}

/**
 * The same styles for text that runs against the book's direction. Word takes `left` for where a line begins, so that
 * what stands in the column of the text must count from its other side.
 */
export function reversedStyles(look: Look): StyleTable {
  const styles: StyleTable = sourceStyles(look)
  return Object.fromEntries(
    quoting.map(id => {
      const style = styles[id] as StyleTable[string]
      const base = style.basedOn === 'Passage' ? styles.Passage?.paragraph?.indent : {}
      const { left = 0, right = 0, hanging = 0 } = { ...base, ...style.paragraph?.indent }
      const [start, end, hang] = [Number(left), Number(right), Number(hanging)]
      const paragraph = {
        indent: { left: end + hang, hanging: hang, right: start - hang },
        ...(style.paragraph?.tabStops
          ? { tabStops: style.paragraph.tabStops.map(stop => ({ ...stop, position: Number(stop.position) + end })) }
          : {}),
      }
      return [`${id}Reversed`, { name: `${style.name} Reversed`, basedOn: id, paragraph }]
    }),
  )
}
