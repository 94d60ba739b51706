import { cleanText } from '../../characters.js'
import type { Claim } from '../../draft.js'
import { dayOf } from '../../metadata/properties.js'
import { attribute, elementsOf, type ParentNode, textContent } from './dom.js'
import { canonicalTag } from './language.js'
import { authorNames, siteName } from './page-names.js'

/** What pages nest by themselves is shallow. */
const maxDepth = 6

type Json = { readonly [key: string]: unknown }

function* objectsIn(value: unknown, depth = 0): Generator<Json> {
  if (depth > maxDepth || value === null || typeof value !== 'object') return
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item, depth + 1)
  else {
    yield value as Json
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) yield* objectsIn((value as Json)[key], depth + 1)
  }
}

const articleType =
  /(?:Article|BlogPosting|Report|NewsArticle|ScholarlyArticle|SocialMediaPosting|LiveBlogPosting|Review)$/

function nameOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [cleanText(value)]
  if (depth > maxDepth || value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap(item => nameOf(item, depth + 1))
  return 'name' in value ? nameOf((value as Json).name, depth + 1) : []
}

/** What a page says of its document for search engines, as JSON-LD with the words of schema.org. */
export function structuredClaims(root: ParentNode): Claim[] {
  const claims: Claim[] = []
  const from = 'structured data'
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'script' || !/ld\+json/i.test(attribute(element, 'type') ?? '')) continue
    let data: unknown
    try {
      // Line ends within strings are not JSON, but pages have them.
      data = JSON.parse(textContent(element).replace(/\p{Cc}+/gu, ' '))
    } catch {
      continue
    }
    for (const object of objectsIn(data)) {
      const types = [object['@type']].flat().filter(type => typeof type === 'string')
      if (!types.some(type => articleType.test(type as string))) continue
      const [title] = nameOf(object.headline ?? object.name)
      if (title) claims.push({ field: 'title', value: title, from })
      const authors = nameOf(object.author).flatMap(authorNames)
      if (authors.length > 0) claims.push({ field: 'authors', value: authors, from })
      const publisher = nameOf(object.publisher).map(siteName)[0]
      if (publisher) claims.push({ field: 'publisher', value: publisher, from })
      const date = typeof object.datePublished === 'string' ? dayOf(object.datePublished) : null
      if (date) claims.push({ field: 'date', value: date, from })
      const language = typeof object.inLanguage === 'string' ? canonicalTag(object.inLanguage) : null
      if (language) claims.push({ field: 'language', value: language, from, weak: true })
    }
  }
  return claims
}
