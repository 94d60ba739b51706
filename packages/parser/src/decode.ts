import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'

/** The characters of a file, without a byte order mark, and how they were found; null where they cannot be. */
export interface Decoded {
  text: string | null
  diagnostics: Diagnostic[]
}

/** How much of a file is looked at to tell text from something else. */
const sampleBytes = 64 * 1024

const utf8 = { name: 'utf-8', shown: 'UTF-8' }
const latin = { name: 'windows-1252', shown: 'Windows-1252' }

const decodeWith = (bytes: Uint8Array, encoding: string, fatal: boolean): string | null => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

/** The line and column, in bytes, of the first place that is not UTF-8. */
function firstBadByte(bytes: Uint8Array): { at: number; line: number; column: number } {
  let low = 0
  let high = bytes.length
  // The longest prefix that decodes as a stream: each half is decoded once.
  while (low < high) {
    const middle = (low + high + 1) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      low = middle
    } catch {
      high = middle - 1
    }
  }
  let line = 1
  let start = 0
  for (let i = 0; i < low; i++) {
    if (bytes[i] !== 0x0a) continue
    line++
    start = i + 1
  }
  return { at: low, line, column: low - start + 1 }
}

const count = (bytes: Uint8Array, test: (byte: number, i: number) => boolean): number => {
  let n = 0
  for (let i = 0; i < bytes.length; i++) if (test(bytes[i] as number, i)) n++
  return n
}

const isControl = (byte: number) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b

/** Which UTF-16 a file without a byte order mark is in: every second byte of Western text is then zero. */
function guessUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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

/**
 * Decodes a file: by its byte order mark; by what it declares; as UTF-8; as Windows-1252 where the bytes read as that,
 * with a warning.
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
  if (readsAsLatin(sample)) {
    const { line } = firstBadByte(bytes)
    const more = ` It is not UTF-8: look at line ${line}.`
    return told(latin, decodeWith(bytes, latin.name, false), more)
  }
  return refused('source-encoding-is-known', 'The file is neither UTF-8 nor UTF-16 nor Western European text.')
}
