import type { PrintOptions } from './book.js'
import type { CellState } from './matrix.js'
import type { Stance } from './statement.js'

/**
 * The look of a book, said once: CSS variables, Word styles and the layout planner all read it. Lengths are numbers in
 * the unit that the name ends in; colours are `#rrggbb`.
 */
export interface Tokens {
  page: PageTokens
  tabs: TabTokens
  fonts: Fonts
  sizes: SizeTokens
  /** Multiples of the font size. */
  lineHeight: { text: number; display: number; table: number }
  colours: ColourTokens
}

export interface PageTokens {
  topMm: number
  bottomMm: number
  /** Towards the spine. */
  innerMm: number
  outerMm: number
  /** The column beside the text that notes stand in, on its outer side. */
  notesMm: number
  /** Between the text and the notes. */
  notesGapMm: number
  /** What office printers leave white along the edge. */
  edgeMm: number
}

/** The tabs at the fore-edge. */
export interface TabTokens {
  widthMm: number
  /** At most; they are lower where there are more parts than room. */
  heightMm: number
}

export interface Fonts {
  text: FontFamily
  display: FontFamily
  /** What sets letters that those two do not have, by the ISO 15924 code of how they are written: `Arab`, `Hans`. */
  scripts: { [script: string]: ScriptFonts }
}

/** One family for running text, one for tables, notes and heads. */
export type FontRole = 'text' | 'display'

export type ScriptFonts = { [role in FontRole]: ScriptFamily }

/** A family of fonts for a script. */
export interface ScriptFamily extends FontFamily {
  /** The npm package of Fontsource that the files are taken from; null where they are named. */
  package: string | null
}

export interface FontFamily {
  family: string
  /** What to take where the family is not at hand, best first; ends in a generic family. */
  fallback: string[]
  files: FontFile[]
}

export interface FontFile {
  /** 100 to 900. */
  weight: number
  style: 'normal' | 'italic'
  /** As a package path: `@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2`. */
  file: string
  /** CSS `unicode-range`, where several files share a weight and style. */
  range: string | null
}

export interface SizeTokens {
  textPt: number
  smallPt: number
  notePt: number
  tablePt: number
  /** No table is set smaller than this. */
  tableLeastPt: number
  titlePt: number
  partPt: number
  chapterPt: number
  sectionPt: number
  subsectionPt: number
}

export interface ColourTokens {
  ink: string
  muted: string
  rule: string
  accent: string
  /** What is written on a ground of the accent. */
  onAccent: string
  /** The word across the pages of a draft. */
  watermark: string
  /** Ground of what is extracted from sources. */
  extracted: string
  /** Ground of what an analyst wrote. */
  written: string
  /** Ground of a matrix cell by its prevailing stance. */
  stances: { [stance in Stance]: string }
  /** Ground of a matrix cell without position. */
  states: { [state in Exclude<CellState, 'position'>]: string }
  /** Grounds of the coverage picture, from none to most. */
  levels: [string, string, string, string, string]
}

const generic = /^(?:(?:sans-)?serif|monospace|system-ui|ui-[a-z-]+)$/

/**
 * The families that letters are looked for in, in this order: that of the role, those of scripts, what stands in for them.
 *
 * @param first  The script whose family comes before all others: letters that it shares with others are set in it.
 */
export function familiesOf({ scripts, ...roles }: Fonts, role: FontRole, first?: string): string[] {
  const own = roles[role]
  const before = first === undefined ? undefined : scripts[first]?.[role]
  const others = Object.values(scripts).map(fonts => fonts[role])
  const names = [
    ...(before ? [before.family] : []),
    own.family,
    ...others.map(({ family }) => family),
    ...[...(before ? [before] : []), ...others].flatMap(({ fallback }) => fallback.filter(name => !generic.test(name))),
    ...own.fallback,
  ]
  return [...new Set(names)]
}

/** Width and height of the papers, upright. ISO 216 and ANSI Y14.1. */
export const papers = {
  A4: { widthMm: 210, heightMm: 297 },
  Letter: { widthMm: 215.9, heightMm: 279.4 },
  A5: { widthMm: 148, heightMm: 210 },
} as const

/** Crop marks keep this far off the page (so that none is left when it is cut), and are this long. */
export const cropMarks = { gapMm: 3, lengthMm: 5 } as const

/** How far the sheet reaches over the page on each side: room for the bleed and for marks beyond it. */
export function sheetEdgeMm({ bleedMm, marks }: Pick<PrintOptions, 'bleedMm' | 'marks'>): number {
  return marks === 'crop' ? Math.max(bleedMm, cropMarks.gapMm) + cropMarks.lengthMm : bleedMm
}

/** The sign that stands for a stance wherever colour must not be the only one. */
export const stanceSigns: { readonly [stance in Stance]: string } = {
  favours: '+',
  opposes: '−',
  concerned: '!',
  mixed: '±',
  none: '·',
}
