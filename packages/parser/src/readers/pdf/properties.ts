import { cleanText } from '../../characters.js'
import type { Claim } from '../../draft.js'
import { isIsoDate } from '../../metadata/dates.js'
import { realAuthors, realTitle } from '../../metadata/properties.js'
import type { PDFDocumentProxy } from './open.js'

const from = 'file properties'

/** `D:20210806093000+02'00'` (ISO 32000-1, 7.9.4), or what XMP has: `2021-08-06T09:30:00`. */
function dayOf(value: unknown): string | null {
  const match = typeof value === 'string' ? /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(value.trim()) : null
  const day = match ? `${match[1]}-${match[2]}-${match[3]}` : ''
  return isIsoDate(day) ? day : null
}

/** What the file says of itself: its properties, its XMP metadata, its language. Programs fill them in, so all is weak. */
export async function readProperties(document: PDFDocumentProxy): Promise<Claim[]> {
  const found = await document.getMetadata().catch(() => null)
  if (!found) return []
  const info = found.info as { [key: string]: unknown }
  const xmp = (name: string): unknown => found.metadata?.get(name)
  const text = (...values: unknown[]): string => {
    for (const value of values) {
      const given = Array.isArray(value) ? value.join('; ') : value
      const clean = typeof given === 'string' ? cleanText(given) : ''
      if (clean !== '') return clean
    }
    return ''
  }
  const claims: Claim[] = []
  const add = (field: Claim['field'], value: string | string[] | null) => {
    if (value !== null && value.length !== 0) claims.push({ field, value, from, weak: true })
  }
  add('title', realTitle(text(info.Title, xmp('dc:title'))))
  add('authors', realAuthors(text(info.Author, xmp('dc:creator'))))
  add('publisher', text(xmp('dc:publisher')))
  add('date', dayOf(info.CreationDate) ?? dayOf(xmp('xmp:createdate')))
  const language = text(info.Language)
  if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)) add('language', language)
  return claims
}
