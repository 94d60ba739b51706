/**
 * The objects of a PDF (ISO 32000-1, 7.3) as JavaScript values. Names and references have classes of their own, so
 * that they can be told from strings; strings keep their bytes as Latin-1.
 */
export type PdfValue = null | boolean | number | PdfString | PdfName | PdfReference | PdfValue[] | PdfDictionary

export interface PdfDictionary {
  [key: string]: PdfValue
}

export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export class PdfReference {
  readonly object: number
  constructor(object: number) {
    this.object = object
  }
}

export class PdfString {
  readonly bytes: string
  constructor(bytes: string) {
    this.bytes = bytes
  }
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0
const isDelimiter = (code: number) => '()<>[]{}/%'.includes(String.fromCharCode(code))
const escapes: { [char: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads one object after another from a PDF's text, which holds the file's bytes as Latin-1. */
export class PdfLexer {
  readonly #text: string
  offset: number

  constructor(text: string, offset = 0) {
    this.#text = text
    this.offset = offset
  }

  #fail(what: string): never {
    throw new SyntaxError(`${what} at byte ${this.offset} of the PDF`)
  }

  #skipSpace(): void {
    for (; this.offset < this.#text.length; this.offset++) {
      const code = this.#text.charCodeAt(this.offset)
      if (code === 37) {
        while (this.offset < this.#text.length && !'\r\n'.includes(this.#text.charAt(this.offset))) this.offset++
      } else if (!isSpace(code)) return
    }
  }

  /** The next word of letters and digits, such as `obj` or `endobj`. */
  word(): string {
    this.#skipSpace()
    const start = this.offset
    while (this.offset < this.#text.length) {
      const code = this.#text.charCodeAt(this.offset)
      if (isSpace(code) || isDelimiter(code)) break
      this.offset++
    }
    return this.#text.slice(start, this.offset)
  }

  value(): PdfValue {
    this.#skipSpace()
    const char = this.#text.charAt(this.offset)
    if (char === '/') return this.#name()
    if (char === '(') return this.#literal()
    if (char === '[') return this.#array()
    if (this.#text.startsWith('<<', this.offset)) return this.#dictionary()
    if (char === '<') return this.#hexadecimal()
    return this.#atom()
  }

  #name(): PdfName {
    this.offset++
    const start = this.offset
    this.word()
    const raw = this.#text.slice(start, this.offset)
    return new PdfName(
      raw.replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  }

  #literal(): PdfString {
    let out = ''
    let depth = 0
    for (;;) {
      const char = this.#text.charAt(this.offset++)
      if (char === '') this.#fail('a string does not end')
      if (char === '\\') {
        const next = this.#text.charAt(this.offset++)
        if (next >= '0' && next <= '7') {
          const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.offset - 1, this.offset + 2))?.[0] ?? next
          this.offset += octal.length - 1
          out += String.fromCharCode(Number.parseInt(octal, 8) & 255)
        } else if (next !== '\n') out += escapes[next] ?? next
      } else if (char === '(') {
        if (depth++ > 0) out += char
      } else if (char === ')') {
        if (--depth === 0) return new PdfString(out)
        out += char
      } else out += char
    }
  }

  #hexadecimal(): PdfString {
    const end = this.#text.indexOf('>', this.offset)
    if (end < 0) this.#fail('a string does not end')
    const digits = this.#text.slice(this.offset + 1, end).replace(/\s/g, '')
    this.offset = end + 1
    return new PdfString(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1'))
  }

  #array(): PdfValue[] {
    this.offset++
    const items: PdfValue[] = []
    for (;;) {
      this.#skipSpace()
      if (this.#text.charAt(this.offset) === ']') {
        this.offset++
        return items
      }
      if (this.offset >= this.#text.length) this.#fail('an array does not end')
      items.push(this.value())
    }
  }

  #dictionary(): PdfDictionary {
    this.offset += 2
    const entries: PdfDictionary = Object.create(null) as PdfDictionary
    for (;;) {
      this.#skipSpace()
      if (this.#text.startsWith('>>', this.offset)) {
        this.offset += 2
        return entries
      }
      const key = this.value()
      if (!(key instanceof PdfName)) this.#fail('a dictionary has a key that is no name')
      entries[key.name] = this.value()
    }
  }

  #atom(): PdfValue {
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    const number = Number(word)
    if (word === '' || Number.isNaN(number)) this.#fail(`\`${word}\` is no object`)
    if (!Number.isInteger(number) || number < 0) return number
    // `12 0 R` is a reference; `12 0` are two numbers.
    const reference = /^\s+\d+\s+R(?![A-Za-z])/.exec(this.#text.slice(this.offset, this.offset + 24))
    if (!reference) return number
    this.offset += reference[0].length
    return new PdfReference(number)
  }
}

const hex = (text: string) => Buffer.from(text, 'latin1').toString('hex').toUpperCase()

/** A text string as a PDF holds it: ASCII as it is, else UTF-16BE behind a byte order mark (7.9.2.2). */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfString(text)
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return new PdfString(bytes.toString('latin1'))
}

/** Writes an object as it stands in a file. */
export function serialise(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (value instanceof PdfName) {
    return `/${value.name.replace(/[^\w.+:-]/g, char => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
  }
  if (value instanceof PdfReference) return `${value.object} 0 R`
  if (value instanceof PdfString) {
    return /^[\x20-\x27\x2a-\x5b\x5d-\x7e]*$/.test(value.bytes) ? `(${value.bytes})` : `<${hex(value.bytes)}>`
  }
  if (Array.isArray(value)) return `[${value.map(serialise).join(' ')}]`
  return `<<${Object.entries(value)
    .map(([key, item]) => `${serialise(new PdfName(key))} ${serialise(item)}`)
    .join('\n')}>>`
}
