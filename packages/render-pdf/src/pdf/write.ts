import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate, deflateSync } from 'node:zlib'
import { type PdfDictionary, PdfName, PdfString, serialise } from './syntax.js'

/** How much an object stream holds before the next is begun, in bytes: enough to compress well, little to unpack. */
const streamBytes = 64 * 1024

const packedBeside = promisify<Uint8Array, Buffer>(deflate)

const latin1 = (text: string) => Buffer.from(text, 'latin1')

const flateDecode = new PdfName('FlateDecode')

/** The bytes of a stream object, deflated, with what its dictionary says besides. */
export function deflated(dictionary: PdfDictionary, data: Uint8Array): Buffer {
  return stream({ ...dictionary, Filter: flateDecode }, deflateSync(data))
}

/** The bytes of a stream object. */
export function stream(dictionary: PdfDictionary, data: Uint8Array): Buffer {
  const head = serialise({ ...dictionary, Length: data.length })
  return Buffer.concat([latin1(`${head}\nstream\n`), data, latin1('\nendstream')])
}

const isStream = (body: Buffer) => body.subarray(-9).toString('latin1') === 'endstream'

/** An entry of a cross-reference stream (7.5.8.3): free, at an offset, or the n-th of an object stream. */
type Entry = [kind: 0 | 1 | 2, place: number, index: number]

/** The table with each row as what it adds to the row before (PNG's filter Up), which compresses to almost nothing. */
function predicted(rows: readonly Entry[], widths: readonly [number, number, number]): Buffer {
  const [first, second, third] = widths
  const width = 1 + first + second + third
  const out = Buffer.alloc(rows.length * width)
  rows.forEach(([kind, place, index], row) => {
    const at = row * width + 1
    out.writeUIntBE(kind, at, first)
    out.writeUIntBE(place, at + first, second)
    out.writeUIntBE(index, at + first + second, third)
  })
  for (let at = out.length - 1; at >= width; at--) out[at] = (out[at] as number) - (out[at - width] as number)
  const up = 2
  for (let at = 0; at < out.length; at += width) out[at] = up
  return out
}

const bytesFor = (value: number) => Math.max(1, Math.ceil(Math.log2(value + 1) / 8))

/**
 * Writes a PDF 1.7 file: streams as they are, everything else packed into object streams (7.5.7), so that a tagged book
 * takes a third of the room. The identifier (14.4) is of the content: the same book has the same one.
 *
 * @param objects  By number, each as it stands between `obj` and `endobj`.
 */
export async function writePdf(objects: ReadonlyMap<number, Buffer>, trailer: PdfDictionary): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  const hash = createHash('sha256')
  let length = 0
  const write = (chunk: Buffer) => {
    chunks.push(chunk)
    hash.update(chunk)
    length += chunk.length
  }
  let size = 0
  for (const n of objects.keys()) size = Math.max(size, n + 1)
  const entries = new Map<number, Entry>()
  const writeObject = (n: number, body: Buffer) => {
    entries.set(n, [1, length, 0])
    for (const part of [latin1(`${n} 0 obj\n`), body, latin1('\nendobj\n')]) write(part)
  }

  // The second line tells programs that move files that this one is not text (7.5.2).
  write(Buffer.concat([latin1('%PDF-1.7\n%'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0x0a])]))
  let packed: { n: number; body: Buffer }[] = []
  let packedBytes = 0
  // In their order; object streams are compressed in threads beside this one.
  const bodies: { n: number; body: Promise<Buffer> | Buffer }[] = []
  const flush = () => {
    if (packed.length === 0) return
    const container = size++
    let offset = 0
    const head = packed.map(({ n, body }, index) => {
      entries.set(n, [2, container, index])
      const pair = `${n} ${offset} `
      offset += body.length + 1
      return pair
    })
    const index = latin1(head.join(''))
    const data = Buffer.concat([index, ...packed.flatMap(({ body }) => [body, latin1('\n')])])
    const dictionary = { Type: new PdfName('ObjStm'), N: packed.length, First: index.length, Filter: flateDecode }
    bodies.push({ n: container, body: packedBeside(data).then(bytes => stream(dictionary, bytes)) })
    packed = []
    packedBytes = 0
  }
  for (const [n, body] of objects) {
    if (isStream(body)) {
      bodies.push({ n, body })
      continue
    }
    packed.push({ n, body })
    packedBytes += body.length
    if (packedBytes >= streamBytes) flush()
  }
  flush()
  const ready = await Promise.all(bodies.map(async ({ n, body }) => ({ n, body: await body })))
  for (const { n, body } of ready) writeObject(n, body)

  const table = size++
  const start = length
  entries.set(table, [1, start, 0])
  const rows = Array.from({ length: size }, (_, n): Entry => entries.get(n) ?? [0, 0, n === 0 ? 65535 : 0])
  let place = start
  let index = 0
  for (const [kind, where, nth] of rows) {
    place = Math.max(place, where)
    if (kind === 2) index = Math.max(index, nth)
  }
  const widths: [number, number, number] = [1, bytesFor(place), Math.max(2, bytesFor(index))]
  const identifier = new PdfString(hash.copy().digest().subarray(0, 16).toString('latin1'))
  writeObject(
    table,
    deflated(
      {
        ...trailer,
        Type: new PdfName('XRef'),
        Size: size,
        W: widths,
        DecodeParms: { Predictor: 12, Columns: widths[0] + widths[1] + widths[2] },
        ID: [identifier, identifier],
      },
      predicted(rows, widths),
    ),
  )
  write(latin1(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(chunks)
}
