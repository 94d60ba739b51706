import { cleanText } from '../../characters.js'
import type { Claim } from '../../draft.js'
import { dayOf, propertyClaims } from '../../metadata/properties.js'
import { child, elementsIn, textOf, type XmlElement } from './xml.js'

/** What programs fill in where nobody has. */
const defaultTitle =
  /^(?:microsoft word\b.*|document\d*|dokument\d*|untitled.*|unbenannt.*|new document|title|word document|.*\.(?:docx?|rtf|odt|pdf))$/i
const defaultAuthor =
  /^(?:(?:microsoft|ms) (?:office )?(?:user|word)|user\d*|admin(?:istrator)?|author|unknown|un-?named|owner|default|python-docx|apache poi|openxml|docx?|word|windows[ -]?(?:user|10)?|pc|home|office|laptop|dell|hp|lenovo|asus)$/i
/** The day that python-docx's template was made; files made with it keep it. */
const templateDay = '2013-12-23'

/** What the properties of a Word file say of the document. */
export function readProperties(core: XmlElement | null, custom: XmlElement | null): Claim[] {
  const from = 'file properties'
  const properties = (custom ? elementsIn(custom) : []).map(
    element => [element.attributes.name ?? '', textOf(element)] as const,
  )
  const claims = propertyClaims(properties, 'custom file properties')
  const add = (claim: Claim) => claims.push({ ...claim, weak: true })
  const text = (name: string) => {
    const element = core ? child(core, name) : undefined
    return element ? cleanText(textOf(element)) : ''
  }
  const title = text('dc:title')
  if (title !== '' && !defaultTitle.test(title)) add({ field: 'title', value: title, from })
  const authors = text('dc:creator')
    .split(/\s*;\s*/)
    .filter(name => name !== '' && !defaultAuthor.test(name))
  if (authors.length > 0) add({ field: 'authors', value: authors, from })
  const publisher = text('dc:publisher')
  if (publisher !== '') add({ field: 'publisher', value: publisher, from })
  const created = dayOf(text('dcterms:created'))
  const modified = dayOf(text('dcterms:modified'))
  const date = created === templateDay && modified !== templateDay ? modified : created
  if (date && date !== templateDay) add({ field: 'date', value: date, from })
  const language = text('dc:language')
  if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)) add({ field: 'language', value: language, from })
  return claims
}
