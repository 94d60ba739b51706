import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import { markArtifacts } from './artifacts.js'
import type { PdfFile } from './file.js'
import { type PdfDictionary, PdfName, PdfReference, type PdfValue } from './syntax.js'
import { stream } from './write.js'

const inflated = promisify(inflate)
const deflated = promisify<Buffer, { level: number }, Buffer>(deflate)

/** As small as Chromium's own streams; one level more takes twice the time. */
const level = 5

const marker = Buffer.from('stream')

async function dataOf(body: Buffer, dictionary: PdfDictionary): Promise<Buffer | null> {
  const start = body.indexOf('\n', body.indexOf(marker)) + 1
  const data = body.subarray(start, body.lastIndexOf('\nendstream'))
  if (dictionary.Filter === undefined) return data
  return dictionary.Filter instanceof PdfName && dictionary.Filter.name === 'FlateDecode' ? inflated(data) : null
}

/**
 * Marks what is no text on every page as an artifact. (Streams are packed in threads beside this one.)
 *
 * @param objects  The file's bodies; the pages' content streams are replaced.
 * @returns The numbers, from 1, of the pages where that was not possible.
 */
export async function markPages(
  file: PdfFile,
  pages: readonly number[],
  objects: Map<number, Buffer>,
): Promise<number[]> {
  const failed = await Promise.all(
    pages.map(async (page, i) => {
      const contents: PdfValue = file.dictionary(new PdfReference(page)).Contents ?? null
      const body = contents instanceof PdfReference ? objects.get(contents.object) : undefined
      if (!(contents instanceof PdfReference) || body === undefined) return [i + 1]
      const data = await dataOf(body, file.dictionary(contents))
      const marked = data && markArtifacts(data.toString('latin1'))
      if (marked === null) return [i + 1]
      const packed = await deflated(Buffer.from(marked, 'latin1'), { level })
      objects.set(contents.object, stream({ Filter: new PdfName('FlateDecode') }, packed))
      return []
    }),
  )
  return failed.flat()
}
