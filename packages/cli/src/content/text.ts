import { createLocator, type Diagnostic, diagnostic, type Result } from '@briefbook/diagnostics'

/** What editors put at the head of UTF-16, and call Unicode. */
const utf16 = (bytes: Uint8Array) =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null

/** That a file is in another encoding, at its first letter that is none. */
function problem(message: string, file: string, text: string, offset: number): Diagnostic {
  return diagnostic('text-is-utf-8', message, { file, place: createLocator(text).placeOf(offset, offset + 1) })
}

/**
 * The text of a file that people write, without its byte order mark. One that is not in UTF-8 is an error, since its accented
 * letters would be lost: what can be read of it is given all the same, so that nothing else is missed because of it.
 */
export function decodeText(bytes: Uint8Array, file: string): Result<string> {
  const encoding = utf16(bytes)
  if (encoding) {
    const text = new TextDecoder(encoding).decode(bytes)
    return { value: text, diagnostics: [problem('The file is saved as UTF-16.', file, text, 0)] }
  }
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] }
  } catch {
    const text = new TextDecoder().decode(bytes)
    const message = 'Letters of this file cannot be told: it is not saved as UTF-8.'
    return { value: text, diagnostics: [problem(message, file, text, text.indexOf('\ufffd'))] }
  }
}
