import type { PdfFile } from './file.js'
import type { PdfMetadata } from './finish.js'
import { type PdfDictionary, PdfName, PdfReference, PdfString, type PdfValue } from './syntax.js'

/** One thing that a PDF has to keep to be read by everybody. */
export interface AccessibilityCheck {
  id: string
  /** What holds where it is kept, in one sentence. */
  promise: string
  passed: boolean
  /** How often it is not kept. */
  faults: number
}

/** The structure types of PDF 1.7 (14.8.4), which no program needs to be told. */
const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
)

/** What Chromium writes besides, from PDF 2.0, and what stands for it. */
const roles: { [type: string]: string } = {
  Strong: 'Span',
  Em: 'Span',
  Title: 'P',
  Sub: 'Span',
  FENote: 'Note',
  Aside: 'Div',
  DocumentFragment: 'Div',
}

/** The role map (14.7.3) for the structure types that PDF 1.7 does not have. */
export const roleMap: PdfDictionary = Object.fromEntries(
  Object.entries(roles).map(([type, standard]) => [type, new PdfName(standard)]),
)

/** What the structure tree says, read from its elements as they stand: a book has a hundred thousand. */
interface Structure {
  elements: number
  unknownTypes: number
  figuresWithoutWords: number
  headsWithoutScope: number
  skippedLevels: number
}

function readStructure(objects: ReadonlyMap<number, Buffer>): Structure {
  const found: Structure = {
    elements: 0,
    unknownTypes: 0,
    figuresWithoutWords: 0,
    headsWithoutScope: 0,
    skippedLevels: 0,
  }
  let level = 0
  for (const body of objects.values()) {
    if (!body.subarray(0, 24).includes('/StructElem')) continue
    found.elements++
    const type = /\/S \/(\w+)/.exec(body.subarray(0, 64).toString('latin1'))?.[1] ?? ''
    if (!standardTypes.has(type) && !(type in roles)) found.unknownTypes++
    if ((type === 'Figure' || type === 'Formula') && !/\/Alt (?:\([^)]|<[^>])/.test(body.toString('latin1'))) {
      found.figuresWithoutWords++
    }
    if (type === 'TH' && !body.includes('/Scope /')) found.headsWithoutScope++
    // Skia numbers the elements in the order in which they are read.
    const heading = Number(/^H([1-6])$/.exec(type)?.[1])
    if (heading > 0) {
      if (heading > level + 1) found.skippedLevels++
      level = heading
    }
  }
  return found
}

const isTrue = (value: PdfValue | undefined) => value === true

/** Fonts that are used and not in the file, or whose letters cannot be told from their shapes. */
function faultyFonts(objects: ReadonlyMap<number, Buffer>): number {
  let faults = 0
  for (const body of objects.values()) {
    if (body.length > 4096) continue
    const text = body.toString('latin1')
    if (text.includes('/Type /FontDescriptor') && !/\/FontFile[23]? \d/.test(text)) faults++
    if (/\/Type \/Font\b/.test(text) && text.includes('/Subtype /Type0') && !text.includes('/ToUnicode')) faults++
  }
  return faults
}

/** What the file cannot tell of itself: found while it was finished. */
export interface Findings {
  /** Pages with marks that are neither text of the structure nor artifacts. */
  unmarkedPages: number
  unsafeLinks: number
}

/**
 * Checks a finished PDF against what of PDF/UA-1 (ISO 14289-1) a program can tell. Whether an alternative text is a good
 * one, or the order of reading the right one, only a reader can say.
 *
 * @param objects  As they will be written.
 */
export function checkAccessibility(
  file: PdfFile,
  objects: ReadonlyMap<number, Buffer>,
  pages: readonly number[],
  meta: Pick<PdfMetadata, 'title' | 'language'>,
  findings: Findings,
): AccessibilityCheck[] {
  const catalogue = file.dictionary(file.trailer.Root)
  const structure = readStructure(objects)
  const language = catalogue.Lang instanceof PdfString && catalogue.Lang.bytes === meta.language
  const shows = isTrue(file.dictionary(catalogue.ViewerPreferences).DisplayDocTitle)
  const marked = isTrue(file.dictionary(catalogue.MarkInfo).Marked) && structure.elements > 0
  const untabbed = pages.filter(page => {
    const { Annots, Tabs } = file.dictionary(new PdfReference(page))
    return Annots !== undefined && !(Tabs instanceof PdfName && Tabs.name === 'S')
  })
  let dumbLinks = 0
  for (const body of objects.values()) {
    if (body.length > 4096 || !body.includes('/Subtype /Link')) continue
    if (!body.includes('/Contents ') || !body.includes('/StructParent ')) dumbLinks++
  }
  const checks: [id: string, promise: string, faults: number][] = [
    ['tagged', 'The file is tagged.', marked ? 0 : 1],
    ['marked', 'Everything on a page is text of the structure or marked as an artifact.', findings.unmarkedPages],
    ['title', 'The file has a title, and viewers show it.', meta.title.trim() !== '' && shows ? 0 : 1],
    ['language', 'The file says the language of the book.', language ? 0 : 1],
    ['structure-types', 'Every structure type is a standard one or stands for one.', structure.unknownTypes],
    ['figures', 'Every figure has an alternative text.', structure.figuresWithoutWords],
    ['table-heads', 'Every head of a table says whether it is of a row or of a column.', structure.headsWithoutScope],
    ['headings', 'No level of headings is left out.', structure.skippedLevels],
    ['tab-order', 'The tab key follows the structure on every page with links.', untabbed.length],
    ['links', 'Every link is in the structure and says where it leads.', dumbLinks],
    ['safe-links', 'Every link out of the file is http, https or mailto.', findings.unsafeLinks],
    ['fonts', 'Every font is in the file, with the letters that its shapes stand for.', faultyFonts(objects)],
  ]
  return checks.map(([id, promise, faults]) => ({ id, promise, passed: faults === 0, faults }))
}
