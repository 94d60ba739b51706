import { createHash } from 'node:crypto'
import { type PdfDictionary, PdfName, PdfReference, PdfString, serialise, textString } from './syntax.js'
import { deflated } from './write.js'

/** A file that travels in the PDF: the data that the book was made from. */
export interface PdfAttachment {
  /** ASCII, with its ending. */
  name: string
  /** `text/csv`. */
  mime: string
  /** What it is, in a sentence. */
  description: string
  bytes: Uint8Array
}

/**
 * Puts files into a PDF: embedded (7.11.4) and told to be data of the whole (ISO 32000-2, 14.13), which programs before
 * PDF 2.0 pass over.
 *
 * @param objects  Where the objects are put, from the number `next` on.
 * @param date  As the PDF writes dates.
 * @returns What the catalogue and its name dictionary say of them; empty without attachments.
 */
export function attach(
  attachments: readonly PdfAttachment[],
  objects: Map<number, Buffer>,
  next: number,
  date: PdfString,
): PdfDictionary {
  if (attachments.length === 0) return {}
  // A name tree is in the order of its names' bytes (7.9.6).
  const inOrder = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1))
  const references = inOrder.map(({ name, mime, description, bytes }, i) => {
    const file = next + 2 * i
    const checksum = createHash('md5').update(bytes).digest().toString('latin1')
    const parameters = { Size: bytes.length, ModDate: date, CheckSum: new PdfString(checksum) }
    objects.set(
      file,
      deflated({ Type: new PdfName('EmbeddedFile'), Subtype: new PdfName(mime), Params: parameters }, bytes),
    )
    const specification = {
      Type: new PdfName('Filespec'),
      F: textString(name),
      UF: textString(name),
      Desc: textString(description),
      AFRelationship: new PdfName('Data'),
      EF: { F: new PdfReference(file), UF: new PdfReference(file) },
    }
    objects.set(file + 1, Buffer.from(serialise(specification), 'latin1'))
    return new PdfReference(file + 1)
  })
  const names = inOrder.flatMap(({ name }, i) => [textString(name), references[i] as PdfReference])
  return { Names: { EmbeddedFiles: { Names: names } }, AF: references }
}
