import type { BookMeta, Tokens } from '@briefbook/ast'
import type { IStylesOptions } from 'docx'
import type { Geometry } from '../geometry.js'
import { languageOf } from '../text/language.js'
import { boxStyles } from './boxes.js'
import { characterStyles } from './characters.js'
import { documentDefaults, hiddenDefaults } from './defaults.js'
import { frameStyles } from './frame.js'
import { frontStyles } from './front.js'
import { headingStyles } from './headings.js'
import { lookOf } from './look.js'
import { passageStyles } from './passages.js'
import { type ReversedStyle, reversedStyles } from './reversed.js'
import { sizedTableStyles, type TableStyle, tableTextStyles, wholeTableStyles } from './tables.js'
import { textStyles } from './text.js'

/** Every paragraph style that a handler may ask for. */
export type ParagraphStyle =
  | keyof ReturnType<typeof frontStyles>
  | keyof ReturnType<typeof headingStyles>
  | keyof ReturnType<typeof textStyles>
  | keyof ReturnType<typeof boxStyles>
  | keyof ReturnType<typeof passageStyles>
  | keyof ReturnType<typeof tableTextStyles>
  | keyof ReturnType<typeof frameStyles>
  | TableStyle
  | ReversedStyle

/** Every character style that a handler may ask for. */
export type CharacterStyle = keyof ReturnType<typeof characterStyles>

/**
 * All styles of a document.
 *
 * @param tableSizesPt  The sizes of type that its tables are set in.
 */
export function composeStyles(
  tokens: Tokens,
  geometry: Geometry,
  { language, print }: Pick<BookMeta, 'language' | 'print'>,
  tableSizesPt: Iterable<number>,
): IStylesOptions {
  const look = lookOf(tokens, geometry, print)
  const paragraphs = {
    ...textStyles(look),
    ...headingStyles(look),
    ...frontStyles(look),
    ...frameStyles(look),
    ...boxStyles(look),
    ...passageStyles(look),
    ...reversedStyles(look),
    ...tableTextStyles(look),
    ...sizedTableStyles(look, tableSizesPt),
  }
  return {
    importedStyles: [documentDefaults(look, languageOf(language)), ...hiddenDefaults(), ...wholeTableStyles(look)],
    paragraphStyles: Object.entries(paragraphs).map(([id, style]) => ({ id, ...style })),
    characterStyles: Object.entries(characterStyles(look)).map(([id, style]) => ({
      id,
      basedOn: 'DefaultParagraphFont',
      ...style,
    })),
  }
}
