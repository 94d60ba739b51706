import { type IContext, ImportedXmlComponent, type XmlComponent } from 'docx'
import { element } from './element.js'
import { said, says } from './said.js'

const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'
const schemes = new Set(['http:', 'https:', 'mailto:'])
/** Word calls a file damaged whose link is longer than 2,083 characters. */
const longest = 2000

/** A link to a bookmark of the document. */
export function internalLink(bookmark: string, children: readonly XmlComponent[]): XmlComponent {
  return says(element('w:hyperlink', { 'w:anchor': bookmark, 'w:history': 1 }, children), said(children))
}

/**
 * An address of the URL standard as RFC 3986 writes it, which a relationship asks for: the former leaves signs such as
 * `[`, `|` and a second `#` as they stand.
 */
function rfc3986(href: string): string {
  const [, origin = '', path = '', fragment] = /^([a-z]+:(?:\/\/[^/?#]*)?)([^#]*)(?:#(.*))?$/s.exec(href) ?? []
  const escaped = (part: string) =>
    part.replace(
      /%(?![\da-f]{2})|[^\w\-.~:/?@!$&'()*+,;=%]/gi,
      sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  return `${origin}${escaped(path)}${fragment === undefined ? '' : `#${escaped(fragment)}`}`
}

/** The address of a link in the form that a relationship takes; null for what a document should not lead to. */
export function linkTarget(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, href: written } = new URL(url)
  const href = rfc3986(written)
  return schemes.has(protocol) && href.length <= longest ? href : null
}

/** A hyperlink that enters its address in the part that it is written in, as the library's does with a random id. */
class ExternalLink extends ImportedXmlComponent {
  constructor(
    private readonly id: string,
    private readonly target: string,
    private readonly entered: WeakMap<object, Set<string>>,
  ) {
    super('w:hyperlink', { 'r:id': `rId${id}`, 'w:history': 1 })
  }

  override prepForXml(context: IContext) {
    const relationships = context.viewWrapper.Relationships
    const ids = this.entered.get(relationships) ?? new Set()
    this.entered.set(relationships, ids)
    if (!ids.has(this.id)) relationships.addRelationship(this.id, hyperlink, this.target, 'External')
    ids.add(this.id)
    return super.prepForXml(context)
  }
}

/** The links of one document to other places. An address has the same id wherever it stands. */
export class ExternalLinks {
  private readonly ids = new Map<string, string>()
  private readonly entered = new WeakMap<object, Set<string>>()

  /** @param target  As `linkTarget` gives it. */
  to(target: string, children: readonly XmlComponent[]): XmlComponent {
    const id = this.ids.get(target) ?? `Link${this.ids.size + 1}`
    this.ids.set(target, id)
    const link = new ExternalLink(id, target, this.entered)
    for (const child of children) link.push(child)
    return says(link, said(children))
  }
}
