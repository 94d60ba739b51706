import { cleanText } from '../../characters.js'
import type { Claim } from '../../draft.js'
import { readByLine } from '../../metadata/by-lines.js'
import { dayOf, propertyClaims } from '../../metadata/properties.js'
import { fold } from '../../shape.js'
import { attribute, type Element, elementsOf, type ParentNode, textContent } from './dom.js'

/** Names of `<meta>` elements, in lower case, by the field they give, the most trusted first. */
const metaNames: {
  readonly [field in 'title' | 'subtitle' | 'authors' | 'publisher' | 'date' | 'url' | 'language']: readonly string[]
} = {
  title: ['citation_title', 'og:title', 'dc.title', 'dcterms.title', 'twitter:title', 'parsely-title', 'headline'],
  subtitle: ['citation_subtitle'],
  authors: [
    'citation_author',
    'author',
    'dc.creator',
    'dcterms.creator',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'byl',
    'twitter:creator',
  ],
  publisher: [
    'citation_publisher',
    'dc.publisher',
    'dcterms.publisher',
    'og:site_name',
    'application-name',
    'citation_journal_title',
  ],
  date: [
    'citation_publication_date',
    'citation_date',
    'article:published_time',
    'article:published',
    'og:published_time',
    'datepublished',
    'dc.date',
    'dcterms.date',
    'dcterms.issued',
    'dc.date.issued',
    'dcterms.created',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publish-date',
    'publication_date',
    'date',
  ],
  url: ['og:url', 'citation_public_url'],
  language: ['dc.language', 'dcterms.language', 'content-language'],
}

const languageOf = (value: string): string | null => {
  try {
    return Intl.getCanonicalLocales(value.trim().replace('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

const isName = (name: string) =>
  name !== '' &&
  name.length < 100 &&
  !/^https?:|^@|^www\.|\/|^(?:admin|editor|staff|author|user|webmaster)$/i.test(name)

/** The names in what pages give as an author, which is often the whole by-line: `By A B, Staff Writer`. */
function authorNames(value: string): string[] {
  const name = cleanText(value)
  if (!isName(name)) return []
  return readByLine(/^by\s/i.test(name) ? name : `By ${name}`)?.authors ?? [name.replace(/^by\s+/i, '')]
}

/** A site's name without the motto behind it; an address is none. */
const siteName = (value: string): string | null =>
  /^https?:|^www\./i.test(value) ? null : (value.split(/\s+[|–—•·:-]\s+/u)[0] ?? value)

type Json = { readonly [key: string]: unknown }

function* objectsIn(value: unknown, depth = 0): Generator<Json> {
  if (depth > 6 || value === null || typeof value !== 'object') return
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item, depth + 1)
  else {
    yield value as Json
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) yield* objectsIn((value as Json)[key], depth + 1)
  }
}

const articleType =
  /(?:Article|BlogPosting|Report|NewsArticle|ScholarlyArticle|SocialMediaPosting|LiveBlogPosting|Review)$/

function nameOf(value: unknown): string[] {
  if (typeof value === 'string') return [cleanText(value)]
  if (Array.isArray(value)) return value.flatMap(nameOf)
  return value !== null && typeof value === 'object' && 'name' in value ? nameOf((value as Json).name) : []
}

/** What a page says of itself for search engines, as JSON-LD. */
function structuredClaims(root: ParentNode): Claim[] {
  const claims: Claim[] = []
  const from = 'structured data'
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'script' || !/ld\+json/i.test(attribute(element, 'type') ?? '')) continue
    let data: unknown
    try {
      data = JSON.parse(textContent(element))
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
      const language = typeof object.inLanguage === 'string' ? languageOf(object.inLanguage) : null
      if (language) claims.push({ field: 'language', value: language, from })
    }
  }
  return claims
}

/** `Title | Site` without the site, where the page has the title as a heading or the site's name is known. */
function withoutSite(title: string, headings: readonly string[], sites: readonly string[]): string {
  const parts = title.split(/\s+[|–—•·»:-]\s+|\s+[-|]\s*/u)
  if (parts.length < 2) return title
  const heading = headings.find(
    text => fold(text) !== '' && fold(title).startsWith(fold(text)) && fold(text).split(' ').length >= 2,
  )
  if (heading) return heading
  const last = parts.at(-1) as string
  return sites.some(site => fold(site) === fold(last))
    ? title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—•·»:-]+$/u, '')
    : title
}

/** What a page says of its document outside its text. */
export function readPageClaims(root: ParentNode): Claim[] {
  const elements = [...elementsOf(root)]
  const metas = elements
    .filter(element => element.tagName === 'meta')
    .map(element => {
      const name =
        attribute(element, 'name') ??
        attribute(element, 'property') ??
        attribute(element, 'itemprop') ??
        attribute(element, 'http-equiv') ??
        ''
      return [name.toLowerCase().trim(), attribute(element, 'content') ?? ''] as const
    })
    .filter(([name, content]) => name !== '' && cleanText(content) !== '')
  const valuesOf = (name: string) => metas.filter(([other]) => other === name).map(([, content]) => cleanText(content))

  const claims: Claim[] = propertyClaims(metas, 'meta element')
  const add = (field: Claim['field'], value: string | string[] | null, from: string) => {
    if (value !== null && value.length > 0) claims.push({ field, value, from } as Claim)
  }
  const structured = structuredClaims(root)
  const headings = elements.filter(element => element.tagName === 'h1').map(element => cleanText(textContent(element)))
  const sites = [
    ...valuesOf('og:site_name'),
    ...structured.filter(claim => claim.field === 'publisher').map(claim => claim.value as string),
  ]

  for (const name of metaNames.title)
    for (const value of valuesOf(name)) add('title', withoutSite(value, headings, sites), `meta ${name}`)
  for (const name of metaNames.authors)
    add(
      'authors',
      [
        ...new Set(
          valuesOf(name)
            .flatMap(value => value.split(/\s*;\s*/))
            .flatMap(authorNames),
        ),
      ],
      `meta ${name}`,
    )
  for (const name of metaNames.publisher)
    for (const value of valuesOf(name)) add('publisher', siteName(value), `meta ${name}`)
  for (const name of metaNames.date) for (const value of valuesOf(name)) add('date', dayOf(value), `meta ${name}`)
  for (const name of metaNames.subtitle) for (const value of valuesOf(name)) add('subtitle', value, `meta ${name}`)
  claims.push(...structured)

  const [heading] = headings
  const titleElement = elements.find(element => element.tagName === 'title')
  if (headings.length === 1 && heading) add('title', heading, 'heading')
  if (titleElement) add('title', withoutSite(cleanText(textContent(titleElement)), headings, sites), 'title element')

  const time = elements.find(
    element =>
      element.tagName === 'time' &&
      (attribute(element, 'pubdate') !== null || attribute(element, 'itemprop') === 'datePublished'),
  )
  if (time) add('date', dayOf(attribute(time, 'datetime') ?? textContent(time)), 'time element')

  const canonical = elements.find(
    element => element.tagName === 'link' && attribute(element, 'rel')?.toLowerCase() === 'canonical',
  )
  for (const url of [canonical ? attribute(canonical, 'href') : null, ...metaNames.url.flatMap(valuesOf)])
    if (url && /^https?:\/\//i.test(url)) add('url', url, canonical ? 'canonical link' : 'meta og:url')

  const page = elements.find(element => element.tagName === 'html')
  for (const tag of [
    page ? (attribute(page, 'lang') ?? attribute(page, 'xml:lang')) : null,
    ...metaNames.language.flatMap(valuesOf),
  ])
    if (tag) add('language', languageOf(tag), 'lang attribute')
  return claims
}

export const languageTag = (element: Element): string | null => {
  const value = attribute(element, 'lang')
  return value ? languageOf(value) : null
}
