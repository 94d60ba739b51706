import { elementsIn, parseXml, type XmlElement } from './xml.js'
import type { Zip } from './zip.js'

/** The parts of a Word file that are read, found by the relationships that name them. */
export interface DocxPackage {
  document: XmlElement
  styles: XmlElement | null
  numbering: XmlElement | null
  footnotes: XmlElement | null
  endnotes: XmlElement | null
  comments: XmlElement | null
  /** Heads and feet of pages, each once. */
  headers: XmlElement[]
  footers: XmlElement[]
  core: XmlElement | null
  custom: XmlElement | null
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

/** Decodes a part. XML is in UTF-8 unless a byte order mark says UTF-16 (XML 1.0, 4.3.3). */
function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes)
}

/** Reads the parts of a package. @throws {ZipError | XmlError} where one is damaged; null without a main document. */
export function readPackage(zip: Zip): DocxPackage | null {
  const read = (name: string): XmlElement | null => {
    const bytes = zip.read(name)
    return bytes ? parseXml(decode(bytes), name) : null
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
  const top = relationshipsOf('')
  const named = (list: readonly Relationship[], type: string) =>
    list
      .filter(relationship => relationship.type.endsWith(`/${type}`) && zip.names.includes(relationship.target))
      .map(({ target }) => target)

  const main = named(top, 'officeDocument')[0] ?? (zip.names.includes('word/document.xml') ? 'word/document.xml' : null)
  const document = main === null ? null : read(main)
  if (main === null || !document) return null
  const around = relationshipsOf(main)
  const part = (type: string) => {
    const fallback = `word/${type}.xml`
    const name = named(around, type)[0] ?? (zip.names.includes(fallback) ? fallback : null)
    return name === null ? null : read(name)
  }
  const all = (type: string) => [...new Set(named(around, type))].sort().flatMap(name => read(name) ?? [])
  const property = (type: string, fallback: string) => read(named(top, type)[0] ?? fallback)
  return {
    document,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    headers: all('header'),
    footers: all('footer'),
    core: property('core-properties', 'docProps/core.xml'),
    custom: property('custom-properties', 'docProps/custom.xml'),
  }
}
