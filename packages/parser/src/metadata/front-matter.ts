import type { Diagnostic } from '@briefbook/diagnostics'
import { readYaml } from '@briefbook/diagnostics'
import { type SourceMetadata, sourceMetadataSchema } from './schema.js'

/** The YAML at the head of a file. */
export interface FrontMatter {
  value: SourceMetadata | null
  /** Where the document begins. */
  end: number
  diagnostics: Diagnostic[]
}

const fence = /^---[ \t]*(?:\r\n|\n|\r)/
const closing = /(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/
/** A key, a comment or nothing but white space: what the first line of a mapping can be. */
const mapping = /^\s*(?:#.*\s+)*(?:[\p{L}_][\p{L}\p{N}_ -]*|"[^"\n]*"|'[^'\n]*')\s*:(?:\s|$)/u

/**
 * Reads the front matter of Markdown or plain text. A text that begins with a rule has none: between the two lines of
 * dashes must stand something that begins like `key:`.
 */
export function readFrontMatter(text: string, file: string): FrontMatter | null {
  const open = fence.exec(text)
  if (!open) return null
  const rest = text.slice(open[0].length - 1)
  const close = closing.exec(rest)
  if (!close) return null
  const yaml = rest.slice(0, close.index)
  if (yaml.trim() !== '' && !mapping.test(yaml)) return null
  const end = open[0].length - 1 + close.index + close[0].length
  // The opening dashes are YAML too, so that every line and column counts in the file.
  const { value, diagnostics } = readYaml(text.slice(0, open[0].length - 1 + close.index), file, sourceMetadataSchema)
  return { value: value?.value ?? null, end, diagnostics }
}
