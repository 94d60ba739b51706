import type { PageLabelRange } from '@briefbook/ast'
import { type TrimOptions, withBoxes } from './boxes.js'
import { nameApostrophes, takeOutSoftHyphens } from './clean-text.js'
import type { PdfFile } from './file.js'
import { mendOutline } from './outline.js'
import { pageObjects } from './page-map.js'
import { type PdfDictionary, PdfName, PdfReference, PdfString, type PdfValue, serialise, textString } from './syntax.js'
import { stream, writePdf } from './write.js'

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

const xml = (text: string) =>
  text
    .replace(/[<>&"]/g, char => `&#${char.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')

/** An XMP packet (ISO 16684-1) with the Dublin Core, basic and PDF properties. */
function xmpPacket(meta: PdfMetadata, producer: string): string {
  const date = `${meta.date}T00:00:00Z`
  const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`
  const properties = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${alternative(meta.title)}</dc:title>`,
    meta.authors.length > 0
      ? `<dc:creator><rdf:Seq>${meta.authors.map(a => `<rdf:li>${xml(a)}</rdf:li>`).join('')}</rdf:Seq></dc:creator>`
      : '',
    meta.subject === null ? '' : `<dc:description>${alternative(meta.subject)}</dc:description>`,
    `<dc:language><rdf:Bag><rdf:li>${xml(meta.language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${xml(meta.creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${xml(producer)}</pdf:Producer>`,
  ]
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    ...properties.filter(Boolean),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
}

/** The number tree of the labels (12.4.2). */
function pageLabels(ranges: readonly PageLabelRange[]): PdfDictionary {
  const style = { roman: 'r', arabic: 'D' }
  return { Nums: ranges.flatMap(({ from, style: name }) => [from - 1, { S: new PdfName(style[name]) }]) }
}

/**
 * Gives a printed PDF its metadata: information dictionary, XMP, file identifier. Two prints of one document differ in
 * their dates alone, so with the book's date in their place the bytes are the same from run to run.
 *
 * @param headings  The words of the document's headings, to mend those of the outline by. Default: none.
 */
export function finishPdf(file: PdfFile, meta: PdfMetadata, headings: readonly string[] = []): Uint8Array {
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
  const metadata = file.size
  const objects = file.bodies()
  const put = (n: number, value: PdfValue) => objects.set(n, Buffer.from(serialise(value), 'latin1'))
  if (meta.hyphenated) takeOutSoftHyphens(file, pageObjects(file), objects)
  nameApostrophes(file, objects)
  for (const [n, entry] of mendOutline(file, headings)) put(n, entry)
  if (meta.trim) for (const [n, page] of withBoxes(file, pageObjects(file), meta.trim)) put(n, page)
  put(info.object, information)
  const labels: PdfDictionary = meta.labels ? { PageLabels: pageLabels(meta.labels) } : {}
  put(root.object, { ...file.dictionary(root), ...labels, Metadata: new PdfReference(metadata) })
  // Left as it is, so that programs that know no PDF find it.
  const packet = Buffer.from(xmpPacket(meta, producer), 'utf8')
  objects.set(metadata, stream({ Type: new PdfName('Metadata'), Subtype: new PdfName('XML') }, packet))
  return writePdf(objects, { Root: root, Info: info })
}
