import { createLocator, type Diagnostic, diagnostic, type Result } from '@briefbook/diagnostics'

/** What editors put at the head of UTF-16, and call Unicode. */
const utf16 = (bytes: Uint8Array) =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null

/** That a file is in another encoding, at its first letter that is none. */
function problem(message: string, file: string, text: string, offset: number): Diagnostic {
  return diagnostic('text-is-utf-8', message, { file, place: createLocator(text).placeOf(offset, offset + 1) })
}

/** The lines that git puts around two versions of a passage. */
const marks = [/^<{7} .*$/m, /^={7}\r?$/m, /^>{7} .*$/m]

/** Any of them: as Markdown they would be headings and quotations, of which more would be told. */
const anyMark = /^(<{7} .*|={7}\r?|>{7} .*)$/gm

/** Where git left two versions for somebody to choose from; none where they were merged. */
function unmerged(text: string, file: string): Diagnostic[] {
  const ends: number[] = [0]
  const found = marks.map(mark => {
    const from = ends.at(-1) ?? 0
    const match = mark.exec(text.slice(from))
    if (match) ends.push(from + match.index + match[0].length)
    return match ? from + match.index : -1
  })
  if (found.includes(-1)) return []
  const place = createLocator(text).placeOf(found[0] as number, ends[1])
  return [diagnostic('versions-are-merged', 'Git has left two versions of a passage here.', { file, place })]
}

/**
 * The text of a file that people write, without its byte order mark. One that is not in UTF-8 is an error, since its accented
 * letters would be lost, and so is one whose versions nobody has merged: what can be read is given all the same, so that nothing
 * else is missed because of it.
 */
export function decodeText(bytes: Uint8Array, file: string): Result<string> {
  const encoding = utf16(bytes)
  if (encoding) {
    const text = new TextDecoder(encoding).decode(bytes)
    return { value: text, diagnostics: [problem('The file is saved as UTF-16.', file, text, 0)] }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const diagnostics = unmerged(text, file)
    return {
      value: diagnostics.length > 0 ? text.replace(anyMark, line => ' '.repeat(line.length)) : text,
      diagnostics,
    }
  } catch {
    const text = new TextDecoder().decode(bytes)
    const message = 'Letters of this file cannot be told: it is not saved as UTF-8.'
    return { value: text, diagnostics: [problem(message, file, text, text.indexOf('\ufffd'))] }
  }
}
