import { resolve } from 'node:path'
import type { Analysis, Book, DrawnChart, Edition, Fonts, PictureFile, Source } from '@briefbook/ast'
import { composeBook } from '@briefbook/book'
import { type Diagnostic, DiagnosticError, diagnostic } from '@briefbook/diagnostics'
import type { Reference } from '@briefbook/render-docx'
import { analyseBook } from './analysing.js'
import { type Cache, noCache } from './cache/cache.js'
import { type BookContent, readBook } from './content/book.js'
import { bookDate } from './content/date.js'
import { editionBefore } from './content/editions.js'
import { type InputFile, sha256 } from './content/folder.js'
import { readPictures } from './content/pictures.js'
import { readHouse } from './content/reference.js'
import type { OnStage } from './output/progress.js'
import type { Readers } from './reading/readers.js'
import { drawingsOf } from './rendering/drawings.js'
import { lettersOf } from './template/letters.js'
import { type LoadedTemplate, loadTemplate } from './template/load.js'
import { type NeededFile, neededFonts } from './template/script-fonts.js'
import { scriptsWithoutFont } from './template/scripts.js'
import { toolName } from './version.js'

/** How far a book has come. A stage that cannot be reached because of an error in one before is null. */
export interface Stages {
  content: BookContent | null
  sources: Source[]
  analysis: Analysis | null
  template: LoadedTemplate | null
  /** The files of fonts that the book needs besides those of its text. */
  scriptFiles: NeededFile[]
  book: Book | null
  /** What of the book is kept when it is released; null where the stages end before. */
  edition: Edition | null
  pictures: { [path: string]: PictureFile }
  /** The DOCX whose styles the book takes. */
  reference: Reference | null
  /** The pictures that Briefbook draws, by their ids. */
  charts: { [id: string]: DrawnChart }
  inputs: InputFile[]
  /** What was not there from before. */
  made: Made
  /** The folders that all this was made from. */
  folders: string[]
  diagnostics: Diagnostic[]
}

/** How many sources were read and analysed anew. */
export interface Made {
  read: number
  analysed: number
}

export interface StageOptions {
  env: NodeJS.ProcessEnv
  /** Processes that read, where some are there already; else they are started and ended. */
  readers?: Readers
  /** What was made of the same sources before. Default: none. */
  cache?: Cache
  /** Whether the book carries what changed since an edition, word by word, or since which one. Default: no. */
  redline?: string | boolean
  signal?: AbortSignal
  /** Told when a stage begins, `Reading`, `Analysing`, `Composing`, and how far it has come. */
  onStage?: OnStage
}

/** Stages up to the one named; all that is known by then is given. */
export type StageName = 'sources' | 'analysis' | 'book' | 'edition'

const hashOf = (inputs: readonly InputFile[]) =>
  sha256(inputs.map(({ path, sha256: hash }) => `${hash}  ${path}\n`).join(''))

/**
 * Takes a book through its stages: reading, analysis, composition. Every problem of every file is told; a stage is left
 * out where what it needs is not there.
 */
export async function runStages(path: string, until: StageName, options: StageOptions): Promise<Stages> {
  const { readers, cache = noCache, redline = false, signal, onStage = () => {} } = options
  onStage('Reading')
  const { content, diagnostics } = await readBook(path, {
    onSource: (file, done, of) => onStage('Reading', file, { done, of }),
    cache,
    ...(readers ? { readers } : {}),
    ...(signal ? { signal } : {}),
  })
  const stages: Stages = {
    content,
    sources: content?.sources ?? [],
    analysis: null,
    template: null,
    scriptFiles: [],
    book: null,
    edition: null,
    pictures: {},
    reference: null,
    charts: {},
    inputs: [],
    made: { read: content?.read ?? 0, analysed: 0 },
    folders: [resolve(path)],
    diagnostics,
  }
  if (!content || until === 'sources') return stages

  signal?.throwIfAborted()
  if (content.codebook && content.sources.length > 0) {
    onStage('Analysing')
    const analysed = await analyseBook(content, content.codebook, {
      cache,
      onStage,
      ...(signal ? { signal } : {}),
    })
    diagnostics.push(...analysed.diagnostics)
    stages.analysis = analysed.value
    stages.made.analysed = analysed.analysed
  }
  if (until === 'analysis') return stages

  signal?.throwIfAborted()
  const { config } = content
  const loaded = await loadTemplate(config.value.template, path, config.value.paper, {
    file: config.file,
    place: config.placeOf(['template']),
  })
  diagnostics.push(...loaded.diagnostics)
  stages.template = loaded.template
  stages.folders.push(...loaded.paths)
  if (!stages.analysis || !content.codebook || !loaded.template) return stages

  onStage('Composing')
  const own = [...content.folder.inputs, ...loaded.template.inputs]
  const contentHash = hashOf(own)
  const earlier = await editionBefore(content, contentHash, redline)
  diagnostics.push(...earlier.diagnostics)
  stages.inputs = [...own, ...earlier.inputs]
  const composed = composeBook({
    config,
    chapters: content.chapters,
    sources: content.sources,
    codebook: content.codebook.value,
    analysis: stages.analysis,
    tokens: loaded.template.tokens,
    remarks: content.remarks,
    makeup: loaded.template.makeup,
    advances: loaded.template.fonts.advances,
    date: bookDate(
      config.value.date,
      options.env.SOURCE_DATE_EPOCH,
      content.sources.map(s => s.meta.date),
    ),
    contentHash: hashOf(stages.inputs),
    tool: toolName,
    since: earlier.edition,
    redline: redline !== false,
    freeze: until === 'edition',
  })
  diagnostics.push(...composed.diagnostics)
  stages.book = composed.value
  stages.edition = composed.edition && { ...composed.edition, contentHash }
  const needed = await neededFonts(loaded.template.files, loaded.template.tokens.fonts, lettersOf(composed.value))
  diagnostics.push(...needed.diagnostics, ...scriptsWithoutFont(content.sources, needed.value.without))
  stages.scriptFiles = needed.value.files
  stages.template = withScripts(loaded.template, needed.value.scripts)
  stages.charts = await drawingsOf(composed.value, stages.template.tokens, cache)
  try {
    const { pictures, diagnostics: pictureDiagnostics } = await readPictures(content.folder, composed.value)
    const house = await readHouse(content)
    diagnostics.push(...pictureDiagnostics, ...house.diagnostics)
    stages.pictures = pictures
    stages.reference = house.reference
    stages.inputs = [...content.folder.inputs, ...loaded.template.inputs, ...earlier.inputs]
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    diagnostics.push(...error.diagnostics)
  }
  return stages
}

/** The template, for a book that has some scripts and no others. */
function withScripts(template: LoadedTemplate, scripts: Fonts['scripts']): LoadedTemplate {
  const { tokens } = template
  return { ...template, tokens: { ...tokens, fonts: { ...tokens.fonts, scripts } } }
}

/** Whether something stands in the way of a book; says so where nothing else did. */
export function ensureComplete(stages: Stages): void {
  if (stages.book || stages.diagnostics.some(d => d.severity === 'error')) return
  stages.diagnostics.push(diagnostic('sources-are-there', 'None of the sources could be read.'))
}
