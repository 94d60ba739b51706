import { SaxesParser } from 'saxes'
import { mendNesting } from './mend-xml.js'

/** An element of a part, its name with the prefix that the standard uses, whatever the file calls it. */
export interface XmlElement {
  name: string
  attributes: { readonly [name: string]: string }
  children: (XmlElement | string)[]
}

/** A part as it was read, and what is wrong with its XML; null where nothing is. */
export interface XmlPart {
  root: XmlElement
  damage: string | null
}

const main = 'wordprocessingml/2006/main'

/** Namespaces by what ends their addresses, for the transitional and the strict variant of the standard. */
const prefixes: readonly (readonly [ending: string, prefix: string])[] = [
  [main, 'w:'],
  ['ooxml/wordprocessingml/main', 'w:'],
  ['officeDocument/2006/relationships', 'r:'],
  ['ooxml/officeDocument/relationships', 'r:'],
  ['markup-compatibility/2006', 'mc:'],
  ['officeDocument/2006/math', 'm:'],
  ['ooxml/officeDocument/math', 'm:'],
  ['package/2006/relationships', 'rel:'],
  ['package/2006/metadata/core-properties', 'cp:'],
  ['purl.org/dc/elements/1.1/', 'dc:'],
  ['purl.org/dc/terms/', 'dcterms:'],
]

const prefixOf = (uri: string) => prefixes.find(([ending]) => uri.endsWith(ending))?.[1] ?? ''

/** No Word file nests as deep; walking the tree would exhaust the stack. */
const maxDepth = 600

/** Faults after which the parser cannot tell what stands where: the part breaks off, or its elements overlap. */
const structural = /unclosed tag|unmatched closing|unexpected (?:close|end)|must contain a root/

export class XmlError extends Error {}

function parse(text: string, part: string): XmlPart {
  const parser = new SaxesParser({ xmlns: true })
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [top]
  const names = new Map<string, string>()
  let damage: string | null = null
  const nameOf = (uri: string, local: string) => {
    const key = `${uri} ${local}`
    const known = names.get(key)
    if (known !== undefined) return known
    const name = prefixOf(uri) + local
    names.set(key, name)
    return name
  }
  parser.on('error', error => {
    const message = `The part ${part} is damaged: ${error.message.replace(/^undefined:/, '')}`
    if (structural.test(message)) throw new XmlError(message)
    damage ??= message
  })
  parser.on('opentag', tag => {
    const attributes: { [name: string]: string } = {}
    for (const key in tag.attributes) {
      const attribute = tag.attributes[key]
      if (!attribute || attribute.prefix === 'xmlns') continue
      // `xml:space` keeps its prefix; an attribute without one belongs to its element.
      const name =
        attribute.uri === ''
          ? attribute.local
          : attribute.prefix === 'xml'
            ? `xml:${attribute.local}`
            : nameOf(attribute.uri, attribute.local)
      attributes[name] = attribute.value
    }
    const element: XmlElement = { name: nameOf(tag.uri, tag.local), attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
    if (open.length > maxDepth) throw new XmlError(`The part ${part} is nested too deep.`)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', value => {
    if (open.length > 1) open.at(-1)?.children.push(value)
  })
  parser.on('cdata', value => {
    open.at(-1)?.children.push(value)
  })
  parser.write(text).close()
  const root = top.children.find(child => typeof child !== 'string')
  if (root === undefined || typeof root === 'string') throw new XmlError(`The part ${part} is empty.`)
  return { root, damage }
}

/**
 * Parses a part into a light tree. Slips within a tag, stray characters and elements that do not nest are passed over
 * and told: other programs open such files.
 *
 * @throws {XmlError} where the part breaks off.
 */
export function parseXml(text: string, part: string): XmlPart {
  try {
    return parse(text, part)
  } catch (error) {
    const mended = error instanceof XmlError ? mendNesting(text, maxDepth) : null
    if (mended === null) throw error
    return { root: parse(mended, part).root, damage: (error as XmlError).message }
  }
}

export const elementsIn = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string')

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => typeof node !== 'string' && node.name === name)

/** The children of one name. */
export const childrenOf = (element: XmlElement | null | undefined, name: string): XmlElement[] =>
  element ? elementsIn(element).filter(node => node.name === name) : []

export const textOf = (element: XmlElement): string =>
  element.children.map(node => (typeof node === 'string' ? node : textOf(node))).join('')

/** `w:val` of a child element. */
export const value = (element: XmlElement | undefined, name: string): string | undefined =>
  child(element, name)?.attributes['w:val']

/** Whether a toggle property (ECMA-376 part 1, 17.17.4) says yes: it is switched on unless it says otherwise. */
export const says = (toggle: XmlElement): boolean => !/^(?:0|false|off|none)$/.test(toggle.attributes['w:val'] ?? '')

/** A toggle property: there and not switched off. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const found = child(element, name)
  return found !== undefined && says(found)
}
