import type { Paper, Tokens } from '@briefbook/ast'
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

const page = z.strictObject({
  top: millimetres,
  bottom: millimetres,
  inner: millimetres.describe('Margin towards the spine.'),
  outer: millimetres,
  notes: millimetres.describe('Width of the column for notes beside the text.'),
  'notes-gap': millimetres.describe('Between the text and the notes.'),
  edge: millimetres.describe('What office printers leave white along the edge: thumb tabs keep out of it.'),
})

const sizes = z.strictObject({
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

const tabs = z.strictObject({
  width: millimetres,
  height: millimetres.describe('At most; tabs are lower where there are more parts than room.'),
})

/** What is set otherwise on a paper of another size. */
const onPaper = z
  .strictObject({ page: page.partial(), sizes: sizes.partial(), tabs: tabs.partial() })
  .partial()
  .describe('What is otherwise on this paper.')

/** The form of tokens.yaml: the look of a book, said once for PDF and DOCX. */
export const tokensSchema = z.strictObject({
  page,
  tabs: tabs.describe('The tabs at the fore-edge that show the parts.'),
  fonts: z.strictObject({ text: fontFamily, display: fontFamily }),
  sizes,
  'line-height': z.strictObject({ text: z.number(), display: z.number(), table: z.number() }),
  colours: z.strictObject({
    ink: colour,
    muted: colour,
    rule: colour,
    accent: colour,
    'on-accent': colour.describe('What is written on a ground of the accent.'),
    watermark: colour.describe('The word across the pages of a draft: pale.'),
    extracted: colour,
    written: colour,
    stances: z.strictObject({ favours: colour, opposes: colour, concerned: colour, mixed: colour, none: colour }),
    states: z.strictObject({ mentioned: colour, absent: colour }),
    levels: z.tuple([colour, colour, colour, colour, colour]),
  }),
  papers: z.strictObject({ A4: onPaper, Letter: onPaper, A5: onPaper }).partial().default({}),
})

const pageTokens = (values: z.output<typeof page>): Tokens['page'] => ({
  topMm: values.top,
  bottomMm: values.bottom,
  innerMm: values.inner,
  outerMm: values.outer,
  notesMm: values.notes,
  notesGapMm: values['notes-gap'],
  edgeMm: values.edge,
})

const sizeTokens = (values: z.output<typeof sizes>): Tokens['sizes'] => ({
  textPt: values.text,
  smallPt: values.small,
  notePt: values.note,
  tablePt: values.table,
  tableLeastPt: values['table-least'],
  titlePt: values.title,
  partPt: values.part,
  chapterPt: values.chapter,
  sectionPt: values.section,
  subsectionPt: values.subsection,
})

/** Reads the tokens.yaml of a template, as it is for a paper. Default: A4. */
export function readTokens(text: string, file: string, paper: Paper = 'A4'): Result<Tokens | null> {
  const { value, diagnostics } = readYaml(text, file, tokensSchema)
  if (!value) return { value: null, diagnostics }
  const tokens = value.value
  const own = tokens.papers[paper]
  const { 'on-accent': onAccent, ...colours } = tokens.colours
  const { width, height } = { ...tokens.tabs, ...own?.tabs }
  return {
    value: {
      page: pageTokens({ ...tokens.page, ...own?.page }),
      tabs: { widthMm: width, heightMm: height },
      fonts: tokens.fonts,
      sizes: sizeTokens({ ...tokens.sizes, ...own?.sizes }),
      lineHeight: tokens['line-height'],
      colours: { ...colours, onAccent },
    },
    diagnostics,
  }
}
