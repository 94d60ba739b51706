import { SaxesParser } from 'saxes'
import { PackageError } from './zip.js'

/** An element, its name with the prefix that the standard uses, whatever the file calls it. */
export interface Element {
  name: string
  attributes: { readonly [name: string]: string }
  children: (Element | string)[]
}

/** Namespaces by what ends their addresses, of the transitional and the strict standard and of Word's own. */
const prefixes: readonly (readonly [ending: string, prefix: string])[] = [
  ['wordprocessingml/2006/main', 'w:'],
  ['ooxml/wordprocessingml/main', 'w:'],
  ['officeDocument/2006/relationships', 'r:'],
  ['ooxml/officeDocument/relationships', 'r:'],
  ['markup-compatibility/2006', 'mc:'],
  ['word/2010/wordml', 'w14:'],
  ['word/2012/wordml', 'w15:'],
]

const prefixOf = (uri: string) => prefixes.find(([ending]) => uri.endsWith(ending))?.[1] ?? ''

/** No Word file nests as deep; walking the tree would exhaust the stack. */
const deepest = 600

/**
 * Parses a part.
 *
 * @throws PackageError where it is not well-formed.
 */
export function parseXml(text: string, part: string): Element {
  const parser = new SaxesParser({ xmlns: true })
  const top: Element = { name: '', attributes: {}, children: [] }
  const open = [top]
  const fail = (message: string) => {
    throw new PackageError(`The part ${part} is damaged: ${message}.`)
  }
  parser.on('error', error => fail(error.message))
  parser.on('opentag', ({ uri, local, attributes }) => {
    const own: { [name: string]: string } = {}
    for (const attribute of Object.values(attributes)) {
      if (attribute.prefix !== 'xmlns') own[prefixOf(attribute.uri) + attribute.local] = attribute.value
    }
    const element: Element = { name: prefixOf(uri) + local, attributes: own, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
    if (open.length > deepest) fail('it nests too deep')
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', value => void (open.length > 1 && open.at(-1)?.children.push(value)))
  parser.on('cdata', value => void open.at(-1)?.children.push(value))
  parser.write(text).close()
  const root = top.children.find(child => typeof child !== 'string')
  return root ?? fail('it is empty') ?? top
}

export const elementsIn = (element: Element): Element[] =>
  element.children.filter((child): child is Element => typeof child !== 'string')

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element && elementsIn(element).find(node => node.name === name)

/** All elements of a name, at any depth. */
export const descendants = (element: Element, name: string): Element[] =>
  elementsIn(element).flatMap(node => [...(node.name === name ? [node] : []), ...descendants(node, name)])

/** `w:val` of a child. */
export const value = (element: Element | undefined, name: string): string | undefined =>
  child(element, name)?.attributes['w:val']

/** The text in an element. */
export const textIn = (element: Element): string =>
  element.children.map(node => (typeof node === 'string' ? node : textIn(node))).join('')

/** A toggle property (ISO/IEC 29500-1, 17.17.4): true, false where it is switched off, undefined where it is not there. */
export function toggle(properties: Element | undefined, name: string): boolean | undefined {
  const found = child(properties, name)
  return found && !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '')
}
