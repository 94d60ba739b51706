import { createHash } from 'node:crypto'

/** The namespace of our codes: a UUID of version 5 itself, of `briefbook codebook` in the nil namespace. */
const namespace = uuid(Buffer.alloc(16), 'briefbook codebook')

function uuid(space: Buffer, name: string): Buffer {
  const bytes = createHash('sha1').update(space).update(name, 'utf8').digest().subarray(0, 16)
  // RFC 9562, 5.5: version and variant take the place of six bits.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes
}

/** The GUID of a code by the path of ids that leads to it: the same in every export, so that tools can merge them. */
export function guidOf(...path: readonly string[]): string {
  return uuid(namespace, path.join('/'))
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
