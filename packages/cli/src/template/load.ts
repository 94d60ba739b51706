import { createRequire } from 'node:module'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Paper, Tokens } from '@briefbook/ast'
import { defaultMakeup, type Makeup, readTemplateConfig, readTokens, type TemplateConfig } from '@briefbook/book'
import { type Diagnostic, DiagnosticError, diagnostic, didYouMean, type LocatedYaml } from '@briefbook/diagnostics'
import {
  type CompiledTemplate,
  compileTemplate,
  type PartName,
  requiredParts,
  TemplateError,
  type TemplateFile,
  type TemplateFiles as TemplateTexts,
} from '@briefbook/render-html'
import { Folder, type InputFile } from '../content/folder.js'
import { TemplateFiles } from './files.js'
import { type LoadedFonts, loadFonts } from './fonts.js'
import { withPictures } from './pictures.js'
import { remembering } from './remembering.js'

/** A template, read, checked and compiled. */
export interface LoadedTemplate {
  /** What was read of it and of the templates that it extends. */
  inputs: InputFile[]
  tokens: Tokens
  fonts: LoadedFonts
  /** What its fonts are read from. */
  files: TemplateFiles
  makeup: Makeup
  compiled: CompiledTemplate
}

const compile = remembering(compileTemplate)
const tokensIn = remembering((texts: Parameters<typeof readTokens>) => readTokens(...texts))

/** The folder of a template: a path from where it is named, or the package `@briefbook/template-<name>`. */
function templatePath(name: string, from: string): string | null {
  if (name.startsWith('.') || isAbsolute(name)) return resolve(from, name)
  try {
    return dirname(createRequire(import.meta.url).resolve(`@briefbook/template-${name}/package.json`))
  } catch {
    return null
  }
}

/** What a fault of Handlebars says, as a message that points into the part. */
export function templateDiagnostic(error: TemplateError): Diagnostic {
  const { message, missing, names } = error
  return diagnostic('template-renders', `${message}${missing === null ? '' : didYouMean(missing, names)}`, {
    file: error.path,
    ...(missing !== null && names.length > 0 ? { expected: names.join(', ') } : {}),
    place: error.line === null ? null : { start: { line: error.line, column: error.column ?? 1 } },
  })
}

/** A file as messages name it: from the book's folder where it is in there, like the files of the content. */
function nameOf(path: string, bookPath: string): string {
  const inside = relative(bookPath, path)
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.split(sep).join('/')
}

/** The text of a file of a template; null where there is none. @throws DiagnosticError as `Folder.readText`, with `name`. */
async function textOf(folder: Folder, path: string, name: string): Promise<string | null> {
  try {
    return await folder.readText(path)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    throw new DiagnosticError(error.diagnostics.map(d => ({ ...d, file: name })))
  }
}

/** A template's folder with what its template.yaml says. */
interface Layer {
  folder: Folder
  /** How messages name a file of it. */
  nameOf(path: string): string
  config: LocatedYaml<TemplateConfig>
}

interface Layers {
  /** The template named first, then what it extends, and so on. */
  layers: Layer[]
  /** Where their folders are or would be. */
  paths: string[]
}

/** Where a template is named, from which folder a path counts, and for which book. */
interface Named {
  name: string
  base: string
  bookPath: string
  from: Parameters<typeof diagnostic>[2]
}

/** Follows `extends` from a template to the one that extends none, and adds each to what was found. */
async function readLayers(
  { name, base, bookPath, from }: Named,
  found: Layers,
  diagnostics: Diagnostic[],
): Promise<boolean> {
  const path = templatePath(name, base)
  if (path !== null && found.paths.includes(path)) {
    diagnostics.push(diagnostic('template-is-there', `The template \`${name}\` extends itself.`, from))
    return false
  }
  const folder = path === null ? null : new Folder(path, `template:${name}/`)
  if (path !== null) found.paths.push(path)
  const nameIn = (file: string) => nameOf(join(path ?? base, file), bookPath)
  const text = folder && (await textOf(folder, 'template.yaml', nameIn('template.yaml')))
  if (!folder || text === null) {
    diagnostics.push(diagnostic('template-is-there', `There is no template \`${name}\`.`, from))
    return false
  }
  const config = readTemplateConfig(text, nameIn('template.yaml'))
  diagnostics.push(...config.diagnostics)
  if (!config.value) return false
  const { file, placeOf, value } = config.value
  found.layers.push({ folder, nameOf: nameIn, config: config.value })
  if (value.extends === null) return true
  const next = { name: value.extends, base: folder.path, bookPath, from: { file, place: placeOf(['extends']) } }
  return readLayers(next, found, diagnostics)
}

/** The text of a file of a template; null, with an error, where it is not there. */
async function readFile(
  { folder, config, nameOf }: Layer,
  path: string,
  key: readonly string[],
  diagnostics: Diagnostic[],
): Promise<TemplateFile | null> {
  const text = await textOf(folder, path, nameOf(path))
  if (text !== null) return { path: nameOf(path), text }
  diagnostics.push(
    diagnostic('template-is-complete', `The template has no file \`${path}\`.`, {
      file: config.file,
      place: config.placeOf(key),
    }),
  )
  return null
}

/** A part or style sheet as `readFile` gives it, with its pictures. */
async function readPart(...[layer, path, key, diagnostics]: Parameters<typeof readFile>): Promise<TemplateFile | null> {
  const file = await readFile(layer, path, key, diagnostics)
  return file && withPictures(file, layer.folder, diagnostics)
}

async function readFiles(layers: readonly Layer[], diagnostics: Diagnostic[]): Promise<TemplateTexts | null> {
  const last = layers.at(-1) as Layer
  /** The first template that names the file says which it is. */
  const first = async (key: readonly [string, ...string[]], pathOf: (config: TemplateConfig) => string | undefined) => {
    const layer = layers.find(({ config }) => pathOf(config.value) !== undefined)
    const path = layer && pathOf(layer.config.value)
    if (layer && path !== undefined) return readPart(layer, path, key, diagnostics)
    diagnostics.push(
      diagnostic('template-is-complete', `The template has no ${key.length > 1 ? `part \`${key[1]}\`` : key[0]}.`, {
        file: last.config.file,
        place: last.config.placeOf(['parts']),
        expected: requiredParts.join(', '),
      }),
    )
    return null
  }
  const parts: { [name in PartName]?: TemplateFile } = {}
  for (const name of requiredParts) {
    const found = await first(['parts', name], config => config.parts[name])
    if (found) parts[name] = found
  }
  const pages = await first(['pages'], config => config.pages)
  // What a template says of the look comes behind what it extends, and so wins.
  const styles: TemplateFile[] = []
  for (const layer of [...layers].reverse()) {
    const path = layer.config.value.styles
    const found = path === undefined ? null : await readPart(layer, path, ['styles'], diagnostics)
    if (found) styles.push(found)
  }
  const complete = requiredParts.every(name => parts[name])
  return complete && pages ? { parts: parts as TemplateTexts['parts'], styles, pages } : null
}

async function tokensOf(layers: readonly Layer[], paper: Paper, diagnostics: Diagnostic[]): Promise<Tokens | null> {
  const sources: { text: string; file: string }[] = []
  for (const layer of [...layers].reverse()) {
    const path = layer.config.value.tokens
    const found = path === undefined ? null : await readFile(layer, path, ['tokens'], diagnostics)
    if (found) sources.push({ text: found.text, file: found.path })
  }
  const [base, ...others] = sources
  if (!base) {
    const { file, placeOf } = (layers.at(-1) as Layer).config
    diagnostics.push(diagnostic('template-is-complete', 'The template has no tokens.', { file, place: placeOf([]) }))
    return null
  }
  const read = tokensIn([base, others, paper])
  diagnostics.push(...read.diagnostics)
  return read.value
}

/**
 * Loads the template that a book names, with what it takes from the templates that it extends.
 *
 * @param paper  What it is printed on.
 * @param from  Where the book names it, for the message when it is not there.
 * @returns `paths` are where the folders are or would be.
 */
export async function loadTemplate(
  name: string,
  bookPath: string,
  paper: Paper,
  from: Parameters<typeof diagnostic>[2],
): Promise<{ template: LoadedTemplate | null; paths: string[]; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const found: Layers = { layers: [], paths: [] }
  const { layers, paths } = found
  try {
    const complete = await readLayers({ name, base: bookPath, bookPath, from }, found, diagnostics)
    const [own] = layers
    if (!complete || !own) return { template: null, paths, diagnostics }
    const tokens = await tokensOf(layers, paper, diagnostics)
    const texts = await readFiles(layers, diagnostics)
    if (!tokens || !texts) return { template: null, paths, diagnostics }

    const folders = layers.map(({ folder }) => folder)
    const files = new TemplateFiles(folders, own.config.file)
    const fonts = await loadFonts(files, tokens)
    diagnostics.push(...fonts.diagnostics)
    const compiled = compile(texts)
    const makeup = layers.find(({ config }) => config.value.makeup)?.config.value.makeup ?? defaultMakeup
    const inputs = folders.flatMap(folder => folder.inputs)
    return { template: { inputs, tokens, fonts: fonts.value, files, makeup, compiled }, paths, diagnostics }
  } catch (error) {
    if (error instanceof DiagnosticError) diagnostics.push(...error.diagnostics)
    else if (error instanceof TemplateError) diagnostics.push(templateDiagnostic(error))
    else throw error
    return { template: null, paths, diagnostics }
  }
}
