import { type PdfDictionary, PdfLexer, PdfReference, type PdfValue, serialise } from './syntax.js'

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

  /**
   * The file again, with some objects replaced and some added, and a table and trailer to match. What is not replaced
   * keeps its bytes.
   *
   * @param objects  By number, each as it stands between `obj` and `endobj`.
   */
  rewrite(objects: ReadonlyMap<number, Buffer>, trailer: PdfDictionary): Uint8Array {
    const inOrder = [...this.#offsets].sort(([, a], [, b]) => a - b)
    const first = inOrder[0]?.[1] ?? this.#tableOffset
    const chunks: Buffer[] = [this.#bytes.subarray(0, first)]
    const offsets = new Map<number, number>()
    let length = first
    const write = (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
    }
    const writeObject = (n: number, body: Buffer) => {
      offsets.set(n, length)
      write(Buffer.concat([Buffer.from(`${n} 0 obj\n`, 'latin1'), body, Buffer.from('\nendobj\n', 'latin1')]))
    }
    inOrder.forEach(([n, offset], i) => {
      const replacement = objects.get(n)
      if (replacement) writeObject(n, replacement)
      else {
        offsets.set(n, length)
        write(this.#bytes.subarray(offset, inOrder[i + 1]?.[1] ?? this.#tableOffset))
      }
    })
    for (const [n, body] of objects) if (!this.#offsets.has(n)) writeObject(n, body)

    // A book of a thousand pages has more objects than a call can have arguments.
    const size = [...offsets.keys()].reduce((greatest, n) => Math.max(greatest, n), 0) + 1
    const table = ['xref', `0 ${size}`, '0000000000 65535 f ']
    for (let n = 1; n < size; n++) {
      const offset = offsets.get(n)
      table.push(offset === undefined ? '0000000000 65535 f ' : `${String(offset).padStart(10, '0')} 00000 n `)
    }
    const tableOffset = length
    write(
      Buffer.from(
        `${table.join('\n')}\ntrailer\n${serialise({ ...trailer, Size: size })}\nstartxref\n${tableOffset}\n%%EOF\n`,
        'latin1',
      ),
    )
    return Buffer.concat(chunks)
  }
}
