import { cleanText } from '../../characters.js'
import type { Claim } from '../../draft.js'
import { readDateLine } from '../../metadata/dates.js'
import { looksLikePerson } from '../../metadata/names.js'
import { dayOf } from '../../metadata/properties.js'
import { contextOf } from './context.js'
import { attribute, type Element, elementsOf, isElement, type ParentNode, textContent } from './dom.js'
import { authorNames } from './page-names.js'

/** A way in which pages mark who wrote a text, or when. */
interface Mark {
  from: string
  of(element: Element): boolean
}

const words = (element: Element, name: string) => (attribute(element, name) ?? '').toLowerCase().split(/\s+/)

/** Class names are no standard, but some of them have become a custom; `__`, `_` and `-` are alike. */
const hasClass = (element: Element, pattern: RegExp) =>
  words(element, 'class').some(name => pattern.test(name.replace(/[_-]+/g, '-')))

/** Microdata of schema.org, the `author` link type of HTML, microformats (h-entry, hCard), and class names. */
const authorMarks: readonly Mark[] = [
  { from: 'itemprop author', of: element => words(element, 'itemprop').includes('author') },
  { from: 'author link', of: element => words(element, 'rel').includes('author') },
  {
    from: 'by-line of the page',
    of: element => hasClass(element, /^(?:p-author|dt-author|byline(?:-name|-author)?)$/),
  },
  {
    from: 'by-line of the page',
    of: element => hasClass(element, /^(?:author-name|(?:article|post|entry|story)-(?:author|byline)(?:-name|s)?)$/),
  },
]

const dateMarks: readonly Mark[] = [
  { from: 'itemprop datePublished', of: element => words(element, 'itemprop').includes('datepublished') },
  { from: 'time element', of: element => element.tagName === 'time' && attribute(element, 'pubdate') !== null },
  {
    from: 'date of the page',
    of: element =>
      hasClass(
        element,
        /^(?:dt-published|published|pub-?date|date-published|publish(?:ed)?-(?:date|on)|(?:article|post|entry|story)(?:-publish(?:ed)?)?-date)$/,
      ),
  },
  { from: 'time element', of: element => element.tagName === 'time' && attribute(element, 'datetime') !== null },
]

/** By-lines and dates are short; an element with more text in it holds other things too. */
const longestMarked = 200

function ancestors(element: Element): Element[] {
  const path: Element[] = []
  for (let at = element.parentNode; at && 'tagName' in at; at = at.parentNode) path.unshift(at)
  return path
}

/** Boxes of the page that have by-lines and dates of other articles. */
const elsewhere = /^(?:comments|related articles|sidebar|navigation|page foot|advertisement)$/

const belongs = (element: Element) => !elsewhere.test(contextOf(ancestors(element), 'any') ?? '')

function namesOf(element: Element): string[] {
  const named = elementsOf(element).find(child => words(child, 'itemprop').includes('name'))
  const text = cleanText(attribute(named ?? element, 'content') ?? textContent(named ?? element))
  // What has no capitals cannot look like a name; there the label in front of it is enough.
  const isNamed = (name: string) => looksLikePerson(name) || !/[\p{Lu}\p{Ll}]/u.test(name)
  return text.length > longestMarked ? [] : authorNames(text).filter(isNamed)
}

function dateOf(element: Element): string | null {
  const stated = attribute(element, 'datetime') ?? attribute(element, 'content')
  if (stated !== null) return dayOf(stated)
  const inner = element.childNodes.find(child => isElement(child) && child.tagName === 'time')
  if (inner && isElement(inner)) return dateOf(inner)
  const text = cleanText(textContent(element))
  return text.length > longestMarked ? null : (readDateLine(text)?.date ?? null)
}

/** Few elements of a page have a name that any of the marks looks for. */
const mayBeMarked = (element: Element) =>
  element.tagName === 'time' ||
  element.attrs.some(
    ({ name, value }) =>
      (name === 'class' || name === 'itemprop' || name === 'rel') && /author|byline|publi|pub-?date|date/i.test(value),
  )

/**
 * What the visible parts of a page are marked as. The marks are made for looks or for search engines, and a page has
 * them on more than its own article; so what the text itself says counts for more.
 */
export function markedClaims(root: ParentNode): Claim[] {
  const elements = elementsOf(root).filter(mayBeMarked)
  const claims: Claim[] = []
  for (const { from, of } of authorMarks) {
    const marked = elements.filter(element => of(element) && belongs(element))
    const value = [...new Set(marked.filter((_, i) => i < 6).flatMap(namesOf))]
    if (value.length > 0) claims.push({ field: 'authors', value, from, weak: true })
  }
  for (const { from, of } of dateMarks) {
    const value = elements
      .filter(element => of(element) && belongs(element))
      .map(dateOf)
      .find(date => date !== null)
    if (value) claims.push({ field: 'date', value, from, weak: true })
  }
  return claims
}
