import { elementsIn, parseXml, type XmlElement, XmlError } from './xml.js'
import { type Zip, ZipError } from './zip.js'

/** The parts of a Word file that are read, found by the relationships that name them. */
export interface DocxPackage {
  document: XmlElement
  styles: XmlElement | null
  numbering: XmlElement | null
  settings: XmlElement | null
  footnotes: XmlElement | null
  endnotes: XmlElement | null
  comments: XmlElement | null
  /** Heads and feet of pages, each once. */
  headers: XmlElement[]
  footers: XmlElement[]
  core: XmlElement | null
  custom: XmlElement | null
  /** What the program that saved the file says of it. */
  app: XmlElement | null
  /** What is wrong with parts that could be read all the same, or had to be left out. */
  damages: string[]
}

interface Relationship {
  type: string
  target: string
}

/** The folder and name of a part, for a target that may be relative or begin at the top. */
function resolveTarget(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The encoding that an XML declaration names; ASCII is enough to read it (XML 1.0, appendix F). */
function declaredEncoding(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/.exec(head)?.[1] ?? 'utf-8'
}

/** Decodes a part: in UTF-8, unless a byte order mark or its declaration says otherwise (XML 1.0, 4.3.3). */
function decode(bytes: Uint8Array): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const declared = marked ?? declaredEncoding(bytes)
  try {
    // A declaration that could be read is not in UTF-16.
    return new TextDecoder(marked === null && /^utf-?16/i.test(declared) ? 'utf-8' : declared).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

/**
 * Reads the parts of a package. A part beside the text that is damaged is left out and told.
 *
 * @returns null without a main document.
 * @throws {ZipError | XmlError} where the main document is damaged.
 */
export function readPackage(zip: Zip): DocxPackage | null {
  const damages: string[] = []
  const readMain = (name: string): XmlElement | null => {
    const bytes = zip.read(name)
    if (!bytes) return null
    const { root, damage } = parseXml(decode(bytes), name)
    if (damage !== null) damages.push(damage)
    return root
  }
  const read = (name: string): XmlElement | null => {
    try {
      return readMain(name)
    } catch (error) {
      if (!(error instanceof XmlError || error instanceof ZipError)) throw error
      damages.push(`${error.message} It was left out.`)
      return null
    }
  }
  const relationshipsOf = (name: string): Relationship[] => {
    const slash = name.lastIndexOf('/') + 1
    const folder = name.slice(0, slash)
    const root = read(`${folder}_rels/${name.slice(slash)}.rels`)
    return (root ? elementsIn(root) : [])
      .filter(element => element.attributes.TargetMode !== 'External')
      .map(({ attributes }) => ({
        type: attributes.Type ?? '',
        target: resolveTarget(folder, attributes.Target ?? ''),
      }))
  }
  const named = (list: readonly Relationship[], type: string) =>
    list
      .filter(relationship => relationship.type.endsWith(`/${type}`) && zip.has(relationship.target))
      .map(({ target }) => target)

  const top = relationshipsOf('')
  const main = named(top, 'officeDocument')[0] ?? 'word/document.xml'
  const document = readMain(main)
  if (!document) return null
  const around = relationshipsOf(main)
  const part = (type: string) => read(named(around, type)[0] ?? `word/${type}.xml`)
  const all = (type: string) => [...new Set(named(around, type))].sort().flatMap(name => read(name) ?? [])
  const property = (type: string, fallback: string) => read(named(top, type)[0] ?? fallback)
  return {
    document,
    styles: part('styles'),
    numbering: part('numbering'),
    settings: part('settings'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    headers: all('header'),
    footers: all('footer'),
    core: property('core-properties', 'docProps/core.xml'),
    custom: property('custom-properties', 'docProps/custom.xml'),
    app: property('extended-properties', 'docProps/app.xml'),
    damages: [...damages, ...zip.damages],
  }
}
