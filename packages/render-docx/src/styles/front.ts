import { BorderStyle, LeaderType, TabStopType } from 'docx'
import { twips } from '../units.js'
import type { Look, StyleTable } from './look.js'

/** Where the titles of parts, chapters and sections begin in the contents. */
const titleAtMm = { part: 18, chapter: 10, section: 22 }

/** The cover, the contents and the list of tables. */
export function frontStyles({ tokens, geometry, print, display, lines, colour }: Look) {
  // White space on a page of its own; a head is followed by the text at once.
  const room = print.cover === 'page' ? 1 : 0.1
  const { textPt, smallPt, notePt, titlePt, sectionPt, partPt, chapterPt } = tokens.sizes
  const dots = { type: TabStopType.RIGHT, position: twips(geometry.portraitMm), leader: LeaderType.DOT }
  const line = lines(textPt, tokens.lineHeight.text, 0, textPt * 0.2)
  const entry = (name: string, atMm: number, hangingMm: number) => ({
    name,
    basedOn: 'Normal',
    uiPriority: 39,
    paragraph: {
      spacing: line,
      tabStops: [{ type: TabStopType.LEFT, position: twips(atMm) }, dots],
      indent: { left: twips(atMm), hanging: twips(hangingMm) },
    },
    run: display(textPt),
  })
  const part = entry('toc 1', titleAtMm.part, titleAtMm.part)
  const coverLine = lines(textPt, tokens.lineHeight.text, 0, textPt * 0.2)
  return {
    CoverOrganisation: {
      name: 'Cover Organisation',
      basedOn: 'Normal',
      paragraph: { spacing: lines(sectionPt, tokens.lineHeight.display, 0, titlePt * 3.5 * room) },
      run: { ...display(sectionPt), color: colour('accent') },
    },
    Title: {
      name: 'Title',
      basedOn: 'Normal',
      next: 'Subtitle',
      quickFormat: true,
      paragraph: {
        spacing: lines(titlePt, tokens.lineHeight.display, titlePt * room, titlePt * 0.5),
        border: { top: { style: BorderStyle.SINGLE, size: 18, space: 20, color: colour('accent') } },
      },
      run: { ...display(titlePt), bold: true, color: colour('accent') },
    },
    Subtitle: {
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'CoverLine',
      quickFormat: true,
      paragraph: { spacing: lines(sectionPt * 1.2, tokens.lineHeight.display, 0, titlePt * 6 * room) },
      run: { ...display(sectionPt * 1.2), color: colour('ink') },
    },
    CoverLine: { name: 'Cover Line', basedOn: 'Normal', paragraph: { spacing: coverLine }, run: display(textPt) },
    HalfTitle: {
      name: 'Half Title',
      basedOn: 'Normal',
      paragraph: { spacing: lines(chapterPt, tokens.lineHeight.display, titlePt * 4), pageBreakBefore: true },
      run: { ...display(chapterPt), bold: true, color: colour('accent') },
    },
    Colophon: {
      name: 'Colophon',
      basedOn: 'Normal',
      paragraph: { spacing: lines(smallPt, tokens.lineHeight.text, smallPt * 0.6) },
      run: { ...display(smallPt), color: colour('muted') },
    },
    ColophonTitle: {
      name: 'Colophon Title',
      basedOn: 'Colophon',
      next: 'Colophon',
      paragraph: { spacing: lines(smallPt, tokens.lineHeight.text, titlePt * 4), pageBreakBefore: true },
      run: { bold: true },
    },
    ColophonHash: {
      name: 'Colophon Hash',
      basedOn: 'Colophon',
      paragraph: {
        spacing: lines(notePt, tokens.lineHeight.text),
        tabStops: [{ type: TabStopType.LEFT, position: twips(24) }],
      },
      run: { ...display(notePt), noProof: true },
    },
    TOCHeading: {
      name: 'TOC Heading',
      basedOn: 'Normal',
      next: 'Normal',
      uiPriority: 39,
      quickFormat: true,
      paragraph: { spacing: lines(partPt, tokens.lineHeight.display, partPt * 0.6, partPt * 0.8), keepNext: true },
      run: { ...display(partPt), bold: true, color: colour('accent') },
    },
    TOC1: {
      ...part,
      paragraph: {
        ...part.paragraph,
        spacing: lines(textPt, tokens.lineHeight.text, textPt, textPt * 0.3),
        keepNext: true,
      },
      run: { ...part.run, bold: true, color: colour('accent') },
    },
    TOC2: entry('toc 2', titleAtMm.chapter, titleAtMm.chapter),
    PartEntry: { name: 'Part Entry', basedOn: 'TOC2' },
    TOC3: { ...entry('toc 3', titleAtMm.section, titleAtMm.section - titleAtMm.chapter), run: display(smallPt) },
    TableofFigures: { ...entry('table of figures', 0, 0), run: display(smallPt), uiPriority: 99 },
  } satisfies StyleTable
}
