import { crc32, inflateRawSync } from 'node:zlib'

/** Why a zip cannot be read. */
export class ZipError extends Error {
  readonly tooLarge: boolean

  constructor(message: string, tooLarge = false) {
    super(message)
    this.tooLarge = tooLarge
  }
}

interface Entry {
  method: number
  flags: number
  crc: number
  packed: number
  unpacked: number
  offset: number
}

/** A zip whose parts are unpacked one by one, within a budget that counts what really comes out. */
export interface Zip {
  names: readonly string[]
  /** The bytes of a part; null where there is none of that name. */
  read(name: string): Uint8Array | null
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
/** The end record can be followed by a comment of this many bytes (APPNOTE 4.3.16). */
const longestComment = 0xffff

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - longestComment)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === endSignature) return at
  throw new ZipError('The file breaks off: the directory of the zip archive is missing.')
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries = new Map<string, Entry>()
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature)
      throw new ZipError('The directory of the zip archive is damaged.')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name.replace(/\\/g, '/').replace(/^\//, ''), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, name: string, budget: number): Uint8Array {
  if (entry.flags & 1) throw new ZipError('The file is protected with a password.')
  const { offset } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localSignature)
    throw new ZipError(`The part ${name} is not where the zip archive says.`)
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw new ZipError(`The part ${name} breaks off.`)
  const tooLarge = () => new ZipError(`The part ${name} unpacks to more than is read.`, true)
  // What the archive declares is looked at first, what comes out is measured: the first can be a lie.
  if (entry.unpacked > budget) throw tooLarge()
  let data: Uint8Array
  if (entry.method === 0) data = packed
  else if (entry.method === 8) {
    try {
      data = inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) })
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
      throw new ZipError(`The part ${name} is damaged.`)
    }
  } else throw new ZipError(`The part ${name} is packed in a way that Word does not use.`)
  if (data.length > budget) throw tooLarge()
  if (crc32(data) !== entry.crc) throw new ZipError(`The part ${name} is damaged.`)
  return data
}

/**
 * Opens a zip archive without unpacking anything.
 *
 * @param limit  Bytes that all parts read may unpack to together.
 * @throws {ZipError} Here and in `read`.
 */
export function openZip(bytes: Uint8Array, limit: number): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(bytes, view)
  let left = limit
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      const data = unpack(bytes, view, entry, name, left)
      left -= data.length
      return data
    },
  }
}
