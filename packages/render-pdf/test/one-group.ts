import type { PaginatedHtml } from '@briefbook/ast'

const linkedIn = (html: string) => [...new Set([...html.matchAll(/href="#([^"]+)"/g)].map(match => match[1] as string))]

/** A document that is one page group, whatever it is. */
export const oneGroup = (document: PaginatedHtml['document']): PaginatedHtml => ({
  fontFaces: '',
  document,
  groups: pages => {
    const html = document({ pages, blanks: new Set() })
    return [{ id: '', key: html, ids: linkedIn(html) }]
  },
  excerpt: pages => ({ html: document({ pages, blanks: new Set() }), groups: new Set(['']) }),
  guess: () => ({}),
})
