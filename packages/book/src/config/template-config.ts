import { type LocatedYaml, type Result, readYaml } from '@briefbook/diagnostics'
import { z } from 'zod'

/** The form of template.yaml. */
export const templateConfigSchema = z.strictObject({
  name: z.string().min(1).describe('What the template is called.'),
  description: z.string().default('').describe('What it is for.'),
  tokens: z.string().default('tokens.yaml').describe('The look: page, fonts, sizes, colours.'),
  styles: z.string().default('print.css').describe('The style sheet of the PDF.'),
  pages: z.string().default('pages.css.hbs').describe('Page boxes and running heads, a Handlebars template.'),
  parts: z.record(z.string(), z.string()).describe('The Handlebars file of each part that a book is made of.'),
})

/** template.yaml with every default filled in. */
export type TemplateConfig = z.output<typeof templateConfigSchema>

/** Reads the template.yaml of a template. */
export function readTemplateConfig(text: string, file: string): Result<LocatedYaml<TemplateConfig> | null> {
  return readYaml(text, file, templateConfigSchema)
}
