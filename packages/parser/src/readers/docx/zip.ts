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
  has(name: string): boolean
  /** The bytes of a part; null where there is none of that name. */
  read(name: string): Uint8Array | null
  /** What was found wrong with parts that could be read all the same. */
  damages: readonly string[]
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
/** The end record can be followed by a comment of this many bytes (APPNOTE 4.3.16). */
const longestComment = 0xffff

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - longestComment)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === endSignature) return at
  throw new ZipError('The file breaks off: the directory of the zip archive is missing.')
}

/** A 64-bit number; one that JavaScript cannot count to is outside of every file. */
const uint64 = (view: DataView, at: number) => Number(view.getBigUint64(at, true))

/** How many entries the directory has and where it begins; zip64 has its own record for both (APPNOTE 4.3.14). */
function locateDirectory(view: DataView): { count: number; start: number } {
  const end = findEnd(view)
  const locator = end - 20
  if (locator >= 0 && view.getUint32(locator, true) === locator64Signature) {
    const at = uint64(view, locator + 8)
    if (at + 56 <= view.byteLength && view.getUint32(at, true) === end64Signature)
      return { count: uint64(view, at + 32), start: uint64(view, at + 48) }
  }
  return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) }
}

const tooLong = 0xffffffff

/** Sizes and offset of an entry; those that do not fit stand in its zip64 field, in this order (APPNOTE 4.5.3). */
function measuresOf(view: DataView, at: number, extra: number, end: number): [number, number, number] {
  const measures: [number, number, number] = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]
  for (let field = extra; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let place = field + 4
    measures.forEach((measure, i) => {
      if (measure !== tooLong || place + 8 > end) return
      measures[i] = uint64(view, place)
      place += 8
    })
  }
  return measures
}

/** The entries of the directory, as far as it goes; how many there are is said elsewhere, and can be wrong. */
function readDirectory(bytes: Uint8Array, view: DataView): { entries: Map<string, Entry>; whole: boolean } {
  const { count, start } = locateDirectory(view)
  let at = start
  const entries = new Map<string, Entry>()
  let read = 0
  for (; at + 46 <= bytes.length && view.getUint32(at, true) === entrySignature; read++) {
    const extra = at + 46 + view.getUint16(at + 28, true)
    const end = extra + view.getUint16(at + 30, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, extra))
    const [unpacked, packed, offset] = measuresOf(view, at, extra, Math.min(end, bytes.length))
    entries.set(keyOf(name), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      unpacked,
      offset,
    })
    at = end + view.getUint16(at + 32, true)
  }
  if (read === 0) throw new ZipError('The directory of the zip archive is damaged.')
  return { entries, whole: read === count }
}

/** Names of parts do not tell cases apart (ECMA-376 part 2, 6.2.2.3); some programs write them with backslashes. */
const keyOf = (name: string) => name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase()

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
  const { entries, whole } = readDirectory(bytes, view)
  let left = limit
  const damages = whole ? [] : ['The directory of the zip archive is damaged: parts of the file may be missing.']
  return {
    has: name => entries.has(keyOf(name)),
    read(name) {
      const entry = entries.get(keyOf(name))
      if (!entry) return null
      const data = unpack(bytes, view, entry, name, left)
      left -= data.length
      // Not a reason to refuse it: the text is there, and other programs do not look.
      if (crc32(data) !== entry.crc) damages.push(`The part ${name} is not as it was saved: its checksum is wrong.`)
      return data
    },
    damages,
  }
}
