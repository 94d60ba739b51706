import { strFromU8, unzipSync } from 'fflate'

/** What the parts that are read may unpack to together. The sample book's are 2 MB, one of a million words' about 80. */
const mostBytes = 400 * 1024 * 1024

/** Why a file cannot be opened: it is no zip, it is damaged, it unpacks to too much. */
export class PackageError extends Error {
  constructor(
    message: string,
    readonly tooLarge = false,
  ) {
    super(message)
  }
}

/** A part as text; null where there is none. */
export type Part = (name: string) => string | null

const wanted = /^(word\/|customXml\/|docProps\/custom\.xml$|\[Content_Types\]\.xml$)[^/]*\.?.*\.?(xml|rels)$/i

/**
 * Opens a DOCX. Only parts that are looked at are unpacked, and none that says that it is larger than the budget: what a
 * part says is also the most that it can unpack to.
 *
 * @throws PackageError
 */
export function openPackage(bytes: Uint8Array): Part {
  let left = mostBytes
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!wanted.test(name)) return false
    left -= originalSize
    if (left < 0) throw new PackageError('The file unpacks to more than any document holds.', true)
    return true
  }
  let parts: { [name: string]: Uint8Array }
  try {
    parts = unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof PackageError) throw error
    throw new PackageError(`The file is no whole zip archive: ${(error as Error).message}.`)
  }
  return name => {
    const part = parts[name]
    return part === undefined ? null : strFromU8(part)
  }
}
