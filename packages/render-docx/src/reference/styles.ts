import { attribute } from './relationships.js'

interface HouseStyle {
  /** `paragraph heading 1`: by which a style is the same in all documents, whatever the language of the program. */
  key: string
  id: string
  xml: string
}

/** The styles of a house, with what stands before them. */
export interface HouseStyles {
  /** The names of namespaces that they use, and which of these may be ignored. */
  namespaces: { [attribute: string]: string }
  /** `w:docDefaults` and `w:latentStyles`. */
  defaults: string
  styles: HouseStyle[]
}

function styleOf(xml: string): HouseStyle {
  const [start = ''] = /^<w:style[^>]*>/.exec(xml) ?? []
  const [name = ''] = /<w:name\s[^>]*>/.exec(xml) ?? []
  return {
    key: `${attribute(start, 'w:type') ?? 'paragraph'} ${(attribute(name, 'w:val') ?? '').toLowerCase()}`,
    id: attribute(start, 'w:styleId') ?? '',
    xml,
  }
}

/** The namespaces that the first element of a part declares, and what it says of them. */
export function namespacesOf(xml: string): { [attribute: string]: string } {
  const [root = ''] = /<w:\w+[^>]*>/.exec(xml) ?? []
  return Object.fromEntries(
    [...root.matchAll(/\s(xmlns:\w+|mc:Ignorable)\s*=\s*["']([^"']*)["']/g)].map(([, name, value]) => [name, value]),
  )
}

/** Those of two elements in one; of those that both name, the second's. */
export function joinNamespaces(one: { [name: string]: string }, other: { [name: string]: string }): string {
  const ignorable = [one, other].flatMap(names => names['mc:Ignorable']?.split(/\s+/) ?? [])
  const all = {
    ...one,
    ...other,
    ...(ignorable.length > 0 ? { 'mc:Ignorable': [...new Set(ignorable)].join(' ') } : {}),
  }
  return Object.entries(all)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}

const stylesIn = (xml: string) => (xml.match(/<w:style\s(?:[^>]*[^/])?>.*?<\/w:style>/gs) ?? []).map(styleOf)

export function readStyles(xml: string): HouseStyles {
  const [defaults = ''] = /<w:docDefaults(?:\s[^>]*)?>.*?<\/w:docDefaults>/s.exec(xml) ?? []
  const [latent = ''] = /<w:latentStyles[^>]*\/>|<w:latentStyles.*?<\/w:latentStyles>/s.exec(xml) ?? []
  return { namespaces: namespacesOf(xml), defaults: defaults + latent, styles: stylesIn(xml) }
}

const references = /(<w:(?:basedOn|next|link|pStyle|rStyle|tblStyle)\s[^>]*?w:val=")([^"]*)(")/g

/** A part with the ids of styles that it names changed. */
export function renameStyles(xml: string, ids: ReadonlyMap<string, string>): string {
  return xml.replace(references, (_, before: string, id: string, after: string) => before + (ids.get(id) ?? id) + after)
}

/** What holds a page together, in the order of CT_PPrBase (ISO/IEC 29500-1, 17.3.1.26), where these come first. */
const together = ['w:keepNext', 'w:keepLines', 'w:pageBreakBefore']

/**
 * A house's paragraph style that begins a page and stays with what follows as the book's does, where the house says
 * nothing of that: a caption leaves its table, and a chapter its page, by no one's wish.
 */
function keepTogether(house: string, own: string): string {
  const said = (xml: string, name: string) => new RegExp(`<${name}(?:\\s[^>]*)?/>`).exec(xml)?.[0]
  const all = together.map(name => said(house, name) ?? said(own, name) ?? '').join('')
  const others = together.reduce((xml, name) => xml.replace(said(xml, name) ?? '', ''), house)
  if (all === '') return house
  if (/<w:pPr(?:\s[^>]*[^/])?>/.test(others)) return others.replace(/<w:pPr(?:\s[^>]*[^/])?>/, start => start + all)
  return others.replace(/<w:pPr\s*\/>/, '').replace(/(?=<w:rPr[\s>/]|<\/w:style>)/, `<w:pPr>${all}</w:pPr>`)
}

/**
 * `word/styles.xml` of a book in the styles of a house. A style that both have is the house's, under the book's id, by
 * which paragraphs ask for it; what only one has is there as well. The numbers that a house's styles give are left
 * out: a book numbers its heads itself.
 *
 * @returns The part, and the ids that the house's styles have in it.
 */
export function mergeStyles(xml: string, house: HouseStyles): { xml: string; ids: Map<string, string> } {
  const own = stylesIn(xml)
  const ownIds = new Set(own.map(({ id }) => id))
  const idByKey = new Map(own.map(({ key, id }) => [key, id]))
  const ownByKey = new Map(own.map(style => [style.key, style.xml]))
  const kept = house.styles.filter(({ key }) => !key.startsWith('numbering ') || idByKey.has(key))
  const ids = new Map(
    kept.map(({ key, id }) => [id, idByKey.get(key) ?? (ownIds.has(id) ? `House_${id}` : id)] as const),
  )
  const taken = new Set(kept.map(({ key }) => key))
  const theirs = kept.map(({ key, id, xml: style }) =>
    keepTogether(renameStyles(style, ids), ownByKey.get(key) ?? '')
      .replace(/(?<=<w:style[^>]*?w:styleId=")[^"]*/, () => ids.get(id) ?? id)
      .replace(/<w:numPr\s*\/>|<w:numPr(?:\s[^>]*)?>.*?<\/w:numPr>/gs, ''),
  )
  const ours = own.filter(({ key }) => !taken.has(key)).map(style => style.xml)
  const [, before = '', after = ''] = /^(.*?<w:styles)[^>]*>.*(<\/w:styles>.*)$/s.exec(xml) ?? []
  const root = `${before}${joinNamespaces(namespacesOf(xml), house.namespaces)}>`
  return { xml: root + house.defaults + ours.concat(theirs).join('') + after, ids }
}
