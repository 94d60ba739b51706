import { FileChild, ImportedXmlComponent, type XmlComponent } from 'docx'
import { guardBraces } from '../text/placeholders.js'

export type Attributes = { readonly [name: string]: string | number }

const guarded = (attributes: Attributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? guardBraces(value) : value]),
  )

/** An element of which the docx library has no class: `element('w:bookmarkEnd', { 'w:id': 3 })`. */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly (XmlComponent | string)[] = [],
): XmlComponent {
  const made = new ImportedXmlComponent(name, Object.keys(attributes).length > 0 ? guarded(attributes) : undefined)
  for (const child of children) made.push(typeof child === 'string' ? guardBraces(child) : child)
  return made
}

/** Such an element where a paragraph or table can stand. */
export class BlockElement extends FileChild {
  constructor(name: string, children: readonly XmlComponent[]) {
    super(name)
    this.root.push(...children)
  }
}
