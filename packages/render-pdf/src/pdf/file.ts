import { type PdfDictionary, PdfLexer, PdfReference, type PdfValue } from './syntax.js'

/**
 * A PDF with a plain cross-reference table, as Chromium's printer (Skia) writes it: PDF 1.4, one section, no object
 * streams. Objects are read when they are asked for; on a book of 300 pages this takes milliseconds, where a general
 * library parses every object first.
 */
export class PdfFile {
  readonly #bytes: Buffer
  readonly #text: string
  /** Where each object begins. */
  readonly #offsets: Map<number, number>
  readonly #tableOffset: number
  readonly trailer: PdfDictionary

  /** @throws SyntaxError where the file is not of this kind. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#text = this.#bytes.toString('latin1')
    const start = this.#text.lastIndexOf('startxref')
    if (start < 0) throw new SyntaxError('the PDF has no cross-reference table')
    this.#tableOffset = Number(new PdfLexer(this.#text, start + 'startxref'.length).word())
    const { offsets, trailer } = this.#readTable()
    this.#offsets = offsets
    this.trailer = trailer
  }

  #readTable(): { offsets: Map<number, number>; trailer: PdfDictionary } {
    const lexer = new PdfLexer(this.#text, this.#tableOffset)
    if (lexer.word() !== 'xref') throw new SyntaxError('the PDF has a cross-reference stream, not a table')
    const offsets = new Map<number, number>()
    for (;;) {
      const first = lexer.word()
      if (first === 'trailer') break
      const count = Number(lexer.word())
      for (let n = Number(first); n < Number(first) + count; n++) {
        const offset = Number(lexer.word())
        lexer.word()
        if (lexer.word() === 'n') offsets.set(n, offset)
      }
    }
    const trailer = lexer.value() as PdfDictionary
    if (trailer.Prev !== undefined) throw new SyntaxError('the PDF has been updated since it was printed')
    return { offsets, trailer }
  }

  /** The value of an object, or what a reference leads to; streams give their dictionary. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfReference)) return value ?? null
    const offset = this.#offsets.get(value.object)
    if (offset === undefined) return null
    const lexer = new PdfLexer(this.#text, offset)
    lexer.word()
    lexer.word()
    lexer.word()
    return lexer.value()
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.resolve(value)
    return found !== null && typeof found === 'object' && !Array.isArray(found) ? (found as PdfDictionary) : {}
  }

  /** The number of the next object that is added. */
  get size(): number {
    return Number(this.trailer.Size)
  }

  /** Every object as it stands between `obj` and `endobj`, by number, in the order of the file. */
  bodies(): Map<number, Buffer> {
    const inOrder = [...this.#offsets].sort(([, a], [, b]) => a - b)
    return new Map(
      inOrder.map(([n, offset], i) => {
        const whole = this.#bytes.subarray(offset, inOrder[i + 1]?.[1] ?? this.#tableOffset)
        const start = whole.indexOf('obj') + 'obj'.length
        const end = whole.lastIndexOf('endobj')
        return [n, trimmed(whole.subarray(start, end))]
      }),
    )
  }
}

const isSpace = (code: number | undefined) => code === 10 || code === 13 || code === 32

function trimmed(bytes: Buffer): Buffer {
  let start = 0
  let end = bytes.length
  while (start < end && isSpace(bytes[start])) start++
  while (end > start && isSpace(bytes[end - 1])) end--
  return bytes.subarray(start, end)
}
