import type { DocumentMeta } from '@briefbook/ast'
import { cleanText } from '../characters.js'
import type { Claim } from '../draft.js'
import { noDocument } from './claims.js'
import { dateAtStart, isIsoDate } from './dates.js'

/** A day out of what pages give: `2021-08-06T09:30:00+02:00`, `2021/08/06`, `Aug 6, 2021`. */
export function dayOf(value: string): string | null {
  const text = cleanText(value)
  const iso = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=$|[T ])/.exec(text)?.[1]
  if (iso && isIsoDate(iso)) return iso
  return dateAtStart(text)?.date ?? null
}

const original = /^original[.:_-](title|subtitle|authors?|publisher|date|url)$/
const own = /^source[.:_-](id|label|kind)$/

/** The claims of `source.*` and `original.*` properties, which a book's owner writes into a page or a Word file. */
export function propertyClaims(properties: readonly (readonly [name: string, value: string])[], from: string): Claim[] {
  const claims: Claim[] = []
  const document: DocumentMeta = { ...noDocument, authors: [] }
  let found = false
  for (const [name, raw] of properties) {
    const value = cleanText(raw)
    const field = own.exec(name.toLowerCase())?.[1] as 'id' | 'label' | 'kind' | undefined
    if (field && value !== '') claims.push({ field, value, from })
    const of = original.exec(name.toLowerCase())?.[1]
    if (!of || value === '') continue
    found = true
    if (of === 'author' || of === 'authors') document.authors.push(...value.split(/\s*;\s*/).filter(Boolean))
    else if (of === 'date') document.date = dayOf(value)
    else document[of as 'title' | 'subtitle' | 'publisher' | 'url'] = value
  }
  if (found) claims.push({ field: 'original', value: document, from })
  return claims
}

/** What programs fill in where nobody has. */
const defaultTitle =
  /^(?:microsoft word\b.*|document\d*|dokument\d*|untitled.*|unbenannt.*|new document|title|word document|.*\.(?:docx?|rtf|odt|pdf))$/i
const defaultAuthor =
  /^(?:(?:microsoft|ms) (?:office )?(?:user|word)|user\d*|admin(?:istrator)?|author|unknown|un-?named|owner|default|python-docx|apache poi|openxml|docx?|word|windows[ -]?(?:user|10)?|pc|home|office|laptop|dell|hp|lenovo|asus)$/i
/** The title in the properties of a file; null where a program filled it in. */
export const realTitle = (title: string): string | null => (title === '' || defaultTitle.test(title) ? null : title)

/** The authors in the properties of a file, without the names that programs fill in. */
export const realAuthors = (names: string): string[] =>
  names.split(/\s*;\s*/).filter(name => name !== '' && !defaultAuthor.test(name))
