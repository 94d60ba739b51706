import { AlignmentType } from 'docx'
import { twips } from '../units.js'
import type { Look, StyleTable } from './look.js'

/** What stands around the text: running heads, feet, notes, comments. */
export function frameStyles({ tokens, geometry, display, lines, colour }: Look) {
  const { notePt, smallPt } = tokens.sizes
  const running = {
    basedOn: 'Normal',
    paragraph: { spacing: lines(smallPt, tokens.lineHeight.display) },
    run: { ...display(smallPt), color: colour('muted') },
  }
  // Odd pages lie to the right: their outer edge is where a line ends.
  const outer = { ...running.paragraph, alignment: AlignmentType.END }
  return {
    Header: { name: 'header', ...running, paragraph: outer },
    HeaderEven: { name: 'Header Even', ...running },
    Footer: { name: 'footer', ...running, paragraph: outer },
    FooterEven: { name: 'Footer Even', ...running },
    Handling: {
      name: 'Handling',
      basedOn: 'Normal',
      paragraph: { spacing: lines(smallPt, tokens.lineHeight.display), alignment: AlignmentType.CENTER },
      run: { ...display(smallPt), bold: true, color: colour('accent') },
    },
    CommentText: {
      name: 'annotation text',
      basedOn: 'Normal',
      uiPriority: 99,
      paragraph: { spacing: lines(smallPt, tokens.lineHeight.text) },
      run: display(smallPt),
    },
    FootnoteText: {
      name: 'footnote text',
      basedOn: 'Normal',
      uiPriority: 99,
      paragraph: {
        spacing: lines(notePt, tokens.lineHeight.text, 0, notePt * 0.3),
        indent: { right: twips(geometry.besideMm) },
      },
      run: display(notePt),
    },
  } satisfies StyleTable
}
