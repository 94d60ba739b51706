import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import { analyse } from 'chardet'

/** The characters of a file, without a byte order mark, and how they were found; null where they cannot be. */
export interface Decoded {
  text: string | null
  diagnostics: Diagnostic[]
}

/** How much of a file is looked at to tell text from something else. */
const sampleBytes = 64 * 1024

const utf8 = { name: 'utf-8', shown: 'UTF-8' }
const latin = { name: 'windows-1252', shown: 'Windows-1252' }

/** What Windows-1252 has at 0x80 to 0x9f; the bytes that it leaves free keep their code, as the standard says. */
const upperRow = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node decodes Windows-1252 as ISO-8859-1 up to version 23: typographic quotation marks would become controls. */
const decodeLatin = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, char => upperRow[char.charCodeAt(0) - 0x80] ?? char)

/** The text in an encoding; null where the bytes do not fit it, or nobody knows it. */
function decodeWith(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal })
    return decoder.encoding === latin.name ? decodeLatin(bytes) : decoder.decode(bytes)
  } catch {
    return null
  }
}

/** How many bytes the UTF-8 character at a place has; 0 where there is none (Unicode 15, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0
    if (byte < (i === 1 ? lowest : 0x80) || byte > (i === 1 ? highest : 0xbf)) return 0
  }
  return length
}

/** The first place that is not UTF-8, with its line and its column in bytes; the end where all of it is. */
function firstBadByte(bytes: Uint8Array): { at: number; line: number; column: number } {
  let at = 0
  let line = 1
  let start = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) break
    if (bytes[at] === 0x0a) {
      line++
      start = at + 1
    }
    at += length
  }
  return { at, line, column: at - start + 1 }
}

const count = (bytes: Uint8Array, test: (byte: number, i: number) => boolean): number => {
  let n = 0
  for (let i = 0; i < bytes.length; i++) if (test(bytes[i] as number, i)) n++
  return n
}

const isControl = (byte: number) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b

/** Which UTF-16 a file without a byte order mark is in: every second byte of Western text is then zero. */
function guessUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (!sample.includes(0)) return null
  const half = sample.length / 2
  const even = count(sample, (byte, i) => byte === 0 && i % 2 === 0)
  const odd = count(sample, (byte, i) => byte === 0 && i % 2 === 1)
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** Multi-byte characters of UTF-8 that are whole, against bytes above ASCII that are not part of one. */
function utf8Share(sample: Uint8Array): { whole: number; stray: number } {
  const text = new TextDecoder('utf-8').decode(sample)
  let whole = 0
  let stray = 0
  for (const char of text) {
    if (char === '\ufffd') stray++
    else if (char > '\u007f') whole++
  }
  return { whole, stray }
}

/**
 * Whether bytes read as Western European text in Windows-1252: no byte that it leaves free, and letters above ASCII
 * seldom and between ASCII letters, where another alphabet would have nothing else.
 */
function readsAsLatin(sample: Uint8Array): boolean {
  if (count(sample, byte => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) > 0) return false
  const letters = count(sample, byte => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a)
  const high = count(sample, byte => byte >= 0x80)
  return high <= letters * 0.25
}

/** From this confidence on, of 100, a guess at the encoding is taken; noise gets up to about 30. */
const leastConfidence = 45

/** The encoding that the bytes look like, by the letter sequences of languages, and the text in it. */
function guessEncoding(bytes: Uint8Array, sample: Uint8Array): { shown: string; text: string } | null {
  for (const { name, confidence } of analyse(sample)) {
    if (confidence < leastConfidence) return null
    const text = /^(?:utf|ascii)/i.test(name) ? null : decodeWith(bytes, name, true)
    if (text !== null) return { shown: name.replace(/^windows/, 'Windows'), text }
  }
  return null
}

/**
 * Decodes a file: by its byte order mark; by what it declares; as UTF-8; in the encoding that the bytes look like, with
 * a warning, because that is a guess.
 *
 * @param declared  The encoding that the file itself names, such as an HTML page's `charset`.
 */
export function decodeText(bytes: Uint8Array, file: string, declared: string | null = null): Decoded {
  const told = (encoding: { shown: string }, text: string | null, more = ''): Decoded => ({
    text,
    diagnostics: [diagnostic('source-encoding-is-utf-8', `The file was read as ${encoding.shown}.${more}`, { file })],
  })
  const refused = (rule: 'source-is-text' | 'source-encoding-is-known', message: string): Decoded => {
    const { at, line, column } = firstBadByte(bytes)
    const byte = bytes[at]
    const place = byte === undefined ? null : { start: { line, column, offset: at } }
    return { text: null, diagnostics: [diagnostic(rule, message, { file, place })] }
  }

  if (bytes[0] === 0xff && bytes[1] === 0xfe) return told({ shown: 'UTF-16' }, decodeWith(bytes, 'utf-16le', false))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return told({ shown: 'UTF-16' }, decodeWith(bytes, 'utf-16be', false))

  const sample = bytes.subarray(0, sampleBytes)
  const utf16 = guessUtf16(sample)
  if (utf16) {
    const text = decodeWith(bytes, utf16, true)
    if (text !== null) return told({ shown: 'UTF-16' }, text, ' It has no byte order mark.')
  }
  if (count(sample, isControl) > Math.max(8, sample.length * 0.02))
    return refused('source-is-text', 'The file is binary: it holds bytes that no text has.')

  const text = decodeWith(bytes, utf8.name, true)
  if (text !== null) return { text, diagnostics: [] }

  if (declared !== null && !/^utf-?8$/i.test(declared)) {
    const named = decodeWith(bytes, declared, true)
    if (named !== null) return told({ shown: declared }, named, ' That is what it says of itself.')
  }
  const { whole, stray } = utf8Share(sample)
  if (whole > stray * 4) {
    const { line } = firstBadByte(bytes)
    const more = ` It has damaged characters, the first in line ${line}; each is shown as �.`
    return told(utf8, decodeWith(bytes, utf8.name, false), more)
  }
  const { line } = firstBadByte(bytes)
  const more = ` It is not UTF-8: look at line ${line}.`
  const guess = guessEncoding(bytes, sample)
  if (guess) return told(guess, guess.text, more)
  if (readsAsLatin(sample)) return told(latin, decodeWith(bytes, latin.name, false), more)
  return refused('source-encoding-is-known', 'The file is neither UTF-8 nor in another encoding that can be told.')
}
