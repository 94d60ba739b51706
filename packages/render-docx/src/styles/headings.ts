import { BorderStyle } from 'docx'
import { twips } from '../units.js'
import type { Look, StyleTable } from './look.js'

/** Where the title of a chapter or section, which are numbered, begins: room for `12.10` in the size of a section's head. */
const numberMm = 13
/** Where the title of a part begins: room for `Part VIII`. */
const partNumberMm = 24

/** The heads of parts, chapters and sections. */
export function headingStyles({ tokens, geometry, print, display, lines, colour }: Look) {
  const { partPt, chapterPt, sectionPt, subsectionPt } = tokens.sizes
  const hanging = twips(numberMm)
  const heading = (level: number, sizePt: number, beforePt: number, afterPt: number) => ({
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'BodyText',
    quickFormat: true,
    paragraph: {
      spacing: lines(sizePt, tokens.lineHeight.display, beforePt, afterPt),
      indent: { right: twips(geometry.besideMm) },
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
    },
    run: { ...display(sizePt), bold: true, color: colour('accent') },
  })
  const part = heading(1, partPt, partPt * 6, partPt)
  // On a new page there is nothing above to keep off.
  const chapter = heading(
    2,
    chapterPt,
    print.chapterPages ? 0 : chapterPt * 1.2,
    chapterPt * (print.chapterPages ? 1.2 : 0.6),
  )
  const section = heading(3, sectionPt, sectionPt * 1.6, sectionPt * 0.5)
  const rule = { style: BorderStyle.SINGLE, size: 6, space: 8, color: colour('accent') }
  return {
    Heading1: {
      ...part,
      paragraph: { ...part.paragraph, indent: { left: twips(partNumberMm), hanging: twips(partNumberMm) } },
    },
    Heading2: {
      ...chapter,
      paragraph: {
        ...chapter.paragraph,
        indent: { left: hanging, hanging },
        border: { bottom: rule },
        pageBreakBefore: print.chapterPages,
      },
    },
    Heading3: {
      ...section,
      paragraph: { ...section.paragraph, indent: { ...section.paragraph.indent, left: hanging, hanging } },
    },
    Heading4: heading(4, subsectionPt, subsectionPt * 1.3, subsectionPt * 0.4),
    Heading5: heading(5, subsectionPt, subsectionPt * 1.3, subsectionPt * 0.4),
    Heading6: heading(6, subsectionPt, subsectionPt * 1.3, subsectionPt * 0.4),
    // Looks the same and is in the outline, but the contents collect heads by the names of their styles.
    Heading3Unlisted: { name: 'Heading 3 Unlisted', basedOn: 'Heading3', next: 'BodyText', quickFormat: true },
  } satisfies StyleTable
}
