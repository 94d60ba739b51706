/** What a source may take of memory and time before it is refused. */
export interface Limits {
  /** Size of the file. */
  maxFileBytes: number
  /** Length of its text, in UTF-16 code units: of the decoded file, or of all that was extracted from it. */
  maxTextCharacters: number
  /** Size of all parts that a DOCX unpacks to; measured while unpacking, because what a zip declares can be a lie. */
  maxUnpackedBytes: number
  /** Pages of a PDF. */
  maxPages: number
}

export const defaultLimits: Limits = {
  maxFileBytes: 32 * 1024 * 1024,
  maxTextCharacters: 12_000_000,
  maxUnpackedBytes: 64 * 1024 * 1024,
  maxPages: 3_000,
}
