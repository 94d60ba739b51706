import { type LocatedYaml, type Result, readYaml } from '@briefbook/diagnostics'
import { z } from 'zod'
import { partsSchema } from './book-config.js'

/** What a book made with the template is made up of; both outputs follow it. */
const makeupSchema = z.strictObject({
  cover: z
    .enum(['page', 'head'])
    .default('page')
    .describe('Whether title and date fill a page of their own or stand at the head of the first.'),
  contents: z.boolean().default(true).describe('Whether there are contents and a list of tables.'),
  'part-pages': z.boolean().default(true).describe('Whether each part begins with a page of its own.'),
  'chapter-pages': z.boolean().default(true).describe('Whether each chapter begins on a new page.'),
  order: partsSchema
    .nullable()
    .default(null)
    .describe('The order of a book that does not say its own; `written` stands for the written chapters.'),
})

/** The form of template.yaml. What is not named is that of the template that it extends. */
export const templateConfigSchema = z.strictObject({
  name: z.string().min(1).describe('What the template is called.'),
  description: z.string().default('').describe('What it is for.'),
  extends: z
    .string()
    .nullable()
    .default(null)
    .describe('The template whose files are taken for those not named here: its name, or the path of its folder.'),
  tokens: z
    .string()
    .optional()
    .describe('The look: page, fonts, sizes, colours. Of a template that extends another, what is different.'),
  styles: z.string().optional().describe("The style sheet of the PDF; it comes behind the extended template's."),
  pages: z.string().optional().describe('Page boxes and running heads, a Handlebars template.'),
  parts: z.record(z.string(), z.string()).default({}).describe('The Handlebars file of each part of a book.'),
  makeup: makeupSchema.optional().describe('What a book made with the template is made up of.'),
})

/** template.yaml with every default filled in. */
export type TemplateConfig = z.output<typeof templateConfigSchema>
/** What a book is made up of. */
export type Makeup = z.output<typeof makeupSchema>

/** Of a template that does not say: a book with a cover, contents, and pages for parts and chapters. */
export const defaultMakeup: Makeup = makeupSchema.parse({})

/** Reads the template.yaml of a template. */
export function readTemplateConfig(text: string, file: string): Result<LocatedYaml<TemplateConfig> | null> {
  return readYaml(text, file, templateConfigSchema)
}
