import type { PageLabelRange } from '@briefbook/ast'
import { type AccessibilityCheck, checkAccessibility, roleMap } from './accessibility.js'
import { markArtifacts } from './artifacts.js'
import { attach, type PdfAttachment } from './attachments.js'
import { type TrimOptions, withBoxes } from './boxes.js'
import { nameApostrophes, withoutSoftHyphens } from './clean-text.js'
import { changePages } from './contents.js'
import type { PdfFile } from './file.js'
import { describeLinks } from './links.js'
import { mendOutline } from './outline.js'
import { pageObjects } from './page-map.js'
import { type PdfDictionary, PdfName, PdfReference, PdfString, type PdfValue, serialise, textString } from './syntax.js'
import { stream, writePdf } from './write.js'
import { xmpPacket } from './xmp.js'

/** What the file says of itself. */
export interface PdfMetadata {
  title: string
  authors: readonly string[]
  subject: string | null
  /** BCP 47. */
  language: string
  /** ISO 8601 day. */
  date: string
  /** Name and version of what made the book. */
  creator: string
  /** How the pages call themselves, from the first one on. Default: by their place in the file. */
  labels?: readonly PageLabelRange[]
  /** Whether words may be broken by soft hyphens, to be taken out. Default: no. */
  hyphenated?: boolean
  /** Where the sheets are cut. Default: they are not. */
  trim?: TrimOptions
}

/** The number tree of the labels (12.4.2). */
function pageLabels(ranges: readonly PageLabelRange[]): PdfDictionary {
  const style = { roman: 'r', arabic: 'D' }
  return { Nums: ranges.flatMap(({ from, style: name }) => [from - 1, { S: new PdfName(style[name]) }]) }
}

/** What is known of a document besides its print. */
export interface FinishOptions {
  /** The words of the document's headings, to mend those of the outline by. Default: none. */
  headings?: readonly string[]
  /** The words for an id that links lead to. Default: the id. */
  describe?(id: string): string
  attachments?: readonly PdfAttachment[]
}

export interface FinishedPdf {
  bytes: Uint8Array
  /** What was looked at, and whether it is as it should be. */
  checks: AccessibilityCheck[]
}

/**
 * Makes a printed PDF a book's: metadata, labels, attachments, links that say where they lead, artifacts marked, and the
 * identifier of PDF/UA where it may say so. Two prints of one document differ in their dates alone, so with the book's date
 * in their place the bytes are the same from run to run.
 */
export async function finishPdf(file: PdfFile, meta: PdfMetadata, options: FinishOptions = {}): Promise<FinishedPdf> {
  const { headings = [], describe = (id: string) => id, attachments = [] } = options
  const { Root: root, Info: info } = file.trailer
  if (!(root instanceof PdfReference) || !(info instanceof PdfReference)) {
    throw new SyntaxError('the PDF has no catalogue or no information dictionary')
  }
  const printed = file.dictionary(info).Producer
  const producer = printed instanceof PdfString ? printed.bytes : 'Chromium'
  const date = new PdfString(`D:${meta.date.replaceAll('-', '')}000000+00'00'`)
  const information = {
    Title: textString(meta.title),
    ...(meta.authors.length > 0 ? { Author: textString(meta.authors.join('; ')) } : {}),
    ...(meta.subject === null ? {} : { Subject: textString(meta.subject) }),
    Creator: textString(meta.creator),
    Producer: new PdfString(producer),
    CreationDate: date,
    ModDate: date,
  }
  const catalogue = file.dictionary(root)
  const pages = pageObjects(file)
  const objects = file.bodies()
  const put = (n: number, value: PdfValue) => objects.set(n, Buffer.from(serialise(value), 'latin1'))
  await nameApostrophes(file, objects)
  for (const [n, entry] of mendOutline(file, headings)) put(n, entry)
  if (meta.trim) for (const [n, page] of withBoxes(file, pages, meta.trim)) put(n, page)
  const unsafeLinks = describeLinks(objects, describe).length
  // Once a page, for unpacking and packing are what this takes its time for.
  const unmarked = await changePages(file, pages, objects, content =>
    markArtifacts(meta.hyphenated ? withoutSoftHyphens(content) : content),
  )
  const structure = catalogue.StructTreeRoot
  if (structure instanceof PdfReference) put(structure.object, { ...file.dictionary(structure), RoleMap: roleMap })

  const metadata = file.size
  const labels: PdfDictionary = meta.labels ? { PageLabels: pageLabels(meta.labels) } : {}
  const attached = attach(attachments, objects, metadata + 1, date)
  put(info.object, information)
  put(root.object, { ...catalogue, ...labels, ...attached, Metadata: new PdfReference(metadata) })

  const checks = checkAccessibility(file, objects, pages, meta, { unmarkedPages: unmarked.length, unsafeLinks })
  // Left unpacked, so that programs that know no PDF find it.
  const packet = xmpPacket(
    meta,
    producer,
    checks.every(check => check.passed),
  )
  objects.set(
    metadata,
    stream({ Type: new PdfName('Metadata'), Subtype: new PdfName('XML') }, Buffer.from(packet, 'utf8')),
  )
  return { bytes: await writePdf(objects, { Root: root, Info: info }), checks }
}
