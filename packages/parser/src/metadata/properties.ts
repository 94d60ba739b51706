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
