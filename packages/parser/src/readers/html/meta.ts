import { cleanText } from '../../characters.js'
import type { Claim } from '../../draft.js'
import { dayOf, propertyClaims } from '../../metadata/properties.js'
import { fold } from '../../shape.js'
import { attribute, elementsOf, type ParentNode, textContent } from './dom.js'
import { canonicalTag } from './language.js'
import { markedClaims } from './marked-elements.js'
import { authorNames, siteName } from './page-names.js'
import { structuredClaims } from './structured-data.js'

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
  const elements = elementsOf(root)
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
    ...metaNames.publisher.flatMap(valuesOf),
    ...structured.filter(claim => claim.field === 'publisher').map(claim => claim.value as string),
  ]

  for (const name of metaNames.title)
    for (const value of valuesOf(name)) add('title', withoutSite(value, headings, sites), `meta ${name}`)
  // What a page tells search engines names the writer; `meta author` is often who made the template.
  claims.push(...structured.filter(claim => claim.field === 'authors'))
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
  claims.push(...structured.filter(claim => claim.field !== 'authors'))

  const [heading] = headings
  const titleElement = elements.find(element => element.tagName === 'title')
  if (headings.length === 1 && heading) add('title', heading, 'heading')
  if (titleElement) add('title', withoutSite(cleanText(textContent(titleElement)), headings, sites), 'title element')

  const canonical = elements.find(
    element => element.tagName === 'link' && attribute(element, 'rel')?.toLowerCase() === 'canonical',
  )
  for (const url of [canonical ? attribute(canonical, 'href') : null, ...metaNames.url.flatMap(valuesOf)])
    if (url && /^https?:\/\//i.test(url)) add('url', url, canonical ? 'canonical link' : 'meta og:url')

  const page = elements.find(element => element.tagName === 'html')
  for (const tag of [
    page ? (attribute(page, 'lang') ?? attribute(page, 'xml:lang')) : null,
    ...metaNames.language.flatMap(valuesOf),
  ]) {
    const value = tag ? canonicalTag(tag) : null
    if (value) claims.push({ field: 'language', value, from: 'lang attribute', weak: true })
  }
  return [...claims, ...markedClaims(root)]
}
