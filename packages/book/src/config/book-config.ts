import { isLanguageTag, matrixAxes, stances } from '@briefbook/ast'
import { type LocatedYaml, type Result, readYaml } from '@briefbook/diagnostics'
import { z } from 'zod'
import { millimetres } from './lengths.js'

/** Chapters that Briefbook makes from the data. Some become several: `actors` is a chapter an actor. */
export const generatedChapters = [
  'changes',
  'reading-guide',
  'at-a-glance',
  'matrix',
  'agreements',
  'gaps',
  'actors',
  'issues',
  'timeline',
  'figures',
  'people',
  'glossary',
  'dossiers',
  'references',
  'method',
  'index',
] as const
export type GeneratedChapter = (typeof generatedChapters)[number]

const partSchema = z.strictObject({
  title: z.string().min(1).describe('The heading of the part.'),
  chapters: z
    .array(z.string().min(1))
    .min(1)
    .describe(`Files of the chapters folder, or chapters that Briefbook makes: ${generatedChapters.join(', ')}.`),
})

/** What the DOCX can ask editors in comments. */
const questions = ['disagreements', 'gaps', 'unreviewed'] as const
export type Question = (typeof questions)[number]

/** The parts of a book, in their order. */
export const partsSchema = z.array(partSchema).min(1)

const positive = z.number().positive()
const whole = z.int().positive()

/** What the reading of one source may take before it is given up; the other sources are read all the same. */
const limitsSchema = z.strictObject({
  seconds: positive.max(86_400).default(60).describe('Time to read one source.'),
  memoryMb: whole.min(64).default(1024).describe('Memory for reading one source, in megabytes.'),
  fileMb: positive.default(32).describe('Size of one file, in megabytes.'),
  textCharacters: whole.default(12_000_000).describe('Length of the text of one source.'),
  unpackedMb: positive.default(64).describe('What a DOCX may unpack to, in megabytes.'),
  pages: whole.default(3000).describe('Pages of a PDF.'),
})

const isDay = (value: string) => {
  const date = new Date(`${value}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

const ids = (what: string) =>
  z.array(z.string().min(1)).min(1).nullable().default(null).describe(`${what}, in this order; all where left out.`)

const isDate = (value: string) => /^\d{4}$/.test(value) || isMonth(value) || isDay(value)
const isMonth = (value: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value)
// YAML reads a bare year as a number.
const date = (what: string) =>
  z
    .union([z.string(), z.number().int()])
    .transform(String)
    .refine(isDate, 'A date is a year, a month or a day, such as 2021, 2021-08 or 2021-08-15.')
    .nullable()
    .default(null)
    .describe(what)

const filterSchema = z.strictObject({
  actors: ids('Ids of actors'),
  issues: ids('Ids of issues'),
  sources: ids('Ids of sources'),
  speakers: ids('Names of speakers as the sources give them'),
  stances: z.array(z.enum(stances)).min(1).nullable().default(null).describe('Stances that count.'),
  coder: z.enum(['rule', 'analyst']).nullable().default(null).describe('Who found the statements that count.'),
  from: date('Sources of this day, month or year and later.'),
  until: date('Sources of this day, month or year and earlier.'),
})

const axis = (what: string) =>
  z
    .enum(matrixAxes)
    .describe(`What its ${what} are. Years and months are those of the source, or of the document that it reports on.`)

const matrixSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^(?=.*[a-z])[a-z0-9][a-z0-9-]*$/, 'An id is made of small letters, digits and hyphens.')
      .describe('What a chapter calls it by: `::matrix{#russia-by-year}`.'),
    title: z.string().min(1).nullable().default(null).describe('Its caption.'),
    rows: axis('rows'),
    columns: axis('columns'),
    only: filterSchema.prefault({}).describe('Which statements count; all where left out.'),
    'at-a-glance': z.boolean().default(false).describe('Whether the chapter at-a-glance shows it.'),
  })
  .refine(({ rows, columns }) => rows !== columns, {
    path: ['columns'],
    message: 'Rows and columns are the same: take another for one of them.',
  })

/** The form of book.yaml. */
export const bookConfigSchema = z.strictObject({
  title: z.string().min(1).describe('The title on the cover.'),
  subtitle: z.string().nullable().default(null).describe('Below the title.'),
  authors: z.array(z.string()).default([]).describe('Who made the book.'),
  organisation: z.string().nullable().default(null).describe('For whom it was made.'),
  edition: z.string().nullable().default(null).describe('Such as `2nd edition` or `Draft`.'),
  since: z
    .string()
    .nullable()
    .default(null)
    .describe(
      'Name of the edition that this one is compared with; `none` for no comparison. Default: the last released.',
    ),
  date: z
    .string()
    .refine(isDay, 'A day is written year-month-day, such as 2026-03-31.')
    .nullable()
    .default(null)
    .describe('The day on the cover, such as 2026-03-31.'),
  language: z
    .string()
    .refine(isLanguageTag, 'A language is written as its tag: en, de or pt-BR.')
    .default('en')
    .describe('Language of the book, as a BCP 47 tag.'),
  paper: z.enum(['A4', 'Letter', 'A5']).default('A4').describe('Size of the page.'),
  sides: z
    .enum(['single', 'double'])
    .default('double')
    .describe('Double: pages mirror each other, with the gutter at the spine, and parts begin on right-hand pages.'),
  'front-matter': z
    .enum(['roman', 'arabic'])
    .default('roman')
    .describe(
      'Numbers of the pages before the first part. Roman: i, ii, iii, and the body from 1; arabic: all counted through.',
    ),
  bleed: millimetres
    .prefault('0mm')
    .refine(mm => mm <= 10, 'A bleed is 10mm at most; printers ask for 3mm to 5mm.')
    .describe('How far colour reaches over the edge of the page, for a printer who cuts it, such as `3mm`.'),
  marks: z.enum(['none', 'crop']).default('none').describe('Marks that show a printer where to cut.'),
  handling: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe('Marking at head and foot of every page, such as `Internal` or `Embargoed until 1 May`.'),
  draft: z.boolean().default(false).describe('Whether every page says across that this is a draft.'),
  hyphenation: z
    .boolean()
    .default(true)
    .describe('Whether long words of running text may break at the end of a line in the PDF.'),
  'half-title': z.boolean().default(false).describe('Whether a page with the title alone follows the cover.'),
  'thumb-tabs': z.boolean().default(true).describe('Whether a tab at the fore-edge shows the part.'),
  'ask-editors': z
    .array(z.enum(questions))
    .default(['disagreements', 'gaps'])
    .describe('What the DOCX asks editors in comments; [] for nothing.'),
  reference: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe("A house's own DOCX, whose styles, theme, heads and feet the book's DOCX takes, such as `house.docx`."),
  template: z.string().default('briefing').describe('Name of a template, or the path of its folder.'),
  codebook: z.string().default('codebook.yaml').describe('The actors and the issues to compare.'),
  codings: z.string().default('codings.yaml').describe("The analysts' word over the rules'; may be missing."),
  sources: z.string().default('sources/').describe('Folder of the texts to compare.'),
  chapters: z.string().default('chapters/').describe('Folder of the written chapters; may be missing.'),
  matrices: z
    .array(matrixSchema)
    .default([])
    .describe('Matrices beside actor-issue, source-issue and source-actor, which every book has.'),
  abstract: z
    .number()
    .int()
    .min(0)
    .max(10)
    .default(3)
    .describe('How many of its most central sentences stand at the head of a source; 0 for none.'),
  glossary: z
    .record(z.string().min(1), z.string().min(1))
    .default({})
    .describe('Terms with their meaning, for the chapter glossary.'),
  parts: partsSchema.nullable().default(null).describe("The order of the book; the template's where left out."),
  limits: limitsSchema.prefault({}).describe('What the reading of one source may take.'),
})

/** book.yaml with every default filled in. */
export type BookConfig = z.output<typeof bookConfigSchema>

/** The limits of a book that sets none. */
export const defaultLimits: BookConfig['limits'] = limitsSchema.parse({})

/** Reads book.yaml. */
export function readBookConfig(text: string, file: string): Result<LocatedYaml<BookConfig> | null> {
  return readYaml(text, file, bookConfigSchema)
}
