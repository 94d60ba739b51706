import Handlebars from 'handlebars'
import { TemplateError } from './template-error.js'

/** The parts that every template must have, by the names that its template.yaml gives files to. */
export const requiredParts = [
  'document',
  'cover',
  'half-title',
  'colophon',
  'contents',
  'part',
  'chapter',
  'chart',
  'definition-list',
  'evidence',
  'finding',
  'key-judgement',
  'passage',
  'picture',
  'reference',
  'table',
] as const
export type PartName = (typeof requiredParts)[number]

/** A file of a template: what it is called in messages, and its text. */
export interface TemplateFile {
  path: string
  text: string
}

/** The files of a template, as they are read. */
export interface TemplateFiles {
  parts: { readonly [name in PartName]: TemplateFile }
  /** Style sheets, the last of which wins; plain CSS that uses the variables of `css/variables.ts`. */
  styles: readonly TemplateFile[]
  /** Page boxes and running heads: a Handlebars template, for margin boxes see no CSS variables of the document. */
  pages: TemplateFile
}

export interface CompiledTemplate {
  renderPart(name: PartName, view: object): string
  renderPages(view: object): string
  styles: string
}

/** A CSS string token for any text (CSS Syntax 3, 4.3.5), safe inside a style element as well. */
export function cssString(text: string): string {
  const escaped = text.replace(/["\\<>&\n\r\f\0]/g, char => `\\${char.charCodeAt(0).toString(16)} `)
  return `"${escaped}"`
}

/**
 * HTML that a view has already rendered, marked as such for Handlebars. The only way past its escaping: everything that
 * is passed comes out of hast or out of another part, which escape what they print.
 */
export function rendered(html: string): Handlebars.SafeString {
  return new Handlebars.SafeString(html)
}

function compile(file: TemplateFile, options: CompileOptions): (view: object) => string {
  const handlebars = Handlebars.create()
  handlebars.registerHelper('css', (value: unknown) => new Handlebars.SafeString(cssString(String(value))))
  let run: HandlebarsTemplateDelegate
  try {
    // Parsed at once, so that a fault is told before anything is rendered.
    run = handlebars.compile(handlebars.parse(file.text), { ...options, strict: true, knownHelpers: { css: true } })
  } catch (error) {
    throw new TemplateError(file, error)
  }
  return view => {
    try {
      return run(view)
    } catch (error) {
      throw error instanceof TemplateError ? error : new TemplateError(file, error, Object.keys(view))
    }
  }
}

/**
 * Compiles the files of a template. Values are escaped as HTML, in the page boxes left to the helper `css`; a name that
 * a view does not have is an error, not an empty string.
 *
 * @throws TemplateError where a part cannot be parsed.
 */
export function compileTemplate(files: TemplateFiles): CompiledTemplate {
  const parts = new Map(Object.entries(files.parts).map(([name, file]) => [name, compile(file, {})]))
  const pages = compile(files.pages, { noEscape: true })
  return {
    renderPart(name, view) {
      const part = parts.get(name)
      if (!part) throw new Error(`the template has no part ${name}`)
      return part(view)
    },
    renderPages: pages,
    styles: files.styles.map(({ text }) => text).join('\n'),
  }
}
