import type { Stance, stances } from '@briefbook/ast'
import type { ICharacterStyleOptions } from 'docx'
import { fontOf } from '../text/scripts.js'
import { colour as hex } from '../units.js'
import type { Look } from './look.js'

type CharacterTable = { readonly [id: string]: Omit<ICharacterStyleOptions, 'id'> & { name: string } }

/** The style of the sign of a stance. */
export function stanceStyle(stance: Stance): `Stance${Capitalize<Stance>}` {
  return `Stance${(stance.charAt(0).toUpperCase() + stance.slice(1)) as Capitalize<Stance>}`
}

/** What sets words apart within a paragraph. */
export function characterStyles({ tokens, display, text, colour }: Look) {
  const { smallPt, notePt, sectionPt } = tokens.sizes
  const fontOnly = { font: fontOf(tokens.fonts, 'display') }
  const stance = (name: Stance) => ({
    name: `Stance ${name}`,
    run: { ...fontOnly, bold: true, shading: { fill: hex(tokens.colours.stances[name]) } },
  })
  return {
    Emphasis: { name: 'Emphasis', quickFormat: true, run: { italics: true } },
    Strong: { name: 'Strong', quickFormat: true, run: { bold: true } },
    Deleted: { name: 'Deleted', run: { strike: true } },
    CodeText: { name: 'Code Text', run: { font: 'Courier New', noProof: true } },
    Hyperlink: { name: 'Hyperlink', run: { color: colour('accent'), underline: { color: colour('rule') } } },
    CrossReference: { name: 'Cross Reference', run: { color: colour('accent') } },
    FootnoteReference: { name: 'footnote reference', run: { superScript: true, color: colour('accent') } },
    CommentReference: { name: 'annotation reference', run: { ...display(notePt) } },
    HeadingNumber: { name: 'Heading Number', run: { color: colour('muted') } },
    PartNumber: { name: 'Part Number', run: { ...display(sectionPt), color: colour('muted') } },
    PassageNumber: { name: 'Passage Number', run: { ...display(notePt), color: colour('muted') } },
    CaptionNumber: { name: 'Caption Number', run: { color: colour('accent') } },
    ReferenceLabel: { name: 'Reference Label', run: { ...display(smallPt), bold: true } },
    Label: { name: 'Label', run: { bold: true, color: colour('muted') } },
    Placeholder: { name: 'Picture Placeholder', run: { ...text(smallPt), italics: true, color: colour('muted') } },
    StanceFavours: stance('favours'),
    StanceOpposes: stance('opposes'),
    StanceConcerned: stance('concerned'),
    StanceMixed: stance('mixed'),
    StanceNone: stance('none'),
  } satisfies CharacterTable & { [stance in `Stance${Capitalize<(typeof stances)[number]>}`]: unknown }
}
