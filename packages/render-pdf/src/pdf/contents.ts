import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import type { PdfFile } from './file.js'
import { PdfName, PdfReference } from './syntax.js'
import { stream } from './write.js'

const inflated = promisify(inflate)
const deflated = promisify<Buffer, { level: number }, Buffer>(deflate)

/** Of compression: the file is a thirtieth larger than at the usual 6, and made in three quarters of the time. */
const level = 4

const marker = Buffer.from('stream')

/**
 * Unpacks a stream, changes what is in it and packs it again, in threads beside this one.
 *
 * @param change  Gives null where it cannot be changed; the stream then stays.
 * @returns Whether it was changed, or is as it should be already.
 */
export async function changeStream(
  file: PdfFile,
  objects: Map<number, Buffer>,
  n: number,
  change: (content: string) => string | null,
): Promise<boolean> {
  const body = objects.get(n)
  if (body === undefined) return false
  const dictionary = file.dictionary(new PdfReference(n))
  const { Filter: filter } = dictionary
  if (filter !== undefined && !(filter instanceof PdfName && filter.name === 'FlateDecode')) return false
  const start = body.indexOf('\n', body.indexOf(marker)) + 1
  const data = body.subarray(start, body.lastIndexOf('\nendstream'))
  const before = (filter ? await inflated(data) : data).toString('latin1')
  const after = change(before)
  if (after === null) return false
  if (after !== before) {
    const packed = await deflated(Buffer.from(after, 'latin1'), { level })
    objects.set(n, stream({ ...dictionary, Filter: new PdfName('FlateDecode') }, packed))
  }
  return true
}

/**
 * Changes what the pages paint.
 *
 * @param pages    Object numbers.
 * @param objects  The file's bodies; the pages' content streams are replaced.
 * @returns The numbers, from 1, of the pages where that was not possible.
 */
export async function changePages(
  file: PdfFile,
  pages: readonly number[],
  objects: Map<number, Buffer>,
  change: (content: string) => string | null,
): Promise<number[]> {
  const changed = await Promise.all(
    pages.map(page => {
      const { Contents: contents } = file.dictionary(new PdfReference(page))
      return contents instanceof PdfReference && changeStream(file, objects, contents.object, change)
    }),
  )
  return changed.flatMap((done, i) => (done ? [] : [i + 1]))
}
