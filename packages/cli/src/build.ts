import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { type PageKnowledge, type PaginatedHtml, pageLabelRanges, sheetEdgeMm } from '@briefbook/ast'
import { type Diagnostic, DiagnosticError, diagnostic, hasErrors } from '@briefbook/diagnostics'
import { createMemo, type HtmlMemo, paginateHtml, standalone, TemplateError } from '@briefbook/render-html'
import { BrowserError, openPrinter, type PrintedBook, type Printer, printBook } from '@briefbook/render-pdf'
import { type Cache, noCache } from './cache/cache.js'
import { layoutsIn } from './cache/layouts.js'
import type { Format } from './names.js'
import { accessibilityDiagnostics } from './output/accessibility.js'
import { attachmentsOf, describeIds } from './output/attachments.js'
import type { OnStage } from './output/progress.js'
import { analysisRecord, toJson } from './output/records.js'
import { areThere, type Manifest, type OutputFile, readManifest, writeOutputs } from './output/write.js'
import { ensureComplete, type Made, runStages, type Stages } from './pipeline.js'
import type { Readers } from './reading/readers.js'
import { DocxBeside } from './rendering/docx-beside.js'
import { type DocxJob, DocxWriter } from './rendering/docx-writer.js'
import { type Pixels, pixelsOf } from './rendering/pixels.js'
import { templateDiagnostic } from './template/load.js'
import { draftOutline } from './template/outline.js'
import { withScriptFonts } from './template/script-faces.js'
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
  /** The edition since which the DOCX shows tracked changes; true for the last one. Default: it shows none. */
  redline?: string | boolean
  /** A browser that is already there; else one is started and ended. */
  printer?: Printer
  /** Chapters as HTML from the last build, where there was one. */
  htmlMemo?: HtmlMemo
  /** What writes DOCX files, where there is one already; else one is started and ended. */
  docxWriter?: DocxWriter
  /** Whether nothing is to be made where the last build in this folder had the same inputs. Default: no. */
  skipUnchanged?: boolean
}

export interface BuildResult {
  /** What was written; empty where errors stood in the way. */
  files: { path: string; pages?: number }[]
  diagnostics: Diagnostic[]
  /** How many sources were read and analysed anew, and how often the book was printed. */
  made: Made & { prints: number }
  /** Whether the last build had the same inputs, and nothing was made for that reason. */
  unchanged: boolean
  /** The folders that the book was made from: its own, that of its template. */
  folders: string[]
}

type CompleteStages = Stages & { [key in 'content' | 'analysis' | 'template' | 'book']: NonNullable<Stages[key]> }

const isComplete = (stages: Stages): stages is CompleteStages =>
  stages.content !== null && stages.analysis !== null && stages.template !== null && stages.book !== null

/** How much space a browser needs for its profile and for what it prints. */
const browserSpaceMb = 32

/** A problem with the browser, as a message. What it says itself of a full disk tells nobody what to do. */
async function browserDiagnostic(error: BrowserError): Promise<Diagnostic> {
  if (error.kind === 'missing') return diagnostic('browser-is-there', error.message)
  const space = await statfs(tmpdir()).catch(() => null)
  const isFull = space !== null && space.bavail * space.bsize < browserSpaceMb * 2 ** 20
  const hint = `There is next to no space left in ${tmpdir()}, where the browser keeps what it works on: make room there, or name another folder by ${process.platform === 'win32' ? 'TEMP' : 'TMPDIR'}.`
  return diagnostic('browser-prints', error.message, isFull ? { hint } : {})
}

function htmlOf(stages: CompleteStages, { htmlMemo }: BuildOptions): PaginatedHtml {
  const { book, template, pictures, inputs } = stages
  const look = JSON.stringify([template.inputs, inputs.filter(({ path }) => Object.hasOwn(pictures, path))])
  return paginateHtml(book, template.compiled, {
    tokens: template.tokens,
    fontFaces: template.fonts.css,
    pictures,
    charts: stages.charts,
    look,
    ...(htmlMemo ? { memo: htmlMemo } : {}),
    ...(book.meta.print.draft ? draftOutline(book.strings.draft, template.fonts) : {}),
  })
}

async function print(
  stages: CompleteStages,
  html: PaginatedHtml,
  known: PageKnowledge | null,
  printer: Printer,
  options: BuildOptions,
  onPrint: (knowledge: PageKnowledge) => void,
): Promise<PrintedBook> {
  const { meta, children } = stages.book
  const edgeMm = sheetEdgeMm(meta.print)
  return printBook(printer, {
    html,
    rectos: meta.print.sides === 'double' && meta.print.partPages ? children.map(part => part.id) : [],
    metadata: pages => ({
      title: meta.title,
      authors: meta.authors,
      subject: meta.subtitle,
      language: meta.language,
      date: meta.date,
      creator: meta.tool,
      labels: pageLabelRanges(stages.book, pages),
      hyphenated: meta.print.hyphenation,
      ...(edgeMm > 0 ? { trim: { edgeMm, bleedMm: meta.print.bleedMm } } : {}),
    }),
    describe: describeIds(stages),
    attachments: attachmentsOf(stages),
    layouts: layoutsIn(options.cache ?? noCache, printer),
    ...(known ? { known } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
    onStep: (step, n, knowledge) => {
      if (step === 'survey') options.onStage?.('Laying out the pages')
      else options.onStage?.('Printing', n === 1 ? '' : `again, for the page numbers (${n})`)
      if (knowledge) onPrint(knowledge)
    },
  })
}

/** What the DOCX is made of, but for the page numbers. */
function docxJob(stages: CompleteStages, pixels: Pixels): DocxJob {
  const { book, template, pictures, charts, content, reference } = stages
  const drawn = Object.entries(charts).map(([id, chart]) => [id, { ...chart, png: pixels[id] ?? null }] as const)
  const { fonts, tokens } = template
  const options = {
    pictures,
    charts: Object.fromEntries(drawn),
    fonts: fonts.faces,
    // Their words alone: what is handed to another thread is copied.
    chapters: content.chapters.map(({ path, text }) => ({ path, text })),
    ...(reference ? { reference } : {}),
  }
  return { book, tokens, options }
}

/** What the browser makes, and what is made beside it. */
interface FromBrowser {
  printed: PrintedBook | null
  docx: DocxBeside | null
  browser: { name: string; version: string }
}

/** Prints and draws with the browser at hand, or with one that is started for this and ended whatever happens. */
async function inBrowser(
  stages: CompleteStages,
  html: (() => PaginatedHtml) | null,
  known: PageKnowledge | null,
  options: BuildOptions,
  docxWriter: DocxWriter,
): Promise<FromBrowser> {
  if (!options.printer?.alive) options.onStage?.('Starting the browser')
  const printer = options.printer ?? (await openPrinter())
  const wants = (format: Format) => options.formats.includes(format)
  try {
    const { charts, template } = stages
    // Its pages take their fonts in while the book is rendered.
    await printer.prepare(template.fonts.css)
    const { cache = noCache, signal } = options
    const drawing = { printer, cache, ...(signal ? { signal } : {}) }
    const pixels = wants('docx') ? pixelsOf(charts, template.fonts.css, drawing) : null
    const job = pixels?.then(drawn => docxJob(stages, drawn))
    // Where the print fails before, nobody waits for it.
    job?.catch(() => undefined)
    const docx = job ? new DocxBeside(docxWriter, job, options.signal) : null
    const printed = html
      ? await print(stages, html(), known, printer, options, ({ pages }) => docx?.begin(pages))
      : null
    await job
    return { printed, docx, browser: { name: printer.name, version: printer.version } }
  } finally {
    if (!options.printer) await printer.close().catch(() => undefined)
  }
}

/** A DOCX without a PDF: its pictures need a browser as well; where there is none they are SVG alone, which is told. */
async function docxAlone(
  stages: CompleteStages,
  options: BuildOptions,
  docxWriter: DocxWriter,
  diagnostics: Diagnostic[],
): Promise<DocxBeside | null> {
  const undrawn = () => new DocxBeside(docxWriter, Promise.resolve(docxJob(stages, {})), options.signal)
  if (Object.keys(stages.charts).length === 0) return undrawn()
  try {
    return (await inBrowser(stages, null, null, options, docxWriter)).docx
  } catch (error) {
    if (!(error instanceof BrowserError) || error.kind !== 'missing') throw error
    diagnostics.push(
      diagnostic('pictures-have-pixels', 'The pictures of the DOCX are SVG alone: no browser was found.'),
    )
    return undrawn()
  }
}

const sameInputs = (last: Manifest, { inputs }: Stages) => JSON.stringify(last.inputs) === JSON.stringify(inputs)

/**
 * What the last build knew of its pages. For a print that is where to begin: it changes nothing but how often is printed.
 * Without one it is true of the same book only.
 */
function knowledgeOf(last: Manifest | null, stages: Stages, isPrinted: boolean): PageKnowledge | null {
  if (!last || (!isPrinted && !sameInputs(last, stages))) return null
  return { pages: last.pages, blanks: new Set(last.blanks) }
}

/** Whether the last build made of the same inputs what is asked for, and all of it is still there. */
async function isMade(last: Manifest | null, stages: Stages, { formats, output }: BuildOptions): Promise<boolean> {
  if (!last || !sameInputs(last, stages)) return false
  if ((last.redline ?? null) !== (stages.book?.meta.redline?.author ?? null)) return false
  const names = last.outputs.map(({ path }) => path)
  const asked = formats.map(format => (format === 'json' ? 'analysis.json' : `book.${format}`))
  return asked.every(name => names.includes(name)) && (await areThere(output, names))
}

/** The stages with the fonts of the scripts that the book has, where it has others than the fonts of its text do. */
async function withFonts(stages: CompleteStages, { formats }: BuildOptions): Promise<CompleteStages> {
  const { template, scriptFiles, diagnostics } = stages
  if (scriptFiles.length === 0 || formats.every(format => format === 'json')) return stages
  const fonts = await withScriptFonts(template.fonts, scriptFiles, template.files, formats.includes('docx'))
  diagnostics.push(...fonts.diagnostics)
  return { ...stages, template: { ...template, fonts: fonts.value } }
}

async function render(
  stages: CompleteStages,
  last: Manifest | null,
  options: BuildOptions,
  docxWriter: DocxWriter,
  result: BuildResult,
): Promise<OutputFile[]> {
  const { book, template, analysis, sources } = stages
  const wants = (format: Format) => options.formats.includes(format)
  const known = knowledgeOf(last, stages, wants('pdf'))
  const files: OutputFile[] = []
  let knowledge: PageKnowledge = known ?? { pages: {}, blanks: new Set() }
  let browser: FromBrowser['browser'] | null = null
  let docx: DocxBeside | null = null
  let accessibility: Manifest['accessibility'] = null
  let rendered: PaginatedHtml | undefined
  const html = () => {
    if (!rendered) {
      options.onStage?.('Rendering')
      rendered = htmlOf(stages, options)
    }
    return rendered
  }
  if (wants('pdf')) {
    const made = await inBrowser(stages, html, known, options, docxWriter)
    const { printed } = made
    if (!printed) throw new Error('a book that was asked for was not printed')
    result.made.prints = printed.prints
    if (!printed.settled)
      result.diagnostics.push(diagnostic('pages-settle', `After ${printed.prints} prints page numbers still changed.`))
    result.diagnostics.push(...accessibilityDiagnostics(printed.checks))
    accessibility = printed.checks
    knowledge = printed.knowledge
    docx = made.docx
    browser = made.browser
    files.push({ path: 'book.pdf', bytes: printed.pdf, pages: printed.pageCount })
  } else if (wants('docx')) docx = await docxAlone(stages, options, docxWriter, result.diagnostics)
  if (docx) {
    options.onStage?.('Writing the DOCX')
    files.push({ path: 'book.docx', bytes: await docx.finish(knowledge.pages) })
  }
  const encoder = new TextEncoder()
  if (wants('html')) {
    const document = standalone(html().document(knowledge), html().fontFaces)
    files.push({ path: 'book.html', bytes: encoder.encode(document) })
  }
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
    redline: book.meta.redline?.author ?? null,
    inputs: stages.inputs,
    tool: { name: toolName, version: toolVersion },
    browser,
    fonts: template.fonts.fonts,
    pages: knowledge.pages,
    blanks: [...knowledge.blanks],
    pageLabels: pageLabelRanges(book, knowledge.pages),
    accessibility,
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
  const { diagnostics, made, folders } = stages
  const result: BuildResult = { files: [], diagnostics, made: { ...made, prints: 0 }, unchanged: false, folders }
  if (hasErrors(diagnostics) || !isComplete(stages)) return result
  const last = await readManifest(options.output)
  if (options.skipUnchanged && (await isMade(last, stages, options))) return { ...result, unchanged: true }
  const docxWriter = options.docxWriter ?? new DocxWriter()
  try {
    // What is rendered more than once, to learn the page numbers, is rendered once.
    const htmlMemo = options.htmlMemo ?? createMemo(stages.book.meta.contentHash)
    const whole = await withFonts(stages, options)
    const files = await render(whole, last, { ...options, htmlMemo }, docxWriter, result)
    // For the next book, while somebody reads this one.
    options.printer?.prepare(whole.template.fonts.css).catch(() => undefined)
    result.files = files.map(({ path, pages }) => ({ path, ...(pages === undefined ? {} : { pages }) }))
    return result
  } catch (error) {
    if (error instanceof DiagnosticError) diagnostics.push(...error.diagnostics)
    else if (error instanceof BrowserError) diagnostics.push(await browserDiagnostic(error))
    else if (error instanceof TemplateError) diagnostics.push(templateDiagnostic(error))
    else throw error
    return result
  } finally {
    if (!options.docxWriter) docxWriter.close()
  }
}
