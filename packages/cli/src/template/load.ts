import { createRequire } from 'node:module'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { Paper, Tokens } from '@briefbook/ast'
import { readTemplateConfig, readTokens } from '@briefbook/book'
import { type Diagnostic, diagnostic, type LocatedYaml } from '@briefbook/diagnostics'
import {
  type CompiledTemplate,
  compileTemplate,
  type PartName,
  requiredParts,
  TemplateError,
  type TemplateFile,
} from '@briefbook/render-html'
import { Folder } from '../content/folder.js'
import { type LoadedFonts, loadFonts } from './fonts.js'

/** A template, read, checked and compiled. */
export interface LoadedTemplate {
  name: string
  folder: Folder
  tokens: Tokens
  fonts: LoadedFonts
  compiled: CompiledTemplate
}

/** The folder of a template: a path from the book's folder, or the package `@briefbook/template-<name>`. */
function templatePath(name: string, bookPath: string): string | null {
  if (name.startsWith('.') || isAbsolute(name)) return resolve(bookPath, name)
  try {
    return dirname(createRequire(import.meta.url).resolve(`@briefbook/template-${name}/package.json`))
  } catch {
    return null
  }
}

/** What a fault of Handlebars says, as a message that points into the part. */
export function templateDiagnostic(error: TemplateError): Diagnostic {
  return diagnostic('template-renders', error.message, {
    file: error.path,
    place: error.line === null ? null : { start: { line: error.line, column: error.column ?? 1 } },
  })
}

async function readFiles(
  folder: Folder,
  config: LocatedYaml<{ parts: { [name: string]: string }; styles: string; pages: string }>,
  diagnostics: Diagnostic[],
): Promise<{ parts: { [name in PartName]: TemplateFile }; styles: TemplateFile; pages: TemplateFile } | null> {
  const file = async (path: string, key: readonly string[]): Promise<TemplateFile | null> => {
    const text = await folder.readText(path)
    if (text !== null) return { path: join(folder.path, path), text }
    diagnostics.push(
      diagnostic('template-is-complete', `The template has no file \`${path}\`.`, {
        file: config.file,
        place: config.placeOf(key),
      }),
    )
    return null
  }
  const parts: { [name: string]: TemplateFile } = {}
  for (const name of requiredParts) {
    const path = config.value.parts[name]
    if (path === undefined) {
      diagnostics.push(
        diagnostic('template-is-complete', `The template has no part \`${name}\`.`, {
          file: config.file,
          place: config.placeOf(['parts']),
          expected: requiredParts.join(', '),
        }),
      )
      continue
    }
    const found = await file(path, ['parts', name])
    if (found) parts[name] = found
  }
  const styles = await file(config.value.styles, ['styles'])
  const pages = await file(config.value.pages, ['pages'])
  const complete = requiredParts.every(name => parts[name])
  return complete && styles && pages ? { parts: parts as { [name in PartName]: TemplateFile }, styles, pages } : null
}

/**
 * Loads the template that a book names.
 *
 * @param paper  What it is printed on.
 * @param from  Where the book names it, for the message when it is not there.
 * @returns `path` is where its folder is or would be; null where that cannot be told.
 */
export async function loadTemplate(
  name: string,
  bookPath: string,
  paper: Paper,
  from: Parameters<typeof diagnostic>[2],
): Promise<{ template: LoadedTemplate | null; path: string | null; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const path = templatePath(name, bookPath)
  const folder = path === null ? null : new Folder(path, `template:${name}/`)
  const text = await folder?.readText('template.yaml')
  if (!folder || text === null || text === undefined) {
    diagnostics.push(diagnostic('template-is-there', `There is no template \`${name}\`.`, from))
    return { template: null, path, diagnostics }
  }
  const config = readTemplateConfig(text, join(folder.path, 'template.yaml'))
  diagnostics.push(...config.diagnostics)
  if (!config.value) return { template: null, path, diagnostics }

  const tokensFile = config.value.value.tokens
  const tokensText = await folder.readText(tokensFile)
  if (tokensText === null) {
    diagnostics.push(
      diagnostic('template-is-complete', `The template has no file \`${tokensFile}\`.`, {
        file: config.value.file,
        place: config.value.placeOf(['tokens']),
      }),
    )
  }
  const tokens = tokensText === null ? null : readTokens(tokensText, join(folder.path, tokensFile), paper)
  diagnostics.push(...(tokens?.diagnostics ?? []))

  const files = await readFiles(folder, config.value, diagnostics)
  if (!tokens?.value || !files) return { template: null, path, diagnostics }

  const fonts = await loadFonts(folder, tokens.value, join(folder.path, tokensFile))
  diagnostics.push(...fonts.diagnostics)
  try {
    const compiled = compileTemplate(files)
    return { template: { name, folder, tokens: tokens.value, fonts: fonts.value, compiled }, path, diagnostics }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return { template: null, path, diagnostics: [...diagnostics, templateDiagnostic(error)] }
  }
}
