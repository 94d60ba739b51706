import { type Diagnostic, DiagnosticError, diagnostic, hasErrors } from '@briefbook/diagnostics'
import { renderDocx } from '@briefbook/render-docx'
import { renderHtml, TemplateError } from '@briefbook/render-html'
import {
  BrowserError,
  openPrinter,
  type PageKnowledge,
  type PrintedBook,
  type Printer,
  printBook,
} from '@briefbook/render-pdf'
import type { Cache } from './cache/cache.js'
import type { Format } from './names.js'
import type { OnStage } from './output/progress.js'
import { analysisRecord, toJson } from './output/records.js'
import { type OutputFile, readManifest, writeOutputs } from './output/write.js'
import { ensureComplete, runStages, type Stages } from './pipeline.js'
import type { Readers } from './reading/readers.js'
import { templateDiagnostic } from './template/load.js'
import { toolName, toolVersion } from './version.js'

export interface BuildOptions {
  /** The book's folder. */
  path: string
  /** The folder to write to. */
  output: string
  formats: readonly Format[]
  env: NodeJS.ProcessEnv
  signal?: AbortSignal
  onStage?: OnStage
  /** Processes that read, where some are there already; else they are started and ended. */
  readers?: Readers
  /** What was made of the same sources before. Default: none. */
  cache?: Cache
  /** A browser that is already there; else one is started and ended. */
  printer?: Printer
}

export interface BuildResult {
  /** What was written; empty where errors stood in the way. */
  files: { path: string; pages?: number }[]
  diagnostics: Diagnostic[]
}

type CompleteStages = Stages & { [key in 'content' | 'analysis' | 'template' | 'book']: NonNullable<Stages[key]> }

const isComplete = (stages: Stages): stages is CompleteStages =>
  stages.content !== null && stages.analysis !== null && stages.template !== null && stages.book !== null

/** A problem with the browser, as a message. */
function browserDiagnostic(error: BrowserError): Diagnostic {
  return diagnostic(error.kind === 'missing' ? 'browser-is-there' : 'browser-prints', error.message)
}

function htmlOf(stages: CompleteStages, knowledge: PageKnowledge): string {
  const { book, template, pictures } = stages
  return renderHtml(book, template.compiled, {
    tokens: template.tokens,
    fontFaces: template.fonts.css,
    pages: knowledge.pages,
    blanks: knowledge.blanks,
    pictures,
  })
}

async function print(
  stages: CompleteStages,
  known: PageKnowledge | null,
  printer: Printer,
  options: BuildOptions,
): Promise<PrintedBook> {
  const { meta, children } = stages.book
  return printBook(printer, {
    render: knowledge => htmlOf(stages, knowledge),
    rectos: children.map(part => part.id),
    metadata: {
      title: meta.title,
      authors: meta.authors,
      subject: meta.subtitle,
      language: meta.language,
      date: meta.date,
      creator: meta.tool,
    },
    ...(known ? { known } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
    onPrint: n => options.onStage?.('Printing', n === 1 ? '' : `again, for the page numbers (${n})`),
  })
}

/** Prints with the browser at hand, or with one that is started for this and ended whatever happens. */
async function printed(
  stages: CompleteStages,
  known: PageKnowledge | null,
  options: BuildOptions,
): Promise<{ book: PrintedBook; printer: Printer }> {
  options.onStage?.('Printing')
  const printer = options.printer ?? (await openPrinter())
  try {
    return { book: await print(stages, known, printer, options), printer }
  } finally {
    if (!options.printer) await printer.close().catch(() => undefined)
  }
}

/** What the last build knew of its pages: where to begin, for nothing is changed but how often is printed. */
async function lastKnowledge(output: string): Promise<PageKnowledge | null> {
  const manifest = await readManifest(output)
  return manifest ? { pages: manifest.pages, blanks: new Set(manifest.blanks) } : null
}

async function render(stages: CompleteStages, options: BuildOptions, diagnostics: Diagnostic[]): Promise<OutputFile[]> {
  const { book, template, analysis, sources, pictures } = stages
  const wants = (format: Format) => options.formats.includes(format)
  const known = await lastKnowledge(options.output)
  const files: OutputFile[] = []
  let knowledge: PageKnowledge = known ?? { pages: {}, blanks: new Set() }
  let browser: { name: string; version: string } | null = null
  if (wants('pdf')) {
    const { book: print, printer } = await printed(stages, known, options)
    if (!print.settled)
      diagnostics.push(diagnostic('pages-settle', `After ${print.prints} prints page numbers still changed.`))
    knowledge = print.knowledge
    browser = { name: printer.name, version: printer.version }
    files.push({ path: 'book.pdf', bytes: print.pdf, pages: print.pageCount })
  }
  const encoder = new TextEncoder()
  if (wants('docx')) {
    options.onStage?.('Writing the DOCX')
    files.push({
      path: 'book.docx',
      bytes: await renderDocx(book, template.tokens, {
        pages: knowledge.pages,
        pictures,
        fonts: template.fonts.faces,
        chapters: stages.content.chapters,
      }),
    })
  }
  if (wants('html')) files.push({ path: 'book.html', bytes: encoder.encode(htmlOf(stages, knowledge)) })
  if (wants('json')) {
    files.push({ path: 'analysis.json', bytes: encoder.encode(toJson(analysisRecord(sources, analysis))) })
    // Where positions count in a text that is not the file itself, that text is kept.
    for (const source of sources) {
      if (source.format === 'markdown' || source.format === 'text') continue
      files.push({ path: `sources/${source.id}.txt`, bytes: encoder.encode(source.text) })
    }
  }
  options.signal?.throwIfAborted()
  await writeOutputs(options.output, files, {
    book: book.meta.title,
    edition: book.meta.edition,
    inputs: stages.inputs,
    tool: { name: toolName, version: toolVersion },
    browser,
    fonts: template.fonts.fonts,
    pages: knowledge.pages,
    blanks: [...knowledge.blanks],
  })
  return files
}

/**
 * Builds a book: reads, analyses, composes, renders, writes. Where anything has an error nothing is written, and the
 * last good book stays as it is.
 *
 * @throws the reason of `signal` where that is aborted; programmers' mistakes.
 */
export async function buildBook(options: BuildOptions): Promise<BuildResult> {
  const stages = await runStages(options.path, 'book', options)
  ensureComplete(stages)
  const { diagnostics } = stages
  if (hasErrors(diagnostics) || !isComplete(stages)) return { files: [], diagnostics }
  try {
    const files = await render(stages, options, diagnostics)
    return { files: files.map(({ path, pages }) => ({ path, ...(pages === undefined ? {} : { pages }) })), diagnostics }
  } catch (error) {
    if (error instanceof DiagnosticError) diagnostics.push(...error.diagnostics)
    else if (error instanceof BrowserError) diagnostics.push(browserDiagnostic(error))
    else if (error instanceof TemplateError) diagnostics.push(templateDiagnostic(error))
    else throw error
    return { files: [], diagnostics }
  }
}
