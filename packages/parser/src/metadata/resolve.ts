import type { DocumentMeta, SourceMeta } from '@briefbook/ast'
import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import type { Claim } from '../draft.js'
import { labelFromId } from '../identity.js'
import { fold } from '../shape.js'

type Field = keyof Omit<SourceMeta, 'foundIn'>

/**
 * Settles the metadata from all claims, the most trusted first: for each field the first claim counts.
 *
 * @param pathId  The id that the file's name gives, for a source that claims none.
 */
export function resolveMetadata(claims: readonly Claim[], pathId: string): { id: string; meta: SourceMeta } {
  const foundIn: SourceMeta['foundIn'] = {}
  const first = (field: Claim['field']) => claims.find(claim => claim.field === field)
  const text = (field: Exclude<Field, 'authors' | 'original'>): string | null => {
    const claim = first(field)
    if (typeof claim?.value !== 'string') return null
    foundIn[field] = claim.from
    return claim.value
  }
  const id = first('id')?.value
  const settledId = typeof id === 'string' ? id : pathId

  const title = text('title')
  const subtitle = text('subtitle')
  const publisher = text('publisher')
  // Several by-lines at one place name several authors; a second place only repeats them. A page that gives its own
  // name as the author yields to a by-line with a person in it.
  const site = fold(publisher ?? '')
  const named = claims.filter(
    ({ field, value }) => field === 'authors' && !(value as string[]).every(name => fold(name) === site),
  )
  const by = (named[0] ?? first('authors'))?.from
  const authors = [
    ...new Set(
      claims.filter(claim => claim.field === 'authors' && claim.from === by).flatMap(claim => claim.value as string[]),
    ),
  ]
  if (by !== undefined && authors.length > 0) foundIn.authors = by
  const original = first('original')
  if (original) foundIn.original = original.from
  const date = text('date')
  const url = text('url')
  const language = text('language')
  const label = text('label') ?? labelFromId(settledId)
  const kind = text('kind')
  return {
    id: settledId,
    meta: {
      title,
      subtitle,
      authors,
      publisher,
      date,
      url,
      language,
      label,
      kind,
      original: (original?.value as DocumentMeta | undefined) ?? null,
      foundIn,
    },
  }
}

const asked = ['title', 'authors', 'publisher', 'date', 'language'] as const

/** Tells which fields the text does not show, so that somebody who knows can add them. */
export function checkMetadata(meta: SourceMeta, file: string): Diagnostic[] {
  const missing = asked.filter(field => (field === 'authors' ? meta.authors.length === 0 : meta[field] === null))
  if (missing.length === 0) return []
  return [diagnostic('source-metadata-is-known', `The text does not show its ${missing.join(', ')}.`, { file })]
}
