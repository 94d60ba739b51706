import type { Tokens } from '@briefbook/ast'
import { type Result, readYaml } from '@briefbook/diagnostics'
import { z } from 'zod'
import { millimetres, points } from './lengths.js'

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'A colour is written #rrggbb.')
  .describe('A colour, such as `#1f3a5f`.')

const fontFile = z.strictObject({
  weight: z.number().int().min(100).max(900),
  style: z.enum(['normal', 'italic']).default('normal'),
  file: z.string().describe('Path inside an npm package, or from the template folder.'),
  range: z.string().nullable().default(null).describe('CSS unicode-range, where several files share weight and style.'),
})

const fontFamily = z.strictObject({
  family: z.string().min(1),
  fallback: z.array(z.string()).min(1).describe('What to take where the family is missing; a generic family last.'),
  files: z.array(fontFile).default([]),
})

/** The form of tokens.yaml: the look of a book, said once for PDF and DOCX. */
export const tokensSchema = z.strictObject({
  page: z
    .strictObject({
      top: millimetres,
      bottom: millimetres,
      inner: millimetres.describe('Margin towards the spine.'),
      outer: millimetres,
      notes: millimetres.describe('Width of the column for notes beside the text.'),
      'notes-gap': millimetres.describe('Between the text and the notes.'),
    })
    .transform(page => ({
      topMm: page.top,
      bottomMm: page.bottom,
      innerMm: page.inner,
      outerMm: page.outer,
      notesMm: page.notes,
      notesGapMm: page['notes-gap'],
    })),
  fonts: z.strictObject({ text: fontFamily, display: fontFamily }),
  sizes: z
    .strictObject({
      text: points,
      small: points,
      note: points,
      table: points,
      'table-least': points.describe('No table is set smaller than this.'),
      title: points,
      part: points,
      chapter: points,
      section: points,
      subsection: points,
    })
    .transform(sizes => ({
      textPt: sizes.text,
      smallPt: sizes.small,
      notePt: sizes.note,
      tablePt: sizes.table,
      tableLeastPt: sizes['table-least'],
      titlePt: sizes.title,
      partPt: sizes.part,
      chapterPt: sizes.chapter,
      sectionPt: sizes.section,
      subsectionPt: sizes.subsection,
    })),
  'line-height': z.strictObject({ text: z.number(), display: z.number(), table: z.number() }),
  colours: z.strictObject({
    ink: colour,
    muted: colour,
    rule: colour,
    accent: colour,
    extracted: colour,
    written: colour,
    stances: z.strictObject({ favours: colour, opposes: colour, concerned: colour, mixed: colour, none: colour }),
    states: z.strictObject({ mentioned: colour, absent: colour }),
    levels: z.tuple([colour, colour, colour, colour, colour]),
  }),
})

/** Reads the tokens.yaml of a template. */
export function readTokens(text: string, file: string): Result<Tokens | null> {
  const { value, diagnostics } = readYaml(text, file, tokensSchema)
  if (!value) return { value: null, diagnostics }
  const { 'line-height': lineHeight, ...rest } = value.value
  return { value: { ...rest, lineHeight }, diagnostics }
}
