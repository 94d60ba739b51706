import { type Diagnostic, diagnostic, type Place, type Result } from '@briefbook/diagnostics'
import { SaxesParser } from 'saxes'
import { decodeXml } from './decode.js'

/** A code of a REFI-QDA codebook. */
export interface QdcCode {
  guid: string | null
  name: string
  codable: boolean
  description: string
  children: QdcCode[]
  place: Place
}

/** A set of codes: what ATLAS.ti calls a code group. */
interface QdcSet {
  name: string
  members: string[]
}

/** What a .qdc file says. */
export interface Qdc {
  codes: QdcCode[]
  sets: QdcSet[]
}

/** Deeper than people nest codes, and larger than any codebook: what goes beyond is a file that was made to harm. */
const deepest = 64
const mostCodes = 20_000
const mostBytes = 32 * 1024 * 1024

/** Elements that are read; with those of which a codebook loses nothing that Briefbook could keep. */
const known = new Set(['CodeBook', 'Codes', 'Code', 'Description', 'Sets', 'Set', 'MemberCode'])

/** Ends the reading: the message is in the parser's hands already. */
class Stop extends Error {}

class QdcReader {
  readonly codes: QdcCode[] = []
  readonly sets: QdcSet[] = []
  readonly diagnostics: Diagnostic[] = []
  readonly #file: string
  readonly #parser = new SaxesParser({ xmlns: true, position: true })
  readonly #elements: string[] = []
  readonly #open: QdcCode[] = []
  readonly #unknown = new Map<string, number>()
  #count = 0
  #isCodebook = false
  #set: QdcSet | null = null

  constructor(file: string) {
    this.#file = file
    const parser = this.#parser
    parser.on('error', error => this.#refuse('qdc-is-well-formed', error.message.replace(/^\d+:\d+: /, '')))
    parser.on('doctype', () =>
      this.#refuse('qdc-is-well-formed', 'The file declares a document type; a codebook has none.'),
    )
    parser.on('opentag', ({ local, attributes }) => {
      const values = Object.fromEntries(Object.values(attributes).map(a => [a.local, a.value]))
      this.#enter(local, values)
    })
    parser.on('closetag', ({ local }) => this.#leave(local))
    parser.on('text', text => this.#describe(text))
    parser.on('cdata', text => this.#describe(text))
  }

  read(text: string): void {
    try {
      this.#parser.write(text).close()
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      return
    }
    if (!this.#isCodebook) this.#tell('qdc-is-a-codebook', 'There is no `CodeBook` in the file.', this.#place())
    if (this.#unknown.size > 0) {
      const names = [...this.#unknown].map(([name, n]) => `${name} (${n})`).join(', ')
      this.#tell('qdc-is-read-in-full', `Not read, because a codebook.yaml has no place for it: ${names}.`, null)
    }
  }

  #place(): Place {
    const { line, column, position } = this.#parser
    return { start: { line, column: column + 1, offset: position } }
  }

  #tell(rule: Diagnostic['rule'], message: string, place: Place | null): void {
    this.diagnostics.push(diagnostic(rule, message, { file: this.#file, place }))
  }

  #refuse(rule: Diagnostic['rule'], message: string): never {
    this.#tell(rule, message, this.#place())
    throw new Stop()
  }

  #enter(name: string, values: { [name: string]: string | undefined }): void {
    this.#elements.push(name)
    if (this.#elements.length > deepest) {
      this.#refuse('qdc-is-a-codebook', `Its elements are nested deeper than ${deepest} levels.`)
    }
    // A project (.qde) holds a codebook too; the rest of it is no concern of ours.
    if (name === 'CodeBook') this.#isCodebook = true
    if (!this.#isCodebook || !this.#elements.includes('CodeBook')) return
    if (!known.has(name)) this.#unknown.set(name, (this.#unknown.get(name) ?? 0) + 1)
    else if (name === 'Code') this.#enterCode(values)
    else if (name === 'Set') {
      this.#set = { name: values.name ?? '', members: [] }
      this.sets.push(this.#set)
    } else if (name === 'MemberCode') {
      // The schema of codebooks calls it `guid`, that of projects `targetGUID`.
      const guid = values.guid ?? values.targetGUID
      if (guid !== undefined) this.#set?.members.push(guid.toLowerCase())
    }
  }

  #enterCode({ name = '', guid, isCodable }: { [name: string]: string | undefined }): void {
    if (++this.#count > mostCodes) this.#refuse('qdc-is-a-codebook', `It has more than ${mostCodes} codes.`)
    const code: QdcCode = {
      guid: guid?.toLowerCase() ?? null,
      name: name.trim(),
      codable: isCodable !== 'false' && isCodable !== '0',
      description: '',
      children: [],
      place: this.#place(),
    }
    if (code.name === '') this.#tell('qdc-code-has-a-name', 'A code has no name.', code.place)
    const siblings = this.#open.at(-1)?.children ?? this.codes
    siblings.push(code)
    this.#open.push(code)
  }

  #leave(name: string): void {
    this.#elements.pop()
    if (name === 'Code') this.#open.pop()
    else if (name === 'Set') this.#set = null
  }

  #describe(text: string): void {
    const code = this.#open.at(-1)
    if (code && this.#elements.at(-1) === 'Description' && this.#elements.at(-2) === 'Code') code.description += text
  }
}

/**
 * Reads a REFI-QDA codebook (.qdc).
 *
 * @param bytes  The file, in UTF-8, UTF-16 or the encoding that its first line declares.
 * @returns What it says, or null with errors: no entity but XML's own is expanded, and what is too deep or too large
 *   is refused.
 */
export function readQdc(bytes: Uint8Array, file: string): Result<Qdc | null> {
  if (bytes.length > mostBytes) {
    const message = `The file is larger than ${mostBytes / 1024 / 1024} MB.`
    return { value: null, diagnostics: [diagnostic('qdc-is-a-codebook', message, { file })] }
  }
  const text = decodeXml(bytes)
  if (text === null) {
    const message = 'The characters are not in the encoding that the file declares.'
    return { value: null, diagnostics: [diagnostic('qdc-is-well-formed', message, { file })] }
  }
  const reader = new QdcReader(file)
  reader.read(text)
  const { codes, sets, diagnostics } = reader
  return { value: diagnostics.some(d => d.severity === 'error') ? null : { codes, sets }, diagnostics }
}
