import type { DocumentMeta } from '@briefbook/ast'
import { cleanText } from '../characters.js'
import type { Claim } from '../draft.js'
import type { SourceMetadata } from './schema.js'

type DocumentFields = Omit<SourceMetadata, 'id' | 'label' | 'language' | 'kind' | 'original'>

export const noDocument: DocumentMeta = {
  title: null,
  subtitle: null,
  authors: [],
  publisher: null,
  date: null,
  url: null,
}

function documentMeta(given: DocumentFields): DocumentMeta {
  const clean = (value: string | null | undefined) => (value ? cleanText(value) || null : null)
  return {
    title: clean(given.title),
    subtitle: clean(given.subtitle),
    authors: [...(given.author ?? []), ...(given.authors ?? [])].map(cleanText).filter(name => name !== ''),
    publisher: clean(given.publisher),
    date: given.date ?? null,
    url: given.url ?? null,
  }
}

/** What front matter or a sidecar says, as claims. What they leave out they do not claim. */
export function claimsOf(metadata: SourceMetadata, from: string): Claim[] {
  const claims: Claim[] = []
  const document = documentMeta(metadata)
  for (const field of ['title', 'subtitle', 'publisher', 'date', 'url'] as const) {
    const value = document[field]
    if (value !== null) claims.push({ field, value, from })
  }
  if (document.authors.length > 0) claims.push({ field: 'authors', value: document.authors, from })
  for (const field of ['id', 'label', 'language', 'kind'] as const) {
    const value = metadata[field]
    if (value) claims.push({ field, value: cleanText(value), from })
  }
  if (metadata.original) claims.push({ field: 'original', value: documentMeta(metadata.original), from })
  return claims
}
