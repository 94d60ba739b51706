import { cleanText } from '../../characters.js'
import type { Claim } from '../../draft.js'
import { dayOf, propertyClaims, realAuthors, realTitle } from '../../metadata/properties.js'
import { child, elementsIn, textOf, type XmlElement } from './xml.js'

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
  const title = realTitle(text('dc:title'))
  if (title !== null) add({ field: 'title', value: title, from })
  const authors = realAuthors(text('dc:creator'))
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
