import type { PrintOptions, Tokens } from '@briefbook/ast'
import {
  type IParagraphPropertiesOptions,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type ISpacingProperties,
  LineRuleType,
} from 'docx'
import type { Geometry } from '../geometry.js'
import { fontOf } from '../text/scripts.js'
import { colour, halfPoints, twipsOfPoints } from '../units.js'

/** Paragraph styles by their ids. */
export type StyleTable = {
  readonly [id: string]: Omit<IParagraphStyleOptions, 'id' | 'paragraph'> & {
    name: string
    // The library's type for styles leaves out what a style can say as well; it writes it.
    paragraph?: Omit<IParagraphPropertiesOptions, 'style' | 'heading' | 'bullet' | 'numbering' | 'revision'>
  }
}

/** The tokens in Word's measures: what every style is made of. */
export interface Look {
  tokens: Tokens
  geometry: Geometry
  /** What the book is made up of. */
  print: PrintOptions
  text: (sizePt: number) => IRunStylePropertiesOptions
  display: (sizePt: number) => IRunStylePropertiesOptions
  /** Lines of a size at a multiple of it, with white space before and after in points. */
  lines: (sizePt: number, multiple: number, beforePt?: number, afterPt?: number) => ISpacingProperties
  colour: (name: 'ink' | 'muted' | 'rule' | 'accent' | 'extracted' | 'written') => string
}

export function lookOf(tokens: Tokens, geometry: Geometry, print: PrintOptions): Look {
  return {
    tokens,
    geometry,
    print,
    text: sizePt => ({ font: fontOf(tokens.fonts, 'text'), size: halfPoints(sizePt) }),
    display: sizePt => ({ font: fontOf(tokens.fonts, 'display'), size: halfPoints(sizePt) }),
    // "At least": as CSS sets lines, whatever height the font asks for, and a taller sign still has room.
    lines: (sizePt, multiple, beforePt = 0, afterPt = 0) => ({
      line: twipsOfPoints(sizePt * multiple),
      lineRule: LineRuleType.AT_LEAST,
      before: twipsOfPoints(beforePt),
      after: twipsOfPoints(afterPt),
    }),
    colour: name => colour(tokens.colours[name]),
  }
}
